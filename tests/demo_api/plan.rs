//! What a campaign is set up to do: the part of the world that a person typed
//! in, as opposed to what came of it.

use crate::pool::Pool;
use crate::window::{QuietHours, Window};
use crate::zone::{Ms, Zone};

/// The verb with which a campaign is ended early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndVerb {
    /// Ends in *completed*.
    Stop,
    /// Ends in *cancelled*, with time and reason.
    Cancel,
}

/// Something that happens to a campaign at a set time before the demo begins.
#[derive(Clone, Debug)]
pub enum Scripted {
    Concurrency {
        limit: u32,
        by: &'static str,
    },
    FlagNumbers(&'static [usize]),
    Pause {
        by: &'static str,
        reason: Option<&'static str>,
    },
    Cancel {
        by: &'static str,
        reason: &'static str,
    },
    Fail {
        reason: &'static str,
        note: &'static str,
    },
}

/// What contacts say in a conversation, and how often.
pub type Dispositions = &'static [(&'static str, f64)];

/// A goal: conversations that end in one disposition.
#[derive(Clone, Copy, Debug)]
pub struct Goal {
    pub label: &'static str,
    pub disposition: &'static str,
    pub target: u32,
}

/// Who is called.
#[derive(Clone, Debug)]
pub struct Audience {
    pub contacts: u32,
    /// Zones with their shares.
    pub zones: &'static [(Zone, f64)],
    /// Share of contacts in a country that the pool cannot dial.
    pub foreign: f64,
    /// Share of telephone numbers that do not exist.
    pub invalid: f64,
    /// Tasks beyond `contacts` that only exist as rows: long finished, or far behind in the queue.
    pub asleep: u32,
}

/// The limits and habits of the dialing.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    pub concurrency: u32,
    pub calls_per_second: f64,
    /// Conversations that the agent's workers can hold at once.
    pub workers: u32,
    pub max_attempts: u32,
    pub retry_delay: Ms,
    /// Median length of a conversation, in seconds.
    pub talk_seconds: f64,
}

/// A campaign as it was set up.
#[derive(Clone, Debug)]
pub struct Plan {
    pub id: &'static str,
    pub name: &'static str,
    pub zone: Zone,
    pub priority: u32,
    pub agent: &'static str,
    pub agent_b: Option<&'static str>,
    pub mode: &'static str,
    pub trigger: &'static str,
    pub created_at: Ms,
    /// When it starts by itself; `None` for a draft.
    pub starts_at: Option<Ms>,
    /// When the dialing of the sleeping tasks began, where there are any.
    pub history_from: Option<Ms>,
    pub audience: Audience,
    pub pace: Pace,
    pub pool: Option<Pool>,
    pub window: Option<Window>,
    pub quiet: Option<QuietHours>,
    pub dispositions: Dispositions,
    pub goal: Option<Goal>,
    /// In cents.
    pub budget: Option<i64>,
    pub callbacks: bool,
    pub reports_cost: bool,
    /// Pauses the campaign when too many attempts fail.
    pub failure_breaker: bool,
    /// A cap shared with other campaigns, inside the tenant's.
    pub line_group: Option<usize>,
    pub end_verb: EndVerb,
    pub script: Vec<(Ms, Scripted)>,
    /// What a draft lacks before it can start.
    pub missing: &'static [&'static str],
    /// What the campaign is for, in one sentence; `/demo/campaigns` shows it.
    pub shows: &'static str,
}

impl Plan {
    /// True when the window's close ends the campaign.
    pub fn ends_with_window(&self) -> bool {
        self.mode == "Single day"
    }
}
