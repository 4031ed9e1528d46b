//! The order of rows that an API sends in none.

use super::members::Members;
use super::whole_list::text;
use crate::domain::calendar;
use crate::domain::json::Made;
use crate::domain::spelling::same_as_any;
use std::cmp::Ordering;

/// Orders rows by a sort word; those without a value come last in both
/// directions. A word that is not known leaves them as they came.
pub(super) fn order(rows: &mut [Made], members: &Members, sort: Option<&str>) {
    let sort = sort.unwrap_or(members.default_sort);
    let (name, descending) = match sort.strip_prefix('-') {
        Some(name) => (name, true),
        None => (sort, false),
    };
    let paths = members.sorts.iter().find(|(known, _)| *known == name);
    let Some((_, paths)) = paths.filter(|(_, paths)| !paths.is_empty()) else {
        return;
    };
    if name == "attention" {
        rows.sort_by_key(|row| {
            let status = paths.iter().find_map(|path| text(row, path));
            let status = status.unwrap_or_default();
            let mut known = members.attention.iter();
            let rank = known.position(|known| same_as_any(&status, &[known]));
            rank.unwrap_or(members.attention.len())
        });
        return;
    }
    rows.sort_by_cached_key(|row| {
        let text = paths.iter().find_map(|path| text(row, path));
        Rank {
            value: text.map(Value::of),
            descending,
        }
    });
}

struct Rank {
    value: Option<Value>,
    descending: bool,
}

enum Value {
    Number(f64),
    Text(String),
}

impl Value {
    fn of(text: String) -> Self {
        let moment = calendar::moment(&text).map(|ms| ms as f64);
        match moment.or_else(|| text.parse().ok()) {
            Some(number) => Self::Number(number),
            None => Self::Text(text.to_lowercase()),
        }
    }

    fn compared(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.total_cmp(b),
            (Self::Text(a), Self::Text(b)) => a.cmp(b),
            (Self::Number(_), Self::Text(_)) => Ordering::Less,
            (Self::Text(_), Self::Number(_)) => Ordering::Greater,
        }
    }
}

impl Ord for Rank {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.value, &other.value) {
            (Some(a), Some(b)) if self.descending => b.compared(a),
            (Some(a), Some(b)) => a.compared(b),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        }
    }
}

impl PartialOrd for Rank {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Rank {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Rank {}
