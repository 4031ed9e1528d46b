//! Walks over attempts in the orders of the call log.

use rusqlite::params_from_iter;

use super::Store;
use super::call_filter::CallFilter;

/// An order of calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CallOrder {
    pub by: CallSort,
    pub descending: bool,
}

/// What calls are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallSort {
    Started,
    Duration,
}

/// What places a call in an order: the sort's value, and its ID, which breaks ties.
pub type CallKey = [i64; 2];

/// A part of a walk.
#[derive(Clone, Copy, Debug)]
pub struct Stretch {
    /// Where it begins, and whether the call there is part of it; `None` at the end of the order.
    pub from: Option<(CallKey, bool)>,
    /// Against the order.
    pub backwards: bool,
    pub skip: i64,
    pub limit: i64,
}

const TALK: &str = "iif(talking_at IS NULL OR ended_at IS NULL, -1, ended_at - talking_at)";
const TALK_UP: &str =
    "iif(talking_at IS NULL OR ended_at IS NULL, 9000000000000000, ended_at - talking_at)";

/// The indexes that the orders walk. They hold what is filtered by, so that a filter that finds
/// little need not look at every row.
pub(super) fn indexes() -> String {
    let filtered = "campaign, number, outcome, attempt, disposition";
    format!(
        "CREATE INDEX attempt_started ON attempt (dialed_at, id, {filtered});
         CREATE INDEX attempt_talk ON attempt ({TALK}, id, {filtered});
         CREATE INDEX attempt_talk_up ON attempt ({TALK_UP}, id, {filtered});"
    )
}

impl CallOrder {
    /// The order of a contract name.
    pub fn from_wire(name: &str) -> Option<Self> {
        let (descending, key) = name
            .strip_prefix('-')
            .map_or((false, name), |key| (true, key));
        let by = match key {
            "started" => CallSort::Started,
            "duration" => CallSort::Duration,
            _ => return None,
        };
        Some(Self { by, descending })
    }

    /// The contract's name.
    pub fn wire(self) -> &'static str {
        match (self.by, self.descending) {
            (CallSort::Started, false) => "started",
            (CallSort::Started, true) => "-started",
            (CallSort::Duration, false) => "duration",
            (CallSort::Duration, true) => "-duration",
        }
    }

    /// The sorted value; calls without talk time come last in both directions.
    fn column(self) -> &'static str {
        match (self.by, self.descending) {
            (CallSort::Started, _) => "dialed_at",
            (CallSort::Duration, true) => TALK,
            (CallSort::Duration, false) => TALK_UP,
        }
    }
}

impl Store {
    /// The keys of the calls of a stretch, in the direction of the walk.
    pub fn call_keys(
        &self,
        filter: &CallFilter,
        order: CallOrder,
        stretch: Stretch,
    ) -> rusqlite::Result<Vec<CallKey>> {
        let column = order.column();
        let ascends = order.descending == stretch.backwards;
        let from = stretch.from.map_or_else(String::new, |(key, inclusive)| {
            let [value, id] = key;
            let strict = if ascends { ">" } else { "<" };
            let equal = if inclusive { "=" } else { "" };
            // The first comparison is what the index is entered by.
            format!(
                " AND {column} {strict}= {value} AND ({column}, id) {strict}{equal} ({value}, {id})"
            )
        });
        let direction = if ascends { "ASC" } else { "DESC" };
        let sql = format!(
            "SELECT {column}, id FROM attempt {access} WHERE {condition}{from}
             ORDER BY {column} {direction}, id {direction} LIMIT {limit} OFFSET {skip}",
            access = filter.access(),
            condition = filter.condition(),
            limit = stretch.limit,
            skip = stretch.skip,
        );
        self.connection
            .prepare_cached(&sql)?
            .query_map(params_from_iter(filter.parameters()), |row| {
                Ok([row.get(0)?, row.get(1)?])
            })?
            .collect()
    }

    /// How many calls come before a key in the direction of a walk.
    pub fn calls_before(
        &self,
        filter: &CallFilter,
        order: CallOrder,
        key: CallKey,
        backwards: bool,
    ) -> rusqlite::Result<i64> {
        let column = order.column();
        let [value, id] = key;
        let comparison = if order.descending == backwards {
            "<"
        } else {
            ">"
        };
        let sql = format!(
            "SELECT COUNT(*) FROM attempt {access} WHERE {condition}
             AND {column} {comparison}= {value} AND ({column}, id) {comparison} ({value}, {id})",
            access = filter.access(),
            condition = filter.condition(),
        );
        self.connection
            .prepare_cached(&sql)?
            .query_row(params_from_iter(filter.parameters()), |row| row.get(0))
    }

    /// How many calls a filter finds, as far as is worth counting; the second value is false beyond.
    pub fn count_calls(&self, filter: &CallFilter) -> rusqlite::Result<(i64, bool)> {
        let most = filter.counted();
        let sql = format!(
            "SELECT COUNT(*) FROM (SELECT 1 FROM attempt {} WHERE {} LIMIT {})",
            filter.access(),
            filter.condition(),
            most + 1,
        );
        let count: i64 = self
            .connection
            .prepare_cached(&sql)?
            .query_row(params_from_iter(filter.parameters()), |row| row.get(0))?;
        Ok((count.min(most), count <= most))
    }
}
