//! Jobs, records, and what incidents are examined by.

use super::{Member, PLAIN, Section, member, telling};

const RUNS: &[Member] = &[
    member("spinner", "Spinner"),
    member("status", "Status"),
    telling(
        "counts",
        "Records by state",
        "No progress, and no failures.",
    ),
    member("queued_at", "Queued"),
    member("started_at", "Started"),
    member("ended_at", "Ended"),
    member("queue_position", "Runs ahead"),
    telling(
        "progressed_at",
        "When a counter last moved",
        "A run that is stalled looks like one that runs.",
    ),
    telling(
        "eligible",
        "Records that could move",
        "Whether a run is stalled or waits cannot be told.",
    ),
    member("step", "Step of the run"),
    member("usual", "Usual duration"),
    member("waiting_on", "What it waits for"),
    member("failures", "Failures by cause"),
    member("error", "Why a run failed"),
    member("message", "A word of the run"),
    member("project", "Project"),
    member("campaign_id", "Its campaign"),
    member("upload_id", "Its file"),
    member("status_counts", "Runs by status"),
    member("runtime", "Runtime"),
];

const ROWS: &[Member] = &[
    member("contact", "Contact"),
    member("phone", "Phone"),
    member("status", "Status"),
    member("outcome", "Outcome"),
    member("failed_step", "Failed step"),
    member("error", "Error"),
    member("job", "Run"),
    member("started_at", "Started"),
    member("ended_at", "Ended"),
    member("duration_seconds", "Duration"),
    member("step", "Step it is in"),
    member("step_since", "In that step since"),
    member("attempts", "How often it ran"),
    member("max_attempts", "How often it may run"),
    member("task_id", "Its task"),
    member("filters", "Values to filter by, with counts"),
];

pub const JOBS: &[Section] = &[
    Section {
        title: "Jobs",
        resource: "jobs",
        members: RUNS,
        filters: &[
            ("q", "spinner or run ID"),
            ("status", "status"),
            ("spinner", "spinner"),
            ("after", "time"),
        ],
        sorts: &[
            ("started", "start"),
            ("duration", "duration"),
            ("attention", "what needs attention"),
        ],
        without: "Runs and their records are not shown.",
        ..PLAIN
    },
    Section {
        title: "Spinners",
        resource: "spinners",
        members: &[
            member("version", "Published version"),
            member("steps", "Steps"),
            member("plan", "Plan"),
        ],
        actions: &["run"],
        of: "spinner",
        without: "No run can be started from here.",
        ..PLAIN
    },
    Section {
        title: "Records",
        resource: "records",
        members: ROWS,
        filters: &[
            ("q", "name, phone or ID"),
            ("job", "run"),
            ("status", "status"),
            ("outcome", "outcome"),
            ("step", "failed step"),
            ("spinner", "spinner"),
            ("contact", "contact"),
            ("after", "time"),
        ],
        sorts: &[
            ("started", "start"),
            ("duration", "duration"),
            ("contact", "contact"),
        ],
        actions: &["retry"],
        of: "record",
        without: "What came of each contact is not known.",
    },
    Section {
        title: "Record",
        resource: "record",
        members: &[
            member("metadata", "What is known of the contact"),
            member("outreach", "What came of reaching out"),
            member("actions", "Which actions are allowed, and why not"),
        ],
        without: "A record opens with what its row says.",
        ..PLAIN
    },
    Section {
        title: "Journey",
        resource: "journey",
        members: &[
            member("steps", "Steps"),
            member("similar", "Records that failed the same way"),
            member("final_output", "Final output"),
        ],
        without: "In which step a record failed cannot be looked at.",
        ..PLAIN
    },
    Section {
        title: "Triage: failures",
        resource: "failures",
        members: &[
            member("groups", "Failures by cause"),
            member("segments", "Failures by part of the file"),
        ],
        without: "Triage cannot tell passing failures from lasting ones.",
        ..PLAIN
    },
    Section {
        title: "Triage: duplicates",
        resource: "duplicates",
        members: &[
            member("runs", "Runs over the same upload"),
            member("upload", "Repeats in the upload"),
            member("deliveries", "Repeated deliveries"),
            member("reached_again", "Contacts called again"),
        ],
        without: "Whether anybody was called twice is not known.",
        ..PLAIN
    },
    Section {
        title: "Targeted retries",
        resource: "retries",
        without: "Failed contacts cannot be tried again from triage.",
        ..PLAIN
    },
];
