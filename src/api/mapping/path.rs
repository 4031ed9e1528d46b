//! Where in a foreign answer a value stands: `a.b[0].c`, `a[-1]`, `a[].b`,
//! `["Title Case"].x`, `$answer.x`.

mod parsing;

use super::scope::Scope;
use crate::domain::json::{Json, Kind};
use std::borrow::Cow;

/// What a path starts at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// The row, or the object of an item.
    Row,
    /// `$answer`: the whole answer around the rows.
    Answer,
    /// `$row`: inside `each`, what the list stands in; in a row of rows that
    /// were flattened, the element they stood in.
    Around,
    /// `$key`: the key that the row, or the element of an object, stands under.
    Key,
    /// `$header.X`: a header of the answer, in lower case.
    Header(String),
    /// `$name`: what a merge of that name has answered.
    Merge(String),
}

/// One step down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the member of that name.
    Member(String),
    /// To the item of that index; from the end for a negative one.
    Item(i64),
    /// To every item of a list, or every value of an object.
    All,
}

/// A path as the mapping names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// As it is written in the mapping.
    pub text: String,
    /// What it starts at.
    pub start: Start,
    /// The steps from there.
    pub steps: Vec<Step>,
}

/// What a path leads to.
#[derive(Clone, Debug)]
pub enum Found<'a> {
    /// A value; a missing one where there is nothing.
    One(Json<'a>),
    /// A key or a header.
    Text(Cow<'a, str>),
    /// Nothing: no such header, key or merge.
    Nothing,
    /// All values of a path with `[]`.
    Many(Vec<Json<'a>>),
}

impl Path {
    /// Reads a path. The error says at which letter (from 1) what is wrong.
    pub fn parse(text: &str) -> Result<Self, Misread> {
        parsing::path(text)
    }

    /// Whether it leads to several values.
    pub fn is_plural(&self) -> bool {
        self.steps.contains(&Step::All)
    }

    /// What stands there.
    pub fn find<'a>(&self, scope: &Scope<'a>) -> Found<'a> {
        self.find_where(scope, |_| true)
    }

    /// What stands there, of the elements of the last `[]` those that pass.
    pub fn find_where<'a>(
        &self,
        scope: &Scope<'a>,
        keep: impl Fn(&Scope<'a>) -> bool,
    ) -> Found<'a> {
        let from = match &self.start {
            Start::Row => Some(scope.row),
            Start::Answer => Some(scope.answer),
            Start::Around => scope.around,
            Start::Key => return scope.key.clone().map_or(Found::Nothing, Found::Text),
            Start::Header(name) => {
                let header = scope.header(name).map(Cow::Borrowed);
                return header.map_or(Found::Nothing, Found::Text);
            }
            Start::Merge(name) => scope.merge(name),
        };
        let Some(from) = from else {
            return Found::Nothing;
        };
        let last = self.steps.iter().rposition(|step| *step == Step::All);
        let Some(last) = last else {
            return walked(from, &self.steps).map_or(Found::Nothing, Found::One);
        };
        let (before, after) = self.steps.split_at_checked(last).unwrap_or((&[], &[]));
        let lists = all(vec![from], before);
        if lists.is_empty() {
            return Found::Nothing;
        }
        let elements = lists.into_iter().flat_map(|list| elements(&list));
        let kept = elements.filter(|(key, element)| keep(&scope.of_element(key.clone(), *element)));
        let kept: Vec<Json<'a>> = kept.map(|(_, element)| element).collect();
        Found::Many(all(kept, after.get(1..).unwrap_or_default()))
    }
}

/// The elements of a list, or of an object with their keys.
pub(super) fn elements<'a>(json: &Json<'a>) -> Vec<(Option<Cow<'a, str>>, Json<'a>)> {
    if json.kind() == Kind::Object {
        let members = json.members();
        members.map(|(key, value)| (key.text(), value)).collect()
    } else {
        json.items().map(|item| (None, item)).collect()
    }
}

/// Everything that the steps lead to from any of these.
fn all<'a>(from: Vec<Json<'a>>, steps: &[Step]) -> Vec<Json<'a>> {
    steps.iter().fold(from, |from, step| match step {
        Step::All => {
            let inside = from.iter().flat_map(elements);
            inside.map(|(_, element)| element).collect()
        }
        one => from.iter().filter_map(|json| stepped(json, one)).collect(),
    })
}

/// The value at the end of the steps.
pub(super) fn walked<'a>(from: Json<'a>, steps: &[Step]) -> Option<Json<'a>> {
    steps
        .iter()
        .try_fold(from, |json, step| stepped(&json, step))
}

fn stepped<'a>(json: &Json<'a>, step: &Step) -> Option<Json<'a>> {
    match step {
        Step::Member(name) => json.get(name),
        Step::Item(index) => {
            let place = if *index < 0 {
                let length = i64::try_from(json.items().count()).ok()?;
                length.checked_add(*index)?
            } else {
                *index
            };
            json.items().nth(usize::try_from(place).ok()?)
        }
        Step::All => None,
    }
}

/// Why a text is no path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread {
    /// The letter at which reading stopped, from 1.
    pub letter: usize,
    /// What is wrong there.
    pub problem: &'static str,
}

#[cfg(test)]
mod tests;
