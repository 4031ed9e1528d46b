//! The number pool of a campaign.

use super::{Columns, decimal, moment, text, whole};
use crate::domain::number::PoolNumber;

/// Everything that is told of a number. Rates and weights are fractions of 1.
pub const NUMBERS: Columns<PoolNumber> = &[
    ("number_id", |row| text(&row.id)),
    ("number", |row| (&*row.number).into()),
    ("label", |row| text(&row.label)),
    ("provider", |row| text(&row.provider)),
    ("status", |row| text(&row.status)),
    ("attempts", |row| whole(&row.attempts)),
    ("finished", |row| whole(&row.finished)),
    ("answered", |row| whole(&row.answered)),
    ("answer_rate", |row| decimal(&row.answer_rate)),
    ("weight", |row| decimal(&row.weight)),
    ("reputation", |row| text(&row.reputation)),
    ("flagged_at", |row| moment(&row.flagged_at)),
];
