//! The campaign's dials over time, with what was done to it.

use serde_json::{Value, json};

use super::span;
use crate::campaign::{Activity, Campaign, Mark};
use crate::outcome::Outcome;
use crate::plan::Report;
use crate::problem::Problem;
use crate::store::timeline::{SLOT, Slot};
use crate::world::World;
use crate::zone::{DAY, HOUR, Ms, Zone};

/// Up to this span a bucket is a quarter of an hour.
const BY_QUARTER: Ms = 8 * HOUR;
/// Up to this span a bucket is an hour; beyond, a day.
const BY_HOUR: Ms = 3 * DAY;

/// The contract's `Timeline`; `None` before the first dial has finished.
pub fn timeline(world: &World, campaign: &Campaign) -> Result<Option<Value>, Problem> {
    if !campaign.plan.reports(Report::Timeline) {
        return Ok(None);
    }
    let slots = world.store_of(campaign)?.slots(campaign.index)?;
    let (Some(first), Some(last)) = (slots.first(), slots.last()) else {
        return Ok(None);
    };
    let now = world.now();
    let until = if campaign.status.is_ended() {
        last.from
    } else {
        now.max(last.from)
    };
    let grid = Grid {
        zone: campaign.plan.zone,
        length: campaign
            .plan
            .bucket
            .unwrap_or_else(|| match until + SLOT - first.from {
                span if span <= BY_QUARTER => SLOT,
                span if span <= BY_HOUR => HOUR,
                _ => DAY,
            }),
    };
    let from = grid.start(first.from);
    Ok(Some(json!({
        "bucket_seconds": grid.length / 1_000,
        "buckets": buckets(campaign, grid, &slots, (from, until), now),
        "annotations": annotations(campaign, from),
    })))
}

/// How time is cut into buckets.
#[derive(Clone, Copy)]
struct Grid {
    zone: Zone,
    length: Ms,
}

impl Grid {
    /// Where the bucket of an instant begins; that of a day at its midnight.
    fn start(self, at: Ms) -> Ms {
        if self.length < DAY {
            at - at.rem_euclid(self.length)
        } else {
            self.zone.instant(self.zone.local(at).date(), 0)
        }
    }

    /// Where the next bucket begins. A day may have 23 or 25 hours.
    fn after(self, start: Ms) -> Ms {
        if self.length < DAY {
            start + self.length
        } else {
            self.start(start + DAY + 2 * HOUR)
        }
    }
}

fn buckets(
    campaign: &Campaign,
    grid: Grid,
    slots: &[Slot],
    (from, until): (Ms, Ms),
    now: Ms,
) -> Vec<Value> {
    let mut buckets = Vec::new();
    let mut slots = slots.iter().peekable();
    let mut start = from;
    while start <= until {
        let end = grid.after(start);
        let (mut answered, mut unanswered, mut failed) = (0, 0, 0);
        while let Some(slot) = slots.next_if(|slot| slot.from < end) {
            match slot.outcome {
                outcome if outcome.is_answer() => answered += slot.count,
                Outcome::CarrierFailure => failed += slot.count,
                _ => unanswered += slot.count,
            }
        }
        buckets.push(json!({
            "from": campaign.plan.zone.rfc3339(start),
            "answered": answered,
            "unanswered": unanswered,
            "carrier_errors": failed,
            "filling": !campaign.status.is_ended() && (start..end).contains(&now),
        }));
        start = end;
    }
    buckets
}

/// What the activity log marks, oldest first.
fn annotations(campaign: &Campaign, from: Ms) -> Vec<Value> {
    let marked = campaign
        .activity
        .iter()
        .filter_map(|entry| Some((entry, entry.mark?)))
        .filter(|(entry, _)| entry.at >= from);
    marked
        .filter_map(|(entry, mark)| {
            let (kind, text) = match mark {
                Mark::Pause => ("pause", entry.text.clone()),
                Mark::Resume => ("resume", entry.text.clone()),
                Mark::Concurrency => ("concurrency", entry.text.clone()),
                Mark::Numbers => ("numbers", entry.text.clone()),
                Mark::Window => ("window", entry.text.clone()),
                Mark::CarrierFails(carrier) => ("carrier", burst(campaign, entry, carrier)),
                // Told where it began.
                Mark::CarrierBack(_) => return None,
            };
            let at = campaign.plan.zone.rfc3339(entry.at);
            Some(json!({"at": at, "kind": kind, "text": text, "by": entry.by}))
        })
        .collect()
}

/// A carrier's failure from its beginning to its end, where it has one.
fn burst(campaign: &Campaign, opened: &Activity, carrier: &'static str) -> String {
    let closed = campaign
        .activity
        .iter()
        .find(|entry| entry.at > opened.at && entry.mark == Some(Mark::CarrierBack(carrier)));
    let length = closed.map_or_else(String::new, |closed| {
        format!(" {}", span(closed.at - opened.at))
    });
    format!("{carrier} 503 burst, breaker open{length}")
}
