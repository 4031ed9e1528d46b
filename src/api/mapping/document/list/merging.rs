//! Reading the further requests of a list or an item.

use super::{Merge, On, Rows};
use crate::api::mapping::document::Request;
use crate::api::mapping::reading::At;
use crate::api::mapping::site::Site;

/// Names that a merge cannot have.
const TAKEN: [&str; 5] = ["answer", "row", "key", "header", "link"];

/// The names of the merges of a list or an item.
pub(in crate::api::mapping::document) fn merge_names(at: &At<'_>) -> Vec<String> {
    let merges = at.get("merge");
    let merges = merges.iter().flat_map(|merges| merges.json.items());
    merges
        .filter_map(|merge| Some(merge.get("name")?.text()?.into_owned()))
        .collect()
}

/// The merges of a list or an item.
pub(in crate::api::mapping::document) fn merges(at: &At<'_>, site: &Site<'_>) -> Vec<Merge> {
    let Some(at) = at.get("merge") else {
        return Vec::new();
    };
    let names = merge_names_twice(&at);
    for name in names {
        at.fault(
            format!("two merges are named \"{name}\""),
            "Give each a name of its own",
        );
    }
    at.items().iter().filter_map(|at| merge(at, site)).collect()
}

fn merge_names_twice(at: &At<'_>) -> Vec<String> {
    let names = at
        .json
        .items()
        .filter_map(|merge| Some(merge.get("name")?.text()?.into_owned()));
    let names: Vec<String> = names.collect();
    let seen = |place: usize, name: &String| names.iter().take(place).any(|known| known == name);
    let twice = names
        .iter()
        .enumerate()
        .filter(|(place, name)| seen(*place, name));
    twice.map(|(_, name)| name.clone()).collect()
}

fn merge(at: &At<'_>, site: &Site<'_>) -> Option<Merge> {
    at.only(&[
        "name", "request", "required", "rows", "keyed", "where", "on",
    ]);
    let site = Site {
        has_rows: true,
        ..*site
    };
    let name = at.need("name", "\"progress\"").and_then(|at| {
        let name = at.name()?;
        let is_word = name
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
        if TAKEN.contains(&&*name) || !is_word {
            at.fault(
                format!("\"{name}\" cannot name a merge"),
                "Write letters, digits and _, and none of answer, row, key, header, link",
            );
        }
        Some(name)
    });
    let request = at.need("request", "{\"path\": \"/progress\"}");
    let request = request.and_then(|at| Request::read(&at, &site));
    let on = match (at.get("rows"), at.get("on")) {
        (None, None) => None,
        _ => {
            let rows = Rows::read(at, &site.reach(&[], true, true));
            let on = at.need("on", "{\"theirs\": \"campaign_id\", \"ours\": \"id\"}");
            on.and_then(|on| {
                on.only(&["theirs", "ours"]);
                let reach = site.reach(&[], true, true);
                let side = |key: &str| reach.path(&on.need(key, "\"id\"")?);
                let (theirs, ours) = (side("theirs"), side("ours"));
                Some(On {
                    rows: rows?,
                    theirs: theirs?,
                    ours: ours?,
                })
            })
        }
    };
    Some(Merge {
        name: name?,
        request: request?,
        required: at.maybe("required", At::flag).unwrap_or_default(),
        on,
    })
}
