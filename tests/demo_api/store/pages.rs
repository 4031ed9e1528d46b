//! Pages of tasks, by page number or by cursor, in every sort.

use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};

use super::Store;
use super::search::Matches;
use crate::task_state::{Family, Hold, State};
use crate::zone::{Ms, Zone};

/// An order of tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Activity,
    Contact,
    Status,
    Attempts,
    Duration,
    LastAttempted,
}

/// A sort with its direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    pub sort: Sort,
    pub descending: bool,
}

impl Order {
    /// The sort of a contract name.
    pub fn from_wire(name: &str) -> Option<Self> {
        let (descending, key) = match name.strip_prefix('-') {
            Some(key) => (true, key),
            None => (false, name),
        };
        let sort = match key {
            "activity" if !descending => Sort::Activity,
            "contact" => Sort::Contact,
            "status" if !descending => Sort::Status,
            "attempts" => Sort::Attempts,
            "duration" => Sort::Duration,
            "last_attempted" => Sort::LastAttempted,
            _ => return None,
        };
        Some(Self { sort, descending })
    }

    /// The contract's name.
    pub fn wire(self) -> String {
        let key = match self.sort {
            Sort::Activity => "activity",
            Sort::Contact => "contact",
            Sort::Status => "status",
            Sort::Attempts => "attempts",
            Sort::Duration => "duration",
            Sort::LastAttempted => "last_attempted",
        };
        format!("{}{key}", if self.descending { "-" } else { "" })
    }

    /// How many values place a row in this order.
    pub fn width(self) -> usize {
        self.columns().len()
    }

    /// The columns of the sort; rows without a value come last in both directions.
    fn columns(self) -> &'static [&'static str] {
        match (self.sort, self.descending) {
            (Sort::Activity, _) => &["family", "rank", "row"],
            (Sort::Contact, _) => &["person", "row"],
            (Sort::Status, _) => &["status", "rank", "row"],
            (Sort::Attempts, _) => &["attempts", "row"],
            (Sort::Duration, true) => &["talk", "row"],
            (Sort::Duration, false) => &["iif(talk < 0, 9000000000000000, talk)", "row"],
            (Sort::LastAttempted, true) => &["last_attempted", "row"],
            (Sort::LastAttempted, false) => &[
                "iif(last_attempted < 0, 9000000000000000, last_attempted)",
                "row",
            ],
        }
    }
}

/// Which tasks of a campaign are asked for.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only these states, when there are any.
    pub states: Option<Vec<State>>,
    /// Only these holds, and the tasks that only the campaign keeps.
    pub blockers: Option<Blockers>,
    pub dispositions: Option<Vec<i64>>,
    pub from_numbers: Option<Vec<i64>>,
    pub search: Option<Matches>,
}

/// Blocker codes as the rows know them.
#[derive(Clone, Debug, Default)]
pub struct Blockers {
    pub holds: Vec<Hold>,
    /// Waiting tasks without a hold of their own.
    pub unheld: bool,
}

/// Where a page starts.
#[derive(Clone, Debug)]
pub enum Position {
    /// Rows to skip, and all the rows there are when known.
    Offset { skip: i64, total: Option<i64> },
    /// After the row with these sort values, or before it.
    Beside { key: Vec<i64>, before: bool },
}

/// A task as a row.
#[derive(Clone, Debug)]
pub struct TaskRow {
    pub row: i64,
    pub person: i64,
    pub phone: String,
    pub zone: Zone,
    pub state: State,
    pub since: Ms,
    pub hold: Hold,
    pub hold_until: Option<Ms>,
    pub from_number: i64,
    pub sticky: bool,
    pub disposition: i64,
    pub attempts: i64,
    pub system_retries: i64,
    pub talk: Option<Ms>,
    pub talking_since: Option<Ms>,
    pub score: Option<i64>,
    pub last_attempted: Option<Ms>,
    pub sip: Option<i64>,
    /// Its values in the order it was asked in.
    pub key: Vec<i64>,
}

