//! Carrier trunks: their failure bursts, and the circuit breaker before each.

use std::collections::VecDeque;

use crate::zone::{MINUTE, Ms};

/// How far back a breaker looks.
pub const RECENT: Ms = 2 * MINUTE;
/// Attempts a breaker must have seen before it may open.
const BREAKER_SAMPLE: usize = 10;
/// How long an open breaker waits before it lets a probe through.
const BREAKER_REST: Ms = 90_000;
/// Successful probes that close a half-open breaker.
pub const PROBES_TO_CLOSE: u32 = 3;
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
    /// Share of the failures of its bursts in which it does not answer at all.
    pub timeouts: f64,
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
            timeouts: 0.0,
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
    pub(crate) fn admits(&self, at: Ms) -> bool {
        match self.breaker {
            Breaker::Closed => true,
            Breaker::Open { retries_at, .. } => at >= retries_at,
            Breaker::HalfOpen { .. } => self.probes_in_flight == 0,
        }
    }

    pub(crate) fn dialed(&mut self, at: Ms) {
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

    pub(crate) fn finished(&mut self, at: Ms, failed: bool) -> BreakerChange {
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
