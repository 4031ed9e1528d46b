//! The limits between a waiting task and a line, and which of them is smallest.

use super::capacity::{Capacity, Carrier, Credits, NumberPool};
use super::carrier_health::{MINIMUM_ATTEMPTS, Standing, standing};
use super::dispatch::Dispatch;
use super::outcome::Outcomes;
use super::snapshot::Snapshot;
use super::status::CampaignStatus;

mod kind;
mod readiness;

pub use kind::LimitKind;

/// The share of failed calls from which most of them fail.
const MOST: f64 = 0.5;

/// The share of the allowed pace that counts as all of it: the pace is a mean,
/// and a dialer never keeps it to the last call.
const FULL_PACE: f64 = 0.9;

/// The limits as one snapshot reports them.
pub struct Limits<'a> {
    /// The snapshot they are read from.
    pub snapshot: &'a Snapshot,
    /// The campaign's status.
    pub status: CampaignStatus,
    /// The dispatcher's account, when reported.
    pub dispatch: Option<&'a Dispatch>,
    /// The capacity in it, when reported.
    pub capacity: Option<&'a Capacity>,
    /// The tasks by outcome, when reported.
    pub outcomes: Option<Outcomes>,
}

impl<'a> Limits<'a> {
    /// Reads the limits from a snapshot.
    pub fn of(snapshot: &'a Snapshot) -> Self {
        let dispatch = snapshot.dispatch.value();
        Self {
            snapshot,
            status: CampaignStatus::from_wire(&snapshot.campaign.status),
            dispatch,
            capacity: dispatch.and_then(|dispatch| dispatch.capacity.value()),
            outcomes: snapshot.counts.value().and_then(Outcomes::of),
        }
    }

    /// Whether the dialer may place calls for it at all.
    pub fn is_running(&self) -> bool {
        self.status == CampaignStatus::Running
    }

    /// Whether it is known that the dialer places no new calls for it.
    pub fn is_held(&self) -> bool {
        !matches!(
            self.status,
            CampaignStatus::Running | CampaignStatus::Unknown(_)
        )
    }

    /// Lines it holds now: reported, or counted from its tasks' states.
    pub fn in_use(&self) -> Option<i64> {
        let reported = self
            .capacity
            .and_then(|capacity| capacity.lines_in_use.copied());
        reported
            .or_else(|| {
                self.dispatch
                    .and_then(|dispatch| dispatch.calling_now.copied())
            })
            .or_else(|| self.outcomes.and_then(|it| it.known_on_a_line()))
    }

    /// Lines that one limit allows: `None` when it is not reported, or is met
    /// and not a matter of lines.
    pub fn lines(&self, kind: LimitKind) -> Option<i64> {
        let capacity = self.capacity;
        let lines = match kind {
            LimitKind::CampaignState => self.is_held().then_some(0),
            LimitKind::TenantLines => {
                let tenant = capacity?.tenant.value()?;
                Some(
                    tenant
                        .line_cap
                        .saturating_sub(tenant.used_by_others.copied().unwrap_or(0)),
                )
            }
            LimitKind::Concurrency => self.concurrency(),
            LimitKind::NumberPool => pool_lines(capacity?.number_pool.value()?),
            LimitKind::CarrierRate => self.carrier_lines(),
            LimitKind::CallWindow => self
                .snapshot
                .call_window
                .value()
                .and_then(|window| (!window.open).then_some(0)),
            LimitKind::Credits => is_spent(capacity?.credits.value()?).then_some(0),
            LimitKind::ReadyContacts => {
                let (ready, _) = self.ready_or_held()?;
                Some(ready.max(0).saturating_add(self.in_use().unwrap_or(0)))
            }
        };
        lines.map(|lines| lines.max(0))
    }

    /// The smallest limit of lines. Of equal ones it is the concurrency, because
    /// a campaign that dials as much as it was set to is not held back; else
    /// the one that a task meets first.
    pub fn smallest(&self) -> Option<(LimitKind, i64)> {
        LimitKind::OF_LINES
            .into_iter()
            .filter_map(|kind| Some((kind, self.lines(kind)?)))
            .min_by_key(|(kind, lines)| (*lines, *kind != LimitKind::Concurrency))
    }

    /// The campaign's own limit of lines.
    pub fn concurrency(&self) -> Option<i64> {
        let dispatched = self
            .capacity
            .and_then(|capacity| capacity.concurrency.value());
        dispatched
            .map(|concurrency| concurrency.limit)
            .or_else(|| self.snapshot.campaign.concurrency.copied())
    }

