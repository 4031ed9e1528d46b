//! The strip of headline figures.

use super::block::Block;
use super::contradiction::{self, Contradiction};
use super::figures::Figures;
use super::format::Formats;
use super::history::History;
use super::snapshot::Snapshot;

mod calls;
mod change;
mod footer;
mod metrics;
mod money;
mod segment;
mod tasks;

pub use change::since as change;
pub use footer::{FooterPart, footer};
pub use metrics::{callback_counters, metrics};
pub use segment::{Segment, legend_note, segments};
pub use tasks::equation;

/// What stands where the API does not report a figure.
pub const NOT_REPORTED: &str = "Not reported";

/// What stands where a figure is in a block that could not be read.
pub const NOT_READABLE: &str = "Not readable";

/// One headline figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tile {
    /// Its name in code: "answer_rate".
    pub key: &'static str,
    /// Its name on screen: "Answer rate".
    pub label: &'static str,
    /// The figure, ready to be shown.
    pub value: String,
    /// Whether the API reports it; otherwise the value says so in words.
    pub reported: bool,
    /// Whether the sample is too small to judge the rate by.
    pub small_sample: bool,
    /// The n of N behind the figure, or more about it; may be empty.
    pub sub: String,
    /// The change since the previous refresh, when there was one.
    pub delta: Option<Delta>,
    /// The figure at this session's refreshes, the oldest first.
    pub trend: Vec<f64>,
    /// How the figure is computed, where that needs telling.
    pub formula: Option<Formula>,
    /// What contradicts the figure, with both figures.
    pub contradiction: Option<String>,
}

/// The change of a figure since the previous refresh.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delta {
    /// "▲ 0.8 pt", "▼ 42", "no change".
    pub text: String,
    /// Whether the direction is good or bad; neutral for plain counts.
    pub judgement: Judgement,
    /// The same in words, for speech: "up 0.8 points".
    pub spoken: String,
}

impl Delta {
    /// Whether the figure changed as far as its digits show.
    pub fn is_change(&self) -> bool {
        self.text != NO_CHANGE
    }
}

const NO_CHANGE: &str = "no change";

/// What a change is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// Neither good nor bad by itself.
    Neutral,
    /// In the right direction.
    Good,
    /// In the wrong direction.
    Bad,
}

/// How a figure is computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    /// The formula in words: "Answered ÷ finished dials".
    pub title: &'static str,
    /// The formula with live figures, what is left out, and the smallest sample.
    pub lines: Vec<String>,
}

/// The tiles in their fixed order. The goal's is left out when there is no goal.
pub fn tiles(
    snapshot: &Snapshot,
    previous: Option<&Figures>,
    trends: &History,
    formats: &Formats<'_>,
) -> Vec<Tile> {
    let figures = Figures::of(snapshot);
    let contradictions = contradiction::find(snapshot, formats);
    let mut tiles = vec![
        tasks::progress(snapshot, &figures, formats),
        tasks::active(snapshot, &figures, formats),
        tasks::completed(snapshot, formats),
        tasks::failed(snapshot, formats),
        tasks::pending(snapshot, &figures, formats),
        calls::answer_rate(snapshot, &figures, formats),
        calls::average(snapshot, &figures, formats),
        money::spend(snapshot, formats),
    ];
    tiles.extend(money::goal(snapshot, formats));
    for tile in &mut tiles {
        tile.delta = previous.and_then(|before| change::since(tile.key, before, &figures, formats));
        tile.trend = trends.trend(tile.key);
        tile.contradiction = told(&contradictions, tile.key);
    }
    tiles
}

fn told(contradictions: &[Contradiction], key: &str) -> Option<String> {
    let texts: Vec<&str> = contradictions
        .iter()
        .filter(|contradiction| contradiction.about == key)
        .map(|contradiction| contradiction.text.as_str())
        .collect();
    (!texts.is_empty()).then(|| texts.join(" "))
}

impl Tile {
    /// A tile with a figure.
    pub fn reported(key: &'static str, label: &'static str, value: String, sub: String) -> Self {
        Self {
            key,
            label,
            value,
            sub,
            reported: true,
            ..Self::default()
        }
    }

    /// A tile without a figure; says whether its block, the
    /// snapshot's `part`, is missing or where it cannot be read.
    fn missing<T>(key: &'static str, label: &'static str, part: &str, block: &Block<T>) -> Self {
        let (value, sub) = match block.unreadable() {
            Some(trouble) => (
                NOT_READABLE,
                trouble
                    .within(part)
                    .to_string()
                    .trim_end_matches('.')
                    .to_owned(),
            ),
            None => (NOT_REPORTED, String::new()),
        };
        Self {
            key,
            label,
            value: value.to_owned(),
            sub,
            ..Self::default()
        }
    }

    /// The same with how its figure is computed.
    pub fn explained(mut self, title: &'static str, lines: Vec<String>) -> Self {
        self.formula = Some(Formula { title, lines });
        self
    }
}

#[cfg(test)]
mod tests;
