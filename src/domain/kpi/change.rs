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
    let (amount, spoken) = match key {
        "progress" | "answer_rate" => {
            let points = formats.points(change.abs());
            let spoken = points.replace(" pt", " points");
            (points, spoken)
        }
        "average" => plain(formats.talk(change.abs())),
        "spend" => {
            let (before, now) = (before.spend.as_ref()?, now.spend.as_ref()?);
            if before.currency != now.currency {
                return None;
            }
            let currency = now.currency.clone();
            plain(formats.money(&Money {
                amount: change.abs(),
                currency,
            }))
        }
        _ => plain(formats.count(change.abs() as i64)),
    };
    if is_nothing(&amount) {
        let text = NO_CHANGE.to_owned();
        return Some(Delta {
            spoken: text.clone(),
            text,
            judgement: Judgement::Neutral,
        });
    }
    let (arrow, direction) = if change > 0.0 {
        ("▲ ", "up ")
    } else {
        ("▼ ", "down ")
    };
    Some(Delta {
        text: [arrow, &amount].concat(),
        judgement: judgement(key, change > 0.0),
        spoken: [direction, &spoken].concat(),
    })
}

fn plain(text: String) -> (String, String) {
    (text.clone(), text)
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
