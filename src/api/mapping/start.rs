//! Reading a whole mapping.

use super::contract::Contract;
use super::conventions::Conventions;
use super::document::{Action, ErrorRules, Item, List};
use super::fault::Fault;
use super::nearest::suggestion;
use super::reading::{At, Faults};
use super::site::Site;
use super::{Mapping, contract};
use crate::api::auth::Auth;
use crate::domain::block::Unreadable;
use crate::domain::json::{Document, misread};

/// The version of mappings that is understood.
const VERSION: i64 = 1;

/// Keys of the document.
const KEYS: [&str; 14] = [
    "$schema",
    "mapping",
    "name",
    "version",
    "about",
    "variables",
    "auth",
    "zone",
    "nulls",
    "ids",
    "errors",
    "lists",
    "items",
    "actions",
];

/// The item that is a file and has no members.
const FILE: &str = "attempt_report";

/// The kind of ID of each list's rows.
const ROWS: [(&str, &str); 7] = [
    ("campaigns", "campaign"),
    ("tasks", "task"),
    ("numbers", "number"),
    ("calls", "call"),
    ("jobs", "job"),
    ("records", "record"),
    ("spinners", "spinner"),
];

/// The IDs that each resource is asked for with; none of any other.
const ASKED: [(&str, &[&str]); 9] = [
    ("tasks", &["campaign"]),
    ("numbers", &["campaign"]),
    ("snapshot", &["campaign"]),
    ("task", &["campaign", "task"]),
    ("job", &["job"]),
    ("record", &["record"]),
    ("journey", &["record"]),
    ("failures", &["campaign", "job"]),
    ("duplicates", &["campaign", "job"]),
];

impl Mapping {
    /// Reads and checks a mapping. Every mistake in it is told, with its place
    /// and what to write instead.
    pub fn read(text: &str) -> Result<Self, Vec<Fault>> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let document = Document::parse(text).map_err(|trouble| vec![no_json(text, trouble)])?;
        let faults = Faults::default();
        let mapping = whole(&At::root(document.root(), &faults));
        let faults = faults.all();
        match mapping {
            Some(mapping) if faults.is_empty() => Ok(mapping),
            _ => Err(faults),
        }
    }
}

/// What to do about a text that is not even JSON.
fn no_json(text: &str, trouble: Unreadable) -> Fault {
    let (problem, fix) = if text.trim_start().starts_with('<') {
        let problem = "this is a web page";
        (problem.to_owned(), "Check the address of the mapping")
    } else {
        let expected = trouble.expected.replace("the answer", "the file");
        let fix = "Look there for a comma too many or missing, or for quotes that are not closed";
        let (line, column) = misread(text).unwrap_or((1, 1));
        let problem = format!("expected {expected} at line {line}, column {column}");
        (problem, fix)
    };
    Fault {
        path: trouble.path,
        problem,
        fix: fix.to_owned(),
    }
}

fn whole(root: &At<'_>) -> Option<Mapping> {
    let known: Vec<&str> = KEYS.into_iter().chain(["notes"]).collect();
    if !root.only(&known) {
        return None;
    }
    if let Some(version) = root.need("mapping", "1, the version of the format")
        && version.whole(1).is_some_and(|number| number != VERSION)
    {
        version.fault("this version is not known", "Write 1");
    }
    let contract = Contract::read();
    let conventions = Conventions::read(root);
    let variables = texts(root, "variables");
    let site = Site {
        contract: &contract,
        ids: &conventions.ids,
        variables: &variables,
        asked: &[],
        filters: &[],
        has_sort: false,
        is_action: false,
        has_rows: false,
    };
    let lists = resources(root, "lists", &contract, true);
    let items = resources(root, "items", &contract, false);
    if lists.is_empty() && items.is_empty() {
        root.fault(
            "it maps nothing",
            "Add \"lists\" with \"campaigns\" or \"jobs\", or \"items\"",
        );
    }
    let named: Vec<String> = lists
        .iter()
        .map(|(resource, _)| resource.name.to_owned())
        .collect();
    let read_list = |(resource, at): &(&contract::Resource, At<'_>)| {
        let site = Site {
            asked: asked(resource.name),
            ..site
        };
        let kind = ROWS.iter().find(|(name, _)| *name == resource.name)?.1;
        Some((
            resource.name.to_owned(),
            List::read(at, resource, kind, &site)?,
        ))
    };
    let read_item = |(resource, at): &(&contract::Resource, At<'_>)| {
        let site = Site {
            asked: asked(resource.name),
            ..site
        };
        Some((
            resource.name.to_owned(),
            Item::read(at, resource, &site, &named)?,
        ))
    };
    let file = root.get("items").and_then(|items| items.get(FILE));
    let file = file.and_then(|at| {
        let site = Site {
            asked: &["campaign"],
            ..site
        };
        Some((FILE.to_owned(), Item::read_file(&at, &site)?))
    });
    let errors = root.get("errors");
    let auth = root.get("auth");
    if let Some(auth) = &auth {
        Auth::read(auth);
    }
    Some(Mapping {
        lists: lists.iter().filter_map(read_list).collect(),
        items: items.iter().filter_map(read_item).chain(file).collect(),
        actions: root
            .get("actions")
            .map_or_else(Vec::new, |at| Action::read_all(&at, &site)),
        errors: errors.map_or_else(ErrorRules::default, |at| {
            ErrorRules::read(&at, &site.reach(&[], false, false))
        }),
        name: root
            .need("name", "\"Dograh\"")
            .and_then(|at| at.name())
            .unwrap_or_default(),
        version: root.maybe("version", At::name),
        about: root.maybe("about", At::name),
        notes: texts(root, "notes"),
        auth: auth.map(|auth| auth.json.source().to_owned()),
        variables: variables.clone(),
        conventions: conventions.clone(),
    })
}

/// Names and their texts.
fn texts(root: &At<'_>, key: &str) -> Vec<(String, String)> {
    let members = root.get(key).map_or_else(Vec::new, |at| at.entries());
    let texts = members.into_iter();
    texts
        .filter_map(|(name, at)| Some((name, at.text()?)))
        .collect()
}

/// The lists, or the single things, that are declared and known.
fn resources<'c, 'a>(
    root: &At<'a>,
    key: &str,
    contract: &'c Contract,
    are_lists: bool,
) -> Vec<(&'c contract::Resource, At<'a>)> {
    let members = root.get(key).map_or_else(Vec::new, |at| at.entries());
    let mut known = Vec::new();
    for (name, at) in members {
        if name == FILE && !are_lists {
            continue;
        }
        let resource = contract.resource(&name);
        match resource.filter(|resource| contract.is_list(resource) == are_lists) {
            Some(resource) => known.push((resource, at)),
            None if resource.is_some() => at.fault(
                format!("\"{name}\" does not belong here"),
                format!(
                    "Move it to \"{}\"",
                    if are_lists { "items" } else { "lists" }
                ),
            ),
            None => at.fault(
                format!("the contract has no \"{name}\""),
                suggestion(&name, &contract.names(are_lists)),
            ),
        }
    }
    known
}

fn asked(resource: &str) -> &'static [&'static str] {
    let asked = ASKED.iter().find(|(name, _)| *name == resource);
    asked.map_or(&[], |(_, asked)| asked)
}
