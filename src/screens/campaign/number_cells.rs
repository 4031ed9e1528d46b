//! The cells of a pool number's row.

use crate::domain::action::Action;
use crate::domain::number_row::NumberRow;
use crate::domain::tone::Tone;
use crate::screens::text_cell::{data, row_header, sub, td, text};
use crate::ui::{Markup, meter_bar, quiet_status};

/// A row, and whether its number can be taken out of the pool. Known before it
/// is drawn: a part that changed by itself would be drawn anew at every refresh.
#[derive(Clone, PartialEq)]
pub struct PoolRow {
    /// The row.
    pub row: NumberRow,
    /// There for a flagged number, and for the one that spoils the pool, where
    /// the API offers that.
    pub removal: Option<Removal>,
}

/// Taking a number out of the pool.
#[derive(Clone, PartialEq)]
pub struct Removal {
    available: bool,
    reason: Option<String>,
}

impl PoolRow {
    /// The row with its removal, if any.
    pub fn of(row: NumberRow, action: Option<&Action>, worst: Option<&str>) -> Self {
        let status = row.status.as_ref();
        let flagged = status.is_some_and(|status| status.tone() == Tone::Bad);
        let concerns = flagged || worst == Some(&*row.id);
        let removal = action.filter(|_| concerns).map(|action| Removal {
            available: action.available,
            reason: action.why_not(),
        });
        Self { row, removal }
    }
}

/// The cells of one row.
pub fn cells(PoolRow { row, removal }: PoolRow) -> Vec<Markup> {
    let remove = removal.map(|removal| remove_button(removal, &row));
    let status = match row.status {
        Some(status) => quiet_status(status.tone(), status.glyph(), status.label()),
        None => Markup::new("span").class("dash").text("Not reported"),
    };
    let tone = if row.small_sample {
        Tone::Mute
    } else {
        Tone::Accent
    };
    let small = row.small_sample;
    vec![
        row_header().text(row.number).child(row.label.map(sub)),
        text(row.provider, "provider", ""),
        Markup::new("td").child(status),
        text(row.attempts, "attempts", "num"),
        text(row.answered, "answered", "num"),
        data("rate")
            .class("num strong")
            .with_some("data-kind", small.then_some("small-sample"))
            .with_some(
                "title",
                small.then_some("Too few attempts to judge: under 20."),
            )
            .text(row.answer_rate.text),
        data("rate")
            .class("meter-cell")
            .child(meter_bar(row.answer_fraction.unwrap_or(0.0), tone)),
        text(row.weight, "weight", "num"),
        text(row.reputation, "reputation", ""),
        td("row-action").child(remove),
    ]
}

/// Its row takes the press, and asks.
fn remove_button(removal: Removal, row: &NumberRow) -> Markup {
    let label = ["Remove ", &*row.number, "…"].concat();
    Markup::new("button")
        .with("type", "button")
        .class("text-button")
        .with("data-press", "")
        .with("aria-label", label)
        .with_some("aria-disabled", (!removal.available).then_some("true"))
        .with_some("title", removal.reason)
        .text("Remove…")
}
