//! What belongs to a campaign: tasks, numbers, calls.

use super::{Member, PLAIN, Section, member, telling};

const TASKS: &[Member] = &[
    member("contact", "Contact"),
    member("phone", "Phone"),
    member("from", "From"),
    member("from_sticky", "Sticky numbers"),
    member("status", "Status"),
    member("status_since", "Since when"),
    member("blocker", "Blocker"),
    member("blocker_text", "Blocker in words"),
    telling(
        "next_eligible_at",
        "Next attempt",
        "When a contact is due again is not known.",
    ),
    member("disposition", "Disposition"),
    member("dry_run", "Dry run"),
    member("attempts", "Attempts"),
    member("max_attempts", "Attempts allowed"),
    member("system_retries", "System retries"),
    member("talk_seconds", "Duration"),
    member("score", "Score"),
    member("last_attempted_at", "Last attempted"),
    member("sip_status", "SIP status"),
    member("filters", "Values to filter by, with counts"),
];

const NUMBERS: &[Member] = &[
    member("provider", "Provider"),
    member("status", "Status"),
    member("attempts", "Attempts"),
    member("answered", "Answered"),
    member("answer_rate", "Answer rate"),
    member("weight", "Weight"),
    member("reputation", "Reputation"),
    member("flagged_at", "Flagged since"),
    member("finished", "Finished attempts"),
];

const CALLS: &[Member] = &[
    member("contact", "Contact"),
    member("phone", "Phone"),
    member("from", "From"),
    member("campaign", "Campaign"),
    member("task_id", "Its task"),
    member("carrier", "Carrier"),
    member("attempt", "Attempt"),
    member("max_attempts", "Attempts allowed"),
    member("state", "State"),
    member("sip_status", "SIP status"),
    member("disposition", "Disposition"),
    member("started_at", "Started"),
    member("answered_at", "Answered"),
    member("ended_at", "Ended"),
    member("ring_seconds", "Ring time"),
    member("talk_seconds", "Talk time"),
    member("cost", "Cost"),
    member("variant", "Variant"),
    member("retry_at", "Next attempt"),
    member("recording_url", "Recording"),
    member("filters", "Values to filter by, with counts"),
];

pub const TASKS_AND_CALLS: &[Section] = &[
    Section {
        title: "Tasks",
        resource: "tasks",
        members: TASKS,
        filters: &[
            ("q", "name, phone or ID"),
            ("status", "status"),
            ("blocker", "blocker"),
            ("disposition", "disposition"),
            ("from", "from number"),
        ],
        sorts: &[
            ("activity", "activity"),
            ("contact", "contact"),
            ("status", "status"),
            ("attempts", "attempts"),
            ("duration", "duration"),
            ("last_attempted", "last attempt"),
        ],
        ..PLAIN
    },
    Section {
        title: "Task events",
        resource: "task",
        members: &[
            member("reason", "Why it is where it is"),
            member("events", "Events"),
            member("snapshots", "Snapshots of the dispatcher"),
            member("same_blocker", "Tasks with the same blocker"),
        ],
        without: "A task opens with what its row says, without what happened to it.",
        ..PLAIN
    },
    Section {
        title: "Number pool",
        resource: "numbers",
        members: NUMBERS,
        without: "Which numbers carry a campaign, and which spoil it, is not known.",
        ..PLAIN
    },
    Section {
        title: "Call log",
        resource: "calls",
        members: CALLS,
        filters: &[
            ("q", "phone, contact or ID"),
            ("campaign", "campaign"),
            ("state", "state"),
            ("disposition", "disposition"),
            ("sip_status", "SIP status"),
            ("from", "from number"),
            ("contact", "contact"),
            ("after", "time"),
        ],
        sorts: &[("started", "start"), ("duration", "talk time")],
        without: "Single attempts cannot be looked at.",
        ..PLAIN
    },
    Section {
        title: "Attempt report",
        resource: "attempt_report",
        without: "Attempts cannot be downloaded as a file.",
        ..PLAIN
    },
    Section {
        title: "Search over everything",
        resource: "find",
        without: "Ctrl K finds commands, but no campaigns, contacts or calls.",
        ..PLAIN
    },
];
