//! Parts of the dispatcher's account that are there and could not be read.

use crate::domain::glyph::Glyph;
use crate::domain::limits::Limits;
use crate::domain::rich::Rich;
use crate::domain::tone::Tone;

use super::Note;

/// One message for each such part.
pub fn notes(limits: &Limits<'_>) -> Vec<Note> {
    let mut troubles = Vec::new();
    troubles.extend(
        limits
            .snapshot
            .call_window
            .unreadable()
            .map(|trouble| ("The call window", trouble)),
    );
    if let Some(dispatch) = limits.dispatch {
        troubles.extend(
            dispatch
                .capacity
                .unreadable()
                .map(|trouble| ("Capacity", trouble)),
        );
        troubles.extend(
            dispatch
                .blockers
                .unreadable()
                .map(|trouble| ("The blocker codes", trouble)),
        );
        troubles.extend(
            dispatch
                .forecast
                .unreadable()
                .map(|trouble| ("The forecast", trouble)),
        );
        let blocking = dispatch.blocking_campaign.unreadable();
        troubles.extend(blocking.map(|trouble| ("The blocking campaign", trouble)));
    }
    if let Some(capacity) = limits.capacity {
        troubles.extend(
            capacity
                .tenant
                .unreadable()
                .map(|trouble| ("The tenant line cap", trouble)),
        );
        troubles.extend(
            capacity
                .concurrency
                .unreadable()
                .map(|trouble| ("Concurrency", trouble)),
        );
        troubles.extend(
            capacity
                .number_pool
                .unreadable()
                .map(|trouble| ("The number pool's limit", trouble)),
        );
        troubles.extend(
            capacity
                .carrier_rate
                .unreadable()
                .map(|trouble| ("The carrier rate", trouble)),
        );
        troubles.extend(
            capacity
                .carriers
                .unreadable()
                .map(|trouble| ("The carriers' health", trouble)),
        );
        troubles.extend(
            capacity
                .credits
                .unreadable()
                .map(|trouble| ("Credits", trouble)),
        );
    }
    let told = troubles.into_iter().map(|(what, trouble)| {
        let at = if trouble.path.is_empty() { "" } else { " at " };
        let fact = [what, " could not be read."].concat();
        let detail = [" Expected ", &*trouble.expected, at, &trouble.path, "."].concat();
        Note {
            tone: Tone::Warn,
            glyph: Glyph::TriangleAlert,
            text: Rich::default().strong(&fact).text(&detail),
            link: None,
        }
    });
    told.collect()
}
