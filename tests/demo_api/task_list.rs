//! A page of tasks: what was asked, made into rows, with the cursors beside them.

use serde_json::{Value, json};

use crate::answer::tasks;
use crate::asked::{Asked, PageAsked};
use crate::campaign::Campaign;
use crate::cursor::Cursor;
use crate::gate::Gate;
use crate::problem::Problem;
use crate::store::figures::{Figures, TaskCell};
use crate::store::filter::{Blockers, Filter};
use crate::store::order::Order;
use crate::store::pages::Position;
use crate::store::search::Query;
use crate::task_state::{Family, Hold, State};
use crate::world::World;

/// A page of tasks as it was asked for.
pub struct List {
    pub filter: Filter,
    pub order: Order,
    pub sort_name: String,
    /// Stands for the filters in a cursor.
    pub filter_mark: u64,
    pub position: Position,
    pub number: Option<i64>,
    pub size: i64,
}

/// Reads and answers a request for tasks.
pub fn list(world: &World, campaign: &Campaign, mut asked: Asked) -> Result<Value, Problem> {
    let figures = world.figures(campaign)?;
    let query = asked.one("q", 200);
    let statuses = asked.some("status", 60);
    let blockers = asked.some("blocker", 60);
    let dispositions = asked.some("disposition", 120);
    let from = asked.some("from", 40);
    let order = asked.sort("activity", Order::from_wire);
    let size = asked.size();
    let page = asked.page()?;
    asked.finish()?;
    let Some(order) = order else {
        return Err(Problem::value("/query/sort", "There is no such sort."));
    };
    let sort_name = order.wire();
    let filter_mark = mark(&[
        &query
            .iter()
            .map(|query| tasks::comparable(query))
            .collect::<Vec<_>>(),
        statuses.as_deref().unwrap_or_default(),
        blockers.as_deref().unwrap_or_default(),
        dispositions.as_deref().unwrap_or_default(),
        from.as_deref().unwrap_or_default(),
    ]);
    let gate = Gate::of(&world.dialer, campaign);
    let filter = Filter {
        states: statuses.map(|names| {
            names
                .iter()
                .filter_map(|name| State::from_wire(name))
                .collect()
        }),
        blockers: blockers.map(|codes| blockers_of(gate, &codes)),
        dispositions: dispositions.map(|words| {
            words
                .iter()
                .filter_map(|words| world.disposition_code(campaign, words))
                .collect()
        }),
        from_numbers: from.map(|numbers| {
            numbers
                .iter()
                .filter_map(|number| world.number_id(campaign, number))
                .collect()
        }),
        search: match query.as_deref().and_then(Query::of) {
            Some(query) => Some(world.store_of(campaign)?.find(campaign.index, query)?),
            None => None,
        },
    };
    let (position, number) = match page {
        PageAsked::Number(number) => {
            let total = exact_total(&figures, &filter);
            let skip = (number - 1).saturating_mul(size);
            (Position::Offset { skip, total }, Some(number))
        }
        PageAsked::Cursor(text) => {
            let cursor = Cursor::read(&text, &sort_name, filter_mark, order.width())?;
            let position = Position::Beside {
                key: cursor.key,
                before: cursor.before,
            };
            (position, None)
        }
    };
    answer(
        world,
        campaign,
        &figures,
        &List {
            filter,
            order,
            sort_name,
            filter_mark,
            position,
            number,
            size,
        },
    )
}

fn blockers_of(gate: Gate, codes: &[String]) -> Blockers {
    Blockers {
        holds: Hold::ALL
            .into_iter()
            .filter(|hold| {
                hold.wire()
                    .is_some_and(|wire| codes.iter().any(|code| code == wire))
            })
            .collect(),
        unheld: gate
            .wire()
            .is_some_and(|wire| codes.iter().any(|code| code == wire)),
    }
}

fn exact_total(figures: &Figures, filter: &Filter) -> Option<i64> {
    filter.is_counted().then(|| {
        figures.tasks_where(|cell| {
            filter
                .states
                .as_ref()
                .is_none_or(|states| states.contains(&cell.state))
                && filter
                    .blockers
                    .as_ref()
                    .is_none_or(|blockers| is_blocked_by(cell, blockers))
                && filter
                    .dispositions
                    .as_ref()
                    .is_none_or(|codes| codes.contains(&cell.disposition))
                && filter
                    .from_numbers
                    .as_ref()
                    .is_none_or(|numbers| numbers.contains(&cell.from_number))
        })
    })
}

fn is_blocked_by(cell: &TaskCell, blockers: &Blockers) -> bool {
    if cell.hold == Hold::None {
        blockers.unheld && cell.state.family() == Family::Waiting
    } else {
        blockers.holds.contains(&cell.hold)
    }
}

/// The contract's `TaskPage`.
pub fn answer(
    world: &World,
    campaign: &Campaign,
    figures: &Figures,
    list: &List,
) -> Result<Value, Problem> {
    let page = world.store_of(campaign)?.page(
        campaign.index,
        &list.filter,
        list.order,
        &list.position,
        list.size,
    )?;
    let gate = Gate::of(&world.dialer, campaign);
    let (total, is_exact) = match exact_total(figures, &list.filter) {
        Some(total) => (total, true),
        None => world
            .store_of(campaign)?
            .count(campaign.index, &list.filter)?,
    };
    let cursor = |row: Option<&crate::store::rows::TaskRow>, before: bool| {
        row.map(|row| {
            Cursor {
                key: row.key.clone(),
                before,
            }
            .write(&list.sort_name, list.filter_mark)
        })
    };
    let next = cursor(page.rows.last().filter(|_| page.has_next), false);
    let previous = cursor(page.rows.first().filter(|_| page.has_previous), true);
    let items: Vec<Value> = page
        .rows
        .iter()
        .map(|row| tasks::task(world, campaign, gate, row))
        .collect();
    Ok(json!({
        "items": items,
        "page": {
            "size": list.size,
            "number": list.number,
            "total": total,
            "total_is": if is_exact { "exact" } else { "at_least" },
            "next": next,
            "prev": previous,
        },
        "captured_at": campaign.plan.zone.rfc3339(world.now()),
        "filters": tasks::filters(world, gate, figures),
    }))
}

/// A number that stands for filters, so that a cursor is not used with others.
pub fn mark(filters: &[&[String]]) -> u64 {
    let mut mark: u64 = 0xCBF2_9CE4_8422_2325;
    for filter in filters {
        let mut values: Vec<&String> = filter.iter().collect();
        values.sort();
        let text = values
            .into_iter()
            .flat_map(|value| value.bytes().chain([0x1F]))
            .chain([0x1E]);
        for byte in text {
            mark = (mark ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
        }
    }
    mark
}
