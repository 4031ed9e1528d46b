//! One list or item over its answers.

use crate::answer::Answer;
use crate::belonging;
use crate::member;
use crate::report::Report;
use ringside::api::mapping::Mapping;
use ringside::api::mapping::document::{List, Merge, NextAddress, Paging, Style};
use ringside::api::mapping::field::Fields;
use ringside::api::mapping::path::{Found, Path};
use ringside::api::mapping::scope::Scope;
use ringside::domain::json::{Document, Json, Kind, Made};
use std::time::{SystemTime, UNIX_EPOCH};

/// The ID that single things are taken to be asked with.
const ASKED: &str = "7";

/// Says what the mapping makes of an answer.
pub fn check(mapping: &Mapping, answer: &Answer, all: &[Answer], report: &mut Report) {
    report.line(&format!("\n{}  {}", answer.part(), answer.file));
    let Ok(document) = Document::parse(&answer.body) else {
        return;
    };
    let mut parsed = Vec::new();
    for other in all {
        let is_its = other.group == answer.group && other.resource == answer.resource;
        if let (true, Some(name), Ok(merged)) = (is_its, &other.merge, Document::parse(&other.body))
        {
            parsed.push((name.as_str(), merged));
        }
    }
    let merges: Vec<(&str, Json<'_>)> = parsed
        .iter()
        .map(|(name, merged)| (*name, merged.root()))
        .collect();
    let asked: Vec<(&str, &str)> = ["campaign", "task", "job", "record", "spinner"]
        .map(|kind| (kind, ASKED))
        .into();
    let whole = Scope {
        merges: &merges,
        asked: &asked,
        headers: &answer.headers,
        now: now(),
        ..Scope::of(&mapping.conventions, document.root())
    };
    if let Some(list) = mapping
        .list(&answer.resource)
        .filter(|_| answer.group == "lists")
    {
        tell_missing_merges(&list.merges, &merges, answer, report);
        check_list(list, &whole, &answer.part(), report);
    } else if let Some(item) = mapping.item(&answer.resource) {
        tell_missing_merges(&item.merges, &merges, answer, report);
        let scopes = match (&item.rows, &item.at) {
            (Some(rows), _) => match rows.scopes(&whole) {
                Ok(scopes) => scopes,
                Err(trouble) => return report.fault(&trouble.to_string()),
            },
            (None, Some(path)) => match path.find(&whole) {
                Found::One(row) if row.kind() == Kind::Object => vec![Scope {
                    row,
                    ..whole.clone()
                }],
                _ => {
                    let near = member::did_you_mean(path, &whole);
                    return report
                        .fault(&format!("There is no object at \"{}\".{near}", path.text));
                }
            },
            (None, None) => vec![whole.clone()],
        };
        check_rows(&item.fields, &item.merges, &scopes, &answer.part(), report);
    }
}

fn check_list(list: &List, whole: &Scope<'_>, part: &str, report: &mut Report) {
    let rows = match list.rows.scopes(whole) {
        Ok(rows) => rows,
        Err(trouble) => {
            let near = member::did_you_mean(&list.rows.path, whole);
            return report.fault(&format!("{trouble}{near}"));
        }
    };
    let at = match &*list.rows.path.text {
        "" => "the answer itself is the list".to_owned(),
        path => format!("at \"{path}\""),
    };
    report.line(&format!("  {} rows, {at}", rows.len()));
    paging(&list.paging, whole, report);
    check_rows(&list.fields, &list.merges, &rows, part, report);
    let page = std::slice::from_ref(whole);
    member::check(&list.page, page, part, "page: ", report);
}

/// Says what the members came out as, each row with what belongs to it.
fn check_rows(
    fields: &Fields,
    merges: &[Merge],
    rows: &[Scope<'_>],
    part: &str,
    report: &mut Report,
) {
    let parts: Vec<Vec<(&str, Json<'_>)>> = { rows.iter() }
        .map(|row| belonging::of_row(row, merges))
        .collect();
    let rows: Vec<Scope<'_>> = { rows.iter().zip(&parts) }
        .map(|(row, parts)| Scope {
            merges: parts,
            ..row.clone()
        })
        .collect();
    member::check(fields, &rows, part, "", report);
}

/// Merges bring nothing without a sample.
fn tell_missing_merges(
    merges: &[Merge],
    there: &[(&str, Json<'_>)],
    answer: &Answer,
    report: &mut Report,
) {
    for merge in merges {
        if !there.iter().any(|(name, _)| *name == merge.name) {
            let part = [&*answer.part(), ".", &*merge.name].concat();
            report.remark(&format!(
                "no sample for the merge \"{}\": name it as {part}=FILE",
                merge.name
            ));
        }
    }
}

fn paging(paging: &Paging, whole: &Scope<'_>, report: &mut Report) {
    let (name, mut paths): (&str, Vec<(&str, &Path)>) = match &paging.style {
        Style::None => ("none: all rows come at once", Vec::new()),
        Style::Page { pages, .. } => (
            "by page",
            pages.iter().map(|path| ("pages", path)).collect(),
        ),
        Style::Offset { .. } => ("by offset", Vec::new()),
        Style::Cursor { next, .. } => ("by cursor", vec![("next", next)]),
        Style::Next(NextAddress::At(next)) => ("by the next address", vec![("next", next)]),
        Style::Next(NextAddress::Link) => ("by the Link header", Vec::new()),
        Style::Limit => ("the first rows only", Vec::new()),
    };
    paths.extend(paging.total.iter().map(|path| ("total", path)));
    paths.extend(paging.more.iter().map(|path| ("more", path)));
    let mut found = Vec::new();
    for (what, path) in paths {
        let made = match path.find(whole) {
            Found::One(json) => Made::copy(&json).text().trim().to_owned(),
            Found::Text(text) => text.into_owned(),
            Found::Many(_) | Found::Nothing => {
                let near = member::did_you_mean(path, whole);
                let told = format!(
                    "paging {what}: \"{}\" is not in the sample.{near}",
                    path.text
                );
                match (what, near.is_empty()) {
                    ("total" | "pages", _) | (_, false) => report.fault(&told),
                    _ => report.remark(&told),
                }
                continue;
            }
        };
        let is_address = matches!(paging.style, Style::Next(_)) && what == "next";
        if is_address && (made.starts_with('/') || made.contains("://")) {
            report.remark(&format!(
                "paging next: \"{made}\" is an address from the host's root. Look whether the page goes on: an address outside apiBase is not followed"
            ));
        }
        found.push(format!("{what} {made}"));
    }
    let tail = if found.is_empty() {
        String::new()
    } else {
        format!("; {}", found.join(", "))
    };
    report.line(&format!("  paging {name}{tail}"));
}

/// Milliseconds since 1970.
fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| {
        i64::try_from(since.as_millis()).unwrap_or_default()
    })
}