    /// The carriers, when reported.
    pub fn carriers(&self) -> &'a [Carrier] {
        let carriers = self.capacity.and_then(|capacity| capacity.carriers.value());
        carriers.map_or(&[], Vec::as_slice)
    }

    /// Failed and tried attempts of late, over all carriers that report both.
    pub fn recent_failures(&self) -> (i64, i64) {
        let known = self.carriers().iter().filter_map(|carrier| {
            let failed = carrier.recent_failures.copied()?.max(0);
            Some((failed, carrier.recent_attempts.copied()?.max(0)))
        });
        known.fold((0, 0), |(failed, tried), (more, of)| {
            (
                i64::saturating_add(failed, more),
                i64::saturating_add(tried, of),
            )
        })
    }

    /// Whether most calls of late have failed at the carriers, and enough were
    /// tried to say so.
    pub fn most_calls_fail(&self) -> bool {
        let (failed, tried) = self.recent_failures();
        tried >= MINIMUM_ATTEMPTS && failed as f64 >= tried as f64 * MOST
    }

    /// Whether calls go out about as fast as the carriers take them.
    pub fn is_at_pace(&self) -> bool {
        let pace = self.dispatch.and_then(|dispatch| dispatch.pace.value());
        let made = pace.and_then(|pace| pace.dials_per_second.copied());
        let rate = self.capacity.and_then(|known| known.carrier_rate.value());
        let (Some(made), Some(rate)) = (made, rate) else {
            return false;
        };
        rate.calls_per_second > 0.0 && made >= rate.calls_per_second * FULL_PACE
    }

    /// The carriers that take no call now.
    pub fn stopped_carriers(&self) -> impl Iterator<Item = &'a Carrier> {
        let stopped = |carrier: &&Carrier| standing(carrier) == Standing::Stopped;
        self.carriers().iter().filter(stopped)
    }

    /// The carriers whose breakers hold calls back: stopped, or being tested.
    pub fn held_carriers(&self) -> Vec<&'a Carrier> {
        let is_held =
            |carrier: &&Carrier| matches!(standing(carrier), Standing::Stopped | Standing::Tested);
        self.carriers().iter().filter(is_held).collect()
    }

    /// The limits that the API does not report; the campaign's state always is.
    pub fn not_reported(&self) -> impl Iterator<Item = LimitKind> {
        LimitKind::ALL
            .into_iter()
            .filter(|kind| !self.is_reported(*kind))
    }

    /// Whether the API reports a limit, well enough to show a row for it.
    pub fn is_reported(&self, kind: LimitKind) -> bool {
        let capacity = self.capacity;
        match kind {
            LimitKind::CampaignState => true,
            LimitKind::TenantLines => capacity.is_some_and(|known| known.tenant.value().is_some()),
            LimitKind::Concurrency => self.concurrency().is_some(),
            LimitKind::NumberPool => {
                capacity.is_some_and(|known| known.number_pool.value().is_some())
            }
            LimitKind::CarrierRate => {
                let rate = capacity.and_then(|known| known.carrier_rate.value());
                rate.is_some() || !self.carriers().is_empty()
            }
            LimitKind::CallWindow => {
                let window = &self.snapshot.call_window;
                window.value().is_some() || window.is_empty()
            }
            LimitKind::Credits => capacity.is_some_and(|known| known.credits.value().is_some()),
            LimitKind::ReadyContacts => self.ready_or_held().is_some(),
        }
    }

    /// Whether every limit of lines is reported, so that the smallest one is
    /// known to be the smallest.
    pub fn reports_every_line_limit(&self) -> bool {
        LimitKind::OF_LINES
            .into_iter()
            .all(|kind| self.is_reported(kind))
    }

    fn carrier_lines(&self) -> Option<i64> {
        let carriers = self.carriers();
        if !carriers.is_empty() && self.stopped_carriers().count() == carriers.len() {
            return Some(0);
        }
        let rate = self.capacity?.carrier_rate.value()?;
        if rate.calls_per_second <= 0.0 {
            return Some(0);
        }
        let lines = rate.calls_per_second * rate.mean_hold_seconds.copied()?;
        // A float cast saturates, and takes NaN as 0.
        Some(lines.round() as i64)
    }
}

fn pool_lines(pool: &NumberPool) -> Option<i64> {
    if pool.in_rotation <= 0 {
        return Some(0);
    }
    Some(
        pool.in_rotation
            .saturating_mul(pool.lines_per_number.copied()?),
    )
}

/// Whether nothing is left to spend. A dry run spends nothing.
fn is_spent(credits: &Credits) -> bool {
    let none_left = credits.attempts_left.copied().is_some_and(|left| left <= 0)
        || credits
            .balance
            .value()
            .is_some_and(|balance| balance.amount <= 0.0);
    none_left && credits.dry_run.copied() != Some(true)
}
