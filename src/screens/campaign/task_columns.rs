//! The columns of the task table.

use crate::ui::ColumnOption;

/// The columns that can be hidden, by the names that `data-col` carries.
pub const COLUMNS: &[ColumnOption] = &[
    ColumnOption {
        key: "phone",
        label: "Phone",
    },
    ColumnOption {
        key: "from",
        label: "From",
    },
    ColumnOption {
        key: "blocker",
        label: "Blocker and next attempt",
    },
    ColumnOption {
        key: "disposition",
        label: "Disposition",
    },
    ColumnOption {
        key: "attempts",
        label: "Attempts",
    },
    ColumnOption {
        key: "retries",
        label: "System retries",
    },
    ColumnOption {
        key: "duration",
        label: "Duration",
    },
    ColumnOption {
        key: "score",
        label: "Score",
    },
    ColumnOption {
        key: "last",
        label: "Last attempted",
    },
];

/// The members of the contract behind the columns.
pub const MEMBERS: [(&str, &str); 9] = [
    ("phone", "phone"),
    ("from", "from"),
    ("blocker", "blocker"),
    ("disposition", "disposition"),
    ("attempts", "attempts"),
    ("retries", "system_retries"),
    ("duration", "talk_seconds"),
    ("score", "score"),
    ("last", "last_attempted_at"),
];
