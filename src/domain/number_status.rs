//! Whether a from-number may dial.

use super::glyph::Glyph;
use super::tone::Tone;
use super::vocabulary::{Term, Vocabulary, Worded};

/// A number's status as received.
pub type NumberStatus = Worded<Standing>;

/// The known standings of a number in its pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Dials.
    InRotation,
    /// Out, because carriers label it as spam.
    SpamFlagged,
    /// Its carrier fails its calls.
    CarrierErrors,
    /// Out for a while, on purpose.
    Resting,
}

impl Vocabulary for Standing {
    const TERMS: &'static [Term<Self>] = &[
        Term {
            code: Self::InRotation,
            spellings: &["in_rotation"],
            label: "In rotation",
            meaning: "The dialer calls from it.",
            tone: Tone::Ok,
            glyph: Glyph::CircleCheck,
        },
        Term {
            code: Self::SpamFlagged,
            spellings: &["spam_flagged"],
            label: "Spam-flagged",
            meaning: "Carriers show it as spam. It is out of rotation.",
            tone: Tone::Bad,
            glyph: Glyph::TriangleAlert,
        },
        Term {
            code: Self::CarrierErrors,
            spellings: &["carrier_errors"],
            label: "Carrier errors",
            meaning: "Its carrier fails calls from it.",
            tone: Tone::Warn,
            glyph: Glyph::TriangleAlert,
        },
        Term {
            code: Self::Resting,
            spellings: &["resting"],
            label: "Resting",
            meaning: "Out of rotation for a while, on purpose.",
            tone: Tone::Mute,
            glyph: Glyph::Moon,
        },
    ];
}
