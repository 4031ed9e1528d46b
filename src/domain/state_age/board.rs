//! The age-in-state board: who is stuck, and who only waits.

use crate::domain::attempt_state::{AttemptState, Kind};
use crate::domain::block::Block;
use crate::domain::field::Field;
use crate::domain::format::{Formats, NONE};
use crate::domain::glyph::Glyph;
use crate::domain::snapshot::Snapshot;
use crate::domain::tone::Tone;

use super::StateAge;

/// What to do about tasks past their limit.
const ESCALATE: &str = "Escalate to engineering.";

/// Live states with their limits, and the waiting ones that have none.
#[derive(Clone, Debug, PartialEq)]
pub struct AgeBoard {
    /// States with a limit, in the order received.
    pub rows: Vec<AgeRow>,
    /// States in which waiting is normal however long.
    pub exempt: Vec<ExemptRow>,
    /// Who is past a limit, in a sentence or two.
    pub summary: String,
    /// Whether someone is.
    pub tone: Tone,
}

/// One state with a limit.
#[derive(Clone, Debug, PartialEq)]
pub struct AgeRow {
    /// The state.
    pub state: AttemptState,
    /// Tasks in it.
    pub count: String,
    /// Age of the oldest: "9 m 40 s".
    pub oldest: String,
    /// The limit: "2 min".
    pub limit: String,
    /// Shares of the bar under half, over half and over the limit, together at
    /// most 1; `None` when the split is not reported.
    pub split: Option<[f64; 3]>,
    /// The same in words: "2 under half, 0 over half, 2 over the limit".
    pub split_text: String,
    /// "Within the limit", "2 past the limit. Escalate to engineering."
    pub verdict: String,
    /// How bad it is.
    pub tone: Tone,
    /// The shape beside it.
    pub glyph: Glyph,
}

/// One state without a limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExemptRow {
    /// The state.
    pub state: AttemptState,
    /// Tasks in it.
    pub count: String,
    /// Age of the oldest.
    pub oldest: String,
    /// "Normal waiting".
    pub verdict: &'static str,
}

/// The board of a snapshot; `None` without any state.
pub fn board(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<AgeBoard> {
    match snapshot.states.read() {
        Block::Value(states) => board_of(&states, formats),
        _ => None,
    }
}

/// The board of these states; `None` without any.
pub fn board_of(states: &[StateAge], formats: &Formats<'_>) -> Option<AgeBoard> {
    if states.is_empty() {
        return None;
    }
    let (mut rows, mut exempt_rows) = (Vec::new(), Vec::new());
    let mut stuck = Vec::new();
    for age in states.iter() {
        let state = AttemptState::from_wire(&age.state);
        let limit = limit(age, &state);
        if limit.is_none() && past(age, limit) == Some(0) {
            exempt_rows.push(exempt(state, age, formats));
            continue;
        }
        stuck.extend(told(age, &state, limit, formats));
        rows.push(row(state, age, limit, formats));
    }
    let (tone, summary) = match stuck.is_empty() {
        true => (Tone::Ok, "No task is past its limit.".to_owned()),
        false => (Tone::Bad, [&*stuck.join(" "), " ", ESCALATE].concat()),
    };
    Some(AgeBoard {
        rows,
        exempt: exempt_rows,
        summary,
        tone,
    })
}

/// The limit in seconds: the dialer's, else the usual one of a known state.
fn limit(age: &StateAge, state: &AttemptState) -> Option<f64> {
    match age.limit_seconds {
        Field::Value(limit) => Some(limit),
        Field::Empty => None,
        Field::NotReported => state.age_limit_seconds().map(f64::from),
    }
}

/// Tasks past the limit: as reported, else at least the oldest one; `None`
/// when it cannot be told.
fn past(age: &StateAge, limit: Option<f64>) -> Option<i64> {
    if let Some(over) = age.over_limit.copied() {
        return Some(over.max(0));
    }
    let Some(limit) = limit else { return Some(0) };
    let oldest = age.oldest_seconds.copied()?;
    Some(i64::from(age.count > 0 && oldest > limit))
}

fn oldest(age: &StateAge, formats: &Formats<'_>) -> String {
    match (&age.oldest_seconds, age.count) {
        (_, 0) | (Field::Empty, _) => NONE.to_owned(),
        (Field::Value(seconds), _) => formats.wait(*seconds),
        (Field::NotReported, _) => "Not reported".to_owned(),
    }
}

fn exempt(state: AttemptState, age: &StateAge, formats: &Formats<'_>) -> ExemptRow {
    ExemptRow {
        verdict: match state.kind() {
            Kind::Waiting => "Normal waiting",
            _ => "No limit is set",
        },
        state,
        count: formats.count(age.count),
        oldest: oldest(age, formats),
    }
}

fn row(state: AttemptState, age: &StateAge, limit: Option<f64>, formats: &Formats<'_>) -> AgeRow {
    let over = past(age, limit);
    let half = age.over_half.copied();
    let (verdict, tone, glyph) = match (over, half) {
        (Some(1..), _) => {
            let count = formats.count(over.unwrap_or_default());
            let words = if limit.is_some() {
                " past the limit. "
            } else {
                " past due. "
            };
            let text = [&*count, words, ESCALATE].concat();
            (text, Tone::Bad, Glyph::OctagonX)
        }
        (_, Some(half @ 1..)) => {
            let text = [&*formats.count(half), " past half of the limit"].concat();
            (text, Tone::Warn, Glyph::Clock)
        }
        (None, _) => ("Cannot tell".to_owned(), Tone::Mute, Glyph::DashedCircle),
        _ => ("Within the limit".to_owned(), Tone::Ok, Glyph::CircleCheck),
    };
    AgeRow {
        state,
        count: formats.count(age.count),
        oldest: oldest(age, formats),
        limit: limit.map_or_else(|| NONE.to_owned(), |limit| formats.wait(limit)),
        split: split(age).map(|[under, half, over]| {
            let all = (under as f64 + half as f64 + over as f64).max(1.0);
            [under, half, over].map(|part| part as f64 / all)
        }),
        split_text: split(age).map_or_else(String::new, |parts| {
            let [under, half, over] = parts.map(|part| formats.count(part));
            [
                &*under,
                " under half, ",
                &half,
                " over half, ",
                &over,
                " over the limit",
            ]
            .concat()
        }),
        verdict,
        tone,
        glyph,
    }
}

/// Tasks under half, over half and over the limit.
fn split(age: &StateAge) -> Option<[i64; 3]> {
    let (half, over) = (
        age.over_half.copied()?.max(0),
        age.over_limit.copied()?.max(0),
    );
    let under = age.count.saturating_sub(half).saturating_sub(over).max(0);
    Some([under, half, over])
}

/// "2 tasks are past the 2 min limit in Processing, oldest 9 m 40 s."
fn told(
    age: &StateAge,
    state: &AttemptState,
    limit: Option<f64>,
    formats: &Formats<'_>,
) -> Option<String> {
    let over = past(age, limit).filter(|over| *over > 0)?;
    let noun = if over == 1 { " task is" } else { " tasks are" };
    let label = state.label();
    let what = match limit {
        Some(limit) => [" past the ", &*formats.wait(limit), " limit in ", &label].concat(),
        None => [" past due in ", &*label].concat(),
    };
    let oldest = age
        .oldest_seconds
        .copied()
        .map_or_else(String::new, |seconds| {
            [", oldest ", &*formats.wait(seconds)].concat()
        });
    Some([&*formats.count(over), noun, &what, &oldest, "."].concat())
}

#[cfg(test)]
mod tests;
