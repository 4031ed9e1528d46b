//! The campaigns that are running or paused, and those that failed lately.

use std::cmp::Reverse;

use serde_json::{Value, json};

use super::on_the_way;
use crate::answer::why::{Why, why};
use crate::answer::{campaign_row, put};
use crate::campaign::{Campaign, Interruption, Status};
use crate::outcome::Outcome;
use crate::problem::Problem;
use crate::store::figures::Figures;
use crate::store::timeline::{SLOT, Slot};
use crate::task_state::Family;
use crate::world::World;
use crate::zone::{DAY, Ms};

/// Rows that the card holds.
const MOST: usize = 24;
/// Buckets that a curve holds.
const LONGEST: usize = 48;

/// The contract's `LiveCampaigns`.
pub fn card(world: &World) -> Result<Value, Problem> {
    let now = world.now();
    let running = || on_the_way(world).filter(|campaign| campaign.status == Status::Running);
    let shown = on_the_way(world).chain(failed_lately(world));
    let mut rows = shown
        .map(|campaign| row(world, campaign))
        .collect::<Result<Vec<_>, _>>()?;
    rows.sort_by_key(|(urgency, _)| *urgency);
    let items: Vec<Value> = rows.into_iter().map(|(_, row)| row).take(MOST).collect();
    Ok(json!({
        "running": running().count(),
        "dialing": running().filter(|campaign| campaign.lines > 0).count(),
        "outside_window": running().filter(|campaign| !campaign.window_is_open(now)).count(),
        "items": items,
    }))
}

/// Those that failed within the last day: whoever comes on shift should know.
fn failed_lately(world: &World) -> impl Iterator<Item = &Campaign> {
    let earliest = world.now() - DAY;
    let is_late = move |failure: &Interruption| failure.at >= earliest;
    world.dialer.shown().filter(move |campaign| {
        campaign.status == Status::Failed && campaign.failure.as_ref().is_some_and(is_late)
    })
}

/// Running ones first, then paused ones, then what is serious, then what is new.
type Urgency = (u8, u8, Reverse<Ms>, usize);

fn place(status: Status) -> u8 {
    match status {
        Status::Running => 0,
        Status::Paused => 1,
        _ => 2,
    }
}

/// Since when it is paused or failed.
fn since(campaign: &Campaign) -> Option<Ms> {
    let stop = match campaign.status {
        Status::Paused => campaign.pause.as_ref(),
        Status::Failed => campaign.failure.as_ref(),
        _ => None,
    };
    stop.map(|stop| stop.at)
}

/// A row; without figures while the campaign's rows are still being written.
fn row(world: &World, campaign: &Campaign) -> Result<(Urgency, Value), Problem> {
    let plan = &campaign.plan;
    let mut row = json!({
        "id": plan.id,
        "name": plan.name,
        "status": campaign.status.wire(),
        "time_zone": plan.zone.name(),
        "since": since(campaign).map(|at| plan.zone.rfc3339(at)),
    });
    let why = match world.figures(campaign) {
        Ok(figures) => {
            put(&mut row, "progress", Some(progress(&figures)));
            put(&mut row, "attempts", Some(attempts(&figures)));
            let lines = json!({"in_use": figures.lines(), "limit": campaign.concurrency});
            put(&mut row, "lines", Some(lines));
            put(&mut row, "curve", curve(world, campaign)?);
            why(world, campaign, &figures)
        }
        Err(_) => Why::preparing(),
    };
    put(&mut row, "why", Some(why.to_json()));
    let urgency = (
        place(campaign.status),
        campaign_row::severity_rank(why.severity),
        Reverse(plan.created_at),
        campaign.index,
    );
    Ok((urgency, row))
}

fn progress(figures: &Figures) -> Value {
    json!({"final": figures.in_family(Family::Final), "total": figures.total()})
}

fn attempts(figures: &Figures) -> Value {
    json!({
        "dialed": figures.dialed(),
        "finished": figures.finished(),
        "answered": figures.attempts_where(|cell| cell.outcome.is_answer()),
    })
}

/// Finished dials by quarter hour since the window opened, at most the last twelve hours;
/// `None` for a campaign that never opens.
fn curve(world: &World, campaign: &Campaign) -> Result<Option<Value>, Problem> {
    let (now, zone) = (world.now(), campaign.plan.zone);
    let opened = match &campaign.plan.window {
        Some(window) => window.last_opening(zone, now),
        None => campaign.started_at,
    };
    let Some(opened) = opened else {
        return Ok(None);
    };
    let current = now - now.rem_euclid(SLOT);
    let earliest = current - (LONGEST as Ms - 1) * SLOT;
    let from = (opened - opened.rem_euclid(SLOT)).max(earliest);
    let slots = world.store_of(campaign)?.slots(campaign.index)?;
    Ok(Some(json!({
        "bucket_seconds": SLOT / 1_000,
        "from": zone.rfc3339(from),
        "attempts": by_bucket(&slots, from, current),
    })))
}

fn by_bucket(slots: &[Slot], from: Ms, last: Ms) -> Vec<i64> {
    let mut counts = vec![0; usize::try_from((last - from) / SLOT + 1).unwrap_or(0)];
    let finished = slots
        .iter()
        .filter(|slot| slot.from >= from && slot.outcome != Outcome::InFlight);
    for slot in finished {
        let bucket = usize::try_from((slot.from - from) / SLOT).unwrap_or(usize::MAX);
        if let Some(count) = counts.get_mut(bucket) {
            *count += slot.count;
        }
    }
    counts
}
