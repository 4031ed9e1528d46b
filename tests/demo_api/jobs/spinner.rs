//! The spinners of the workspace: what runs are made from.

use super::ending::Ending;

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

const CALLING: &[Step] = &[
    Step::Load,
    Step::Enrich,
    Step::Call,
    Step::Agent,
    Step::Write,
];
const CLAIMING: &[Step] = &[
    Step::Load,
    Step::Enrich,
    Step::ClaimStatus,
    Step::Approval,
    Step::Call,
    Step::Agent,
    Step::Write,
];
const SYNCING: &[Step] = &[Step::Load, Step::Enrich, Step::Write];
const SCORING: &[Step] = &[Step::Load, Step::Enrich, Step::Agent, Step::Write];

/// Every spinner; a position here is how the rest of the demo names one.
pub const SPINNERS: [Spinner; 11] = [
    Spinner {
        id: "spn_payment",
        name: "Payment reminder",
        version: Some(7),
        published_days_ago: 15,
        project: Project::Northwind,
        steps: CALLING,
        records: 1_180,
        endings: &[
            (Ending::Reminded, 44),
            (Ending::Promised, 22),
            (Ending::Voicemail, 25),
            (Ending::NoAnswer, 9),
        ],
        usual: Some((1_020, 1_212, 12)),
        campaign: None,
    },
    Spinner {
        id: "spn_renewal",
        name: "Renewal outreach",
        version: Some(12),
        published_days_ago: 0,
        project: Project::Northwind,
        steps: CALLING,
        records: 640,
        endings: &[
            (Ending::Renewed, 38),
            (Ending::Declined, 20),
            (Ending::CallbackWanted, 12),
            (Ending::Voicemail, 20),
            (Ending::NoAnswer, 10),
        ],
        usual: Some((1_440, 1_860, 11)),
        campaign: Some("cmp_8f3k2q"),
    },
    Spinner {
        id: "spn_claims",
        name: "Claims follow-up",
        version: Some(3),
        published_days_ago: 31,
        project: Project::Northwind,
        steps: CLAIMING,
        records: 210,
        endings: &[
            (Ending::Informed, 60),
            (Ending::CallbackWanted, 14),
            (Ending::Voicemail, 18),
            (Ending::NoAnswer, 8),
        ],
        usual: Some((2_400, 3_000, 9)),
        campaign: None,
    },
    Spinner {
        id: "spn_noshow",
        name: "No-show rebook",
        version: Some(5),
        published_days_ago: 44,
        project: Project::Northwind,
        steps: CALLING,
        records: 95,
        endings: &[
            (Ending::Rebooked, 46),
            (Ending::Declined, 14),
            (Ending::Voicemail, 26),
            (Ending::NoAnswer, 14),
        ],
        usual: Some((540, 720, 14)),
        campaign: None,
    },
    Spinner {
        id: "spn_welcome",
        name: "Welcome calls",
        version: Some(9),
        published_days_ago: 8,
        project: Project::Northwind,
        steps: CALLING,
        records: 350,
        endings: &[
            (Ending::Welcomed, 58),
            (Ending::Voicemail, 28),
            (Ending::NoAnswer, 14),
        ],
        usual: Some((1_200, 1_560, 8)),
        campaign: None,
    },
    Spinner {
        id: "spn_leads",
        name: "Lead import sync",
        version: Some(21),
        published_days_ago: 3,
        project: Project::Northwind,
        steps: SYNCING,
        records: 2_400,
        endings: &[(Ending::Imported, 31), (Ending::Unchanged, 69)],
        usual: Some((300, 420, 30)),
        campaign: None,
    },
    Spinner {
        id: "spn_winback",
        name: "Win-back",
        version: Some(2),
        published_days_ago: 61,
        project: Project::Northwind,
        steps: CALLING,
        records: 310,
        endings: &[
            (Ending::WonBack, 17),
            (Ending::Declined, 41),
            (Ending::Voicemail, 27),
            (Ending::NoAnswer, 15),
        ],
        usual: Some((660, 720, 6)),
        campaign: None,
    },
    Spinner {
        id: "spn_address",
        name: "Address check",
        version: Some(4),
        published_days_ago: 90,
        project: Project::Northwind,
        steps: SYNCING,
        records: 1_022,
        endings: &[(Ending::Unchanged, 93), (Ending::Corrected, 7)],
        usual: Some((420, 540, 20)),
        campaign: None,
    },
    Spinner {
        id: "spn_quotes",
        name: "Quote reminder",
        version: None,
        published_days_ago: 0,
        project: Project::Northwind,
        steps: CALLING,
        records: 480,
        endings: &[(Ending::Reminded, 1)],
        usual: None,
        campaign: None,
    },
    Spinner {
        id: "spn_intake",
        name: "Claims intake",
        version: Some(6),
        published_days_ago: 20,
        project: Project::Claims,
        steps: SYNCING,
        records: 10,
        endings: &[(Ending::Imported, 1)],
        usual: Some((10, 20, 40)),
        campaign: None,
    },
    Spinner {
        id: "spn_archive",
        name: "Policy archive scoring",
        version: Some(2),
        published_days_ago: 12,
        project: Project::Claims,
        steps: SCORING,
        records: 500_000,
        endings: &[(Ending::Scored, 97), (Ending::Unchanged, 3)],
        usual: Some((144_000, 172_800, 3)),
        campaign: None,
    },
];

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