/// One page, with whether there are rows on either side.
#[derive(Clone, Debug, Default)]
pub struct Page {
    pub rows: Vec<TaskRow>,
    pub has_next: bool,
    pub has_previous: bool,
}

const COLUMNS: &str =
    "row, person, phone, zone, status, since, hold, hold_until, from_number, sticky,
  disposition, attempts, system_retries, talk, talking_since, score, last_attempted, sip";

impl Filter {
    /// Whether the counts alone tell how many tasks there are.
    pub fn is_counted(&self) -> bool {
        self.search.is_none()
    }

    /// The condition, without the campaign. Codes are written out; they are our own numbers.
    pub(super) fn condition(&self) -> String {
        let mut parts = Vec::new();
        if let Some(states) = &self.states {
            parts.push(one_of("status", states.iter().map(|state| state.code())));
        }
        if let Some(blockers) = &self.blockers {
            let held = one_of("hold", blockers.holds.iter().map(|hold| hold.code()));
            parts.push(if blockers.unheld {
                format!(
                    "({held} OR (hold = 0 AND family = {}))",
                    Family::Waiting.code()
                )
            } else {
                held
            });
        }
        if let Some(dispositions) = &self.dispositions {
            parts.push(one_of("disposition", dispositions.iter().copied()));
        }
        if let Some(numbers) = &self.from_numbers {
            parts.push(one_of("from_number", numbers.iter().copied()));
        }
        if let Some(search) = &self.search {
            parts.push(search.condition());
        }
        parts.iter().map(|part| format!(" AND {part}")).collect()
    }
}

fn one_of(column: &str, codes: impl Iterator<Item = i64>) -> String {
    let codes: Vec<String> = codes.map(|code| code.to_string()).collect();
    format!("{column} IN ({})", codes.join(","))
}

impl Store {
    /// A page of at most `size` tasks.
    pub fn page(
        &self,
        campaign: usize,
        filter: &Filter,
        order: Order,
        position: &Position,
        size: i64,
    ) -> rusqlite::Result<Page> {
        match position {
            Position::Offset { skip, total } => {
                self.page_at(campaign, filter, order, *skip, *total, size)
            }
            Position::Beside { key, before } => {
                let mut rows = self.beside(campaign, filter, order, key, *before, size + 1)?;
                let has_more = rows.len() as i64 > size;
                rows.truncate(usize::try_from(size).unwrap_or(0));
                if *before {
                    rows.reverse();
                }
                // The other side always has a row unless the one that the cursor names went away.
                let edge = if *before { rows.last() } else { rows.first() };
                let has_other = match edge {
                    Some(row) => !self
                        .beside(campaign, filter, order, &row.key, !*before, 1)?
                        .is_empty(),
                    None => false,
                };
                Ok(Page {
                    rows,
                    has_next: if *before { has_other } else { has_more },
                    has_previous: if *before { has_more } else { has_other },
                })
            }
        }
    }

    fn page_at(
        &self,
        campaign: usize,
        filter: &Filter,
        order: Order,
        skip: i64,
        total: Option<i64>,
        size: i64,
    ) -> rusqlite::Result<Page> {
        // Walking an index from its nearer end halves the longest walk.
        let from_end = total.filter(|total| skip * 2 > *total);
        let mut rows = match from_end {
            Some(total) if skip >= total => Vec::new(),
            Some(total) => {
                let wanted = size.min(total - skip);
                let mut rows =
                    self.walk(campaign, filter, order, true, total - skip - wanted, wanted)?;
                rows.reverse();
                rows
            }
            None => self.walk(campaign, filter, order, false, skip, size + 1)?,
        };
        let has_next = match total {
            Some(total) => skip + size < total,
            None => rows.len() as i64 > size,
        };
        rows.truncate(usize::try_from(size).unwrap_or(0));
        Ok(Page {
            has_previous: skip > 0 && !rows.is_empty(),
            has_next: has_next && !rows.is_empty(),
            rows,
        })
    }

