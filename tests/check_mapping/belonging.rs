//! Which part of a merge's answer belongs to a row.

use ringside::api::mapping::document::{Merge, On};
use ringside::api::mapping::path::{Found, Path};
use ringside::api::mapping::scope::Scope;
use ringside::domain::json::{Json, Kind};

/// What each merge has to say of a row.
pub fn of_row<'a>(row: &Scope<'a>, merges: &[Merge]) -> Vec<(&'a str, Json<'a>)> {
    let there = row.merges.iter();
    let parts = there.filter_map(|(name, json)| {
        let merge = merges.iter().find(|merge| merge.name == *name)?;
        let part = match &merge.on {
            Some(on) => partner(row, *json, on)?,
            None => *json,
        };
        Some((*name, part))
    });
    parts.collect()
}

/// The row of a merge whose value is that of the row.
fn partner<'a>(row: &Scope<'a>, answer: Json<'a>, on: &On) -> Option<Json<'a>> {
    let ours = text(&on.ours, row)?;
    let whole = Scope {
        row: answer,
        answer,
        ..row.clone()
    };
    let theirs = on.rows.scopes(&whole).ok()?.into_iter();
    let mut same = theirs.filter(|their| text(&on.theirs, their).is_some_and(|text| text == ours));
    same.next().map(|their| their.row)
}

fn text(path: &Path, scope: &Scope<'_>) -> Option<String> {
    match path.find(scope) {
        Found::One(json) if json.kind() == Kind::Text => json.text().map(|text| text.into_owned()),
        Found::One(json) => Some(json.source().to_owned()),
        Found::Text(text) => Some(text.into_owned()),
        Found::Many(_) | Found::Nothing => None,
    }
}
