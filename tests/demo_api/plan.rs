//! What a campaign is set up to do: the part of the world that a person typed
//! in, as opposed to what came of it.

use std::borrow::Cow;

use crate::pool::Pool;
use crate::provenance::{InsightGroup, Upload};
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

/// A part of the snapshot that a campaign's dialer may leave out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Report {
    Timeline,
    Dispositions,
    Sentiment,
    Retries,
    States,
    Pace,
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

/// The other side of an A/B test.
#[derive(Clone, Copy, Debug)]
pub struct Challenger {
    pub agent: &'static str,
    /// Share of the dials it gets.
    pub share: f64,
    /// What is different about each side.
    pub descriptions: (&'static str, &'static str),
    /// Calls that each side needs before they may be compared.
    pub minimum_calls: i64,
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
    pub id: Cow<'static, str>,
    pub name: Cow<'static, str>,
    pub zone: Zone,
    pub priority: u32,
    pub agent: &'static str,
    /// Tested against `agent`, where there is one.
    pub challenger: Option<Challenger>,
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
    /// What the dialer does not report of it.
    pub withheld: &'static [Report],
    /// Length of a timeline bucket, where the span of the campaign does not decide.
    pub bucket: Option<Ms>,
    /// What an analysis of the conversations looks for; empty without one.
    pub insights: &'static [InsightGroup],
    /// The file its contacts came from.
    pub upload: Option<Upload>,
    /// Said beside the cost.
    pub billing_note: Option<&'static str>,
    /// Whether concurrency, numbers and today's window can be changed while it runs.
    pub can_be_contained: bool,
    /// The ID of the run before this one, which a restart has put away.
    pub previous_run: Option<Cow<'static, str>>,
    /// Put away by a restart: in the rows, and in no list.
    pub is_put_away: bool,
    /// Pauses the campaign when too many attempts fail.
    pub failure_breaker: bool,
    /// A cap shared with other campaigns, inside the tenant's.
    pub line_group: Option<usize>,
    pub end_verb: EndVerb,
    pub script: Vec<(Ms, Scripted)>,
    /// What the campaign is for, in one sentence; `/demo/campaigns` shows it.
    pub shows: &'static str,
}

impl Plan {
    /// Whether the dialer reports a part of it.
    pub fn reports(&self, report: Report) -> bool {
        !self.withheld.contains(&report)
    }

    /// True when the window's close ends the campaign.
    pub fn ends_with_window(&self) -> bool {
        self.mode == "Single day"
    }
}
