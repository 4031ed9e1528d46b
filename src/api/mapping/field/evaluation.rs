//! The value of each member.

mod lists;

use super::{Field, Fields, Inside, Source, Type};
use crate::api::mapping::decimal::{self, Decimal};
use crate::api::mapping::path::{Found, Path};
use crate::api::mapping::scope::Scope;
use crate::api::mapping::value::{self, text_of};
use crate::domain::calendar;
use crate::domain::json::{Json, Kind, Made};

impl Fields {
    /// The object that these members make of a row. Members that the row does
    /// not have are absent, and so is an object that lacks what the contract
    /// requires of it.
    pub fn evaluate(&self, scope: &Scope<'_>) -> Made {
        self.object(scope, true)
    }

    fn object(&self, scope: &Scope<'_>, is_whole: bool) -> Made {
        let mut members = Vec::with_capacity(self.0.len());
        let mut lack = None;
        for member in &self.0 {
            let made = match &member.inside {
                Inside::Field(field) => field.evaluate(scope),
                Inside::Object(fields) => fields.object(scope, false),
            };
            match made {
                Made::Absent if member.is_required => lack = Some(Made::Absent),
                Made::Null if member.is_required => lack = lack.or(Some(Made::Null)),
                _ => {}
            }
            members.push((member.name.clone(), made));
        }
        let is_there = members.iter().any(|(_, made)| *made != Made::Absent);
        match lack {
            Some(lack) if !is_whole => lack,
            _ if !is_whole && !is_there => Made::Absent,
            _ => Made::Object(members),
        }
    }
}

impl Field {
    /// The value of the contract.
    pub fn evaluate(&self, scope: &Scope<'_>) -> Made {
        let only = self.only.as_ref();
        let only = only.filter(|_| !self.source.goes_over_elements());
        let made = match only {
            Some(only) if !only.holds(scope) => Made::Absent,
            _ => self.sourced(scope),
        };
        match &self.default {
            Some(default) if matches!(made, Made::Absent | Made::Null) => default.clone(),
            _ => made,
        }
    }

    fn sourced(&self, scope: &Scope<'_>) -> Made {
        match &self.source {
            Source::Paths(paths) => self.first(paths, scope),
            Source::First(fields) => self.made_of(first_of(fields, scope), scope),
            Source::Value(made) => made.clone(),
            Source::Empty(path) => emptiness(path, scope),
            Source::Id(kind) => {
                let id = scope.conventions.ids.of_row(kind, scope);
                id.map_or(Made::Absent, Made::Text)
            }
            Source::Param(kind) => scope.asked(kind).map_or(Made::Absent, Made::from),
            Source::Now => calendar::written(scope.now).map_or(Made::Absent, Made::Text),
            Source::Add(parts) => self.made_of(sum(parts, scope), scope),
            Source::Count(path) => self.count(path, scope),
            Source::Join(paths, with) => self.joined(paths, with, scope),
            Source::Each(path, fields) => self.each(path, fields, scope),
            Source::Pairs(path) => lists::pairs(path, scope),
        }
    }

    /// The first of the alternatives that is there and not empty.
    fn first(&self, paths: &[Path], scope: &Scope<'_>) -> Made {
        let mut best = Made::Absent;
        for path in paths {
            let made = match self.found(path, scope) {
                Found::One(json) => self.one(&json, scope),
                Found::Text(text) => self.shaped(Made::Text(text.into_owned()), scope),
                Found::Nothing => Made::Absent,
                Found::Many(found) => self.many(&found, scope),
            };
            match made {
                Made::Absent => {}
                Made::Null => best = Made::Null,
                made => return made,
            }
        }
        best
    }

    fn found<'a>(&self, path: &Path, scope: &Scope<'a>) -> Found<'a> {
        match &self.only {
            Some(only) if self.source.goes_over_elements() => {
                path.find_where(scope, |scope| only.holds(scope))
            }
            _ => path.find(scope),
        }
    }

    fn one(&self, json: &Json<'_>, scope: &Scope<'_>) -> Made {
        match (&self.kind, json.kind()) {
            (Type::List(_), Kind::List) => {
                let items: Vec<Json<'_>> = json.items().collect();
                self.many(&items, scope)
            }
            _ => self.shaped(Made::copy(json), scope),
        }
    }

    /// A list where the contract wants one, else the first that is not empty.
    fn many(&self, found: &[Json<'_>], scope: &Scope<'_>) -> Made {
        let mut shaped = found
            .iter()
            .map(|json| self.shaped(Made::copy(json), scope));
        if matches!(self.kind, Type::List(_)) {
            return shaped.filter(|made| *made != Made::Null).collect();
        }
        let there = shaped.find(|made| *made != Made::Null);
        there.unwrap_or(Made::Absent)
    }

    fn shaped(&self, made: Made, scope: &Scope<'_>) -> Made {
        value::shaped(made, self, scope.conventions)
    }

    fn made_of(&self, made: Made, scope: &Scope<'_>) -> Made {
        value::made_of(made, self, scope.conventions)
    }

    fn joined(&self, paths: &[Path], with: &str, scope: &Scope<'_>) -> Made {
        let mut texts = Vec::new();
        for path in paths {
            match path.find(scope) {
                Found::One(json) => texts.push(Made::copy(&json)),
                Found::Text(text) => texts.push(Made::Text(text.into_owned())),
                Found::Many(found) => texts.extend(found.iter().map(Made::copy)),
                Found::Nothing => {}
            }
        }
        if texts.is_empty() {
            return Made::Absent;
        }
        let there = texts
            .iter()
            .filter(|made| !scope.conventions.is_empty(made));
        let parts: Vec<String> = there.filter_map(text_of).collect();
        if parts.is_empty() {
            return Made::Null;
        }
        self.shaped(Made::Text(parts.join(with)), scope)
    }
}

/// The first value that is there and not empty.
fn first_of(fields: &[Field], scope: &Scope<'_>) -> Made {
    let mut best = Made::Absent;
    for field in fields {
        match field.evaluate(scope) {
            Made::Absent => {}
            Made::Null => best = Made::Null,
            made => return made,
        }
    }
    best
}

/// `null` of what is empty; nothing is told of anything else.
fn emptiness(path: &Path, scope: &Scope<'_>) -> Made {
    match path.find(scope) {
        Found::One(json) if scope.conventions.is_empty(&Made::copy(&json)) => Made::Null,
        _ => Made::Absent,
    }
}

/// The sum of what is there; absent when nothing is.
fn sum(parts: &[Field], scope: &Scope<'_>) -> Made {
    let mut total: Option<Decimal> = None;
    let mut none = Made::Absent;
    for part in parts {
        let made = part.evaluate(scope);
        match &made {
            Made::Absent => {}
            Made::Null => none = Made::Null,
            made => {
                let number = decimal::of(made);
                let sum = number.and_then(|number| match &total {
                    Some(total) => total.plus(&number),
                    None => Some(number),
                });
                let Some(sum) = sum else {
                    return made.clone();
                };
                total = Some(sum);
            }
        }
    }
    total.map_or(none, |total| Made::Number(total.to_string()))
}
