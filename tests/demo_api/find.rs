//! The find box: campaigns, contacts, tasks, calls, jobs, records and numbers by
//! a name, a phone number or an ID.

use serde_json::{Value, json};

use crate::answer::calls;
use crate::asked::Asked;
use crate::campaign::Campaign;
use crate::problem::Problem;
use crate::store::search::{Matches, Query};
use crate::world::World;
use crate::{ids, people};

/// The most that is answered.
const MOST: usize = 20;
/// The most of one campaign's contacts, so that others are seen, too.
const MOST_OF_A_CAMPAIGN: usize = 5;
/// Fewer letters than this find too many people.
const SHORTEST_NAME: usize = 2;

/// Reads and answers a request to find something.
pub fn find(world: &World, mut asked: Asked) -> Result<Value, Problem> {
    let query = asked.one("q", 200);
    asked.finish()?;
    let Some(query) = query else {
        return Err(Problem::value("/query/q", "What to find? q is missing."));
    };
    let text = query.trim();
    let mut items = Vec::new();
    if !text.is_empty() {
        items.extend(exact(world, text)?);
    }
    // An ID names one thing; nothing else is meant.
    if !text.is_empty() && items.is_empty() {
        items.extend(campaigns(world, text));
        items.extend(numbers(world, text));
        let is_campaign = world.dialer.find(&text.to_lowercase()).is_some();
        if !is_campaign && text.chars().count() >= SHORTEST_NAME {
            contacts(world, text, &mut items)?;
        }
    }
    let mut best: Vec<Value> = Vec::new();
    for item in items {
        let is_same = |known: &Value| {
            ["kind", "id"]
                .iter()
                .all(|key| known.get(key) == item.get(key))
        };
        if best.len() < MOST && !best.iter().any(is_same) {
            best.push(item);
        }
    }
    Ok(json!({"items": best}))
}

/// What has exactly this ID.
fn exact(world: &World, text: &str) -> Result<Vec<Value>, Problem> {
    if let Some(found) = world.jobs.found(text, world.now()) {
        return Ok(vec![found]);
    }
    let id = text.to_lowercase();
    if let Some(number) = ids::attempt_number(&id) {
        return call(world, number);
    }
    let task = ids::task_row(&id);
    let Some(row) = task.or_else(|| ids::contact_row(&id)) else {
        return Ok(Vec::new());
    };
    let kind = if task.is_some() { "task" } else { "contact" };
    for campaign in &world.dialer.campaigns {
        if let Some(found) = person(world, campaign, row, kind)? {
            return Ok(vec![found]);
        }
    }
    Ok(world
        .jobs
        .found_contact(text, world.now())
        .into_iter()
        .collect())
}

fn call(world: &World, number: i64) -> Result<Vec<Value>, Problem> {
    for campaign in &world.dialer.campaigns {
        let Ok(store) = world.store_of(campaign) else {
            continue;
        };
        let found = store.calls(std::iter::once(number))?;
        let Some(row) = found.first().filter(|row| row.campaign == campaign.index) else {
            continue;
        };
        let state = calls::state(campaign, row).wire().replace('_', " ");
        let at = campaign.plan.zone.day_and_clock(row.dialed_at);
        let name = world.name(row.person).unwrap_or_default();
        return Ok(vec![json!({
            "kind": "call",
            "id": ids::attempt(row.id),
            "label": format!("Attempt {}, {}", row.attempt, state.trim()),
            "sub": format!("{name} \u{b7} {at}"),
            "campaign_id": world.dialer.shown_id(campaign),
            "task_id": ids::task(row.task),
        })]);
    }
    Ok(Vec::new())
}

/// Campaigns by ID or name; those that begin with the text come first.
fn campaigns(world: &World, text: &str) -> Vec<Value> {
    let folded = people::folded(text);
    let mut found: Vec<(u8, Value)> = world
        .dialer
        .shown()
        .filter_map(|campaign| {
            let plan = &campaign.plan;
            let name = people::folded(&plan.name);
            let rank = if plan.id.eq_ignore_ascii_case(text) || name == folded {
                0
            } else if name.starts_with(&folded) {
                1
            } else if name.contains(&folded) || plan.id.contains(&text.to_lowercase()) {
                2
            } else {
                return None;
            };
            let item = json!({
                "kind": "campaign",
                "id": plan.id,
                "label": plan.name,
                "sub": campaign.status.wire(),
                "campaign_id": plan.id,
            });
            Some((rank, item))
        })
        .collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, item)| item).collect()
}

/// Numbers of pools by a part of at least four digits.
fn numbers(world: &World, text: &str) -> Vec<Value> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let is_number = text
        .chars()
        .all(|letter| letter.is_ascii_digit() || "+ -().".contains(letter));
    if !is_number || digits.len() < 4 {
        return Vec::new();
    }
    let pools = world
        .dialer
        .shown()
        .filter_map(|campaign| Some((campaign, campaign.pool.as_ref()?)));
    pools
        .flat_map(|(campaign, pool)| pool.members().map(move |number| (campaign, pool, number)))
        .filter(|(_, _, number)| number.e164.contains(&digits))
        .map(|(campaign, pool, number)| {
            json!({
                "kind": "number",
                "id": number.e164,
                "label": number.e164,
                "sub": format!("{} \u{b7} {}", pool.name, campaign.plan.name),
                "campaign_id": campaign.plan.id,
            })
        })
        .collect()
}

/// Contacts by a part of a name or of a phone number.
fn contacts(world: &World, text: &str, items: &mut Vec<Value>) -> Result<(), Problem> {
    let Some(query) = Query::of(text) else {
        return Ok(());
    };
    for campaign in world.dialer.shown() {
        let Ok(store) = world.store_of(campaign) else {
            continue;
        };
        if items.len() >= MOST * 2 {
            break;
        }
        let rows: Vec<i64> = match store.find(campaign.index, query.clone())? {
            Matches::Rows { list, .. } => serde_json::from_str(&list).unwrap_or_default(),
            // Too many to tell apart by this text.
            Matches::Many(_) => continue,
        };
        for row in rows.into_iter().take(MOST_OF_A_CAMPAIGN) {
            items.extend(person(world, campaign, row, "contact")?);
        }
    }
    Ok(())
}

/// A task, or the contact that it calls.
fn person(
    world: &World,
    campaign: &Campaign,
    row: i64,
    kind: &str,
) -> Result<Option<Value>, Problem> {
    let Ok(store) = world.store_of(campaign) else {
        return Ok(None);
    };
    let Some(task) = store.task(campaign.index, row)? else {
        return Ok(None);
    };
    let id = if kind == "task" {
        ids::task(row)
    } else {
        ids::contact(row)
    };
    Ok(Some(json!({
        "kind": kind,
        "id": id,
        "label": world.name(task.person).unwrap_or(&task.phone),
        "sub": format!("{} \u{b7} {}", task.phone, campaign.plan.name),
        "campaign_id": world.dialer.shown_id(campaign),
        "task_id": ids::task(row),
    })))
}
