//! How a figure has changed since the previous refresh.

use crate::domain::figures::Figures;
use crate::domain::format::Formats;
use crate::domain::money::Money;

use super::{Delta, Judgement, NO_CHANGE};

/// The change of the figure with this key; `None` when one of the two
/// refreshes does not report it.
pub fn since(key: &str, before: &Figures, now: &Figures, formats: &Formats<'_>) -> Option<Delta> {
    let (from, to) = (before.value(key)?, now.value(key)?);
    let change = to - from;
    let amount = match key {
        "progress" | "answer_rate" => {
            return Some(Delta::of_rate(
                change,
                judgement(key, change > 0.0),
                formats,
            ));
        }
        "average" => formats.talk(change.abs()),
        "spend" => {
            let (before, now) = (before.spend.as_ref()?, now.spend.as_ref()?);
            if before.currency != now.currency {
                return None;
            }
            let currency = now.currency.clone();
            formats.money(&Money {
                amount: change.abs(),
                currency,
            })
        }
        _ => {
            return Some(Delta::of_count(
                change,
                judgement(key, change > 0.0),
                formats,
            ));
        }
    };
    Some(Delta::told(
        change > 0.0,
        &amount,
        judgement(key, change > 0.0),
    ))
}

impl Delta {
    /// A change by `amount`, up or down; one too small for its digits is none.
    pub fn told(up: bool, amount: &str, judgement: Judgement) -> Self {
        if is_nothing(amount) {
            return Self {
                spoken: NO_CHANGE.to_owned(),
                text: NO_CHANGE.to_owned(),
                judgement: Judgement::Neutral,
            };
        }
        let (arrow, direction) = if up {
            ("▲ ", "up ")
        } else {
            ("▼ ", "down ")
        };
        Self {
            text: [arrow, amount].concat(),
            spoken: [direction, &amount.replace(" pt", " points")].concat(),
            judgement,
        }
    }

    /// A change of a rate, as a fraction of 1.
    pub fn of_rate(change: f64, judgement: Judgement, formats: &Formats<'_>) -> Self {
        let points = formats.points(change.abs());
        Self::told(change > 0.0, &points, judgement)
    }

    /// A change of a count.
    pub fn of_count(change: f64, judgement: Judgement, formats: &Formats<'_>) -> Self {
        let amount = formats.count(change.abs() as i64);
        Self::told(change > 0.0, &amount, judgement)
    }
}

/// A change too small for the digits that are shown is none.
fn is_nothing(amount: &str) -> bool {
    !amount
        .chars()
        .any(|letter| letter.is_numeric() && letter != '0')
}

/// Only rates and goals have a good and a bad direction. Progress is counted
/// as neutral: it goes up whether calls go well or not.
fn judgement(key: &str, up: bool) -> Judgement {
    match (key, up) {
        ("answer_rate" | "goal", true) => Judgement::Good,
        ("answer_rate" | "goal", false) => Judgement::Bad,
        _ => Judgement::Neutral,
    }
}
