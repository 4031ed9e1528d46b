//! Reading a mapping: every part knows where in the document it stands, and
//! what is wrong is collected, so that all mistakes are told at once.

use super::fault::Fault;
use super::nearest::suggestion;
use crate::domain::block::Unreadable;
use crate::domain::json::{Json, Kind};
use std::cell::RefCell;

/// The faults found so far.
#[derive(Debug, Default)]
pub struct Faults(RefCell<Vec<Fault>>);

impl Faults {
    /// Adds one.
    pub fn add(&self, fault: Fault) {
        let mut faults = self.0.borrow_mut();
        if !faults.contains(&fault) {
            faults.push(fault);
        }
    }

    /// All of them, in the order in which they were found.
    pub fn all(self) -> Vec<Fault> {
        self.0.into_inner()
    }
}

/// A value of the document and its place.
#[derive(Clone, Debug)]
pub struct At<'a> {
    /// The value.
    pub json: Json<'a>,
    /// `lists.jobs.fields`
    pub path: String,
    faults: &'a Faults,
}

impl<'a> At<'a> {
    /// The document itself.
    pub fn root(json: Json<'a>, faults: &'a Faults) -> Self {
        Self {
            json,
            path: String::new(),
            faults,
        }
    }

    /// Tells a mistake here.
    pub fn fault(&self, problem: impl Into<String>, fix: impl Into<String>) {
        self.faults.add(Fault {
            path: self.path.clone(),
            problem: problem.into(),
            fix: fix.into(),
        });
    }

    /// The member of that name, wherever it stands.
    pub fn get(&self, name: &str) -> Option<Self> {
        let json = self.json.get(name)?;
        Some(self.inside(json, |place| place.within_member(name)))
    }

    /// The member of that name; a fault when there is none. `example` is what
    /// could stand there.
    pub fn need(&self, name: &str, example: &str) -> Option<Self> {
        let found = self.get(name);
        if found.is_none() && self.json.kind() == Kind::Object {
            self.fault(
                format!("\"{name}\" is missing"),
                format!("Add \"{name}\": {example}"),
            );
        }
        found
    }

    /// Holds the keys of an object to these.
    pub fn only(&self, known: &[&str]) -> bool {
        if !self.is(Kind::Object, "an object") {
            return false;
        }
        for (name, member) in self.entries() {
            if !known.contains(&&*name) {
                member.fault(
                    format!("\"{name}\" is not a key here"),
                    suggestion(&name, known),
                );
            }
        }
        true
    }

    /// Keys and values of an object, with a fault for anything else and for a
    /// key that is there twice.
    pub fn entries(&self) -> Vec<(String, Self)> {
        if !self.is(Kind::Object, "an object") {
            return Vec::new();
        }
        let mut entries: Vec<(String, Self)> = Vec::new();
        for (key, value) in self.json.members() {
            let name = key.text().unwrap_or_default().into_owned();
            let member = self.inside(value, |place| place.within_member(&name));
            if entries.iter().any(|(known, _)| *known == name) {
                member.fault(format!("\"{name}\" stands here twice"), "Remove one");
            }
            entries.push((name, member));
        }
        entries
    }

    /// The items of a list, or the value itself when it is none.
    pub fn one_or_more(&self) -> Vec<Self> {
        if self.json.kind() == Kind::List {
            self.items()
        } else {
            vec![self.clone()]
        }
    }

    /// The items of a list, with a fault for anything else and for none.
    pub fn items(&self) -> Vec<Self> {
        if !self.is(Kind::List, "a list") {
            return Vec::new();
        }
        let items = self.json.items().enumerate();
        let items: Vec<Self> = items
            .map(|(index, json)| self.inside(json, |place| place.within_item(index)))
            .collect();
        if items.is_empty() {
            self.fault("the list is empty", "Put something in, or leave it out");
        }
        items
    }

    /// The text of a string.
    pub fn text(&self) -> Option<String> {
        self.is(Kind::Text, "a string");
        Some(self.json.text()?.into_owned())
    }

    /// The text of a string that says something.
    pub fn name(&self) -> Option<String> {
        let text = self.text()?;
        if text.trim().is_empty() {
            self.fault("it is empty", "");
            return None;
        }
        Some(text)
    }

    /// A truth value.
    pub fn flag(&self) -> Option<bool> {
        match self.json.kind() {
            Kind::Bool(value) => Some(value),
            _ => {
                self.is(Kind::Bool(true), "true or false");
                None
            }
        }
    }

    /// A whole number from `least` on.
    pub fn whole(&self, least: i64) -> Option<i64> {
        let number = self.json.read::<i64>().ok();
        let number = number.filter(|number| *number >= least);
        if number.is_none() {
            self.wrong(&format!("a whole number from {least} on"));
        }
        number
    }

    /// One of these words, as what it stands for.
    pub fn word<T: Copy>(&self, of: &str, known: &[(&str, T)]) -> Option<T> {
        let text = self.text()?;
        let found = known.iter().find(|(word, _)| *word == text);
        if found.is_none() {
            let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
            self.fault(
                format!("\"{text}\" is no {of}"),
                format!("Write one of {}", words.join(", ")),
            );
        }
        found.map(|(_, value)| *value)
    }

    /// The value of an optional member of a known kind.
    pub fn maybe<T>(&self, name: &str, read: impl FnOnce(&Self) -> Option<T>) -> Option<T> {
        self.get(name).and_then(|member| read(&member))
    }

    fn is(&self, kind: Kind, words: &str) -> bool {
        let is = self.json.kind() == kind;
        if !is {
            self.wrong(words);
        }
        is
    }

    fn wrong(&self, expected: &str) {
        let found = match self.json.kind() {
            Kind::Missing => "nothing",
            Kind::Null => "null",
            Kind::Bool(_) => "true or false",
            Kind::Number => "a number",
            Kind::Text => "a string",
            Kind::List => "a list",
            Kind::Object => "an object",
        };
        let found = match self.json.kind() {
            Kind::Number => self.json.source(),
            _ => found,
        };
        self.fault(format!("this is {found}"), format!("Write {expected}"));
    }

    fn inside(&self, json: Json<'a>, place: impl FnOnce(&Unreadable) -> Unreadable) -> Self {
        // Paths are joined as those of answers are.
        let inner = place(&Unreadable {
            path: String::new(),
            expected: String::new(),
        });
        let path = match (&*self.path, inner.path.starts_with('[')) {
            ("", _) => inner.path,
            (outer, true) => [outer, &*inner.path].concat(),
            (outer, false) => [outer, ".", &*inner.path].concat(),
        };
        Self {
            json,
            path,
            faults: self.faults,
        }
    }
}
