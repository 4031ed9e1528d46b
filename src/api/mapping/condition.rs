//! What is asked of a value: which rows count, which answers are failures.

use super::path::{Found, Path};
use super::scope::Scope;
use super::value::{same_word, text_of};
use crate::domain::json::Made;

/// A condition; all of its parts must hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// Where the value is.
    pub path: Path,
    /// It is one of these.
    pub is: Option<Vec<Made>>,
    /// It is none of these.
    pub is_not: Option<Vec<Made>>,
    /// It holds this text, whatever the case.
    pub contains: Option<String>,
}

impl Condition {
    /// Whether it holds for a row, or an answer.
    pub fn holds(&self, scope: &Scope<'_>) -> bool {
        let values = match self.path.find(scope) {
            Found::One(json) => vec![Made::copy(&json)],
            Found::Text(text) => vec![Made::Text(text.into_owned())],
            Found::Nothing => vec![Made::Null],
            Found::Many(found) => found.iter().map(Made::copy).collect(),
        };
        let is_any = |wanted: &Vec<Made>| {
            let mut values = values.iter();
            values.any(|value| wanted.iter().any(|wanted| is_same(value, wanted)))
        };
        self.is.as_ref().is_none_or(is_any)
            && !self.is_not.as_ref().is_some_and(is_any)
            && self.contains.as_ref().is_none_or(|part| {
                let part = part.to_lowercase();
                let texts = values.iter().filter_map(text_of);
                texts
                    .into_iter()
                    .any(|text| text.to_lowercase().contains(&part))
            })
    }
}

/// Whether two values say the same, numbers also as text.
fn is_same(value: &Made, wanted: &Made) -> bool {
    match (text_of(value), text_of(wanted)) {
        (Some(value), Some(wanted)) => same_word(&wanted, &value),
        (None, None) => true,
        _ => false,
    }
}
