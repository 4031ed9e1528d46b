//! What explains the bends of the timeline, and where on it that stands.

use crate::domain::format::Formats;
use crate::domain::glyph::Glyph;
use crate::domain::spelling::same_as_any;
use crate::domain::timestamp::Timestamp;
use crate::domain::tone::Tone;

use super::{Annotation, Timeline};

/// One annotation.
#[derive(Clone, Debug, PartialEq)]
pub struct Pin {
    /// Its number on the chart, from 1.
    pub number: usize,
    /// Where it stands, in buckets from the start of the first one: 1.5 is the
    /// middle of the second. Within the chart.
    pub position: f64,
    /// "10:45".
    pub time: String,
    /// What.
    pub text: String,
    /// Who; nobody when the system did it.
    pub who: Option<String>,
    /// How bad it is.
    pub tone: Tone,
    /// The shape beside it.
    pub glyph: Glyph,
}

/// The annotations of a timeline, numbered in the order received.
pub fn pins(timeline: &Timeline, formats: &Formats<'_>) -> Vec<Pin> {
    let annotations = timeline
        .annotations
        .value()
        .map_or(&[][..], |known| known.as_slice());
    let first = timeline.buckets.first().and_then(|bucket| bucket.from.ms);
    let pin = |(at, annotation): (usize, &Annotation)| {
        let (tone, glyph) = mark(annotation.kind.as_deref().unwrap_or_default());
        Pin {
            number: at + 1,
            position: position(timeline, first, &annotation.at),
            time: formats.hours(&annotation.at),
            text: annotation.text.clone(),
            who: annotation.by.as_deref().map(str::to_owned),
            tone,
            glyph,
        }
    };
    annotations.iter().enumerate().map(pin).collect()
}

/// Buckets from the start; what lies outside, or cannot be read, stands at the edge.
fn position(timeline: &Timeline, first: Option<i64>, at: &Timestamp) -> f64 {
    let end = timeline.buckets.len() as f64;
    let length = timeline.bucket_seconds.max(1) as f64 * 1000.0;
    let (Some(first), Some(at)) = (first, at.ms) else {
        return end;
    };
    (at.saturating_sub(first) as f64 / length).clamp(0.0, end)
}

fn mark(kind: &str) -> (Tone, Glyph) {
    let is = |word: &str| same_as_any(kind, &[word]);
    if is("pause") {
        (Tone::Warn, Glyph::Pause)
    } else if is("resume") {
        (Tone::Live, Glyph::Play)
    } else if is("numbers") || is("carrier") {
        (Tone::Warn, Glyph::TriangleAlert)
    } else if is("window") {
        (Tone::Mute, Glyph::Moon)
    } else {
        (Tone::Accent, Glyph::CircleInfo)
    }
}
