//! A page out of a list of sort keys.

use std::ops::Range;

use serde_json::{Value, json};

use crate::asked::PageAsked;
use crate::cursor::Cursor;
use crate::problem::Problem;

/// A sort value, and the row that tells it from its equals. Smaller ones come first.
pub type Key = [i64; 2];

/// A page as it was asked for.
pub struct Wanted<'a> {
    pub page: PageAsked,
    pub size: i64,
    pub sort: &'a str,
    /// Stands for the filters in a cursor.
    pub filter_mark: u64,
}

/// Rows that come after all others, in their own order: made into keys only when a page reaches them.
#[derive(Debug, Default)]
pub struct Tail(Vec<Range<i64>>);

impl Tail {
    /// Adds rows after those that are there.
    pub fn add(&mut self, rows: Range<i64>) {
        self.0.push(rows);
    }

    fn count(&self) -> usize {
        let rows = self.0.iter().map(|rows| rows.end - rows.start);
        usize::try_from(rows.sum::<i64>()).unwrap_or(0)
    }

    fn keys(&self) -> impl Iterator<Item = Key> {
        self.0.iter().cloned().flatten().map(|row| [LAST, row])
    }
}

/// The sort value of what comes last.
pub const LAST: i64 = i64::MAX;

/// The rows of a page, in order, and the contract's `PageInfo` beside them.
pub fn page(
    mut keys: Vec<Key>,
    tail: &Tail,
    wanted: &Wanted<'_>,
) -> Result<(Vec<i64>, Value), Problem> {
    let total = keys.len() + tail.count();
    let size = usize::try_from(wanted.size).unwrap_or(0);
    let (has_previous, has_next, number);
    match &wanted.page {
        PageAsked::Number(asked) => {
            let skip = usize::try_from((asked - 1).saturating_mul(wanted.size)).unwrap_or(total);
            if skip.saturating_add(size) > keys.len() {
                keys.extend(tail.keys());
            }
            keys = smallest(after(keys, skip), size);
            has_previous = skip > 0 && !keys.is_empty();
            has_next = !keys.is_empty() && skip + keys.len() < total;
            number = Some(*asked);
        }
        PageAsked::Cursor(text) => {
            let cursor = Cursor::read(text, wanted.sort, wanted.filter_mark, 2)?;
            let key: Key = cursor.key.try_into().unwrap_or_default();
            number = None;
            let following = || keys.iter().filter(|other| **other > key).take(size + 1);
            if key.first() == Some(&LAST) || (!cursor.before && following().count() <= size) {
                keys.extend(tail.keys());
            }
            keys.retain(|other| {
                if cursor.before {
                    *other < key
                } else {
                    *other > key
                }
            });
            let there = keys.len();
            if cursor.before {
                keys = after(keys, there.saturating_sub(size));
                (has_previous, has_next) = (there > size, there > 0 && there < total);
            } else {
                (has_previous, has_next) = (there > 0 && there < total, there > size);
            }
            keys = smallest(keys, size);
        }
    }
    let cursor = |key: Option<&Key>, before: bool| {
        key.map(|key| {
            let cursor = Cursor {
                key: key.to_vec(),
                before,
            };
            cursor.write(wanted.sort, wanted.filter_mark)
        })
    };
    let info = json!({
        "size": wanted.size,
        "number": number,
        "total": total,
        "total_is": "exact",
        "next": cursor(keys.last().filter(|_| has_next), false),
        "prev": cursor(keys.first().filter(|_| has_previous), true),
    });
    Ok((keys.into_iter().map(|[_, row]| row).collect(), info))
}

/// All keys but so many of the smallest, in no order.
fn after(mut keys: Vec<Key>, skip: usize) -> Vec<Key> {
    if skip >= keys.len() {
        return Vec::new();
    }
    keys.select_nth_unstable(skip);
    keys.split_off(skip)
}

/// So many of the smallest keys, in order.
fn smallest(mut keys: Vec<Key>, count: usize) -> Vec<Key> {
    if count < keys.len() {
        keys.select_nth_unstable(count);
        keys.truncate(count);
    }
    keys.sort_unstable();
    keys
}
