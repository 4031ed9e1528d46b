//! Reading values of types off parsed JSON.

use super::{Json, Kind, number};
use crate::domain::block::Unreadable;

/// What a required field that is not there should have been.
const MISSING: &str = "a value, and the field is missing";

/// A type that JSON can carry.
pub trait FromJson: Sized {
    /// Reads the value. One that does not fit is reported to `trouble`, and
    /// what is returned then stands for nothing: whoever began the reading
    /// looks at `trouble` first, as [`Json::read`] does. So a field costs one
    /// call and no branch.
    fn from_json(json: &Json<'_>, trouble: &mut Trouble) -> Self;
}

/// The first thing that did not fit, if any.
#[derive(Debug, Default)]
pub struct Trouble {
    first: Option<Misfit>,
}

#[derive(Debug)]
struct Misfit {
    /// Nodes from the value, or from the object without it, to the end.
    nodes: usize,
    missing: &'static str,
    expected: &'static str,
}

impl Trouble {
    /// Reports that `json` is not what was `expected`, in words: "a number".
    pub fn refuse(&mut self, json: &Json<'_>, expected: &'static str) {
        self.first.get_or_insert(Misfit {
            nodes: json.nodes.len(),
            missing: json.missing,
            expected,
        });
    }

    /// The trouble with its path from `root` on.
    pub(super) fn told_from(&self, root: &Json<'_>) -> Option<Unreadable> {
        let misfit = self.first.as_ref()?;
        let expected = match misfit.missing {
            "" => misfit.expected,
            _ => MISSING,
        };
        let mut trouble = Unreadable {
            path: String::new(),
            expected: expected.to_owned(),
        };
        if !misfit.missing.is_empty() {
            trouble = trouble.within_member(misfit.missing);
        }
        Some(located(root, misfit.nodes, trouble))
    }
}

/// Puts the path from `root` to the value that `nodes` begin with before the
/// trouble's own.
fn located(root: &Json<'_>, nodes: usize, trouble: Unreadable) -> Unreadable {
    if root.nodes.len() <= nodes {
        return trouble;
    }
    let holds = |part: &Json<'_>| {
        let size = part.nodes.first().map_or(0, |node| node.size);
        part.nodes.len() >= nodes && part.nodes.len() - size < nodes
    };
    if let Some((key, part)) = root.members().find(|(_, part)| holds(part)) {
        let name = key.text().unwrap_or_default();
        return located(&part, nodes, trouble).within_member(&name);
    }
    match root.items().enumerate().find(|(_, part)| holds(part)) {
        Some((index, part)) => located(&part, nodes, trouble).within_item(index),
        None => trouble,
    }
}

impl<'a> Json<'a> {
    /// Hands the members of an object to the `fields` of their `names`; those
    /// that are not there become missing values. The last of several members
    /// of one name counts.
    pub(crate) fn fields(
        &self,
        names: &[&'static str],
        fields: &mut [Json<'a>],
        trouble: &mut Trouble,
    ) {
        if self.kind() != Kind::Object {
            trouble.refuse(self, "an object");
        }
        for (field, name) in fields.iter_mut().zip(names) {
            *field = Json {
                missing: name,
                ..*self
            };
        }
        // Members mostly come in the order of the contract.
        let mut likely = 0;
        for (key, value) in self.members() {
            let is_key = |name: &&'static str| key.is_key(name);
            let found = match names.get(likely).is_some_and(is_key) {
                true => Some(likely),
                false => names.iter().position(is_key),
            };
            let Some(place) = found else { continue };
            if let Some(field) = fields.get_mut(place) {
                *field = value;
            }
            likely = place + 1;
        }
    }
}

impl FromJson for i64 {
    fn from_json(json: &Json<'_>, trouble: &mut Trouble) -> Self {
        let number = match json.kind() {
            Kind::Number => number::whole(json.source()),
            _ => None,
        };
        number.unwrap_or_else(|| {
            trouble.refuse(json, "a whole number");
            0
        })
    }
}

impl FromJson for f64 {
    fn from_json(json: &Json<'_>, trouble: &mut Trouble) -> Self {
        let number = match json.kind() {
            Kind::Number => number::double(json.source()),
            _ => Self::NAN,
        };
        if !number.is_finite() {
            trouble.refuse(json, "a number");
        }
        number
    }
}

impl FromJson for bool {
    fn from_json(json: &Json<'_>, trouble: &mut Trouble) -> Self {
        match json.kind() {
            Kind::Bool(value) => value,
            _ => {
                trouble.refuse(json, "a boolean");
                false
            }
        }
    }
}

impl FromJson for String {
    fn from_json(json: &Json<'_>, trouble: &mut Trouble) -> Self {
        match json.text() {
            Some(text) => text.into_owned(),
            None => {
                trouble.refuse(json, "a string");
                Self::new()
            }
        }
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: &Json<'_>, trouble: &mut Trouble) -> Self {
        if json.kind() != Kind::List {
            trouble.refuse(json, "a list");
        }
        let mut list = Self::new();
        for item in json.items() {
            list.push(T::from_json(&item, trouble));
        }
        list
    }
}