    fn walk(
        &self,
        campaign: usize,
        filter: &Filter,
        order: Order,
        backwards: bool,
        skip: i64,
        size: i64,
    ) -> rusqlite::Result<Vec<TaskRow>> {
        let sorted = sorted_by(order, backwards);
        let sql = format!(
            "SELECT {COLUMNS}, {keys} FROM task WHERE row IN
               (SELECT row FROM task WHERE campaign = {campaign}{condition}
                ORDER BY {sorted} LIMIT {size} OFFSET {skip})
             ORDER BY {sorted}",
            keys = order.columns().join(", "),
            condition = filter.condition(),
        );
        self.rows(&sql, order, filter.search.as_ref())
    }

    fn beside(
        &self,
        campaign: usize,
        filter: &Filter,
        order: Order,
        key: &[i64],
        before: bool,
        size: i64,
    ) -> rusqlite::Result<Vec<TaskRow>> {
        let values: Vec<String> = key.iter().map(i64::to_string).collect();
        let sql = format!(
            "SELECT {COLUMNS}, {keys} FROM task WHERE campaign = {campaign}{condition}
               AND ({keys}) {comparison} ({values})
             ORDER BY {sorted} LIMIT {size}",
            keys = order.columns().join(", "),
            condition = filter.condition(),
            comparison = if before == order.descending { ">" } else { "<" },
            values = values.join(", "),
            sorted = sorted_by(order, before),
        );
        self.rows(&sql, order, filter.search.as_ref())
    }

    fn rows(
        &self,
        sql: &str,
        order: Order,
        search: Option<&Matches>,
    ) -> rusqlite::Result<Vec<TaskRow>> {
        let values: Vec<Value> = search.map(Matches::parameters).unwrap_or_default();
        self.connection
            .prepare_cached(sql)?
            .query_map(params_from_iter(values), |row| {
                read(row, order.columns().len())
            })?
            .collect()
    }

    /// One task of a campaign.
    pub fn task(&self, campaign: usize, row: i64) -> rusqlite::Result<Option<TaskRow>> {
        let sql = format!("SELECT {COLUMNS} FROM task WHERE campaign = ?1 AND row = ?2");
        self.connection
            .prepare_cached(&sql)?
            .query_map([campaign as i64, row], |row| read(row, 0))?
            .next()
            .transpose()
    }
}

fn sorted_by(order: Order, backwards: bool) -> String {
    let direction = if order.descending == backwards {
        "ASC"
    } else {
        "DESC"
    };
    let columns: Vec<String> = order
        .columns()
        .iter()
        .map(|column| format!("{column} {direction}"))
        .collect();
    columns.join(", ")
}

fn read(row: &Row<'_>, keys: usize) -> rusqlite::Result<TaskRow> {
    let known = |value: i64| (value >= 0).then_some(value);
    Ok(TaskRow {
        row: row.get(0)?,
        person: row.get(1)?,
        phone: row.get(2)?,
        zone: Zone::from_code(row.get(3)?).unwrap_or(Zone::Chicago),
        state: State::from_code(row.get(4)?).unwrap_or(State::Pending),
        since: row.get(5)?,
        hold: Hold::from_code(row.get(6)?),
        hold_until: row.get(7)?,
        from_number: row.get(8)?,
        sticky: row.get(9)?,
        disposition: row.get(10)?,
        attempts: row.get(11)?,
        system_retries: row.get(12)?,
        talk: known(row.get(13)?),
        talking_since: row.get(14)?,
        score: row.get(15)?,
        last_attempted: known(row.get(16)?),
        sip: row.get(17)?,
        key: (18..18 + keys)
            .map(|column| row.get(column))
            .collect::<Result<_, _>>()?,
    })
}
