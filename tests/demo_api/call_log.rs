//! The call log: every attempt of the workspace, searched, filtered, sorted and paged.

mod facets;
mod pages;
mod scope;

use serde_json::{Value, json};

use crate::answer::calls;
use crate::asked::{Asked, PageAsked};
use crate::cursor::Cursor;
use crate::problem::Problem;
use crate::store::calls::{CallKey, CallOrder};
use crate::task_list::mark;
use crate::world::World;
use crate::zone::{Ms, Zone};
use facets::Facets;
use pages::Place;
pub use scope::Shelf;

/// What is asked for, as it was written.
#[derive(Debug, Default)]
pub struct Wanted {
    pub query: Option<String>,
    pub campaigns: Option<Vec<String>>,
    pub states: Option<Vec<String>>,
    pub dispositions: Option<Vec<String>>,
    pub sip_statuses: Option<Vec<String>>,
    pub from: Option<Vec<String>>,
    pub contact: Option<String>,
    pub after: Option<Ms>,
    pub before: Option<Ms>,
}

impl Wanted {
    fn read(asked: &mut Asked) -> Self {
        Self {
            query: asked.one("q", 200),
            campaigns: asked.some("campaign", 120),
            states: asked.some("state", 60),
            dispositions: asked.some("disposition", 120),
            sip_statuses: asked.some("sip_status", 10),
            from: asked.some("from", 40),
            contact: asked.one("contact", 120),
            after: asked.instant("after"),
            before: asked.instant("before"),
        }
    }

    /// A number that stands for the filters, so that a cursor is not used with others.
    fn mark(&self) -> u64 {
        let one = |text: &Option<String>| text.iter().cloned().collect::<Vec<_>>();
        let instant = |at: Option<Ms>| at.iter().map(Ms::to_string).collect::<Vec<_>>();
        let query = self.query.as_deref().map(crate::answer::tasks::comparable);
        mark(&[
            &one(&query),
            self.campaigns.as_deref().unwrap_or_default(),
            self.states.as_deref().unwrap_or_default(),
            self.dispositions.as_deref().unwrap_or_default(),
            self.sip_statuses.as_deref().unwrap_or_default(),
            self.from.as_deref().unwrap_or_default(),
            &one(&self.contact),
            &instant(self.after),
            &instant(self.before),
        ])
    }
}

/// Reads and answers a request for calls.
pub fn list(world: &World, mut asked: Asked) -> Result<Value, Problem> {
    let wanted = Wanted::read(&mut asked);
    let order = asked.sort("-started", CallOrder::from_wire);
    let size = asked.size();
    let page = asked.page()?;
    asked.finish()?;
    let Some(order) = order else {
        return Err(Problem::value("/query/sort", "There is no such sort."));
    };
    let facets = Facets::of(world)?;
    let shelves = scope::shelves(world, &wanted)?;
    let totals = totals(world, &facets, &shelves)?;
    let filter_mark = wanted.mark();
    let (place, number) = match page {
        PageAsked::Number(number) => {
            let skip = (number - 1).saturating_mul(size);
            (Place::Skip(skip), Some(number))
        }
        PageAsked::Cursor(text) => {
            let cursor = Cursor::read(&text, order.wire(), filter_mark, 2)?;
            let key = CallKey::try_from(cursor.key).unwrap_or_default();
            let place = Place::Beside {
                key,
                before: cursor.before,
            };
            (place, None)
        }
    };
    let found = pages::page(&shelves, &totals, order, place, size)?;
    let cursor = |key: Option<&CallKey>, before: bool| {
        key.map(|key| {
            let cursor = Cursor {
                key: key.to_vec(),
                before,
            };
            cursor.write(order.wire(), filter_mark)
        })
    };
    let is_exact = totals.iter().all(|(_, exact)| *exact) && world.is_complete();
    let rows = pages::rows(&shelves, &found)?;
    let items: Vec<Value> = rows.iter().map(|row| calls::call(world, row)).collect();
    Ok(json!({
        "items": items,
        "page": {
            "size": size,
            "number": number,
            "total": totals.iter().map(|(count, _)| count).sum::<i64>(),
            "total_is": if is_exact { "exact" } else { "at_least" },
            "next": cursor(found.keys.last().filter(|_| found.has_next).map(|(key, _)| key), false),
            "prev": cursor(found.keys.first().filter(|_| found.has_previous).map(|(key, _)| key), true),
        },
        "captured_at": Zone::Chicago.rfc3339(world.now()),
        "filters": facets.to_json(world),
    }))
}

/// How many calls of each shelf are asked for, and whether that is exact.
fn totals(
    world: &World,
    facets: &Facets,
    shelves: &[Shelf<'_>],
) -> Result<Vec<(i64, bool)>, Problem> {
    shelves
        .iter()
        .map(|shelf| {
            if shelf.filter.is_counted() {
                Ok((facets.count(world, &shelf.filter), true))
            } else {
                Ok(shelf.store.count_calls(&shelf.filter)?)
            }
        })
        .collect()
}
