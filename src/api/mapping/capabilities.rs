//! What an API provides by its mapping, as the contract tells it.

use super::Mapping;
use super::filter::Narrowing;
use super::find_task::searched;
use super::frame::Setting;
use super::list_task::put;
use crate::domain::json::{Made, object};

/// What the contract calls the parts that a list or an item provides.
const PROVIDES: [(&str, &str); 10] = [
    ("campaigns", "campaigns"),
    ("snapshot", "snapshot"),
    ("tasks", "tasks"),
    ("task", "task_debug"),
    ("numbers", "numbers"),
    ("calls", "calls"),
    ("jobs", "jobs"),
    ("records", "records"),
    ("journey", "journey"),
    ("spinners", "spinners"),
];

/// Adds what the mapping tells to what the API itself says of workspace and
/// user.
pub(super) fn add(mapping: &Mapping, setting: &Setting<'_>, members: &mut Vec<(String, Made)>) {
    let is_named = members.iter().any(|(name, value)| {
        let has = |key| super::whole_list::text(value, key).is_some();
        name == "workspace" && has("id") && has("name")
    });
    if !is_named {
        let (id, name) = setting.workspace.unwrap_or(("default", &mapping.name));
        put(
            members,
            "workspace",
            object([("id", id.into()), ("name", name.into())]),
        );
    }
    let version = mapping.version.as_deref().map_or(Made::Absent, Made::from);
    let product = match &mapping.version {
        Some(version) => [&*mapping.name, " ", version].concat(),
        None => mapping.name.clone(),
    };
    if !members
        .iter()
        .any(|(name, value)| name == "product" && *value != Made::Absent)
    {
        put(members, "product", product.into());
    }
    put(
        members,
        "provides",
        provides(mapping).into_iter().map(Made::from).collect(),
    );
    put(members, "resources", resources(mapping));
    let actions = mapping
        .actions
        .iter()
        .map(|action| object([("of", (&action.of).into()), ("name", (&action.name).into())]));
    put(members, "actions", actions.collect());
    let notes = mapping
        .notes
        .iter()
        .map(|(about, text)| object([("about", about.into()), ("text", text.into())]));
    put(members, "notes", notes.collect());
    let about = mapping.about.as_deref().map_or(Made::Absent, Made::from);
    let own = [
        ("name", (&mapping.name).into()),
        ("version", version),
        ("about", about),
    ];
    put(members, "mapping", object(own));
}

fn has(mapping: &Mapping, name: &str) -> bool {
    mapping.list(name).is_some() || mapping.item(name).is_some()
}

fn provides(mapping: &Mapping) -> Vec<&'static str> {
    let known = PROVIDES.iter().filter(|(name, _)| has(mapping, name));
    let mut provided: Vec<&'static str> = known.map(|(_, name)| *name).collect();
    let is_live = |(name, _): &(String, _)| name.starts_with("live/");
    let others = [
        ("live", mapping.items.iter().any(is_live)),
        ("failures", has(mapping, "failures")),
        ("duplicates", has(mapping, "duplicates")),
        (
            "actions",
            mapping.actions.iter().any(|action| action.of == "campaign"),
        ),
        ("find", !searched(mapping).is_empty()),
        ("attempt_report", has(mapping, "attempt_report")),
    ];
    provided.extend(
        others
            .iter()
            .filter(|(_, there)| *there)
            .map(|(name, _)| *name),
    );
    provided
}

fn resources(mapping: &Mapping) -> Made {
    let names = |names: Vec<String>| -> Made { names.iter().map(Made::from).collect() };
    let lists = mapping.lists.iter().map(|(name, list)| {
        let narrowing = Narrowing::of(name, list);
        let mut fields = list.fields.paths();
        fields.extend(list.page.paths());
        let known = super::members::members(name);
        if narrowing.is_here() {
            fields.extend(known.status_counts.then(|| "status_counts".to_owned()));
            fields.extend((!known.facets.is_empty()).then(|| "filters".to_owned()));
        }
        let acts = super::action::is_acted_on(mapping, name);
        fields.extend(acts.then(|| "actions".to_owned()));
        object([
            ("name", name.into()),
            ("fields", names(fields)),
            ("filters", names(narrowing.filters())),
            ("sorts", names(narrowing.sorts())),
        ])
    });
    let items = mapping
        .items
        .iter()
        .filter(|(name, _)| name != "capabilities");
    let items = items.map(|(name, item)| {
        let mut fields = item.fields.paths();
        fields.extend(item.include.iter().map(|(member, _)| member.clone()));
        let acts = super::action::is_acted_on(mapping, name);
        fields.extend(acts.then(|| "actions".to_owned()));
        let fields = match &**name {
            // A file, whose columns no mapping tells.
            "attempt_report" => Made::Absent,
            _ => names(fields),
        };
        object([("name", name.into()), ("fields", fields)])
    });
    let find = (!searched(mapping).is_empty()).then(|| object([("name", "find".into())]));
    lists.chain(items).chain(find).collect()
}
