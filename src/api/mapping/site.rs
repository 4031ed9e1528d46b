//! What a request of the mapping may name in its placeholders.

use super::contract::Contract;
use super::field_reading::Reach;
use super::identity::{Ids, KINDS};
use super::nearest::suggestion;
use super::reading::At;
use super::template::{Blank, Slot, Stretch, Template};
use crate::domain::json::{Kind, Made};

/// Members of the bodies that the contract's actions are asked with.
const BODY: [&str; 7] = [
    "reason",
    "concurrency",
    "number_id",
    "opens",
    "closes",
    "project",
    "upload_id",
];

/// A place in the mapping, and what can be named there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Site<'a> {
    pub contract: &'a Contract,
    pub ids: &'a Ids,
    pub variables: &'a [(String, String)],
    /// The kinds of IDs that are asked for.
    pub asked: &'a [&'a str],
    /// The contract's filters of the list.
    pub filters: &'a [&'a str],
    /// Whether the list can be asked for in an order.
    pub has_sort: bool,
    /// Whether the request is an action's.
    pub is_action: bool,
    /// Whether the rows are known when it is sent: in a merge.
    pub has_rows: bool,
}

impl<'a> Site<'a> {
    /// What fields can name here.
    pub fn reach(&self, merges: &'a [String], has_around: bool, has_key: bool) -> Reach<'a> {
        Reach {
            contract: self.contract,
            merges,
            asked: self.asked,
            has_around,
            has_key,
        }
    }

    /// A text with placeholders.
    pub fn template(&self, at: &At<'_>) -> Option<Template> {
        let text = match at.json.kind() {
            Kind::Number | Kind::Bool(_) => at.json.source().to_owned(),
            _ => at.text()?,
        };
        Some(self.template_of(&text, at))
    }

    fn template_of(&self, text: &str, at: &At<'_>) -> Template {
        let mut stretches = Vec::new();
        let mut plain = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            plain.push_str(before);
            match after
                .split_once('}')
                .filter(|(name, _)| is_placeholder(name))
            {
                Some((name, after)) => {
                    if !plain.is_empty() {
                        stretches.push(Stretch::Text(std::mem::take(&mut plain)));
                    }
                    stretches.extend(self.slot(name, at).map(Stretch::Slot));
                    rest = after;
                }
                None => {
                    plain.push('{');
                    rest = after;
                }
            }
        }
        plain.push_str(rest);
        if !plain.is_empty() {
            stretches.push(Stretch::Text(plain));
        }
        Template(stretches)
    }

    /// A body with placeholders.
    pub fn blank(&self, at: &At<'_>) -> Option<Blank> {
        Some(match at.json.kind() {
            Kind::Text => Blank::Text(self.template(at)?),
            Kind::List => {
                let items = at.json.items().count();
                let items = if items == 0 { Vec::new() } else { at.items() };
                Blank::List(items.iter().filter_map(|item| self.blank(item)).collect())
            }
            Kind::Object if at.get("$ids").is_some() => {
                at.only(&["$ids"]);
                if !self.has_rows {
                    at.fault(
                        "the IDs of the rows are only known in a merge",
                        "Move it into the body of a merge",
                    );
                }
                Blank::Ids
            }
            Kind::Object => {
                let members = at.entries().into_iter();
                let blank = |(name, at): (String, At<'_>)| Some((name, self.blank(&at)?));
                Blank::Object(members.filter_map(blank).collect())
            }
            _ => Blank::Fixed(Made::copy(&at.json)),
        })
    }

    fn slot(&self, name: &str, at: &At<'_>) -> Option<Slot> {
        if name.contains('|') {
            let slots: Vec<Slot> = { name.split('|') }
                .filter_map(|name| self.slot(name, at))
                .collect();
            return Some(Slot::Either(slots));
        }
        let (first, rest) = match name.split_once('.') {
            Some((first, rest)) => (first, Some(rest)),
            None => (name, None),
        };
        let rest_of = |rest: Option<&str>| rest.map(str::to_owned);
        let is_variable = |(known, _): &&(String, String)| known == name;
        match (first, rest) {
            _ if self.variables.iter().any(|known| is_variable(&known)) => {
                return Some(Slot::Variable(name.to_owned()));
            }
            ("sort", None) if self.has_sort => return Some(Slot::Sort),
            ("filter", Some(filter)) => {
                let (filter, part) = match filter.split_once('.') {
                    Some((filter, part)) => (filter, Some(part)),
                    None => (filter, None),
                };
                if !self.filters.contains(&filter) {
                    at.fault(
                        format!("the contract has no filter \"{filter}\" here"),
                        suggestion(filter, self.filters),
                    );
                    return None;
                }
                self.check_part(filter, part, at);
                return Some(Slot::Filter(filter.to_owned(), rest_of(part)));
            }
            ("body", Some(member)) if self.is_action => {
                if !BODY.contains(&member) {
                    at.fault(
                        format!("no action is asked with \"{member}\""),
                        suggestion(member, &BODY),
                    );
                }
                return Some(Slot::Body(member.to_owned()));
            }
            _ if self.asked.contains(&first) => {
                self.check_part(first, rest, at);
                return Some(Slot::Asked(first.to_owned(), rest_of(rest)));
            }
            _ => {}
        }
        self.unknown(name, at);
        None
    }

    fn check_part(&self, kind: &str, part: Option<&str>, at: &At<'_>) {
        let Some(part) = part else { return };
        let parts: Vec<&str> = self.ids.parts(kind).collect();
        if !parts.contains(&part) {
            let fix = if parts.is_empty() {
                format!("Declare the parts in \"ids\": {{\"{kind}\": […]}}, or write {{{kind}}}")
            } else {
                suggestion(part, &parts)
            };
            at.fault(format!("the ID of a {kind} has no part \"{part}\""), fix);
        }
    }

    fn unknown(&self, name: &str, at: &At<'_>) {
        let variables = self.variables.iter().map(|(name, _)| name.as_str());
        let mut known: Vec<&str> = self.asked.iter().copied().chain(variables).collect();
        if self.has_sort {
            known.push("sort");
        }
        let filters: Vec<String> = self
            .filters
            .iter()
            .map(|name| ["filter.", name].concat())
            .collect();
        known.extend(filters.iter().map(String::as_str));
        let fix = if name == "sort" {
            "Declare the orders under \"sorts\" of the list".to_owned()
        } else if KINDS.contains(&name) || known.is_empty() {
            "Declare it under \"variables\", or leave it out".to_owned()
        } else {
            suggestion(name, &known)
        };
        at.fault(format!("nothing gives a value for {{{name}}} here"), fix);
    }
}

/// Whether what stands between braces is meant as a placeholder; JSON in a
/// query is none.
fn is_placeholder(name: &str) -> bool {
    let starts = name.starts_with(|letter: char| letter.is_ascii_alphabetic());
    starts
        && name
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || "._-[]$|".contains(letter))
}
