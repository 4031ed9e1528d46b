//! A task as the dialer holds it: one contact of one campaign, and the call it
//! may be in.

use crate::outcome::{Callback, Outcome};
use crate::task_state::{Family, Hold, State};
use crate::zone::{Ms, Zone};

/// How a dial will go; drawn when it is dialed, seen step by step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    CarrierFailure,
    CarrierTimeout,
    InvalidNumber,
    Busy,
    NoAnswer,
    Machine,
    Person,
}

/// One dial.
#[derive(Clone, Debug)]
pub struct Call {
    pub id: i64,
    /// From 1.
    pub attempt: u32,
    /// Position in the pool.
    pub number: usize,
    /// The number's identity in the store.
    pub number_id: i64,
    /// 0 for A, 1 for B.
    pub variant: i64,
    pub worker: i64,
    pub fate: Fate,
    pub leased_at: Ms,
    pub dialed_at: Ms,
    pub ringing_at: Option<Ms>,
    pub answered_at: Option<Ms>,
    pub talking_at: Option<Ms>,
    pub ended_at: Option<Ms>,
    pub outcome: Outcome,
    pub sip: Option<i64>,
    pub ai_micros: i64,
    pub telephony_micros: i64,
}

impl Call {
    /// Talk time so far or in full; `None` before a conversation.
    pub fn talk(&self) -> Option<Ms> {
        Some(self.ended_at? - self.talking_at?)
    }
}

/// What the analysis makes of a conversation.
#[derive(Clone, Copy, Debug)]
pub enum Conclusion {
    CallBack {
        due: Ms,
    },
    Said {
        disposition: i64,
        score: Option<i64>,
    },
}

/// One contact's unit of work.
#[derive(Clone, Debug)]
pub struct Task {
    /// Its row in the store.
    pub row: i64,
    pub zone: Zone,
    /// How readily this contact picks up; 1 is average.
    pub readiness: f64,
    pub number_exists: bool,
    /// Its number lacks digits.
    pub is_incomplete: bool,
    pub state: State,
    pub since: Ms,
    pub hold: Hold,
    pub hold_until: Option<Ms>,
    /// When it came due, once its cool-off or its callback's wait was over.
    pub due_at: Option<Ms>,
    /// Position in the pool of the number last dialed from.
    pub from: Option<usize>,
    pub sticky: bool,
    pub attempts: u32,
    pub system_retries: u32,
    pub talk: Option<Ms>,
    pub talking_since: Option<Ms>,
    pub score: Option<i64>,
    pub disposition: Option<i64>,
    pub last_attempted: Option<Ms>,
    pub sip: Option<i64>,
    pub queued_at: Option<Ms>,
    pub leased_at: Ms,
    pub worker: i64,
    pub callback: Callback,
    pub call: Option<Box<Call>>,
    /// How its last dial that is over ended, with the carrier's status.
    pub last_end: Option<(Outcome, Option<i64>)>,
    /// Known, but not told: the worker that should is silent.
    pub conclusion: Option<Conclusion>,
    /// Changed since it was last written to the store.
    pub is_dirty: bool,
}

impl Task {
    /// A task that waits for its first dial.
    pub fn new(row: i64, zone: Zone, created_at: Ms) -> Self {
        Self {
            row,
            zone,
            readiness: 1.0,
            number_exists: true,
            is_incomplete: false,
            state: State::Pending,
            since: created_at,
            hold: Hold::None,
            hold_until: None,
            due_at: None,
            from: None,
            sticky: false,
            attempts: 0,
            system_retries: 0,
            talk: None,
            talking_since: None,
            score: None,
            disposition: None,
            last_attempted: None,
            sip: None,
            queued_at: None,
            leased_at: 0,
            worker: 0,
            callback: Callback::None,
            call: None,
            last_end: None,
            conclusion: None,
            is_dirty: false,
        }
    }

    /// Waiting, and held by nothing of its own.
    pub fn is_ready(&self) -> bool {
        self.state.family() == Family::Waiting && self.hold == Hold::None
    }

    /// The waiting state that fits what happened so far.
    pub fn waiting_state(&self) -> State {
        if self.callback == Callback::Pending {
            State::CallbackScheduled
        } else if self.attempts > 0 {
            State::RetryScheduled
        } else {
            State::Pending
        }
    }

    /// The key that orders tasks of one family in the activity sort, smallest first:
    /// live by the time they went live, waiting by when they may go (those that may go
    /// already after those with a set time, those that need a fix last), final by the
    /// most recent end.
    pub fn rank(&self) -> i64 {
        const READY: i64 = 1 << 52;
        const NEEDS_FIX: i64 = 1 << 53;
        match self.state.family() {
            Family::Live => self.leased_at,
            Family::Final => -self.since,
            Family::Waiting if self.hold.needs_fix() => NEEDS_FIX + self.row,
            Family::Waiting => self.hold_until.unwrap_or(READY + self.row),
        }
    }
}

/// A lease that ended without a dial because its worker restarted.
#[derive(Clone, Copy, Debug)]
pub struct LostLease {
    pub row: i64,
    pub leased_at: Ms,
    pub lost_at: Ms,
    pub worker: i64,
}
