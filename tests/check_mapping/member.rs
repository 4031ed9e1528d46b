//! What each member of the contract came out as.

use crate::doubts;
use crate::report::Report;
use crate::words;
use ringside::api::mapping::field::{Field, Fields, Leaf, Source};
use ringside::api::mapping::nearest;
use ringside::api::mapping::path::{Found, Path, Start};
use ringside::api::mapping::scope::Scope;
use ringside::domain::json::{Json, Kind, Made};

/// Values that are shown of a member.
const SHOWN: usize = 3;

/// Letters of a value that are shown.
const LONGEST: usize = 60;

/// Deepest place of an answer that is searched.
const DEEPEST: usize = 6;

/// Says what each member came out as over all rows.
pub fn check(fields: &Fields, rows: &[Scope<'_>], part: &str, before: &str, report: &mut Report) {
    for leaf in fields.leaves() {
        check_leaf(&leaf, rows, part, before, report);
    }
}

fn check_leaf(leaf: &Leaf<'_>, rows: &[Scope<'_>], part: &str, before: &str, report: &mut Report) {
    let field = leaf.field;
    let name = [before, &*leaf.path].concat();
    if let Source::Each(_, inner) = &field.source {
        let elements: Vec<Scope<'_>> = rows.iter().flat_map(|row| field.elements(row)).collect();
        report.line(&format!("  {name:<34} {} elements", elements.len()));
        tell_paths(field, leaf, &name, rows, report);
        let before = [&*name, "[]."].concat();
        return check(inner, &elements, part, &before, report);
    }
    let values: Vec<Made> = rows.iter().map(|row| field.evaluate(row)).collect();
    let (mut there, mut empty, mut absent) = (0, 0, 0);
    let mut shown: Vec<String> = Vec::new();
    let mut wrong: Vec<String> = Vec::new();
    for value in &values {
        match value {
            Made::Absent => absent += 1,
            Made::Null => empty += 1,
            made => {
                there += 1;
                let list = if field.kind.holds(made) {
                    &mut shown
                } else {
                    &mut wrong
                };
                let text = short(made);
                if !list.contains(&text) {
                    list.push(text);
                }
            }
        }
    }
    let more = if shown.len() > SHOWN { ", …" } else { "" };
    let mut examples: Vec<&str> = shown.iter().take(SHOWN).map(String::as_str).collect();
    if matches!(field.source, Source::Param(_)) {
        examples = vec!["(the ID asked for)"];
    }
    let counts = match (there, empty, absent) {
        (_, 0, 0) => format!("{there} of {there}"),
        _ => format!(
            "{there} of {} ({empty} empty, {absent} absent)",
            values.len()
        ),
    };
    report.line(&format!(
        "  {name:<34} {counts:<10} {}{more}",
        examples.join(", ")
    ));
    if !wrong.is_empty() {
        let kind = field.kind.words();
        report.fault(&format!(
            "{name} could not be read as {kind}: {}",
            wrong.join(", ")
        ));
    }
    if leaf.is_required && (empty > 0 || absent > 0) {
        let lacking = empty + absent;
        report.fault(&format!(
            "{name} is required and has no value in {lacking} of {}: add a \"default\", or another path",
            values.len()
        ));
    }
    tell_paths(field, leaf, &name, rows, report);
    tell_words(leaf, &name, part, &values, report);
    doubts::tell_scale(&name, &values, report);
    doubts::tell_counted_words(&name, &values, report);
}

/// Tells paths that lead nowhere in any row.
fn tell_paths(field: &Field, leaf: &Leaf<'_>, name: &str, rows: &[Scope<'_>], report: &mut Report) {
    for alternatives in field.looks_at() {
        let is_there = |path: &&&Path| rows.iter().any(|row| leads(path, row));
        if rows.is_empty() || alternatives.iter().any(|path| is_there(&path)) {
            continue;
        }
        for path in alternatives {
            let of_merge = matches!(&path.start, Start::Merge(name) if rows.iter().all(|row| row.merge(name).is_none()));
            if of_merge {
                continue;
            }
            let Some(row) = rows.first() else { continue };
            let near = did_you_mean(path, row);
            let hint = if near.is_empty() {
                elsewhere(path, row)
            } else {
                near.clone()
            };
            let told = format!("{name}: NOT IN SAMPLE: \"{}\".{hint}", path.text);
            if leaf.is_required || !near.is_empty() {
                report.fault(&told);
            } else {
                report.remark(&told);
            }
        }
    }
}

