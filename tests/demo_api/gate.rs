//! What keeps a whole campaign from dialing, apart from what keeps one task.

use crate::campaign::{Campaign, Status};
use crate::dialer::Dialer;
use crate::zone::{MINUTE, Ms};

/// The campaign-wide blocker of a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// Nothing: there is a line for the next task.
    Open,
    NotStarted(Option<Ms>),
    Paused,
    Ended,
    WindowClosed(Option<Ms>),
    OutOfCredits,
    BreakerOpen(Option<Ms>),
    HigherPriority,
    NoLine,
}

impl Gate {
    /// What keeps a campaign now.
    pub fn of(dialer: &Dialer, campaign: &Campaign) -> Self {
        let now = dialer.now();
        match campaign.status {
            Status::Draft | Status::Scheduled => return Self::NotStarted(campaign.plan.starts_at),
            Status::Paused => return Self::Paused,
            Status::Completed | Status::Failed | Status::Cancelled => return Self::Ended,
            Status::Running => {}
        }
        if !campaign.window_is_open(now) {
            let opens = campaign.plan.window.as_ref();
            return Self::WindowClosed(
                opens.and_then(|window| window.opens_at(campaign.plan.zone, now)),
            );
        }
        if dialer.credits_left() <= 0 {
            return Self::OutOfCredits;
        }
        if let Some(pool) = campaign.pool.as_ref().filter(|pool| pool.has_failed()) {
            return Self::BreakerOpen(pool.retries_at());
        }
        // A leased task has the next free line already.
        let claimed = campaign.lines + campaign.leased();
        let shared = dialer.shared_share(campaign).left();
        if claimed < campaign.own_limit().min(shared) {
            Self::Open
        } else if shared < campaign.own_limit() && dialer.goes_before(campaign).is_some() {
            Self::HigherPriority
        } else {
            Self::NoLine
        }
    }

    /// The contract's blocker code.
    pub fn wire(self) -> Option<&'static str> {
        match self {
            Self::Open => None,
            Self::NotStarted(_) => Some("campaign_not_started"),
            Self::Paused => Some("campaign_paused"),
            Self::Ended => Some("campaign_ended"),
            Self::WindowClosed(_) => Some("call_window_closed"),
            Self::OutOfCredits => Some("out_of_credits"),
            Self::BreakerOpen(_) => Some("circuit_breaker_open"),
            Self::HigherPriority => Some("higher_priority_campaign"),
            Self::NoLine => Some("waiting_for_line"),
        }
    }

    /// Whether a task that nothing else holds could go if a line were free.
    pub fn lacks_only_a_line(self) -> bool {
        matches!(self, Self::Open | Self::NoLine | Self::HigherPriority)
    }

    /// When it lifts by itself, where that is known.
    pub fn lifts_at(self) -> Option<Ms> {
        match self {
            Self::NotStarted(at) | Self::WindowClosed(at) | Self::BreakerOpen(at) => at,
            _ => None,
        }
    }

    /// When a task that nothing else holds may go, for a forecast: a probe that is out now is
    /// back within a minute.
    pub fn expected_from(self, now: Ms) -> Ms {
        match self {
            Self::BreakerOpen(None) => now + MINUTE,
            _ => self.lifts_at().unwrap_or(now).max(now),
        }
    }
}
