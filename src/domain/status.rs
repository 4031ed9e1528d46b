//! The life of a campaign.

use super::glyph::Glyph;
use super::tone::Tone;
use super::vocabulary::{Term, Vocabulary, Worded};

/// A campaign's status as received.
pub type CampaignStatus = Worded<Phase>;

/// The known statuses of a campaign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Created, not dialing.
    Draft,
    /// Will start at a set time.
    Scheduled,
    /// Dialing, or free to.
    Running,
    /// Held.
    Paused,
    /// Ended with every contact final, or stopped.
    Completed,
    /// Ended by a failure condition.
    Failed,
    /// Called off.
    Cancelled,
}

impl CampaignStatus {
    /// Whether the campaign page is the live view. A status that is not known
    /// is watched too, because it may be dialing.
    pub fn is_live_page(&self) -> bool {
        !self.is_draft() && !self.has_ended()
    }

    /// Whether the campaign is still being prepared.
    pub fn is_draft(&self) -> bool {
        self.code() == Some(Phase::Draft)
    }

    /// Whether it is over: completed, failed or canceled.
    pub fn has_ended(&self) -> bool {
        matches!(
            self.code(),
            Some(Phase::Completed | Phase::Failed | Phase::Cancelled)
        )
    }

    /// Whether the dialer may pick tasks of it.
    pub fn is_running(&self) -> bool {
        self.code() == Some(Phase::Running)
    }

    /// Whether it is held.
    pub fn is_paused(&self) -> bool {
        self.code() == Some(Phase::Paused)
    }
}

impl Vocabulary for Phase {
    const TERMS: &'static [Term<Self>] = &[
        Term {
            code: Self::Draft,
            spellings: &["draft"],
            label: "Draft",
            meaning: "Created, not dialing. It can still be edited.",
            tone: Tone::Mute,
            glyph: Glyph::Pencil,
        },
        Term {
            code: Self::Scheduled,
            spellings: &["scheduled"],
            label: "Scheduled",
            meaning: "Starts dialing by itself at the set time.",
            tone: Tone::Wait,
            glyph: Glyph::Clock,
        },
        Term {
            code: Self::Running,
            spellings: &["running"],
            label: "Running",
            meaning: "The dialer may pick pending and retryable calls.",
            tone: Tone::Live,
            glyph: Glyph::Play,
        },
        Term {
            code: Self::Paused,
            spellings: &["paused"],
            label: "Paused",
            meaning: "Dialing is paused. Calls in flight may still complete.",
            tone: Tone::Warn,
            glyph: Glyph::Pause,
        },
        Term {
            code: Self::Completed,
            spellings: &["completed"],
            label: "Completed",
            meaning: "Stopped, or every contact has a final result.",
            tone: Tone::Ok,
            glyph: Glyph::CircleCheck,
        },
        Term {
            code: Self::Failed,
            spellings: &["failed"],
            label: "Failed",
            meaning: "Hit a failure condition and ended.",
            tone: Tone::Bad,
            glyph: Glyph::OctagonX,
        },
        Term {
            code: Self::Cancelled,
            spellings: &["cancelled"],
            label: "Canceled",
            meaning: "Called off for good. Contacts not reached yet are never called.",
            tone: Tone::Mute,
            glyph: Glyph::CircleSlash,
        },
    ];
}
