//! Live Ops, card by card.

use super::{PLAIN, Section, member, telling};

pub const LIVE: &[Section] = &[
    Section {
        title: "Live Ops: campaigns",
        resource: "live/campaigns",
        members: &[
            member("running", "Running campaigns"),
            member("dialing", "Campaigns that dial"),
            member("outside_window", "Campaigns outside of their window"),
            member("items", "Campaigns at work"),
        ],
        without: "What runs, and what needs a person first, is only on the list of campaigns.",
        ..PLAIN
    },
    Section {
        title: "Live Ops: calls",
        resource: "live/calls",
        members: &[
            member("lines_in_use", "Active calls"),
            member("line_cap", "Lines allowed"),
            member("hour", "The last hour"),
            member("hour_before", "The hour before"),
        ],
        without: "How busy the lines of the workspace are is not known.",
        ..PLAIN
    },
    Section {
        title: "Live Ops: jobs",
        resource: "live/jobs",
        members: &[
            member("running", "Running"),
            member("waiting", "Waiting"),
            member("queued", "Queued"),
            member("finished_today", "Finished today"),
            member("failed_today", "Failed today"),
            telling("items", "Runs", "Stalled runs are not noticed."),
        ],
        without: "Stalled runs are only noticed on the page of jobs.",
        ..PLAIN
    },
    Section {
        title: "Live Ops: callbacks",
        resource: "live/callbacks",
        members: &[
            member("pending", "Pending"),
            member("due", "Due"),
            member("past_due", "Past due"),
            member("oldest_past_due_at", "The oldest past due"),
            member("next_due_at", "When the next one is due"),
        ],
        without: "Callbacks that are due are not noticed.",
        ..PLAIN
    },
    Section {
        title: "Live Ops: credits",
        resource: "live/credits",
        members: &[
            member("balance", "Balance"),
            member("granted", "What it was filled up to"),
            member("attempts_left", "Attempts that it pays for"),
            member("plan", "Plan"),
        ],
        without: "That credits run out is not noticed.",
        ..PLAIN
    },
    Section {
        title: "Live Ops: machinery",
        resource: "live/runtime",
        members: &[
            member("runtime", "Runtime"),
            member("queue", "Queue"),
            member("workers", "Workers"),
            member("carriers", "Carriers"),
            member("windows", "Call windows"),
        ],
        without: "A queue or a worker that stands still is not noticed.",
        ..PLAIN
    },
    Section {
        title: "Live Ops: age in state",
        resource: "live/states",
        members: &[
            member("states", "Ages by state"),
            member("worst", "Where tasks are past a limit"),
        ],
        without: "Tasks that are stuck are not noticed.",
        ..PLAIN
    },
];
