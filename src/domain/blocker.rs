//! Why a waiting task cannot go now.

use super::glyph::Glyph;
use super::tone::Tone;
use super::vocabulary::{Term, Vocabulary, Worded};

/// A blocker code as received.
pub type Blocker = Worded<Cause>;

/// The known blockers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Every line is taken.
    WaitingForLine,
    /// The wait between two attempts.
    RetryCoolOff,
    /// The contact's own night.
    ContactQuietHours,
    /// A callback for later.
    CallbackNotDue,
    /// No from-number fits the country.
    NoNumberForCountry,
    /// The campaign is held.
    CampaignPaused,
    /// Outside the campaign's hours.
    CallWindowClosed,
    /// The carrier failed the last attempt.
    CarrierError,
    /// The number does not exist.
    InvalidNumber,
    /// Nothing left to spend.
    OutOfCredits,
    /// Another campaign goes first.
    HigherPriorityCampaign,
    /// The carrier is given a rest.
    CircuitBreakerOpen,
}

impl Blocker {
    /// Whether waiting never lifts it: somebody has to change something.
    pub fn needs_fix(&self) -> bool {
        matches!(
            self.code(),
            Some(Cause::NoNumberForCountry | Cause::InvalidNumber | Cause::OutOfCredits)
        )
    }
}

impl Vocabulary for Cause {
    const TERMS: &'static [Term<Self>] = &[
        Term {
            code: Self::WaitingForLine,
            spellings: &["waiting_for_line"],
            label: "Waiting for a line",
            meaning: "It could go now. Every line it may use is taken.",
            tone: Tone::Warn,
            glyph: Glyph::Bar,
        },
        Term {
            code: Self::RetryCoolOff,
            spellings: &["retry_cool_off"],
            label: "Retry cool-off",
            meaning: "The wait between two attempts is not over yet.",
            tone: Tone::Wait,
            glyph: Glyph::Clock,
        },
        Term {
            code: Self::ContactQuietHours,
            spellings: &["contact_quiet_hours"],
            label: "Contact quiet hours",
            meaning: "It is too early or too late where the contact lives.",
            tone: Tone::Mute,
            glyph: Glyph::Moon,
        },
        Term {
            code: Self::CallbackNotDue,
            spellings: &["callback_not_due"],
            label: "Callback not due",
            meaning: "The contact asked for a later time.",
            tone: Tone::Wait,
            glyph: Glyph::ReturnArrow,
        },
        Term {
            code: Self::NoNumberForCountry,
            spellings: &["no_number_for_country"],
            label: "No number for country",
            meaning: "No from-number of the pool may call that country. Waiting does not help.",
            tone: Tone::Bad,
            glyph: Glyph::Ban,
        },
        Term {
            code: Self::CampaignPaused,
            spellings: &["campaign_paused"],
            label: "Campaign paused",
            meaning: "It goes on when the campaign is resumed.",
            tone: Tone::Warn,
            glyph: Glyph::Pause,
        },
        Term {
            code: Self::CallWindowClosed,
            spellings: &["call_window_closed"],
            label: "Call window closed",
            meaning: "The campaign may not dial at this hour.",
            tone: Tone::Mute,
            glyph: Glyph::Moon,
        },
        Term {
            code: Self::CarrierError,
            spellings: &["carrier_error"],
            label: "Carrier error",
            meaning: "The carrier failed the last attempt. It is tried again later.",
            tone: Tone::Bad,
            glyph: Glyph::TriangleAlert,
        },
        Term {
            code: Self::InvalidNumber,
            spellings: &["invalid_number"],
            label: "Invalid number",
            meaning: "The number does not exist. Waiting does not help.",
            tone: Tone::Bad,
            glyph: Glyph::Ban,
        },
        Term {
            code: Self::OutOfCredits,
            spellings: &["out_of_credits"],
            label: "Out of credits",
            meaning: "The balance does not pay for another attempt.",
            tone: Tone::Bad,
            glyph: Glyph::OctagonX,
        },
        Term {
            code: Self::HigherPriorityCampaign,
            spellings: &["higher_priority_campaign"],
            label: "Higher-priority campaign",
            meaning: "A campaign that goes first holds the lines.",
            tone: Tone::Warn,
            glyph: Glyph::Hourglass,
        },
        Term {
            code: Self::CircuitBreakerOpen,
            spellings: &["circuit_breaker_open"],
            label: "Circuit breaker open",
            meaning: "The carrier failed too often and is given a rest.",
            tone: Tone::Warn,
            glyph: Glyph::TriangleAlert,
        },
    ];
}
