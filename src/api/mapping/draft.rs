//! A request to the foreign API while it is put together.

use super::compact::compact;
use super::document::{Joining, Place, Request};
use super::filling::{self, Unfilled, Values, plain};
use super::template::{Blank, Slot};
use crate::api::exchange::{Outgoing, Verb};
use crate::domain::json::Made;
use crate::domain::percent::QueryText;

/// What is sent so far.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Draft {
    verb: Verb,
    path: String,
    query: Vec<(String, String)>,
    body: Option<Made>,
    form: bool,
    headers: Vec<(String, String)>,
}

/// All placeholders of a value.
fn slots_of(blank: &Blank) -> Vec<&Slot> {
    let mut slots = Vec::new();
    blank.collect(&mut slots);
    slots
}

impl Draft {
    /// A request with its placeholders filled; `ids` are those of the rows.
    pub fn of(request: &Request, ids: &[String], values: &Values<'_>) -> Result<Self, Unfilled> {
        let named =
            |(name, template): &(String, _)| Some((name.clone(), filling::text(template, values)?));
        let json = |(name, blank): &(String, _)| {
            let is_whole = slots_of(blank)
                .into_iter()
                .all(|slot| values(slot).is_some());
            let text = || compact(&filling::body(blank, ids, values));
            is_whole.then(|| (name.clone(), text()))
        };
        Ok(Self {
            verb: request.verb,
            path: filling::path(&request.path, values)?,
            query: request
                .query
                .iter()
                .filter_map(named)
                .chain(request.json.iter().filter_map(json))
                .collect(),
            body: request
                .body
                .as_ref()
                .map(|blank| filling::body(blank, ids, values)),
            form: request.form,
            headers: request.headers.iter().filter_map(named).collect(),
        })
    }

    /// The path below the base, filled.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The same request at another address below the base, which has the query
    /// in it.
    pub fn at(self, path: String) -> Self {
        Self {
            path,
            query: Vec::new(),
            ..self
        }
    }

    /// Sets one parameter, in place of what the request says for it.
    pub fn set(&mut self, place: Place, name: &str, value: Made) {
        match place {
            Place::Query => {
                self.query.retain(|(known, _)| known != name);
                if let Some(text) = plain(&value) {
                    self.query.push((name.to_owned(), text));
                }
            }
            Place::Body => {
                let body = self.body.get_or_insert_with(|| Made::Object(Vec::new()));
                put(body, name, value);
            }
        }
    }

    /// Adds the values of a filter.
    pub fn add(&mut self, place: Place, name: &str, values: Vec<Made>, join: Joining) {
        let list = |values: Vec<Made>| Made::List(values);
        match (place, join) {
            (Place::Query, Joining::Repeat) => {
                let texts = values.iter().filter_map(plain);
                self.query.extend(texts.map(|text| (name.to_owned(), text)));
            }
            (_, Joining::Comma) => {
                let joined = plain(&list(values)).map_or(Made::Absent, Made::Text);
                self.set(place, name, joined);
            }
            (Place::Query, Joining::Json) => {
                let json = compact(&list(values));
                self.set(place, name, json.into());
            }
            (Place::Body, Joining::Repeat | Joining::Json) => self.set(place, name, list(values)),
        }
    }

    /// The request below `base`. `key` is the idempotency key of an action.
    pub fn outgoing(self, base: &str, key: Option<&str>) -> Outgoing {
        let base = base.trim_end_matches('/');
        let mut query = QueryText::default();
        for (name, value) in &self.query {
            query.push(name, value);
        }
        let query = query.finish();
        let joint = match (query.is_empty(), self.path.contains('?')) {
            (true, _) => "",
            (false, true) => "&",
            (false, false) => "?",
        };
        let path = self.path.trim_start_matches('/');
        let slash = if path.starts_with('?') || path.is_empty() {
            ""
        } else {
            "/"
        };
        let mut headers: Vec<(String, String)> = self
            .headers
            .into_iter()
            .map(|(name, value)| (name, one_line(&value)))
            .collect();
        let mut add = |name: &str, value: &str| {
            let is_there = headers
                .iter()
                .any(|(known, _)| known.eq_ignore_ascii_case(name));
            if !is_there {
                headers.push((name.to_owned(), one_line(value)));
            }
        };
        add("Accept", "application/json");
        let may_hold = self.verb != Verb::Get;
        let body = self.body.filter(|_| may_hold).map(|body| match self.form {
            true => form(&body),
            false => compact(&body),
        });
        if body.is_some() {
            add(
                "Content-Type",
                match self.form {
                    true => "application/x-www-form-urlencoded",
                    false => "application/json",
                },
            );
        }
        if let Some(key) = key {
            add("Idempotency-Key", key);
        }
        Outgoing {
            verb: self.verb,
            url: [base, slash, path, joint, &query].concat(),
            headers,
            body,
        }
    }
}

/// A header's value in the one line and the characters that it may have.
fn one_line(value: &str) -> String {
    value.chars().filter(|c| matches!(c, ' '..='~')).collect()
}

/// Puts a value at a dotted path of an object; objects on the way come to be.
fn put(body: &mut Made, path: &str, value: Made) {
    let (name, rest) = match path.split_once('.') {
        Some((name, rest)) => (name, Some(rest)),
        None => (path, None),
    };
    if !matches!(body, Made::Object(_)) {
        *body = Made::Object(Vec::new());
    }
    let Made::Object(members) = body else { return };
    let place = match members.iter().position(|(known, _)| known == name) {
        Some(place) => place,
        None => {
            members.push((name.to_owned(), Made::Absent));
            members.len() - 1
        }
    };
    let Some((_, member)) = members.get_mut(place) else {
        return;
    };
    match rest {
        Some(rest) => put(member, rest, value),
        None => *member = value,
    }
}

fn form(body: &Made) -> String {
    let mut text = QueryText::default();
    if let Made::Object(members) = body {
        for (name, value) in members {
            let values = match value {
                Made::List(items) => items.as_slice(),
                one => std::slice::from_ref(one),
            };
            for value in values.iter().filter_map(plain) {
                text.push(name, &value);
            }
        }
    }
    text.finish()
}

#[cfg(test)]
mod tests;
