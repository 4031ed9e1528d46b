//! How serious a statement is.

use super::glyph::Glyph;
use super::tone::Tone;
use super::vocabulary::{Term, Vocabulary, Worded};

/// A severity as received.
pub type Severity = Worded<Level>;

/// The known severities, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Stopped: needs a person.
    Critical,
    /// Works, but limited or drifting.
    Warning,
    /// Worth knowing.
    Notice,
    /// The check found nothing.
    Clear,
}

impl Vocabulary for Level {
    const TERMS: &'static [Term<Self>] = &[
        Term {
            code: Self::Critical,
            spellings: &["critical"],
            label: "Critical",
            meaning: "Stopped, needs a person.",
            tone: Tone::Bad,
            glyph: Glyph::OctagonX,
        },
        Term {
            code: Self::Warning,
            spellings: &["warning"],
            label: "Warning",
            meaning: "Works, but limited or drifting.",
            tone: Tone::Warn,
            glyph: Glyph::TriangleAlert,
        },
        Term {
            code: Self::Notice,
            spellings: &["notice"],
            label: "Notice",
            meaning: "Worth knowing.",
            tone: Tone::Accent,
            glyph: Glyph::CircleInfo,
        },
        Term {
            code: Self::Clear,
            spellings: &["clear"],
            label: "Clear",
            meaning: "The check found nothing.",
            tone: Tone::Ok,
            glyph: Glyph::CircleCheck,
        },
    ];
}
