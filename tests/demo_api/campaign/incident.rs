//! Incidents on request: a carrier that is lost, and a part of the file that is bad.

use std::collections::HashSet;

use crate::agenda::{Agenda, Event};
use crate::campaign::Campaign;
use crate::carrier::Burst;
use crate::pool::Pool;
use crate::task_state::{Hold, State};
use crate::triage::segments;
use crate::zone::{MINUTE, Ms};

/// How long the carrier fails.
const OUTAGE: Ms = 15 * MINUTE;
/// Share of its dials that fail, and of those that end without an answer of the carrier.
const OUTAGE_SHARE: f64 = 0.97;
const TIMEOUTS: f64 = 0.16;
/// Its numbers get this much more of the dialing, so that most of it fails.
const FAVOR: f64 = 4.0;
/// When the failure breaker first looks.
const BREAKER_WAITS: Ms = 4 * MINUTE;
/// From a dial that the carrier failed to the one that makes up for it.
const SECOND_TRY: Ms = MINUTE;

/// A carrier that fails, and what it failed.
#[derive(Clone, Debug)]
pub(super) struct Outage {
    from: Ms,
    until: Ms,
    /// Tasks that were given their second try.
    tried_again: HashSet<usize>,
}

impl Outage {
    fn covers(&self, at: Ms) -> bool {
        (self.from..self.until).contains(&at)
    }
}

impl Campaign {
    /// Lets the carrier with the most numbers fail for a while.
    pub(super) fn lose_carrier(&mut self, agenda: &mut Agenda) {
        let now = agenda.now();
        let until = now + OUTAGE;
        let Some(pool) = &mut self.pool else {
            return;
        };
        let lost = pool.busiest_trunk();
        for trunk in &mut pool.trunks {
            // The campaign's own breaker decides.
            trunk.guarded = false;
        }
        if let Some(trunk) = pool.trunks.get_mut(lost) {
            trunk.timeouts = TIMEOUTS;
            trunk.bursts.push(Burst {
                from: now,
                to: until,
                share: OUTAGE_SHARE,
            });
        }
        for number in pool.numbers.iter_mut().filter(|one| one.trunk == lost) {
            number.weight *= FAVOR;
        }
        self.outage = Some(Outage {
            from: now,
            until,
            tried_again: HashSet::new(),
        });
        if !self.plan.failure_breaker {
            self.plan.failure_breaker = true;
            agenda.plan(now + BREAKER_WAITS, self.index, Event::FailureCheck);
        }
    }

    /// What becomes of a task that the carrier failed: it waits as long as any other, but in an
    /// outage it gets one quick second try, and is given up after that.
    pub(super) fn settle_carrier_failure(&mut self, position: usize, agenda: &mut Agenda) {
        let now = agenda.now();
        let Some(outage) = self.outage.as_mut().filter(|outage| now < outage.until) else {
            return self.retry(position, Hold::CarrierError, agenda);
        };
        if outage.tried_again.insert(position) {
            self.retry_after(position, Hold::CarrierError, SECOND_TRY, agenda);
        } else {
            self.finish(position, State::Exhausted, Hold::CarrierError, now);
        }
    }

    /// From a dial that the carrier failed at an instant to the next one.
    pub fn wait_after_carrier_failure(&self, at: Ms) -> Ms {
        match &self.outage {
            Some(outage) if outage.covers(at) => SECOND_TRY,
            _ => self.plan.pace.retry_delay,
        }
    }

    /// Whether a task that the carrier failed at an instant, and at others before, was given up.
    pub fn gave_up(&self, at: Ms, before: impl IntoIterator<Item = Ms>) -> bool {
        self.outage.as_ref().is_some_and(|outage| {
            outage.covers(at) && before.into_iter().any(|before| outage.covers(before))
        })
    }

    /// Moves the first part of the file that nobody of was dialed yet to the front, else the last,
    /// and takes its numbers away.
    pub(super) fn dial_bad_numbers(&mut self) {
        let size = segments::cut(self).size as usize;
        let untouched = |part: &[crate::task::Task]| part.iter().all(|task| task.attempts == 0);
        let parts = self.tasks.len().div_ceil(size.max(1));
        let bad = self
            .tasks
            .chunks(size.max(1))
            .position(untouched)
            .unwrap_or(parts.saturating_sub(1));
        for position in bad * size..((bad + 1) * size).min(self.tasks.len()) {
            if let Some(task) = self.tasks.get_mut(position)
                && task.attempts == 0
            {
                task.number_exists = false;
                task.is_incomplete = position % 5 == 0;
                self.ready.ahead.push_back(position);
            }
        }
    }
}

impl Pool {
    /// The carrier with the most numbers in rotation; the first of several.
    fn busiest_trunk(&self) -> usize {
        let numbers = |trunk: usize| {
            let held = self.numbers.iter().filter(|number| number.trunk == trunk);
            held.filter(|number| number.is_in_rotation()).count()
        };
        let trunks = 0..self.trunks.len();
        trunks
            .max_by_key(|&trunk| (numbers(trunk), std::cmp::Reverse(trunk)))
            .unwrap_or(0)
    }
}
