//! Values that are made of the elements of lists and objects.

use super::super::{Field, Fields, Source};
use crate::api::mapping::condition::Condition;
use crate::api::mapping::path::{Found, Path, elements};
use crate::api::mapping::scope::Scope;
use crate::api::mapping::value::text_of;
use crate::domain::json::{Kind, Made, object};

impl Field {
    /// What each element of a list can see, of a field that makes an object of
    /// each; none of any other.
    pub fn elements<'a>(&self, scope: &Scope<'a>) -> Vec<Scope<'a>> {
        let Source::Each(path, _) = &self.source else {
            return Vec::new();
        };
        match listed(path, self.only.as_ref(), scope) {
            Listed::Elements(elements) => elements,
            Listed::Other(_) => Vec::new(),
        }
    }

    pub(super) fn count(&self, path: &Path, scope: &Scope<'_>) -> Made {
        let number = match listed(path, self.only.as_ref(), scope) {
            Listed::Elements(elements) => elements.len(),
            Listed::Other(made) => return made,
        };
        let made = Made::Number(number.to_string());
        self.made_of(made, scope)
    }

    pub(super) fn each(&self, path: &Path, fields: &Fields, scope: &Scope<'_>) -> Made {
        let elements = match listed(path, self.only.as_ref(), scope) {
            Listed::Elements(elements) => elements,
            Listed::Other(made) => return made,
        };
        let objects = elements.iter().map(|element| fields.evaluate(element));
        objects.collect()
    }
}

/// What `count` and `each` go over.
enum Listed<'a> {
    Elements(Vec<Scope<'a>>),
    /// Absent, empty, or something that is no list.
    Other(Made),
}

fn listed<'a>(path: &Path, only: Option<&Condition>, scope: &Scope<'a>) -> Listed<'a> {
    let parts = match path.find(scope) {
        Found::Many(found) => found.into_iter().map(|json| (None, json)).collect(),
        Found::One(json) if matches!(json.kind(), Kind::List | Kind::Object) => elements(&json),
        Found::One(json) => {
            let made = Made::copy(&json);
            let is_empty = scope.conventions.is_empty(&made);
            return Listed::Other(if is_empty { Made::Null } else { made });
        }
        Found::Text(_) | Found::Nothing => return Listed::Other(Made::Absent),
    };
    let scopes = parts
        .into_iter()
        .map(|(key, element)| scope.of_element(key, element));
    let kept = scopes.filter(|scope| only.is_none_or(|only| only.holds(scope)));
    Listed::Elements(kept.collect())
}

/// Label and value of each member; what is no scalar as its JSON.
pub(super) fn pairs(path: &Path, scope: &Scope<'_>) -> Made {
    let found = match path.find(scope) {
        Found::One(json) => json,
        _ => return Made::Absent,
    };
    match found.kind() {
        Kind::Object => {
            let pairs = found.members().map(|(key, value)| {
                let made = Made::copy(&value);
                let text = if scope.conventions.is_empty(&made) {
                    Made::Null
                } else {
                    let text = text_of(&made);
                    Made::Text(text.unwrap_or_else(|| value.source().to_owned()))
                };
                let label = key.text().unwrap_or_default();
                object([("label", (&*label).into()), ("value", text)])
            });
            pairs.collect()
        }
        _ => {
            let made = Made::copy(&found);
            if scope.conventions.is_empty(&made) {
                Made::Null
            } else {
                made
            }
        }
    }
}
