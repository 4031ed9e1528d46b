"""What the contract says that the figures of a snapshot add up to."""

import datetime


def contradictions(snapshot):
    """What the contract says of the figures and this snapshot does not keep."""
    trouble = []
    for rule in RULES:
        trouble += rule(snapshot)
    return trouble


def unequal(what, got, wanted):
    """A sentence when two figures differ; none when the second is not reported."""
    return [f"{what}: {got}, wanted {wanted}"] if wanted is not None and got != wanted else []


def total(rows, key):
    """The sum of one figure over the rows that report it."""
    return sum(row.get(key) or 0 for row in rows)


def tasks(snapshot):
    counts = snapshot.get("counts") or {}
    by_status = counts.get("by_status")
    return [] if by_status is None else unequal("by_status", sum(by_status.values()), counts["total"])


def job_contradictions(job):
    """What the contract says of a job's figures and this one does not keep."""
    counts = job["counts"]
    parts = ("completed", "failed", "skipped", "running", "waiting", "queued")
    trouble = unequal("counts", sum(counts[part] for part in parts), counts["total"])
    trouble += unequal("failures", total(job["failures"], "count"), counts["failed"])
    if job["eligible"] > counts["queued"]:
        trouble.append(f"{job['eligible']} eligible of {counts['queued']} queued")
    if (job["status"] == "waiting") != (job["waiting_on"] is not None):
        trouble.append(f"{job['status']} on {job['waiting_on']}")
    return trouble


def failure_contradictions(report):
    """What the contract says of a report of failures and this one does not keep."""
    attempts, groups = report["attempts"], report["groups"]
    trouble = unequal("failed contacts", total(groups, "contacts"), report["contacts"]["failed"])
    segments = report.get("segments") or []
    for kind in sorted({segment["kind"] for segment in segments}):
        of_kind = [segment for segment in segments if segment["kind"] == kind]
        for part in ("finished", "failed"):
            trouble += unequal(f"{part} by {kind}", total(of_kind, part), attempts[part])
    sizes = [group["contacts"] for group in groups]
    return trouble + unequal("order of the groups", sizes, sorted(sizes, reverse=True))


def duplicate_contradictions(report):
    """What the contract says of a report of duplicates and this one does not keep."""
    repeats = report.get("deliveries") or {}
    trouble = unequal("deliveries", total([repeats], "dropped") + total([repeats], "got_through"), repeats.get("repeated"))
    if len(report.get("samples") or []) > 20:
        trouble.append("more than 20 samples")
    return trouble


def attempts(snapshot):
    reported = snapshot.get("attempts") or {}
    rising = [reported[name] for name in ("answered", "finished", "dialed") if name in reported]
    return [] if rising == sorted(rising) else [f"answered, finished, dialed are {rising}"]


def actions(snapshot):
    open_ones = [action["name"] for action in snapshot.get("actions", []) if action["available"]]
    return ["offers both stop and cancel"] if {"stop", "cancel"} <= set(open_ones) else []


def timeline(snapshot):
    block = snapshot.get("timeline")
    if not block:
        return []
    buckets, reported = block["buckets"], snapshot.get("attempts") or {}
    parts = {key: total(buckets, key) for key in ("answered", "unanswered", "carrier_errors")}
    trouble = unequal("timeline", sum(parts.values()), reported.get("finished"))
    trouble += unequal("timeline answered", parts["answered"], reported.get("answered"))
    begins = [datetime.datetime.fromisoformat(bucket["from"]) for bucket in buckets]
    for one, next_one in zip(begins, begins[1:]):
        gap = (next_one - one).total_seconds() - block["bucket_seconds"]
        # A day across a clock change is an hour longer or shorter.
        if gap and not (block["bucket_seconds"] == 86400 and abs(gap) == 3600):
            trouble.append(f"timeline: a gap after {one}")
    times = [mark["at"] for mark in block.get("annotations", [])]
    return trouble + ([] if times == sorted(times) else ["annotations are not in order"])


def retries(snapshot):
    steps, reported = snapshot.get("retries"), snapshot.get("attempts") or {}
    if steps is None:
        return []
    order = [step["attempt"] for step in steps]
    return (
        unequal("retries dialed", total(steps, "dialed"), reported.get("finished"))
        + unequal("retries answered", total(steps, "answered"), reported.get("answered"))
        + unequal("retries order", order, sorted(set(order)))
    )


