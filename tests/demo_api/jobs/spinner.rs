//! The spinners of the workspace: what runs are made from.

mod catalog;

use super::ending::Ending;

pub use catalog::SPINNERS;

/// A step of a spinner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Load,
    Enrich,
    ClaimStatus,
    Approval,
    Call,
    Agent,
    Write,
}

/// A project of the workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Project {
    Northwind,
    Claims,
}

/// What a run is made from.
#[derive(Clone, Copy, Debug)]
pub struct Spinner {
    pub id: &'static str,
    pub name: &'static str,
    /// The published version.
    pub version: Option<i64>,
    /// Days before the demo's first day on which it was published.
    pub published_days_ago: u64,
    pub project: Project,
    pub steps: &'static [Step],
    /// Records that a run takes.
    pub records: i64,
    /// What records come to that do not fail, with their weights.
    pub endings: &'static [(Ending, u32)],
    /// From how many to how many seconds a run usually takes, and over how many runs.
    pub usual: Option<(i64, i64, i64)>,
    /// The campaign that its runs dial.
    pub campaign: Option<&'static str>,
}

/// How long an AI step may take, in milliseconds.
pub const AI_LIMIT: i64 = 120_000;

impl Spinner {
    /// The position of a spinner's ID.
    pub fn position(id: &str) -> Option<usize> {
        SPINNERS.iter().position(|spinner| spinner.id == id)
    }
}

impl Project {
    pub const ALL: [Self; 2] = [Self::Northwind, Self::Claims];

    pub const fn id(self) -> &'static str {
        match self {
            Self::Northwind => "prj_northwind",
            Self::Claims => "prj_claims",
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::Northwind => "Northwind renewals",
            Self::Claims => "Claims",
        }
    }
}

impl Step {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Load => "load_contact",
            Self::Enrich => "enrich",
            Self::ClaimStatus => "claim_status",
            Self::Approval => "script_approval",
            Self::Call => "place_call",
            Self::Agent => "ai_agent",
            Self::Write => "write_outcome",
        }
    }

    /// The contract's kind of it.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Load => "load",
            Self::Enrich => "enrich",
            Self::ClaimStatus => "wait",
            Self::Approval => "human",
            Self::Call => "call",
            Self::Agent => "ai_agent",
            Self::Write => "write_outcome",
        }
    }
}
