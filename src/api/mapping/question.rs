//! What is asked of the contract: an address below its base, taken apart.

use crate::api::exchange::Verb;
use crate::domain::page::Place;
use crate::domain::percent::{decoded, pairs};
use crate::domain::route::{DEFAULT_SIZE, MAXIMUM_SIZE};

/// A question in the words of the contract.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// How it is asked.
    pub verb: Verb,
    /// The address below the contract's base, with its query:
    /// `campaigns/7/tasks?page=2`. A slash in front makes no difference.
    pub address: &'a str,
    /// The body, JSON.
    pub body: Option<&'a str>,
    /// The idempotency key of an action.
    pub key: Option<&'a str>,
}

/// A part of the contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// What the API provides.
    Capabilities,
    /// What a text finds.
    Find,
    /// A page of the list of that name.
    List(&'static str),
    /// The single thing of that name.
    Item(&'static str),
    /// The file of a campaign's attempts.
    Report,
    /// Something to be done.
    Act {
        /// The kind of the thing that it is done to.
        of: &'static str,
        /// The action's name.
        name: String,
    },
    /// A part that no mapping can have, by its name.
    Other(String),
}

/// A question taken apart.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    /// Which part of the contract.
    pub wanted: Wanted,
    /// The IDs that it names, by kind.
    pub ids: Vec<(String, String)>,
    /// What a list is narrowed by: each name with its values, in the order of
    /// the address.
    pub filters: Vec<(String, Vec<String>)>,
    /// The order of a list, in the contract's word.
    pub sort: Option<String>,
    /// Where the page begins.
    pub place: Place,
    /// Rows a page holds, 1 to 200.
    pub size: u32,
}

/// Kinds of things whose ID can stand in a query.
const SCOPES: [&str; 5] = ["campaign", "job", "spinner", "contact", "project"];

/// The cards of Live Ops that a mapping can have.
const CARDS: [(&str, &str); 7] = [
    ("campaigns", "live/campaigns"),
    ("calls", "live/calls"),
    ("jobs", "live/jobs"),
    ("callbacks", "live/callbacks"),
    ("credits", "live/credits"),
    ("runtime", "live/runtime"),
    ("states", "live/states"),
];

impl Asked {
    /// Takes a question apart. Whatever the address is, something comes of it.
    pub fn of(question: &Question<'_>) -> Self {
        let address = question.address.split('#').next().unwrap_or_default();
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let segments: Vec<String> = path.trim_matches('/').split('/').map(decoded).collect();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        let (wanted, ids) = match question.verb {
            Verb::Get => read(&segments),
            _ => done(&segments),
        };
        let mut asked = Self {
            wanted,
            ids: ids
                .into_iter()
                .map(|(kind, id)| (kind.to_owned(), id.to_owned()))
                .collect(),
            filters: Vec::new(),
            sort: None,
            place: Place::Number(1),
            size: DEFAULT_SIZE,
        };
        for (name, value) in pairs(query) {
            asked.take(name, value);
        }
        asked
    }

