"""Walks every campaign of a running demo API and holds its answers against the contract."""

import csv
import io

import requests

from sums import (
    contradictions,
    duplicate_contradictions,
    failure_contradictions,
    job_contradictions,
    live_contradictions,
    retry_contradictions,
)

# Recordings and sentinels contradict themselves on purpose.
CONTRADICTING = ("cmp_recorded",)
# A page of the smallest size that still needs several pages.
SMALL = 7
# Pages walked by cursor; a million tasks are not walked to the end.
WALKED = 3
# The cards of Live Ops, with their schemas.
CARDS = {
    "campaigns": "LiveCampaigns",
    "calls": "LiveCalls",
    "jobs": "LiveJobs",
    "callbacks": "LiveCallbacks",
    "credits": "LiveCredits",
    "runtime": "LiveRuntime",
    "states": "LiveStates",
}


class World:
    """The running API, with the contract it has to keep."""

    def __init__(self, base, contract, tally):
        self.base = base.rstrip("/")
        self.contract = contract
        self.tally = tally
        self.session = requests.Session()
        self.task_of = {}

    def check(self):
        """Checks the service, the list and every campaign of it."""
        self.get("/capabilities", "Capabilities")
        ids = [row["id"] for row in self.walk("/campaigns", "CampaignPage", size=200, sort="name")]
        self.tally.expect("there are campaigns", [] if ids else ["none"])
        self.walk("/campaigns", "CampaignPage", size=SMALL, sort="name")
        self.search(ids)
        self.calls()
        self.live()
        self.jobs()
        self.refusals()
        self.retries()
        for campaign in ids:
            self.campaign(campaign)
            self.triage(campaign=campaign)
        return ids

    def get(self, path, schema, headers=None, **query):
        """Reads one answer that has to be good. None when it is not."""
        what = f"GET {path} {query or ''}".strip()
        response = self.session.get(self.base + path, params=query, headers=headers, timeout=30)
        if not self.tally.expect_equal(f"{what}: status", response.status_code, 200):
            return None
        kind = response.headers.get("Content-Type", "").split(";")[0]
        self.tally.expect_equal(f"{what}: type", kind, "application/json")
        answer = response.json()
        self.tally.expect(f"{what}: {schema}", self.contract.violations(schema, answer))
        return answer

    def refused(self, what, response, statuses):
        """A refusal with one of these statuses, as problem details with a request id."""
        trouble = []
        if response.status_code not in statuses:
            trouble.append(f"status {response.status_code}, wanted one of {statuses}")
        if response.headers.get("Content-Type", "").split(";")[0] != "application/problem+json":
            trouble.append(f"type {response.headers.get('Content-Type')}")
        else:
            problem = response.json()
            trouble += self.contract.violations("Problem", problem)
            if problem.get("request_id") != response.headers.get("X-Request-Id"):
                trouble.append("request_id differs from X-Request-Id")
            if problem.get("status") != response.status_code:
                trouble.append("status differs from the answer's")
        self.tally.expect(what, trouble)

    def refusals(self):
        """What has to be refused is refused in the contract's way."""
        ask = lambda path, **query: self.session.get(self.base + path, params=query, timeout=30)
        self.refused("an unknown campaign", ask("/campaigns/none/snapshot"), [404])
        self.refused("an unknown path", ask("/nowhere"), [404])
        self.refused("page and cursor together", ask("/campaigns", page=1, cursor="a"), [400])
        for path in ("/failures", "/duplicates"):
            self.refused(f"{path} of nothing", ask(path), [422])
            self.refused(f"{path} of two", ask(path, campaign="a", job="b"), [422])
            self.refused(f"{path} of an unknown one", ask(path, campaign="none"), [404])
        for name, value in [("page", "0"), ("page", "x"), ("size", "201"), ("sort", "shoe-size")]:
            self.refused(f"{name}={value}", ask("/campaigns", **{name: value}), [400, 422])
        without_key = self.session.post(
            f"{self.base}/campaigns/none/actions/pause", json={}, timeout=30
        )
        self.refused("an action without a key", without_key, [400, 404, 422])
        method = self.session.delete(f"{self.base}/campaigns", timeout=30)
        self.refused("another method", method, [405])

    def retries(self):
        """A retry is previewed, started once under its key, found again and stopped."""
        post = lambda path, body, **headers: self.session.post(
            self.base + path, json=body, headers=headers, timeout=30
        )

        def good(what, response, schema):
            self.tally.expect_equal(f"{what}: status", response.status_code, 200)
            self.tally.expect(f"{what}: {schema}", self.contract.violations(schema, response.json()))
            return response.json()

        selection = {"job_id": "job_77ae0", "filter": {"code": ["ai_timeout", "invalid_number"]}}
        preview = good("a preview", post("/retries/preview", selection), "RetryPreview")
        left_out = sum(row["count"] for row in preview["excluded"])
        self.tally.expect_equal("selected", preview["selected"], preview["eligible"] + left_out)
        empty = {"job_id": "job_77ae0", "filter": {}}
        self.refused("an empty filter", post("/retries/preview", empty), [422])
        body = {"selection": selection, "sample_size": 12}
        first = good("a start", post("/retries", body, **{"Idempotency-Key": "check-once"}), "Retry")
        again = good("a start again", post("/retries", body, **{"Idempotency-Key": "check-once"}), "Retry")
        self.tally.expect_equal("the same retry", again["id"], first["id"])
        other = post("/retries", body, **{"Idempotency-Key": "check-other"})
        self.refused("a second retry", other, [409])
        path = f"/retries/{first['id']}"
        self.tally.expect("the retry adds up", retry_contradictions(self.get(path, "Retry")))
        page = self.get("/retries", "RetryPage", job="job_77ae0")
        self.tally.expect_equal("it is listed", [row["id"] for row in page["items"]], [first["id"]])
        release = post(f"{path}/actions/release", {}, **{"Idempotency-Key": "check-release"})
        self.refused("a release before its time", release, [409])
        stop = post(f"{path}/actions/stop", {}, **{"Idempotency-Key": "check-stop"})
        self.tally.expect_equal("it is stopped", good("a stop", stop, "Retry")["state"], "stopped")
        self.refused("no scope", self.session.get(f"{self.base}/retries", timeout=30), [422])

    def search(self, ids):
        """The list finds each campaign by its id."""
        for campaign in ids[:3]:
            found = self.get("/campaigns", "CampaignPage", q=campaign)
            listed = [row["id"] for row in (found or {}).get("items", [])]
            self.tally.expect(f"{campaign} is found by its id", [] if campaign in listed else listed)

    def calls(self):
        """The call log is walked both ways, each filter finds its count, and what it shows is found."""
        for sort in ("-started", "duration"):
            calls = self.walk("/calls", "CallPage", size=SMALL, sort=sort)
        page = self.get("/calls", "CallPage") or {"filters": {}}
        for name, choices in page["filters"].items():
            for choice in choices[:2]:
                found = self.get("/calls", "CallPage", **{name: choice["value"]})
                self.tally.expect_equal(
                    f"calls with {name} {choice['value']}", found["page"]["total"], choice["count"]
                )
        for call in calls[:2]:
            for wanted in (call["id"], call["task_id"], call["contact"]["id"]):
                items = (self.get("/find", "FindResults", q=wanted) or {"items": []})["items"]
                first = items[0]["id"] if items else None
                self.tally.expect_equal(f"{wanted} is found", first, wanted)

    def jobs(self):
        """Jobs and records are walked both ways, add up, and are found by their ids."""
        self.get("/jobs", "JobPage", project="prj_northwind")
        for sort in ("-started", "duration", "attention"):
            jobs = self.walk("/jobs", "JobPage", size=SMALL, sort=sort)
        for job in jobs:
            self.tally.expect(f"{job['id']}: figures agree", job_contradictions(job))
        for job in ["job_77ae0", "job_2f10c", "job_5c3d1", "job_90b2e", "job_e41f7", "job_half_million"]:
            detail = self.get(f"/jobs/{job}", "JobDetail")
            self.triage(job=job)
            self.tally.expect(f"{job}: figures agree", job_contradictions(detail))
            records = self.walk("/records", "RecordPage", size=SMALL, job=job, sort="-started")
            self.record_facets(job, detail)
            for record in records[:2]:
                self.record(record["id"])
        for wanted in (job, records[0]["id"]):
            items = (self.get("/find", "FindResults", q=wanted) or {"items": []})["items"]
            self.tally.expect_equal(f"{wanted} is found", [item["id"] for item in items], [wanted])
        self.walk("/spinners", "SpinnerPage", size=SMALL)
        ask = lambda path: self.session.get(self.base + path, timeout=30)
        for path in ("/jobs/none", "/records/none", "/records/none/journey"):
            self.refused(f"{path} is unknown", ask(path), [404])
        self.runs()
        self.record_retry()

    def triage(self, **scope):
        """The reports of one campaign or job add up; a recording has none of failures."""
        what = f"triage of {scope}"
        if not scope.get("campaign", "").startswith(CONTRADICTING):
            failures = self.get("/failures", "FailureReport", **scope)
            self.tally.expect(what, failure_contradictions(failures))
        duplicates = self.get("/duplicates", "DuplicateReport", **scope)
        self.tally.expect(what, duplicate_contradictions(duplicates))

    def record_facets(self, job, detail):
        """Each filter of a job's records finds its count, and failed ones are as many as the job says."""
        page = self.get("/records", "RecordPage", job=job)
        for name, choices in page["filters"].items():
            for choice in choices:
                found = self.get("/records", "RecordPage", job=job, size=1, **{name: choice["value"]})
                self.tally.expect_equal(
                    f"{job} with {name} {choice['value']}", found["page"]["total"], choice["count"]
                )
        failed = self.get("/records", "RecordPage", job=job, size=1, status="failed")
        self.tally.expect_equal(f"{job}: failed", failed["page"]["total"], detail["counts"]["failed"])

    def record(self, record):
        """One record and its journey, which are of the same."""
        detail = self.get(f"/records/{record}", "RecordDetail")
        journey = self.get(f"/records/{record}/journey", "Journey")
        self.tally.expect_equal(f"{record}: journey", journey["record"], detail["record"])

    def record_retry(self):
        """A failed record runs again once under its key, and not while it runs."""
        page = self.get("/records", "RecordPage", job="job_77ae0", status="failed", outcome="ai_timeout")
        record = page["items"][0]["id"]
        before = self.get(f"/records/{record}", "RecordDetail")["actions"]
        self.tally.expect_equal("a failed record can run again", before[0]["available"], True)

        def act(action, key):
            return self.session.post(
                f"{self.base}/records/{record}/actions/{action}",
                json={"reason": "Contract check"},
                headers={"Idempotency-Key": key},
                timeout=30,
            )

        for replayed in (False, True):
            done = act("retry", "check-record-once")
            self.tally.expect_equal("a record's retry: status", done.status_code, 200)
            self.tally.expect("a record's retry", self.contract.violations("ActionResult", done.json()))
            self.tally.expect_equal("replayed", done.json()["replayed"], replayed)
        self.refused("a retry while it runs", act("retry", "check-record-twice"), [409])
        self.refused("an unknown action of a record", act("dance", "check-record-other"), [404])
        detail = self.get(f"/records/{record}", "RecordDetail")
        self.tally.expect_equal("the record runs", detail["record"]["status"], "running")

    def runs(self):
        """A run starts once under its key, and not without a published version."""

        def start(spinner, key):
            return self.session.post(
                f"{self.base}/spinners/{spinner}/runs",
                json={"reason": "Contract check"},
                headers={"Idempotency-Key": key},
                timeout=30,
            )

        first, again = start("spn_intake", "check-intake-1"), start("spn_intake", "check-intake-1")
        for what, answer in (("start", first), ("replay", again)):
            self.tally.expect(what, self.contract.violations("RunResult", answer.json()))
        ids = [answer.json()["job"]["id"] for answer in (first, again)]
        self.tally.expect_equal("a key starts one run", ids[1], ids[0])
        self.get(f"/jobs/{ids[0]}", "JobDetail")
        self.refused("no published version", start("spn_quotes", "check-quotes-1"), [409])
        self.refused("no such spinner", start("spn_none", "check-none-1"), [404])

    def live(self):
        """Each card follows its schema, is not sent twice, and agrees with the others."""
        cards = {}
        for name, schema in CARDS.items():
            path = f"/live/{name}"
            cards[name] = self.get(path, schema) or {}
            etag = self.session.get(self.base + path, timeout=30).headers.get("ETag")
            again = self.session.get(
                self.base + path, headers={"If-None-Match": etag or ""}, timeout=30
            )
            # What is simulated may have moved on in between.
            wanted = 304 if etag and again.headers.get("ETag") == etag else 200
            self.tally.expect(f"{path}: ETag", [] if etag else ["none"])
            self.tally.expect_equal(f"{path}: If-None-Match", again.status_code, wanted)
        self.tally.expect("the cards agree", live_contradictions(cards))
        unknown = self.session.get(f"{self.base}/live/none", timeout=30)
        self.refused("an unknown card", unknown, [404])

    def report(self, path, snapshot):
        """The attempt report has as many rows as were dialed, or is refused without any."""
        response = self.session.get(f"{self.base}{path}/attempt-report", timeout=60)
        dialed = (snapshot.get("attempts") or {}).get("dialed", 0)
        if not dialed:
            self.refused(f"{path}: no report", response, [404, 409])
            return
        rows = list(csv.DictReader(io.StringIO(response.text, newline="")))
        self.tally.expect_equal(f"{path}: rows", len(rows), dialed)
        total = int(response.headers.get("X-Total-Rows", -1))
        self.tally.expect_equal(f"{path}: X-Total-Rows", total, dialed)

    def walk(self, path, schema, **query):
        """The rows of a list, by cursor and by page number, which have to agree.

        The order asked for must not depend on what happens meanwhile.
        """
        by_page = self.pages_by_number(path, schema, query)
        by_cursor = self.pages_by_cursor(path, schema, query)
        if by_page and by_cursor is not None:
            rows = [[row.get("id") for page in way for row in page] for way in (by_page, by_cursor)]
            self.tally.expect_equal(f"{path}: both ways of paging agree", rows[1], rows[0])
            once = len(rows[0]) == len(set(rows[0])) or None in rows[0]
            self.tally.expect(f"{path}: each row once", [] if once else rows[0])
        return [row for page in by_page for row in page]

    def pages_by_number(self, path, schema, query):
        """The first pages by page number."""
        pages = []
        while len(pages) < WALKED:
            answer = self.get(path, schema, page=len(pages) + 1, **query)
            if answer is None:
                break
            pages.append(answer["items"])
            if answer["page"].get("next") is None or not answer["items"]:
                break
        return pages

    def pages_by_cursor(self, path, schema, query):
        """The same pages by cursor; None for a list that hands none out."""
        answer = self.get(path, schema, **query)
        if answer is None or "next" not in answer["page"]:
            return None
        pages = [answer["items"]]
        while answer and answer["page"].get("next") and len(pages) < WALKED:
            answer = self.get(path, schema, cursor=answer["page"]["next"], **query)
            pages.append(answer["items"] if answer else [])
        return pages

    def campaign(self, campaign):
        """One campaign: its snapshot, its lists, one task."""
        path = f"/campaigns/{campaign}"
        snapshot = self.snapshot(path)
        if snapshot and not campaign.startswith(CONTRADICTING):
            self.tally.expect(f"{campaign}: figures agree", contradictions(snapshot))
        tasks = self.walk(f"{path}/tasks", "TaskPage", size=SMALL, sort="contact")
        self.walk(f"{path}/numbers", "NumberPage", size=SMALL)
        live = (snapshot or {}).get("tasks", {}).get("items", [])
        self.report(path, snapshot or {})
        for row in tasks[:1] + live[:1]:
            self.debug(campaign, row["id"])
        task = self.session.get(f"{self.base}{path}/tasks/none", timeout=30)
        self.refused(f"{path}: an unknown task", task, [404])

    def debug(self, campaign, task):
        """One task with its events, which is the one asked for."""
        self.task_of[campaign] = task
        answer = self.get(f"/campaigns/{campaign}/tasks/{task}", "TaskDebug")
        if answer:
            self.tally.expect_equal(f"{campaign}: debug", answer["task"]["id"], task)

    def snapshot(self, path):
        """The snapshot, which is of that campaign and not sent twice."""
        snapshot = self.get(f"{path}/snapshot", "Snapshot")
        if snapshot is None:
            return None
        self.tally.expect_equal(f"{path}: id", f"/campaigns/{snapshot['campaign']['id']}", path)
        etag = self.session.get(f"{self.base}{path}/snapshot", timeout=30).headers.get("ETag")
        again = self.session.get(
            f"{self.base}{path}/snapshot", headers={"If-None-Match": etag or ""}, timeout=30
        )
        # A running campaign may have moved on in between.
        allowed = [200, 304] if snapshot["campaign"]["status"] == "running" else [304]
        self.tally.expect(
            f"{path}: If-None-Match", [] if again.status_code in allowed else [again.status_code]
        )
        return snapshot
