//! What the refreshes of this session say that no single one does: three signs
//! of trouble, each a sentence with its evidence and where to look next.
//!
//! A sign must hold in both halves of the latest refreshes. So it appears with
//! the second refresh after the trouble begins, and never because of one odd
//! refresh. Refreshes before a pause, a closed window, a gap or a restart of
//! the dialer's counters are never compared with those after it.

use super::format::Formats;
use super::glyph::Glyph;
use super::history::{History, recent};
use super::rich::Rich;
use super::snapshot::Snapshot;
use super::tone::Tone;
use super::verdict::VerdictAction;

mod answer_rate;
mod capacity;
mod chance;
mod failures;

/// One sign of trouble.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signal {
    /// Its name in code: "capacity", "failures", "answer_rate".
    pub key: &'static str,
    /// What happens, its figures strong.
    pub text: Rich,
    /// Since when it can be seen, and the figures behind it.
    pub evidence: Vec<String>,
    /// How bad it is.
    pub tone: Tone,
    /// The shape beside it.
    pub glyph: Glyph,
    /// Where to look next, when the page can go there.
    pub next: Option<VerdictAction>,
}

/// The signs of trouble now, in a fixed order; none for a healthy campaign and
/// for one that does not dial. `snapshot` is the latest one of the history.
pub fn signals(history: &History, snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<Signal> {
    let stretch = history.stretch();
    let Some(span) = recent(&stretch) else {
        return Vec::new();
    };
    let earlier = stretch.get(..span.before).unwrap_or_default();
    let found = [
        capacity::signal(&stretch, &span, snapshot, formats),
        failures::signal(earlier, &span, snapshot, formats),
        answer_rate::signal(earlier, &span, snapshot, formats),
    ];
    found.into_iter().flatten().collect()
}

/// "Since 14:30:08 CST."
fn since(reading: &super::history::Reading, formats: &Formats<'_>) -> String {
    let at = reading.at().unwrap_or_default();
    let at = super::timestamp::Timestamp::from_ms(at);
    ["Since ", &*formats.clock_seconds(&at), "."].concat()
}

#[cfg(test)]
mod tests;
