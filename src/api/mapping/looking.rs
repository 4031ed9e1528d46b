//! Single values of an answer that paging goes by.

use super::filling::plain;
use super::path::{Found, Path};
use super::scope::Scope;
use crate::domain::json::{Json, Kind, Made};

/// The text at a path, not empty.
pub(super) fn text_at(path: &Path, scope: &Scope<'_>) -> Option<String> {
    let text = match path.find(scope) {
        Found::One(json) => plain(&Made::copy(&json)),
        Found::Text(text) => Some(text.into_owned()),
        Found::Many(values) => plain(&Made::copy(values.first()?)),
        Found::Nothing => None,
    };
    text.filter(|text| !text.is_empty())
}

/// The count at a path, be it written as a number or as text; of several
/// values, their sum. `None` for what is no count.
pub(super) fn number_at(path: &Path, scope: &Scope<'_>) -> Option<u64> {
    match path.find(scope) {
        Found::Many(values) => {
            let numbers: Option<Vec<u64>> = values.iter().map(of_json).collect();
            let numbers = numbers.filter(|numbers| !numbers.is_empty())?;
            numbers.into_iter().try_fold(0, u64::checked_add)
        }
        Found::One(json) => of_json(&json),
        Found::Text(text) => of_text(&text),
        Found::Nothing => None,
    }
}

fn of_json(json: &Json<'_>) -> Option<u64> {
    of_text(&plain(&Made::copy(json))?)
}

fn of_text(text: &str) -> Option<u64> {
    let text = text.trim();
    let double = || text.parse::<f64>().ok();
    let whole = |number: &f64| (0.0..9.0e15).contains(number) && number.fract() == 0.0;
    text.parse()
        .ok()
        .or_else(|| double().filter(whole).map(|number| number as u64))
}

/// Whether the value at a path says yes; `None` when nothing is there.
pub(super) fn truth_at(path: &Path, scope: &Scope<'_>) -> Option<bool> {
    let of_word = |text: &str| !matches!(text.trim(), "" | "0" | "false" | "no" | "null");
    match path.find(scope) {
        Found::One(json) => match json.kind() {
            Kind::Missing => None,
            Kind::Null => Some(false),
            Kind::Bool(value) => Some(value),
            Kind::List => Some(json.items().next().is_some()),
            _ => Some(plain(&Made::copy(&json)).is_none_or(|text| of_word(&text))),
        },
        Found::Text(text) => Some(of_word(&text)),
        Found::Many(values) => Some(!values.is_empty()),
        Found::Nothing => None,
    }
}
