//! One page of calls out of one or two stores, merged as if they were one.

use std::collections::HashMap;

use super::Shelf;
use crate::store::call_rows::CallRow;
use crate::store::calls::{CallKey, CallOrder, Stretch};

/// Where a page starts.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    /// So many calls to skip.
    Skip(i64),
    /// After the call with this key, or before it.
    Beside { key: CallKey, before: bool },
}

/// A page of keys, each with the position of its shelf.
#[derive(Debug, Default)]
pub struct Found {
    pub keys: Vec<(CallKey, usize)>,
    pub has_next: bool,
    pub has_previous: bool,
}

/// A page of at most `size` calls. `totals` tells how many each shelf has, and whether exactly.
pub fn page(
    shelves: &[Shelf<'_>],
    totals: &[(i64, bool)],
    order: CallOrder,
    place: Place,
    size: i64,
) -> rusqlite::Result<Found> {
    let walk = Walk {
        shelves,
        totals,
        order,
    };
    match place {
        Place::Skip(skip) => walk.page_at(skip, size),
        Place::Beside { key, before } => walk.page_beside(key, before, size),
    }
}

/// The calls of a page, in its order.
pub fn rows(shelves: &[Shelf<'_>], found: &Found) -> rusqlite::Result<Vec<CallRow>> {
    let mut rows: HashMap<i64, CallRow> = HashMap::new();
    for (position, shelf) in shelves.iter().enumerate() {
        let of_shelf = found.keys.iter().filter(|(_, of)| *of == position);
        let calls = shelf.store.calls(of_shelf.map(|([_, id], _)| *id))?;
        rows.extend(calls.into_iter().map(|call| (call.id, call)));
    }
    let in_order = found.keys.iter();
    Ok(in_order
        .filter_map(|([_, id], _)| rows.remove(id))
        .collect())
}

struct Walk<'a> {
    shelves: &'a [Shelf<'a>],
    totals: &'a [(i64, bool)],
    order: CallOrder,
}

impl Walk<'_> {
    fn page_at(&self, skip: i64, size: i64) -> rusqlite::Result<Found> {
        let is_exact = self.totals.iter().all(|(_, exact)| *exact);
        let total = self.totals.iter().map(|(count, _)| count).sum::<i64>();
        let wanted = usize::try_from(size).unwrap_or(0);
        let mut keys = if is_exact && skip >= total {
            Vec::new()
        } else if is_exact && skip * 2 > total {
            // Walking from the nearer end halves the longest walk.
            let wanted = size.min(total - skip);
            let mut keys = self.skipping(total - skip - wanted, wanted, true)?;
            keys.reverse();
            keys
        } else {
            self.skipping(skip, size + 1, false)?
        };
        let has_next = if is_exact {
            skip.saturating_add(size) < total
        } else {
            keys.len() > wanted
        };
        keys.truncate(wanted);
        Ok(Found {
            has_previous: skip > 0 && !keys.is_empty(),
            has_next: has_next && !keys.is_empty(),
            keys,
        })
    }

    fn page_beside(&self, key: CallKey, before: bool, size: i64) -> rusqlite::Result<Found> {
        let mut keys = self.merged(Some((key, false)), 0, size + 1, before)?;
        let has_more = keys.len() as i64 > size;
        keys.truncate(usize::try_from(size).unwrap_or(0));
        // The other side always has a call unless the one that the cursor names went away.
        let has_other = match keys.first() {
            Some((first, _)) => !self
                .merged(Some((*first, false)), 0, 1, !before)?
                .is_empty(),
            None => false,
        };
        if before {
            keys.reverse();
        }
        Ok(Found {
            has_next: if before { has_other } else { has_more },
            has_previous: if before { has_more } else { has_other },
            keys,
        })
    }

    /// Keys after so many others. Where two shelves have calls, most of the larger one's are
    /// skipped by the database, and only the rest is merged.
    fn skipping(
        &self,
        skip: i64,
        limit: i64,
        backwards: bool,
    ) -> rusqlite::Result<Vec<(CallKey, usize)>> {
        let largest = (0..self.shelves.len()).max_by_key(|position| self.count(*position));
        let Some((largest, shelf)) = largest.and_then(|at| Some((at, self.shelves.get(at)?)))
        else {
            return Ok(Vec::new());
        };
        let others: i64 = (0..self.shelves.len())
            .filter(|position| *position != largest)
            .map(|position| self.count(position))
            .sum();
        let is_exact = self.totals.iter().all(|(_, exact)| *exact);
        if !is_exact || skip <= others {
            return self.merged(None, skip, limit, backwards);
        }
        // At least so many of the calls to skip are in the larger shelf.
        let first = shelf.store.call_keys(
            &shelf.filter,
            self.order,
            Stretch {
                from: None,
                backwards,
                skip: skip - others,
                limit: 1,
            },
        )?;
        let Some(first) = first.first().copied() else {
            return self.merged(None, skip, limit, backwards);
        };
        let mut passed = 0;
        for (position, other) in self.shelves.iter().enumerate() {
            if position != largest {
                passed += other
                    .store
                    .calls_before(&other.filter, self.order, first, backwards)?;
            }
        }
        self.merged(Some((first, true)), others - passed, limit, backwards)
    }

    fn count(&self, position: usize) -> i64 {
        self.totals.get(position).map_or(0, |(count, _)| *count)
    }

    fn merged(
        &self,
        from: Option<(CallKey, bool)>,
        skip: i64,
        limit: i64,
        backwards: bool,
    ) -> rusqlite::Result<Vec<(CallKey, usize)>> {
        let is_alone = self.shelves.len() == 1;
        let stretch = Stretch {
            from,
            backwards,
            skip: if is_alone { skip } else { 0 },
            limit: if is_alone {
                limit
            } else {
                skip.saturating_add(limit)
            },
        };
        let mut keys = Vec::new();
        for (position, shelf) in self.shelves.iter().enumerate() {
            if self.totals.get(position) == Some(&(0, true)) {
                continue;
            }
            let of_shelf = shelf.store.call_keys(&shelf.filter, self.order, stretch)?;
            keys.extend(of_shelf.into_iter().map(|key| (key, position)));
        }
        if is_alone {
            return Ok(keys);
        }
        let ascends = self.order.descending == backwards;
        keys.sort_unstable_by(|(one, _), (other, _)| {
            let order = one.cmp(other);
            if ascends { order } else { order.reverse() }
        });
        let keys = keys.into_iter().skip(usize::try_from(skip).unwrap_or(0));
        Ok(keys.take(usize::try_from(limit).unwrap_or(0)).collect())
    }
}
