//! Pages of tasks, by page number or by cursor, in every sort.

use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::Store;
use super::filter::Filter;
use super::order::Order;
use super::rows::{COLUMNS, TaskRow, read};
use super::search::Matches;

/// Where a page starts.
#[derive(Clone, Debug)]
pub enum Position {
    /// Rows to skip, and all the rows there are when known.
    Offset { skip: i64, total: Option<i64> },
    /// After the row with these sort values, or before it.
    Beside { key: Vec<i64>, before: bool },
}

/// One page, with whether there are rows on either side.
#[derive(Clone, Debug, Default)]
pub struct Page {
    pub rows: Vec<TaskRow>,
    pub has_next: bool,
    pub has_previous: bool,
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
        let sorted = order.sorted(backwards);
        let sql = format!(
            "SELECT {COLUMNS}, {keys} FROM task WHERE row IN
               (SELECT row FROM task {access} WHERE campaign = {campaign}{condition}
                ORDER BY {sorted} LIMIT {size} OFFSET {skip})
             ORDER BY {sorted}",
            keys = order.columns().join(", "),
            access = filter.access(),
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
            "SELECT {COLUMNS}, {keys} FROM task {access} WHERE campaign = {campaign}{condition}
               AND ({keys}) {comparison} ({values})
             ORDER BY {sorted} LIMIT {size}",
            keys = order.columns().join(", "),
            access = filter.access(),
            condition = filter.condition(),
            comparison = if before == order.descending { ">" } else { "<" },
            values = values.join(", "),
            sorted = order.sorted(before),
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
}