/// Tells words that mean nothing to the console: they are shown as they came.
fn tell_words(leaf: &Leaf<'_>, name: &str, part: &str, values: &[Made], report: &mut Report) {
    let words = words::known(part, &leaf.path);
    let mapped = |word: &str| {
        leaf.field
            .words
            .iter()
            .any(|(_, made)| *made == Made::from(word))
    };
    let mut unknown: Vec<&str> = Vec::new();
    for value in values {
        if let Made::Text(word) = value {
            let is_known = mapped(word) || words.is_none_or(|is_known| is_known(word));
            if !is_known && !unknown.contains(&&**word) {
                unknown.push(word);
            }
        }
    }
    if !unknown.is_empty() {
        report.remark(&format!(
            "{name}: words that the console does not know, shown as they are: {}",
            unknown.join(", ")
        ));
    }
}

fn leads(path: &Path, row: &Scope<'_>) -> bool {
    match path.find(row) {
        Found::One(json) => json.kind() != Kind::Missing,
        Found::Text(_) => true,
        Found::Many(found) => !found.is_empty(),
        Found::Nothing => false,
    }
}

/// The path of the answer that must have been meant by one that leads nowhere.
pub fn did_you_mean(path: &Path, scope: &Scope<'_>) -> String {
    let known = known(path, scope);
    let split = |path: &str| -> (String, String) {
        let (parent, name) = path.rsplit_once('.').unwrap_or(("", path));
        (parent.to_owned(), name.to_owned())
    };
    // A slip is in one name: of the value, or on the way to it.
    let (parent, name) = split(&path.text);
    let is_slip = |known: &&String| {
        let (their_parent, their_name) = split(known);
        if their_parent == parent {
            nearest(&name, [&*their_name]).is_some()
        } else {
            their_name == name && nearest(&parent, [&*their_parent]).is_some()
        }
    };
    let slips = known.iter().filter(is_slip).map(String::as_str);
    let near = nearest(&path.text, slips);
    near.map_or_else(String::new, |near| format!(" Did you mean \"{near}\"?"))
}

/// A path of the answer that ends in the same name.
fn elsewhere(path: &Path, scope: &Scope<'_>) -> String {
    let name = |path: &str| path.rsplit('.').next().map(str::to_owned);
    let known = known(path, scope);
    let same = known.iter().find(|known| name(known) == name(&path.text));
    same.map_or_else(String::new, |same| format!(" There is \"{same}\"."))
}

/// The paths that the answer has where a path starts.
fn known(path: &Path, scope: &Scope<'_>) -> Vec<String> {
    let (root, before) = match &path.start {
        Start::Row => (Some(scope.row), String::new()),
        Start::Answer => (Some(scope.answer), "$answer".to_owned()),
        Start::Around => (scope.around, "$row".to_owned()),
        Start::Merge(name) => (scope.merge(name), ["$", name].concat()),
        Start::Key | Start::Header(_) => (None, String::new()),
    };
    let mut known = Vec::new();
    if let Some(root) = root {
        collect(&root, &before, DEEPEST, &mut known);
    }
    known
}

/// All paths within a value.
fn collect(json: &Json<'_>, before: &str, depth: usize, paths: &mut Vec<String>) {
    let mut put = |path: String, inside: &Json<'_>| {
        if depth > 0 && !paths.contains(&path) {
            paths.push(path.clone());
            collect(inside, &path, depth - 1, paths);
        }
    };
    for (key, value) in json.members() {
        let name = key.text().unwrap_or_default();
        let is_plain =
            !name.is_empty() && !name.contains(|letter: char| " .[]\"$".contains(letter));
        let path = match (is_plain, before) {
            (true, "") => name.into_owned(),
            (true, _) => [before, ".", &*name].concat(),
            (false, _) => [before, "[\"", &*name, "\"]"].concat(),
        };
        put(path, &value);
    }
    if let Some(first) = json.items().next() {
        put([before, "[]"].concat(), &first);
    }
}

fn short(made: &Made) -> String {
    let text = made.text();
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    if text.chars().count() > LONGEST {
        text.chars().take(LONGEST).chain(['…']).collect()
    } else {
        text
    }
}
