//! Where a campaign's contacts came from, and what is looked for in what they say.

use crate::zone::Ms;

/// A column of an uploaded file: its name, and the field it fills.
pub type Column = (&'static str, Option<&'static str>);

/// An uploaded file. Its rows are the contacts and those left out.
#[derive(Clone, Debug)]
pub struct Upload {
    pub id: &'static str,
    pub name: &'static str,
    pub size_bytes: i64,
    pub at: Ms,
    pub by: &'static str,
    /// Rows left out because their number was there already.
    pub duplicates: i64,
    /// Rows left out because their number cannot be dialed.
    pub invalid: i64,
    /// Rows left out because their number must not be called.
    pub do_not_call: i64,
    pub columns: &'static [Column],
}

impl Upload {
    /// Rows that became no contact.
    pub fn skipped(&self) -> i64 {
        self.duplicates + self.invalid + self.do_not_call
    }
}

/// The columns of an ordinary file.
pub const COLUMNS: &[Column] = &[
    ("full_name", Some("Contact name")),
    ("mobile", Some("Phone")),
    ("tz", Some("Time zone")),
    ("policy_no", Some("Variable policy_no")),
    ("notes_internal", None),
];

/// Something that an analysis finds in some of the conversations.
#[derive(Clone, Copy, Debug)]
pub struct Insight {
    pub label: &'static str,
    /// Share of the conversations, in thousandths.
    pub per_mille: u64,
    pub tone: &'static str,
}

/// Insights under one title.
#[derive(Clone, Copy, Debug)]
pub struct InsightGroup {
    pub title: &'static str,
    pub insights: &'static [Insight],
}

const fn neutral(label: &'static str, per_mille: u64) -> Insight {
    Insight {
        label,
        per_mille,
        tone: "neutral",
    }
}

/// What is looked for in sales and service calls.
pub const INSIGHTS: &[InsightGroup] = &[
    InsightGroup {
        title: "Objections",
        insights: &[
            neutral("Price too high", 85),
            neutral("Already switched", 55),
            neutral("Call back later", 44),
        ],
    },
    InsightGroup {
        title: "What callers asked for",
        insights: &[
            neutral("Send it by text", 124),
            neutral("A person", 33),
            neutral("Change of date", 26),
        ],
    },
    InsightGroup {
        title: "Agent quality flags",
        insights: &[
            neutral("Talked over the caller", 19),
            neutral("Repeated itself", 13),
            Insight {
                label: "Missed disclosure",
                per_mille: 4,
                tone: "bad",
            },
        ],
    },
];
