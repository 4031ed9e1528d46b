//! Number pools and the carrier trunks behind them: which number dials next,
//! which are flagged, and when a trunk's circuit breaker opens.

use std::collections::VecDeque;

use crate::random::Random;
use crate::zone::{MINUTE, Ms};

/// How far back a breaker looks.
pub const RECENT: Ms = 2 * MINUTE;
/// Attempts a breaker must have seen before it may open.
const BREAKER_SAMPLE: usize = 10;
/// How long an open breaker waits before it lets a probe through.
const BREAKER_REST: Ms = 90_000;
/// Successful probes that close a half-open breaker.
const PROBES_TO_CLOSE: u32 = 3;
/// How much of its answer rate a spam-flagged number keeps.
const FLAGGED_ANSWER_SHARE: f64 = 0.55;

/// A from-number of a pool.
#[derive(Clone, Debug)]
pub struct Number {
    /// Its identity in the store, unique over all pools.
    pub id: i64,
    pub e164: String,
    pub trunk: usize,
    /// Chance that a reachable contact answers a first attempt from it.
    pub answer_rate: f64,
    /// Share of the dialing it gets, relative to the other numbers.
    pub weight: f64,
    pub flagged_at: Option<Ms>,
    pub lines_in_use: u32,
}

/// State of a trunk's circuit breaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breaker {
    Closed,
    Open { since: Ms, retries_at: Ms },
    HalfOpen { since: Ms, good_probes: u32 },
}

/// A span in which a carrier answers part of the calls with SIP 503.
#[derive(Clone, Copy, Debug)]
pub struct Burst {
    pub from: Ms,
    pub to: Ms,
    /// Share of dials that fail.
    pub share: f64,
}

/// A pool's connection to one carrier.
#[derive(Clone, Debug)]
pub struct Trunk {
    pub carrier: &'static str,
    pub breaker: Breaker,
    /// Whether failures open the breaker; off where the campaign's own failure breaker decides.
    pub guarded: bool,
    pub bursts: Vec<Burst>,
    probes_in_flight: u32,
    recent: VecDeque<(Ms, bool)>,
}

/// What a finished dial did to its trunk's breaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BreakerChange {
    None,
    Opened,
    Closed,
}

impl Trunk {
    /// A healthy trunk.
    pub fn new(carrier: &'static str, guarded: bool) -> Self {
        Self {
            carrier,
            breaker: Breaker::Closed,
            guarded,
            bursts: Vec::new(),
            probes_in_flight: 0,
            recent: VecDeque::new(),
        }
    }

    /// The share of dials that fail now.
    pub fn failure_share(&self, at: Ms) -> f64 {
        self.bursts
            .iter()
            .filter(|burst| (burst.from..burst.to).contains(&at))
            .map(|burst| burst.share)
            .fold(0.002, f64::max)
    }

    /// Whether the breaker lets a dial through. An open one turns half-open when its rest is over.
    fn admits(&self, at: Ms) -> bool {
        match self.breaker {
            Breaker::Closed => true,
            Breaker::Open { retries_at, .. } => at >= retries_at,
            Breaker::HalfOpen { .. } => self.probes_in_flight == 0,
        }
    }

    fn dialed(&mut self, at: Ms) {
        if let Breaker::Open { since, retries_at } = self.breaker
            && at >= retries_at
        {
            self.breaker = Breaker::HalfOpen {
                since,
                good_probes: 0,
            };
        }
        if matches!(self.breaker, Breaker::HalfOpen { .. }) {
            self.probes_in_flight += 1;
        }
    }

    fn finished(&mut self, at: Ms, failed: bool) -> BreakerChange {
        self.recent.push_back((at, failed));
        while self
            .recent
            .front()
            .is_some_and(|&(seen, _)| seen < at - RECENT)
        {
            self.recent.pop_front();
        }
        self.probes_in_flight = self.probes_in_flight.saturating_sub(1);
        if !self.guarded {
            return BreakerChange::None;
        }
        match self.breaker {
            Breaker::HalfOpen { since, .. } if failed => {
                self.breaker = Breaker::Open {
                    since,
                    retries_at: at + BREAKER_REST,
                };
                BreakerChange::None
            }
            Breaker::HalfOpen { since, good_probes } if good_probes + 1 < PROBES_TO_CLOSE => {
                self.breaker = Breaker::HalfOpen {
                    since,
                    good_probes: good_probes + 1,
                };
                BreakerChange::None
            }
            Breaker::HalfOpen { .. } => {
                self.breaker = Breaker::Closed;
                self.recent.clear();
                BreakerChange::Closed
            }
            Breaker::Closed if self.is_failing() => {
                self.breaker = Breaker::Open {
                    since: at,
                    retries_at: at + BREAKER_REST,
                };
                BreakerChange::Opened
            }
            _ => BreakerChange::None,
        }
    }