def conversations(snapshot):
    trouble = []
    dispositions = snapshot.get("dispositions") or {"items": []}
    if total(dispositions["items"], "count") > dispositions.get("of", float("inf")):
        trouble.append("more dispositions than completed calls")
    sentiment = snapshot.get("sentiment")
    if sentiment:
        counted = total(sentiment["items"], "count")
        trouble += unequal("sentiment", counted, sentiment.get("scored"))
        if counted > sentiment.get("of", float("inf")):
            trouble.append("more sentiment than completed calls")
    return trouble


def ab_test(snapshot):
    block = snapshot.get("ab_test")
    if not block:
        return []
    reported = (snapshot.get("attempts") or {}).get("completed")
    trouble = unequal("A/B calls", total(block["variants"], "calls"), reported)
    for side in block["variants"]:
        if (side.get("reached") or 0) > (side.get("calls") or 0):
            trouble.append(f"variant {side['id']} reached more than it called")
    return trouble


def states(snapshot):
    by_status = (snapshot.get("counts") or {}).get("by_status", {})
    trouble = []
    for row in snapshot.get("states", []):
        trouble += unequal(f"state {row['state']}", row["count"], by_status.get(row["state"], 0))
        if total([row], "over_half") + total([row], "over_limit") > row["count"]:
            trouble.append(f"state {row['state']}: more old ones than there are")
    return trouble


def upload(snapshot):
    block = snapshot.get("upload")
    if not block:
        return []
    parts = sum(total([block], key) for key in ("contacts", "duplicates", "invalid", "do_not_call"))
    return unequal("upload rows", parts, block.get("rows"))


def stage(snapshot):
    """Some blocks belong to one stage of a campaign's life."""
    status = snapshot["campaign"]["status"]
    trouble = []
    if (status == "draft") != ("launch" in snapshot):
        trouble.append(f"launch checks of a campaign that is {status}")
    if status == "draft" and "timeline" in snapshot:
        trouble.append("a draft with a timeline")
    return trouble


RULES = [
    tasks,
    attempts,
    actions,
    timeline,
    retries,
    conversations,
    ab_test,
    states,
    upload,
    stage,
]


def retry_contradictions(retry):
    """What a retry says of itself and does not keep."""
    counts, sample = retry["counts"], retry["sample"]
    left_out = sum(row["count"] for row in retry["excluded"])
    trouble = unequal("selected", counts["selected"], counts["eligible"] + left_out)
    trouble += unequal("eligible", counts["eligible"], counts["sample"] + counts["rest"])
    trouble += unequal("dispatched", counts["dispatched"], counts["in_flight"] + counts["finished"])
    trouble += unequal("of the sample", len(retry["dispatches"]), sample["size"])
    trouble += unequal("needed", sample["needed"], sample["size"] - sample["size"] // 10)
    if counts["reached"] + counts["errors"] > counts["finished"]:
        trouble.append(f"more came to something than ended: {counts}")
    return trouble


def live_contradictions(cards):
    """What the cards of Live Ops say of each other and do not keep."""
    trouble = []
    campaigns, calls, callbacks = cards["campaigns"], cards["calls"], cards["callbacks"]
    running = [row for row in campaigns.get("items", []) if row["status"] == "running"]
    if len(campaigns.get("items", [])) < 24:
        trouble += unequal("running campaigns", len(running), campaigns.get("running"))
    for name in ("hour", "hour_before"):
        hour = calls.get(name) or {}
        parts = total([hour], "answered") + total([hour], "carrier_errors")
        if not parts <= hour.get("finished", parts) <= hour.get("attempts", parts):
            trouble.append(f"{name}: {hour}")
    falling = [callbacks[name] for name in ("past_due", "due", "pending") if name in callbacks]
    if falling != sorted(falling):
        trouble.append(f"callbacks past due, due, pending are {falling}")
    workers = cards["runtime"].get("workers") or {}
    if workers:
        up = workers["total"] - len(workers["silent"])
        trouble += unequal("workers up", workers["up"], up)
    return trouble + states({"states": cards["states"].get("states", []), "counts": counts_of(cards)})


def counts_of(cards):
    """The counts by state, as the card of states gives them itself."""
    rows = cards["states"].get("states", [])
    return {"by_status": {row["state"]: row["count"] for row in rows}}