    fn take(&mut self, name: String, value: String) {
        if value.is_empty() {
            return;
        }
        let number = || value.parse::<u32>().ok();
        match &*name {
            "sort" => self.sort = Some(value),
            "size" => self.size = number().map_or(self.size, |size| size.clamp(1, MAXIMUM_SIZE)),
            "cursor" => self.place = Place::Cursor(value),
            // A cursor says more than a number, whichever came first.
            "page" if matches!(self.place, Place::Number(_)) => {
                self.place = Place::Number(number().unwrap_or(1).max(1));
            }
            "page" => {}
            _ => {
                if SCOPES.contains(&&*name) && self.id(&name).is_none() {
                    self.ids.push((name.clone(), value.clone()));
                }
                match self.filters.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, values)) => values.push(value),
                    None => self.filters.push((name, vec![value])),
                }
            }
        }
    }

    /// The ID of that kind, when the question names one.
    pub fn id(&self, kind: &str) -> Option<&str> {
        let known = self.ids.iter().find(|(known, _)| known == kind);
        known.map(|(_, id)| id.as_str())
    }

    /// The values of a filter; none when it is not asked for.
    pub fn filter(&self, name: &str) -> &[String] {
        let known = self.filters.iter().find(|(known, _)| known == name);
        known.map_or(&[], |(_, values)| values.as_slice())
    }

    /// The part of the contract as a refusal names it: "jobs".
    pub fn subject(&self) -> String {
        match &self.wanted {
            Wanted::Capabilities => "what it provides".to_owned(),
            Wanted::Find => "a search".to_owned(),
            Wanted::List(name) => (*name).to_owned(),
            Wanted::Item(name) => match name.strip_prefix("live/") {
                Some(card) => ["live ", card].concat(),
                None => match *name {
                    "snapshot" => "single campaigns".to_owned(),
                    "task" | "job" | "record" => ["single ", name, "s"].concat(),
                    "journey" => "the steps of a record".to_owned(),
                    name => name.to_owned(),
                },
            },
            Wanted::Report => "attempts as a file".to_owned(),
            Wanted::Act { of, name } => [*of, " action ", name].concat(),
            Wanted::Other(name) => name.clone(),
        }
    }
}

type Route<'a> = (Wanted, Vec<(&'static str, &'a str)>);

fn read<'a>(segments: &[&'a str]) -> Route<'a> {
    let list = |name: &'static str| (Wanted::List(name), Vec::new());
    match *segments {
        ["capabilities"] => (Wanted::Capabilities, Vec::new()),
        ["find"] => (Wanted::Find, Vec::new()),
        ["campaigns"] => list("campaigns"),
        ["calls"] => list("calls"),
        ["jobs"] => list("jobs"),
        ["records"] => list("records"),
        ["spinners"] => list("spinners"),
        ["failures"] => (Wanted::Item("failures"), Vec::new()),
        ["duplicates"] => (Wanted::Item("duplicates"), Vec::new()),
        ["live", card] => match CARDS.iter().find(|(known, _)| *known == card) {
            Some((_, name)) => (Wanted::Item(name), Vec::new()),
            None => other(segments),
        },
        ["jobs", id] => (Wanted::Item("job"), vec![("job", id)]),
        ["records", id] => (Wanted::Item("record"), vec![("record", id)]),
        ["records", id, "journey"] => (Wanted::Item("journey"), vec![("record", id)]),
        ["campaigns", id, part] => {
            let wanted = match part {
                "snapshot" => Wanted::Item("snapshot"),
                "tasks" => Wanted::List("tasks"),
                "numbers" => Wanted::List("numbers"),
                "attempt-report" => Wanted::Report,
                _ => return other(segments),
            };
            (wanted, vec![("campaign", id)])
        }
        ["campaigns", id, "tasks", task] => {
            let ids = vec![("campaign", id), ("task", task)];
            (Wanted::Item("task"), ids)
        }
        _ => other(segments),
    }
}

fn done<'a>(segments: &[&'a str]) -> Route<'a> {
    let act = |of: &'static str, name: &str| Wanted::Act {
        of,
        name: name.to_owned(),
    };
    match *segments {
        ["campaigns", id, "actions", name] => (act("campaign", name), vec![("campaign", id)]),
        ["campaigns", id, "tasks", task, "actions", name] => {
            (act("task", name), vec![("campaign", id), ("task", task)])
        }
        ["jobs", id, "actions", name] => (act("job", name), vec![("job", id)]),
        ["records", id, "actions", name] => (act("record", name), vec![("record", id)]),
        ["spinners", id, "runs"] => (act("spinner", "run"), vec![("spinner", id)]),
        _ => other(segments),
    }
}

fn other<'a>(segments: &[&'a str]) -> Route<'a> {
    let name = segments.first().copied().unwrap_or_default();
    let name: String = name.chars().filter(|c| !c.is_control()).take(40).collect();
    (Wanted::Other(name), Vec::new())
}

#[cfg(test)]
mod tests;
