//! Which member of a row each filter and sort word of the contract is about.

/// How a filter judges a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Test {
    /// One of the values, as words are compared.
    Same,
    /// One of the values, letter by letter: IDs and phone numbers.
    Exact,
    /// Part of the text, without regard to case.
    Part,
    /// At this moment or later.
    After,
    /// Before this moment.
    Before,
}

/// What a list can be narrowed and ordered by.
pub(super) struct Members {
    /// Filters: the contract's name, the judgment, and the members of a row
    /// that it goes by.
    pub filters: &'static [(&'static str, Test, &'static [&'static str])],
    /// Sort words and their members, the first that a row has; none for the
    /// order in which the rows come.
    pub sorts: &'static [(&'static str, &'static [&'static str])],
    /// Statuses in the order of `attention`; any other comes last.
    pub attention: &'static [&'static str],
    /// The order of the contract when none is asked for.
    pub default_sort: &'static str,
    /// Filters whose values the page counts in its `filters`.
    pub facets: &'static [&'static str],
    /// Whether the page counts its rows by status.
    pub status_counts: bool,
}

const NONE: Members = Members {
    filters: &[],
    sorts: &[],
    attention: &[],
    default_sort: "",
    facets: &[],
    status_counts: false,
};

const CAMPAIGNS: Members = Members {
    filters: &[
        ("q", Test::Part, &["name", "id"]),
        ("status", Test::Same, &["status"]),
    ],
    sorts: &[
        ("attention", &["status"]),
        ("name", &["name"]),
        ("created", &["created_at"]),
        ("priority", &["priority"]),
        ("status", &["status"]),
    ],
    attention: &[
        "failed",
        "paused",
        "running",
        "scheduled",
        "draft",
        "completed",
        "cancelled",
    ],
    default_sort: "attention",
    facets: &[],
    status_counts: true,
};

const TASKS: Members = Members {
    filters: &[
        (
            "q",
            Test::Part,
            &["contact.name", "phone", "id", "contact.id"],
        ),
        ("status", Test::Same, &["status"]),
        ("blocker", Test::Same, &["blocker"]),
        ("disposition", Test::Same, &["disposition"]),
        ("from", Test::Exact, &["from"]),
    ],
    sorts: &[
        ("activity", &[]),
        ("contact", &["contact.name"]),
        ("status", &["status"]),
        ("attempts", &["attempts"]),
        ("duration", &["talk_seconds"]),
        ("last_attempted", &["last_attempted_at"]),
    ],
    attention: &[],
    default_sort: "activity",
    facets: &["status", "blocker", "disposition", "from"],
    status_counts: false,
};

const CALLS: Members = Members {
    filters: &[
        (
            "q",
            Test::Part,
            &[
                "contact.name",
                "phone",
                "id",
                "task_id",
                "contact.id",
                "campaign.id",
            ],
        ),
        ("campaign", Test::Exact, &["campaign.id"]),
        ("state", Test::Same, &["state"]),
        ("disposition", Test::Same, &["disposition"]),
        ("sip_status", Test::Same, &["sip_status"]),
        ("from", Test::Exact, &["from"]),
        ("contact", Test::Exact, &["contact.id"]),
        ("after", Test::After, &["started_at"]),
        ("before", Test::Before, &["started_at"]),
    ],
    sorts: &[
        ("started", &["started_at"]),
        ("duration", &["talk_seconds"]),
    ],
    attention: &[],
    default_sort: "-started",
    facets: &["campaign", "state", "disposition", "sip_status", "from"],
    status_counts: false,
};

const JOBS: Members = Members {
    filters: &[
        ("project", Test::Exact, &["project.id"]),
        ("q", Test::Part, &["spinner.name", "id"]),
        ("status", Test::Same, &["status"]),
        ("spinner", Test::Exact, &["spinner.id"]),
        ("after", Test::After, &["queued_at", "started_at"]),
        ("before", Test::Before, &["queued_at", "started_at"]),
    ],
    sorts: &[
        ("started", &["started_at", "queued_at"]),
        ("attention", &["status"]),
    ],
    attention: &[
        "failed",
        "partial",
        "running",
        "waiting",
        "queued",
        "completed",
    ],
    default_sort: "-started",
    facets: &[],
    status_counts: true,
};

const RECORDS: Members = Members {
    filters: &[
        ("job", Test::Exact, &["job.id"]),
        (
            "q",
            Test::Part,
            &["contact.name", "phone", "id", "contact.id"],
        ),
        ("status", Test::Same, &["status"]),
        ("outcome", Test::Same, &["outcome"]),
        ("step", Test::Same, &["failed_step"]),
        ("contact", Test::Exact, &["contact.id"]),
        ("after", Test::After, &["started_at"]),
        ("before", Test::Before, &["started_at"]),
    ],
    sorts: &[
        ("started", &["started_at"]),
        ("duration", &["duration_seconds"]),
        ("contact", &["contact.name"]),
    ],
    attention: &[],
    default_sort: "-started",
    facets: &["status", "outcome", "step"],
    status_counts: false,
};

const SPINNERS: Members = Members {
    filters: &[("project", Test::Exact, &["project.id"])],
    ..NONE
};

/// What the rows of a list of the contract are narrowed and ordered by.
pub(super) fn members(list: &str) -> &'static Members {
    match list {
        "campaigns" => &CAMPAIGNS,
        "tasks" => &TASKS,
        "calls" => &CALLS,
        "jobs" => &JOBS,
        "records" => &RECORDS,
        "spinners" => &SPINNERS,
        _ => &NONE,
    }
}
