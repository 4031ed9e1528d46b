//! Trouble made on request, so that what a console says about it can be seen.

use crate::agenda::Agenda;
use crate::campaign::{Campaign, Status};
use crate::carrier::Burst;
use crate::zone::{MINUTE, Ms};

/// How long a carrier burst lasts.
const BURST: Ms = 20 * MINUTE;
/// Share of dials that a carrier burst lets fail.
const BURST_SHARE: f64 = 0.7;
/// The numbers that collapse get this much more of the dialing, so that a minute shows it.
const COLLAPSED_WEIGHT: f64 = 6.0;
/// How many numbers collapse.
const COLLAPSED: usize = 2;

/// What can be made to go wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    PoolExhausted,
    CarrierBurst,
    AnswerRateCollapse,
    PermitsTaken,
    CarrierOutage,
    BadNumbers,
}

impl Trouble {
    /// Every trouble there is.
    pub const ALL: [Self; 6] = [
        Self::PoolExhausted,
        Self::CarrierBurst,
        Self::AnswerRateCollapse,
        Self::PermitsTaken,
        Self::CarrierOutage,
        Self::BadNumbers,
    ];

    /// Its name in the demo's controls.
    pub fn name(self) -> &'static str {
        match self {
            Self::PoolExhausted => "pool_exhausted",
            Self::CarrierBurst => "carrier_burst",
            Self::AnswerRateCollapse => "answer_rate_collapse",
            Self::PermitsTaken => "permits_taken",
            Self::CarrierOutage => "carrier_outage",
            Self::BadNumbers => "bad_numbers",
        }
    }

    /// What it does, in a sentence.
    pub fn effect(self) -> &'static str {
        match self {
            Self::PoolExhausted => {
                "Numbers are spam-flagged until a third of the lines is left, all of them in use, and 60 contacts a minute come in for an hour: pending grows while active does not."
            }
            Self::CarrierBurst => {
                "Every carrier of the pool answers SIP 503 to 70% of the dials for 20 minutes, and no breaker is there to stop it: failures grow quickly."
            }
            Self::AnswerRateCollapse => {
                "Phones reject calls from two numbers of the pool at once (SIP 486), which get six times the dialing: the answer rate drops."
            }
            Self::PermitsTaken => {
                "Inbound calls take every line of the tenant that comes free, for an hour: the campaign runs, and nothing dials once its calls in flight have ended."
            }
            Self::CarrierOutage => {
                "One carrier answers nearly every dial with SIP 503, or not at all (SIP 504), for 15 minutes. Each is tried again a minute later, once. After 4 minutes the failure breaker looks, and pauses the campaign."
            }
            Self::BadNumbers => {
                "What is left of an eighth of the campaign's file goes first, and none of its numbers exists: SIP 404 or 484, never tried again."
            }
        }
    }
}

impl Campaign {
    /// Makes trouble for a running campaign. `false` when it is not running or has no pool.
    pub fn suffer(&mut self, trouble: Trouble, agenda: &mut Agenda) -> bool {
        if self.status != Status::Running || self.pool.is_none() {
            return false;
        }
        match trouble {
            // The dialer's; here it lets go of what waits for a line.
            Trouble::PermitsTaken => self.return_leases(agenda.now()),
            Trouble::CarrierOutage => self.lose_carrier(agenda),
            Trouble::BadNumbers if self.plan.upload.is_none() => return false,
            Trouble::BadNumbers => self.dial_bad_numbers(),
            Trouble::PoolExhausted => {
                self.exhaust_pool(agenda.now());
                self.open_to_newcomers(agenda);
            }
            Trouble::CarrierBurst => self.break_carriers(agenda.now()),
            Trouble::AnswerRateCollapse => self.collapse_answer_rates(),
        }
        self.version += 1;
        true
    }

    /// Flags numbers, the last first, until the pool holds a third of the lines in use.
    fn exhaust_pool(&mut self, now: Ms) {
        let Some(pool) = &self.pool else {
            return;
        };
        let keep = (self.lines / (3 * pool.lines_per_number.max(1))).max(1) as usize;
        let in_rotation = pool
            .numbers
            .iter()
            .enumerate()
            .filter(|(_, number)| number.is_in_rotation());
        let flagged: Vec<usize> = in_rotation
            .map(|(position, _)| position)
            .skip(keep)
            .collect();
        if !flagged.is_empty() {
            self.flag_numbers(&flagged, now);
        }
    }

    fn break_carriers(&mut self, now: Ms) {
        let burst = Burst {
            from: now,
            to: now + BURST,
            share: BURST_SHARE,
        };
        for trunk in self.pool.iter_mut().flat_map(|pool| &mut pool.trunks) {
            trunk.bursts.push(burst);
            // A breaker would hide within a minute what shall be seen.
            trunk.guarded = false;
        }
    }

    fn collapse_answer_rates(&mut self) {
        let numbers = self.pool.iter_mut().flat_map(|pool| &mut pool.numbers);
        for number in numbers
            .filter(|number| number.is_in_rotation())
            .take(COLLAPSED)
        {
            number.is_rejected = true;
            number.weight *= COLLAPSED_WEIGHT;
        }
    }
}
