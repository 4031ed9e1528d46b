//! The seven tones a fact can be told in.

/// What a colored sign says, whatever the theme makes of the color.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Finished well, or checked and clear.
    Ok,
    /// Works, but limited, paused or partly failed.
    Warn,
    /// Failed, or stopped: a person is needed.
    Bad,
    /// Happening now.
    Live,
    /// Waiting on purpose.
    Wait,
    /// Neutral: not started, or ended without judgment.
    Mute,
    /// Worth knowing.
    Accent,
}

impl Tone {
    /// The tone's name in the style sheets (`data-tone`).
    pub fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Bad => "bad",
            Self::Live => "live",
            Self::Wait => "wait",
            Self::Mute => "mute",
            Self::Accent => "accent",
        }
    }
}
