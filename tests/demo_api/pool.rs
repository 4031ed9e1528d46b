//! Number pools: which number dials next, which are flagged, and how many lines
//! they hold.

use crate::carrier::{Breaker, BreakerChange, Trunk};
use crate::random::Random;
use crate::zone::Ms;

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
    pub removed_at: Option<Ms>,
    /// Phones reject nearly every call from it at once.
    pub is_rejected: bool,
    pub lines_in_use: u32,
}

impl Number {
    /// Whether it may dial: neither flagged nor removed.
    pub fn is_in_rotation(&self) -> bool {
        self.flagged_at.is_none() && self.removed_at.is_none()
    }

    /// Its ID in the contract.
    pub fn wire_id(&self) -> String {
        format!("num_{:04}", self.id)
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
    /// Numbers that may dial.
    pub fn in_rotation(&self) -> u32 {
        self.numbers
            .iter()
            .filter(|number| number.is_in_rotation())
            .count() as u32
    }

    /// Numbers that have not been removed.
    pub fn members(&self) -> impl Iterator<Item = &Number> {
        self.numbers
            .iter()
            .filter(|number| number.removed_at.is_none())
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

    fn trunks_in_rotation(&self) -> impl Iterator<Item = &Trunk> {
        self.numbers
            .iter()
            .filter(|number| number.is_in_rotation())
            .filter_map(|number| self.trunks.get(number.trunk))
    }

    /// Whether no trunk with a number in rotation lets a dial through now.
    pub fn is_cut_off(&self, at: Ms) -> bool {
        !self.trunks_in_rotation().any(|trunk| trunk.admits(at))
    }

    /// Whether every trunk with a number in rotation has an open or half-open breaker.
    pub fn has_failed(&self) -> bool {
        !self
            .trunks_in_rotation()
            .any(|trunk| trunk.breaker == Breaker::Closed)
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
        number.is_in_rotation()
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

    /// Whether phones reject calls from this number.
    pub fn is_rejected(&self, index: usize) -> bool {
        self.numbers
            .get(index)
            .is_some_and(|number| number.is_rejected)
    }

    /// Marks a number as spam-flagged, which takes it out of rotation.
    pub fn flag(&mut self, index: usize, at: Ms) {
        if let Some(number) = self.numbers.get_mut(index) {
            number.flagged_at = Some(at);
        }
    }

    /// A number's share of the dialing, 0 to 1; 0 out of rotation.
    pub fn weight_share(&self, number: &Number) -> f64 {
        if !number.is_in_rotation() {
            return 0.0;
        }
        let total: f64 = self
            .numbers
            .iter()
            .filter(|other| other.is_in_rotation())
            .map(|other| other.weight)
            .sum();
        number.weight / total
    }
}
