//! Lists that an API only sends whole: narrowed, ordered and counted here, over
//! the rows as the contract has them.

use super::filling::plain;
use super::members::{Members, Test};
use super::order::order;
use super::question::Asked;
use super::value::same_word;
use crate::domain::calendar;
use crate::domain::json::Made;

/// The member at a dotted path of a row.
pub(super) fn member<'a>(row: &'a Made, path: &str) -> Option<&'a Made> {
    path.split('.').try_fold(row, |value, name| match value {
        Made::Object(members) => {
            let found = members.iter().find(|(known, _)| known == name);
            found.map(|(_, value)| value)
        }
        _ => None,
    })
}

/// The text at a dotted path of a row, when it says something.
pub(super) fn text(row: &Made, path: &str) -> Option<String> {
    member(row, path)
        .and_then(plain)
        .filter(|text| !text.trim().is_empty())
}

/// A filter that is applied.
struct Applied<'a> {
    name: &'a str,
    test: Test,
    members: &'static [&'static str],
    values: &'a [String],
}

impl Applied<'_> {
    fn passes(&self, row: &Made) -> bool {
        let mut texts = self.members.iter().filter_map(|path| text(row, path));
        match self.test {
            Test::Same => texts.any(|text| {
                let same = |value: &String| same_word(value, &text);
                self.values.iter().any(same)
            }),
            Test::Exact => texts.any(|text| self.values.contains(&text)),
            Test::Part => {
                let wanted = self.values.iter().map(|value| value.to_lowercase());
                let wanted: Vec<String> = wanted.collect();
                texts.any(|text| {
                    let text = text.to_lowercase();
                    wanted.iter().any(|part| text.contains(part))
                })
            }
            Test::After | Test::Before => {
                let at = texts.find_map(|text| calendar::moment(&text));
                let edge = { self.values.iter() }.find_map(|value| calendar::moment(value));
                match (at, edge) {
                    (Some(at), Some(edge)) if self.test == Test::After => at >= edge,
                    (Some(at), Some(edge)) => at < edge,
                    (_, None) => true,
                    (None, _) => false,
                }
            }
        }
    }
}

/// What narrowing and ordering left of a list.
pub(super) struct Narrowed {
    /// The rows, all of them, in order.
    pub rows: Vec<Made>,
    /// The rows by status under the other filters, where the page counts them.
    pub status_counts: Made,
    /// What there is to filter by, where the page tells it.
    pub facets: Made,
}

impl Default for Narrowed {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            status_counts: Made::Absent,
            facets: Made::Absent,
        }
    }
}

/// Narrows and orders the rows of a list. `skipped` names filters that the
/// request has already seen to; `is_ordered` is false where it has seen to
/// the order.
pub(super) fn narrowed(
    rows: Vec<Made>,
    members: &Members,
    asked: &Asked,
    is_ordered: bool,
    skipped: impl Fn(&str) -> bool,
) -> Narrowed {
    let applied: Vec<Applied<'_>> = members
        .filters
        .iter()
        .map(|&(name, test, members)| Applied {
            name,
            test,
            members,
            values: asked.filter(name),
        })
        .filter(|filter| !filter.values.is_empty() && !skipped(filter.name))
        .collect();
    // Of rows that came narrowed by it, a filter's other values are not known.
    let is_narrowed = |filter: &str| skipped(filter) && !asked.filter(filter).is_empty();
    let counts_statuses = members.status_counts && !is_narrowed("status");
    let facets = facets(&rows, members, is_narrowed);
    let mut counts = Vec::new();
    let mut kept = Vec::with_capacity(rows.len());
    for row in rows {
        let passes = |own: bool| {
            let mut filters = applied
                .iter()
                .filter(|filter| (filter.name == "status") == own);
            filters.all(|filter| filter.passes(&row))
        };
        if !passes(false) {
            continue;
        }
        if let Some(status) = text(&row, "status").filter(|_| counts_statuses) {
            count(&mut counts, status);
        }
        if passes(true) {
            kept.push(row);
        }
    }
    if is_ordered {
        order(&mut kept, members, asked.sort.as_deref());
    }
    let counts = counts.into_iter().map(|(word, n)| (word, n.into()));
    Narrowed {
        rows: kept,
        status_counts: match counts_statuses {
            true => Made::Object(counts.collect()),
            false => Made::Absent,
        },
        facets,
    }
}

fn count(counts: &mut Vec<(String, i64)>, word: String) {
    match counts.iter_mut().find(|(known, _)| *known == word) {
        Some((_, n)) => *n += 1,
        None => counts.push((word, 1)),
    }
}

/// Most values that one facet offers.
const MOST_VALUES: usize = 100;

fn facets(rows: &[Made], members: &Members, is_narrowed: impl Fn(&str) -> bool) -> Made {
    let mut facets = Vec::new();
    for &name in members.facets.iter().filter(|name| !is_narrowed(name)) {
        let filter = members.filters.iter().find(|(known, ..)| *known == name);
        let Some(path) = filter.and_then(|(_, _, paths)| paths.first()) else {
            continue;
        };
        if !rows.iter().any(|row| member(row, path).is_some()) {
            continue;
        }
        let mut counts: Vec<(String, i64)> = Vec::new();
        for row in rows {
            let Some(word) = text(row, path) else {
                continue;
            };
            let is_known = counts.iter().any(|(known, _)| *known == word);
            if is_known || counts.len() < MOST_VALUES {
                count(&mut counts, word);
            }
        }
        counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let name_of = |id: &str| {
            let named = path
                .strip_suffix(".id")
                .map(|start| [start, ".name"].concat())?;
            let row = rows
                .iter()
                .find(|row| text(row, path).as_deref() == Some(id))?;
            text(row, &named)
        };
        let values = counts.into_iter().map(|(value, n)| {
            let label = name_of(&value).map_or(Made::Absent, Made::Text);
            Made::Object(vec![
                ("value".to_owned(), value.into()),
                ("label".to_owned(), label),
                ("count".to_owned(), n.into()),
            ])
        });
        facets.push((name.to_owned(), values.collect()));
    }
    match facets.is_empty() {
        true => Made::Absent,
        false => Made::Object(facets),
    }
}
