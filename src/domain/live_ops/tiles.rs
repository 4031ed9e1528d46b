//! The summary strip: one figure of the workspace each.

use super::{CardKind, Cards, Past};
use crate::domain::figures::share;
use crate::domain::format::{ANSWER_RATE_MINIMUM, Formats, NONE};
use crate::domain::kpi::{Delta, Judgement, Tile, equation};
use crate::domain::moment::when;

mod work;

/// A tile of the strip.
#[derive(Clone, Copy)]
pub struct CardTile {
    /// Its name in code, and that of its figure in [`Past`].
    pub key: &'static str,
    /// Its name on screen.
    pub label: &'static str,
    /// The card that it is read from.
    pub card: CardKind,
    draw: Draw,
    change: fn(f64, &Formats<'_>) -> Delta,
}

/// How a tile is read; `None` until its card was answered.
type Draw = fn(&Cards, &Formats<'_>) -> Option<Figure>;

/// What a tile shows, without what all tiles share.
#[derive(Default)]
struct Figure {
    /// `None` when the API does not report it.
    value: Option<String>,
    sub: String,
    few: bool,
    formula: Option<(&'static str, Vec<String>)>,
}

/// The tiles, in the order of the strip.
pub fn tiles() -> [CardTile; 6] {
    let tile = |key, label, card, draw: Draw, change: fn(f64, &Formats<'_>) -> Delta| CardTile {
        key,
        label,
        card,
        draw,
        change,
    };
    let count =
        |change, formats: &Formats<'_>| Delta::of_count(change, Judgement::Neutral, formats);
    let (campaigns, calls) = (CardKind::Campaigns, CardKind::Calls);
    [
        tile(
            "dialing",
            "Campaigns dialing",
            campaigns,
            work::dialing,
            count,
        ),
        tile("lines", "Calls on lines", calls, work::lines, count),
        tile(
            "answers",
            "Answer rate, last hour",
            calls,
            answers,
            |change, formats| rate(change, change > 0.0, formats),
        ),
        tile(
            "errors",
            "Carrier errors, last hour",
            calls,
            errors,
            |change, formats| rate(change, change < 0.0, formats),
        ),
        tile("jobs", "Jobs running", CardKind::Jobs, work::jobs, count),
        tile(
            "workers",
            "Workers",
            CardKind::Runtime,
            work::workers,
            count,
        ),
    ]
}

impl CardTile {
    /// The tile; `None` until its card was answered.
    pub fn draw(&self, cards: &Cards, past: &Past, formats: &Formats<'_>) -> Option<Tile> {
        let Figure {
            value,
            sub,
            few,
            formula,
        } = (self.draw)(cards, formats)?;
        let reported = value.is_some();
        let tile = Tile::reported(self.key, self.label, value.unwrap_or_default(), sub);
        let change = past.change(self.key).filter(|_| reported);
        let tile = Tile {
            reported,
            small_sample: few,
            delta: change.map(|change| (self.change)(change, formats)),
            ..tile
        };
        Some(match formula {
            Some((title, lines)) => tile.explained(title, lines),
            None => tile,
        })
    }
}

fn rate(change: f64, is_good: bool, formats: &Formats<'_>) -> Delta {
    let judgement = if is_good {
        Judgement::Good
    } else {
        Judgement::Bad
    };
    Delta::of_rate(change, judgement, formats)
}

fn answers(cards: &Cards, formats: &Formats<'_>) -> Option<Figure> {
    let hour = cards.calls.as_deref()?.hour.value();
    let counts = hour.and_then(|hour| Some((hour.answered.copied()?, hour.finished.copied()?)));
    let Some((answered, finished)) = counts else {
        return Some(Figure::default());
    };
    Some(Figure {
        sub: [&*formats.of(answered, finished), " finished attempts"].concat(),
        few: finished < ANSWER_RATE_MINIMUM,
        formula: Some((
            "Answered ÷ finished attempts of the last 60 minutes",
            vec![equation(answered, finished, formats)],
        )),
        value: Some(percent(answered, finished, formats)),
    })
}

fn errors(cards: &Cards, formats: &Formats<'_>) -> Option<Figure> {
    let hour = cards.calls.as_deref()?.hour.value();
    let counts =
        hour.and_then(|hour| Some((hour.carrier_errors.copied()?, hour.attempts.copied()?)));
    let Some((failed, attempts)) = counts else {
        return Some(Figure::default());
    };
    Some(Figure {
        sub: [&*formats.of(failed, attempts), " attempts"].concat(),
        few: attempts < ANSWER_RATE_MINIMUM,
        formula: Some((
            "Carrier and network failures ÷ attempts of the last 60 minutes",
            vec![equation(failed, attempts, formats)],
        )),
        value: Some(percent(failed, attempts, formats)),
    })
}

fn percent(part: i64, whole: i64, formats: &Formats<'_>) -> String {
    share(part, whole).map_or_else(|| NONE.to_owned(), |share| formats.percent(share))
}

#[cfg(test)]
mod tests;