    fn is_failing(&self) -> bool {
        let failures = self.recent.iter().filter(|(_, failed)| *failed).count();
        self.recent.len() >= BREAKER_SAMPLE && failures * 2 > self.recent.len()
    }
}

/// The numbers a campaign dials from.
#[derive(Clone, Debug)]
pub struct Pool {
    pub name: &'static str,
    pub numbers: Vec<Number>,
    pub trunks: Vec<Trunk>,
    pub lines_per_number: u32,
    /// Country calling codes the pool can reach, without the plus sign.
    pub countries: &'static [&'static str],
}

impl Pool {
    /// Numbers that are not flagged.
    pub fn in_rotation(&self) -> u32 {
        self.numbers
            .iter()
            .filter(|number| number.flagged_at.is_none())
            .count() as u32
    }

    /// Lines that the numbers in rotation can hold together.
    pub fn line_capacity(&self) -> u32 {
        self.in_rotation() * self.lines_per_number
    }

    /// Whether a phone number's country is one the pool can dial.
    pub fn reaches(&self, phone: &str) -> bool {
        self.countries.iter().any(|code| {
            phone
                .strip_prefix('+')
                .is_some_and(|digits| digits.starts_with(code))
        })
    }

    /// Whether every trunk with a number in rotation has an open breaker.
    pub fn is_cut_off(&self, at: Ms) -> bool {
        let mut usable = self
            .numbers
            .iter()
            .filter(|number| number.flagged_at.is_none())
            .filter_map(|number| self.trunks.get(number.trunk))
            .peekable();
        usable.peek().is_some()
            && usable.all(|trunk| match trunk.breaker {
                Breaker::Closed => false,
                Breaker::Open { retries_at, .. } => at < retries_at,
                Breaker::HalfOpen { .. } => true,
            })
    }

    /// When the first open breaker lets a probe through.
    pub fn retries_at(&self) -> Option<Ms> {
        self.trunks
            .iter()
            .filter_map(|trunk| match trunk.breaker {
                Breaker::Open { retries_at, .. } => Some(retries_at),
                _ => None,
            })
            .min()
    }

    fn can_dial(&self, number: &Number, at: Ms) -> bool {
        number.flagged_at.is_none()
            && number.lines_in_use < self.lines_per_number
            && self
                .trunks
                .get(number.trunk)
                .is_some_and(|trunk| trunk.admits(at))
    }

    /// Chooses a number by weight, or the sticky one when it can dial.
    pub fn choose(&self, sticky: Option<usize>, at: Ms, random: &mut Random) -> Option<usize> {
        if let Some(wanted) = sticky
            && let Some(number) = self.numbers.get(wanted)
            && self.can_dial(number, at)
        {
            return Some(wanted);
        }
        random.weighted(self.numbers.iter().map(|number| {
            if self.can_dial(number, at) {
                number.weight
            } else {
                0.0
            }
        }))
    }

    /// Takes a line of a number.
    pub fn seize(&mut self, index: usize, at: Ms) {
        if let Some(number) = self.numbers.get_mut(index) {
            number.lines_in_use += 1;
            if let Some(trunk) = self.trunks.get_mut(number.trunk) {
                trunk.dialed(at);
            }
        }
    }

    /// Frees a line of a number and tells its trunk how the dial ended.
    pub fn release(&mut self, index: usize, at: Ms, failed: bool) -> BreakerChange {
        let Some(number) = self.numbers.get_mut(index) else {
            return BreakerChange::None;
        };
        number.lines_in_use = number.lines_in_use.saturating_sub(1);
        self.trunks
            .get_mut(number.trunk)
            .map_or(BreakerChange::None, |trunk| trunk.finished(at, failed))
    }

    /// Chance that a reachable contact answers a first attempt from this number.
    pub fn answer_chance(&self, index: usize) -> f64 {
        self.numbers.get(index).map_or(0.0, |number| {
            if number.flagged_at.is_some() {
                number.answer_rate * FLAGGED_ANSWER_SHARE
            } else {
                number.answer_rate
            }
        })
    }

    /// Marks a number as spam-flagged, which takes it out of rotation.
    pub fn flag(&mut self, index: usize, at: Ms) {
        if let Some(number) = self.numbers.get_mut(index) {
            number.flagged_at = Some(at);
        }
    }

    /// A number's share of the dialing, 0 to 1; 0 out of rotation.
    pub fn weight_share(&self, number: &Number) -> f64 {
        if number.flagged_at.is_some() {
            return 0.0;
        }
        let total: f64 = self
            .numbers
            .iter()
            .filter(|other| other.flagged_at.is_none())
            .map(|other| other.weight)
            .sum();
        number.weight / total
    }
}
