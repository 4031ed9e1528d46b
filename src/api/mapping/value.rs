//! Single values: from the API's way of writing to the contract's.

use super::conventions::Conventions;
use super::decimal::{self, Decimal};
use super::duration::Unit;
use super::field::{Field, Type};
use super::{duration, time};
use crate::domain::json::Made;
use crate::domain::spelling::same_as_any;

/// The value as the contract wants it. What cannot be read stays as the text
/// that it came as, so that whoever decodes it marks it.
pub(super) fn shaped(made: Made, field: &Field, conventions: &Conventions) -> Made {
    if is_none(&made, &field.kind, conventions) {
        return Made::Null;
    }
    made_of(made, field, conventions)
}

/// Whether a value means that there is none. A zero means that of a moment, and
/// is a figure where figures are counted.
fn is_none(made: &Made, kind: &Type, conventions: &Conventions) -> bool {
    let is_figure = matches!(kind, Type::Whole | Type::Number | Type::Tally);
    let is_zero = || decimal::of(made).is_some_and(|number| number.is_zero());
    conventions.is_empty(made) && !(is_figure && is_zero())
}

/// The same of a value that was made here, and is what it is.
pub(super) fn made_of(made: Made, field: &Field, conventions: &Conventions) -> Made {
    if made == Made::Null {
        return made;
    }
    if let (Type::Tally, Made::Object(members)) = (&field.kind, &made) {
        return tally(members, field, conventions);
    }
    let made = worded(made, &field.words);
    if made == Made::Null {
        return made;
    }
    let made = measured(made, field.unit, field.scale.as_ref());
    typed(made, field, &field.kind, conventions)
}

impl Field {
    /// Whether the API's word has one of the contract's, or needs none.
    pub fn knows(&self, raw: &str) -> bool {
        self.words.is_empty()
            || self
                .words
                .iter()
                .any(|(word, _)| word == "*" || word == raw || same_word(word, raw))
    }
}

/// The contract's word for the API's.
fn worded(made: Made, words: &[(String, Made)]) -> Made {
    let Some(raw) = text_of(&made).filter(|_| !words.is_empty()) else {
        return made;
    };
    let mut known = words.iter();
    let exact = known.find(|(word, _)| *word == raw);
    let same = || words.iter().find(|(word, _)| same_word(word, &raw));
    let any = || words.iter().find(|(word, _)| word == "*");
    let found = exact.or_else(same).or_else(any);
    found.map_or(made, |(_, word)| word.clone())
}

/// Whether a declared word is meant: words whatever their case and separators,
/// numbers by what they amount to. What has no letter is only itself: the sign
/// of -1 and the point of 1.5 are no separators.
pub(super) fn same_word(declared: &str, raw: &str) -> bool {
    if declared == raw {
        return true;
    }
    match (Decimal::read(declared), Decimal::read(raw)) {
        (Some(declared), Some(raw)) => declared == raw,
        (None, None) => declared.chars().any(char::is_alphabetic) && same_as_any(raw, &[declared]),
        _ => false,
    }
}

fn measured(made: Made, unit: Option<Unit>, scale: Option<&Decimal>) -> Made {
    let made = match unit {
        Some(unit) => {
            duration::seconds(&made, unit).map_or(made, |seconds| Made::Number(seconds.to_string()))
        }
        None => made,
    };
    let scaled = scale.and_then(|scale| decimal::of(&made)?.times(scale));
    scaled.map_or(made, |scaled| Made::Number(scaled.to_string()))
}

fn typed(made: Made, field: &Field, kind: &Type, conventions: &Conventions) -> Made {
    match kind {
        Type::Text => text_of(&made).map_or(made, Made::Text),
        Type::Whole | Type::Number => numeric(made),
        Type::Flag => flag(&made).map_or(made, Made::Bool),
        Type::Instant => {
            let moment = time::moment(&made, field.time, conventions.zone);
            let written = moment.and_then(crate::domain::calendar::written);
            let raw = || text_of(&made).map_or(made, Made::Text);
            written.map_or_else(raw, Made::Text)
        }
        Type::List(inner) => typed(made, field, inner, conventions),
        Type::Tally | Type::Objects | Type::Any => made,
    }
}

/// A number that came as a string.
fn numeric(made: Made) -> Made {
    let number = match &made {
        Made::Text(_) => decimal::of(&made),
        _ => None,
    };
    number.map_or(made, |number| Made::Number(number.to_string()))
}

fn flag(made: &Made) -> Option<bool> {
    let text = text_of(made)?;
    if same_as_any(&text, &["true", "yes", "1", "on"]) {
        return Some(true);
    }
    same_as_any(&text, &["false", "no", "0", "off"]).then_some(false)
}

/// Counts by word; those of one word of the contract are added.
fn tally(members: &[(String, Made)], field: &Field, conventions: &Conventions) -> Made {
    let mut counts: Vec<(String, Made)> = Vec::new();
    for (word, count) in members {
        if is_none(count, &field.kind, conventions) {
            continue;
        }
        let word = worded(Made::Text(word.clone()), &field.words);
        let Some(word) = text_of(&word) else { continue };
        let count = numeric(count.clone());
        match counts.iter_mut().find(|(known, _)| *known == word) {
            Some((_, sum)) => {
                let both = decimal::of(sum).zip(decimal::of(&count));
                if let Some(total) = both.and_then(|(sum, count)| sum.plus(&count)) {
                    *sum = Made::Number(total.to_string());
                }
            }
            None => counts.push((word, count)),
        }
    }
    Made::Object(counts)
}

/// A scalar as text; `None` for anything else.
pub(super) fn text_of(made: &Made) -> Option<String> {
    match made {
        Made::Text(text) | Made::Number(text) => Some(text.clone()),
        Made::Bool(value) => Some(value.to_string()),
        Made::Absent | Made::Null | Made::List(_) | Made::Object(_) => None,
    }
}
