//! The call window of a campaign in the list.

use crate::domain::block::Block;
use crate::domain::campaign::CallWindow;
use crate::domain::cell::Cell;
use crate::domain::format::Formats;
use crate::domain::glyph::Glyph;
use crate::domain::moment::when_and_wait;
use crate::domain::status::CampaignStatus;
use crate::domain::tone::Tone;

/// The call window in one word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// "Open", "Closed", or that it is not reported.
    pub word: Cell,
    /// Its tone.
    pub tone: Tone,
    /// Its shape; `None` when there is no window to show.
    pub glyph: Option<Glyph>,
    /// When it changes: "Closes 18:00 CST, in 3 h 28 m".
    pub change: Option<String>,
}

/// Writes the call window of a campaign.
pub fn window(
    window: &Block<CallWindow>,
    status: &CampaignStatus,
    formats: &Formats<'_>,
) -> Window {
    let nothing = |word| Window {
        word,
        tone: Tone::Mute,
        glyph: None,
        change: None,
    };
    let Some(window) = window.value() else {
        let word = if status.is_live_page() && !window.is_empty() {
            Cell::not_reported()
        } else {
            Cell::none()
        };
        return nothing(word);
    };
    if status.has_ended() {
        return nothing(Cell::none());
    }
    let (word, tone, glyph, verb, at) = if window.open {
        (
            "Open",
            Tone::Ok,
            Glyph::CircleCheck,
            "Closes ",
            window.closes_at.value(),
        )
    } else {
        (
            "Closed",
            Tone::Mute,
            Glyph::Moon,
            "Opens ",
            window.opens_at.value(),
        )
    };
    Window {
        word: Cell::of(word.to_owned()),
        tone,
        glyph: Some(glyph),
        change: at.map(|at| [verb, &when_and_wait(at, formats)].concat()),
    }
}
