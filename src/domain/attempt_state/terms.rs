//! The words of the attempt states.

use super::State;
use crate::domain::glyph::Glyph;
use crate::domain::tone::Tone;
use crate::domain::vocabulary::{Term, Vocabulary};

impl Vocabulary for State {
    const TERMS: &'static [Term<Self>] = &[
        Term {
            code: Self::Pending,
            spellings: &["pending"],
            label: "Pending",
            meaning: "Waits for its first dial.",
            tone: Tone::Mute,
            glyph: Glyph::DashedCircle,
        },
        Term {
            code: Self::RetryScheduled,
            spellings: &["retry_scheduled", "scheduled"],
            label: "Retry scheduled",
            meaning: "Waits for its next dial at a set time.",
            tone: Tone::Wait,
            glyph: Glyph::Clock,
        },
        Term {
            code: Self::CallbackScheduled,
            spellings: &["callback_scheduled"],
            label: "Callback scheduled",
            meaning: "The contact asked to be called back. It goes first once it is due.",
            tone: Tone::Wait,
            glyph: Glyph::ReturnArrow,
        },
        Term {
            code: Self::Leased,
            spellings: &["leased"],
            label: "Leased",
            meaning: "A dialer worker has taken it and dials next.",
            tone: Tone::Live,
            glyph: Glyph::Diamond,
        },
        Term {
            code: Self::Dialing,
            spellings: &["dialling"],
            label: "Dialing",
            meaning: "The call is being placed.",
            tone: Tone::Live,
            glyph: Glyph::DoubleChevron,
        },
        Term {
            code: Self::Ringing,
            spellings: &["ringing"],
            label: "Ringing",
            meaning: "The phone rings at the other end.",
            tone: Tone::Live,
            glyph: Glyph::Ringing,
        },
        Term {
            code: Self::AmdScreening,
            spellings: &["amd_screening"],
            label: "AMD screening",
            meaning: "Answered. Listening whether a person or a machine did.",
            tone: Tone::Live,
            glyph: Glyph::Waveform,
        },
        Term {
            code: Self::Attaching,
            spellings: &["attaching"],
            label: "Attaching",
            meaning: "A person answered and is being connected.",
            tone: Tone::Live,
            glyph: Glyph::Rings,
        },
        Term {
            code: Self::InProgress,
            spellings: &["in_progress"],
            label: "In progress",
            meaning: "In conversation.",
            tone: Tone::Live,
            glyph: Glyph::RingCore,
        },
        Term {
            code: Self::Processing,
            spellings: &["_processing"],
            label: "Processing",
            meaning: "The call is over and its result is being worked out.",
            tone: Tone::Live,
            glyph: Glyph::Arc,
        },
        Term {
            code: Self::Completed,
            spellings: &["completed"],
            label: "Completed",
            meaning: "Reached, with a result.",
            tone: Tone::Ok,
            glyph: Glyph::CircleCheck,
        },
        Term {
            code: Self::Exhausted,
            spellings: &["exhausted"],
            label: "Exhausted",
            meaning: "Every allowed attempt is used, without reaching the contact.",
            tone: Tone::Bad,
            glyph: Glyph::OctagonX,
        },
        Term {
            code: Self::Abandoned,
            spellings: &["abandoned"],
            label: "Abandoned",
            meaning: "A person answered and nobody spoke to them. Counts in the abandon rate.",
            tone: Tone::Bad,
            glyph: Glyph::DiamondAlert,
        },
        Term {
            code: Self::AmdMachine,
            spellings: &["amd_machine"],
            label: "Machine",
            meaning: "A machine answered. It is not called again.",
            tone: Tone::Mute,
            glyph: Glyph::Tape,
        },
        Term {
            code: Self::WindowClosed,
            spellings: &["window_closed"],
            label: "Window closed",
            meaning: "The call window closed before it could be called.",
            tone: Tone::Mute,
            glyph: Glyph::Moon,
        },
        Term {
            code: Self::ManualStopped,
            spellings: &["manual_stopped", "manually_stopped"],
            label: "Manually stopped",
            meaning: "A person stopped it.",
            tone: Tone::Mute,
            glyph: Glyph::Square,
        },
    ];
}
