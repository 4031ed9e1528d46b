//! The list of campaigns: searched, filtered, sorted and paged.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};

use super::campaign_order::Order;
use super::campaign_row::{Entry, foreign, simulated, unprepared};
use crate::asked::{Asked, PageAsked};
use crate::cursor::Cursor;
use crate::people;
use crate::problem::Problem;
use crate::task_list::mark;
use crate::world::World;

const SORTS: [&str; 10] = [
    "attention",
    "name",
    "-name",
    "created",
    "-created",
    "progress",
    "-progress",
    "priority",
    "-priority",
    "status",
];

/// The place of the first recorded campaign; places before are for those that are simulated.
const FIRST_RECORDED: i64 = 1_000;

/// Reads and answers a request for campaigns. `recorded` are rows of campaigns that are not simulated.
pub fn list(world: &World, recorded: Vec<Value>, mut asked: Asked) -> Result<Value, Problem> {
    let query = people::folded(asked.one("q", 200).unwrap_or_default().trim());
    let statuses = asked.some("status", 60);
    let sort = asked.sort("attention", |name| {
        SORTS.into_iter().find(|known| *known == name)
    });
    let size = asked.size();
    let page = asked.page()?;
    asked.finish()?;
    let sort = sort.unwrap_or("attention");
    let mut entries = entries(world, recorded)?;
    entries.retain(|entry| entry.folded.contains(&query) || entry.lower_id.contains(&query));
    let status_counts = status_counts(&entries);
    if let Some(statuses) = &statuses {
        entries.retain(|entry| statuses.contains(&entry.status));
    }
    let filter_mark = mark(&[&[query], statuses.as_deref().unwrap_or_default()]);
    let (rows, info) = paged(entries, &page, size, sort, filter_mark)?;
    Ok(json!({
        "items": rows,
        "page": info,
        "captured_at": crate::zone::Zone::Chicago.rfc3339(world.now()),
        "status_counts": status_counts,
        "tenant": {
            "lines_in_use": world.dialer.lines_in_use(),
            "line_cap": world.dialer.line_cap,
        },
    }))
}

fn status_counts(entries: &[Arc<Entry>]) -> BTreeMap<String, i64> {
    let mut counts: BTreeMap<&str, i64> = BTreeMap::new();
    for entry in entries {
        *counts.entry(entry.status.as_str()).or_default() += 1;
    }
    let counts = counts.into_iter();
    counts
        .map(|(status, count)| (status.to_owned(), count))
        .collect()
}

fn paged(
    mut entries: Vec<Arc<Entry>>,
    page: &PageAsked,
    size: i64,
    sort: &str,
    filter_mark: u64,
) -> Result<(Vec<Value>, Value), Problem> {
    let order = Order::named(sort);
    let total = entries.len();
    let size_rows = usize::try_from(size).unwrap_or(50);
    let (start, end, number) = match page {
        PageAsked::Number(number) => {
            let skip = usize::try_from((number - 1).saturating_mul(size)).unwrap_or(usize::MAX);
            (skip, skip.saturating_add(size_rows), Some(*number))
        }
        PageAsked::Cursor(text) => {
            let cursor = Cursor::read(text, sort, filter_mark, 1)?;
            let known = entries
                .iter()
                .find(|entry| cursor.key.first() == Some(&entry.place));
            let at = known.map_or(total, |known| order.rank(&entries, known));
            if cursor.before {
                (at.saturating_sub(size_rows), at, None)
            } else {
                (at + 1, at + 1 + size_rows, None)
            }
        }
    };
    let (start, end) = (start.min(total), end.min(total));
    let shown = order.stretch(&mut entries, start, end);
    let cursor = |entry: &Entry, before: bool| {
        Cursor {
            key: vec![entry.place],
            before,
        }
        .write(sort, filter_mark)
    };
    let next = shown
        .last()
        .filter(|_| end < total)
        .map(|entry| cursor(entry, false));
    let prev = shown
        .first()
        .filter(|_| start > 0)
        .map(|entry| cursor(entry, true));
    let rows = shown.iter().map(|entry| entry.row.clone()).collect();
    let info = json!({
        "size": size,
        "number": number,
        "total": total,
        "total_is": "exact",
        "next": next,
        "prev": prev,
    });
    Ok((rows, info))
}

fn entries(world: &World, recorded: Vec<Value>) -> Result<Vec<Arc<Entry>>, Problem> {
    let mut entries = Vec::new();
    for campaign in world.dialer.shown() {
        entries.push(Arc::new(match world.store_of(campaign) {
            Ok(_) => simulated(world, campaign)?,
            Err(_) => unprepared(campaign),
        }));
    }
    for (place, row) in (FIRST_RECORDED..).zip(recorded) {
        entries.push(Arc::new(foreign(place, row)));
    }
    entries.extend(world.archive.entries().iter().cloned());
    Ok(entries)
}
