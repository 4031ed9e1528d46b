//! What decides how fast a campaign dials now: one cause, chosen by fixed rules.

use super::blocker::Blocker;
use super::limits::{LimitKind, Limits};
use super::tone::Tone;

mod rules;

pub use rules::{cause, largest_blocker, stopped};

/// The one thing that decides. The rules are tried in the order of [`cause`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Only a running campaign dials, and this one is not.
    NotRunning,
    /// Its status is not one that this console knows; it may be dialing.
    UnknownStatus,
    /// It has no contacts at all.
    NoContacts,
    /// Every contact has its final result.
    AllFinal,
    /// Nothing waits; the last calls are being made.
    Finishing,
    /// It is outside its hours.
    WindowClosed,
    /// Nothing is left to spend.
    CreditsOut,
    /// No carrier takes a call.
    CarriersStopped,
    /// A campaign of higher priority holds the lines.
    Outranked,
    /// A limit of lines stands at zero.
    NoLines(LimitKind),
    /// Contacts wait, and none of them may be called now.
    NoneReady,
    /// Contacts wait, and waiting alone makes none of them callable.
    NoneCallable,
    /// All lines of the smallest limit are in use, or nearly all.
    AtLimit {
        /// The smallest limit.
        kind: LimitKind,
        /// The lines it allows.
        lines: i64,
        /// The lines in use; may exceed what is allowed.
        in_use: i64,
    },
    /// Fewer contacts are ready than there are free lines.
    FewReady,
    /// Calls go out, and most of them fail at the carriers.
    CarriersFailing,
    /// Lines are free, and carriers are stopped or being tested after failures.
    CarrierHeldBack,
    /// Lines are free, and calls go out as fast as the carriers take them.
    AtPace,
    /// Lines are free, contacts are ready, and nothing reported explains it.
    Unexplained,
    /// No limit is reported, and most waiting contacts share this blocker code.
    MostlyBlocked {
        /// The code as received.
        code: String,
        /// The contacts it keeps.
        count: i64,
    },
    /// It dials, and not every limit is reported.
    Dialing,
    /// Too little is reported to tell.
    Unreported,
}

impl Cause {
    /// The limit to mark as the deciding one.
    pub fn binding(&self) -> Option<LimitKind> {
        match self {
            Self::NotRunning => Some(LimitKind::CampaignState),
            Self::WindowClosed => Some(LimitKind::CallWindow),
            Self::CreditsOut => Some(LimitKind::Credits),
            Self::CarriersStopped
            | Self::CarriersFailing
            | Self::CarrierHeldBack
            | Self::AtPace => Some(LimitKind::CarrierRate),
            Self::Outranked => Some(LimitKind::TenantLines),
            Self::NoLines(kind) | Self::AtLimit { kind, .. } => Some(*kind),
            Self::NoContacts
            | Self::AllFinal
            | Self::Finishing
            | Self::NoneReady
            | Self::NoneCallable
            | Self::FewReady => Some(LimitKind::ReadyContacts),
            Self::UnknownStatus
            | Self::Unexplained
            | Self::MostlyBlocked { .. }
            | Self::Dialing
            | Self::Unreported => None,
        }
    }

    /// The tone it is told in: limited warns, a fault is bad, a closed window
    /// is neutral, a free dialer is well.
    pub fn tone(&self, limits: &Limits<'_>) -> Tone {
        match self {
            Self::NotRunning => limits.status.tone(),
            Self::UnknownStatus | Self::NoContacts | Self::WindowClosed | Self::Unreported => {
                Tone::Mute
            }
            Self::AtLimit {
                kind: LimitKind::Concurrency,
                ..
            }
            | Self::AllFinal
            | Self::Finishing
            | Self::FewReady
            | Self::Dialing => Tone::Ok,
            Self::CreditsOut
            | Self::CarriersStopped
            | Self::CarriersFailing
            | Self::NoneCallable
            | Self::NoLines(LimitKind::NumberPool) => Tone::Bad,
            Self::NoneReady => Tone::Wait,
            Self::MostlyBlocked { code, .. } => Blocker::from_wire(code).tone(),
            Self::Outranked
            | Self::NoLines(_)
            | Self::AtLimit { .. }
            | Self::CarrierHeldBack
            | Self::AtPace
            | Self::Unexplained => Tone::Warn,
        }
    }
}
