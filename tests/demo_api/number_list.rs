//! A page of a campaign's numbers.

use serde_json::{Value, json};

use crate::answer::numbers;
use crate::asked::{Asked, PageAsked};
use crate::campaign::Campaign;
use crate::cursor::Cursor;
use crate::problem::Problem;
use crate::world::World;

/// Numbers have one order and no filters.
const SORT: &str = "pool";

/// Reads and answers a request for numbers.
pub fn list(world: &World, campaign: &Campaign, mut asked: Asked) -> Result<Value, Problem> {
    let size = asked.size();
    let page = asked.page()?;
    asked.finish()?;
    let figures = world.figures(campaign)?;
    let all = numbers::numbers(campaign, &figures);
    let total = all.len() as i64;
    let (start, end, number) = match page {
        PageAsked::Number(number) => {
            let start = (number - 1).saturating_mul(size);
            (start, start.saturating_add(size), Some(number))
        }
        PageAsked::Cursor(text) => {
            let cursor = Cursor::read(&text, SORT, 0, 1)?;
            let at = cursor.key.first().copied().unwrap_or(0).clamp(0, total);
            if cursor.before {
                ((at - size).max(0), at, None)
            } else {
                (at + 1, at + 1 + size, None)
            }
        }
    };
    let (start, end) = (start.min(total), end.min(total));
    let items: Vec<Value> = all
        .into_iter()
        .skip(usize::try_from(start).unwrap_or(0))
        .take(usize::try_from(end - start).unwrap_or(0))
        .collect();
    let cursor = |place: i64, before: bool| {
        Cursor {
            key: vec![place],
            before,
        }
        .write(SORT, 0)
    };
    let next = (end < total && !items.is_empty()).then(|| cursor(end - 1, false));
    let prev = (start > 0 && !items.is_empty()).then(|| cursor(start, true));
    Ok(json!({
        "items": items,
        "page": {"size": size, "number": number, "total": total, "total_is": "exact", "next": next, "prev": prev},
        "captured_at": campaign.plan.zone.rfc3339(world.now()),
    }))
}
