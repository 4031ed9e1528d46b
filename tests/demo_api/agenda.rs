//! The simulation's clock and what is due when.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::fleet::Silence;
use crate::retry::Ordered;
use crate::zone::{Ms, Zone};

/// Something that will happen to a campaign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Event {
    /// It starts by itself.
    Launch,
    /// The next entry of its script.
    Script(usize),
    /// The dispatcher looks for something to dial; a periodic look plans the next one.
    Dispatch { periodic: bool },
    /// A task's retry or callback comes due.
    TaskDue { task: usize, due: Ms },
    /// A live task moves on.
    Step { task: usize },
    /// The call window opens or closes.
    WindowEdge,
    /// Quiet hours start or end for the contacts of a zone.
    QuietEdge(Zone),
    /// A worker restarts and loses its leases.
    WorkerRestart,
    /// The failure breaker looks at the recent attempts.
    FailureCheck,
    /// New contacts come in.
    Arrival,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    at: Ms,
    order: u64,
    campaign: usize,
    event: Event,
}

/// Simulated time, and the events ahead in order.
#[derive(Clone, Debug, Default)]
pub struct Agenda {
    now: Ms,
    entries: BinaryHeap<Reverse<Entry>>,
    order: u64,
    next_attempt: i64,
    /// When a worker is silent.
    pub silence: Option<Silence>,
    /// What the next dials of retries come to.
    pub ordered: Option<Ordered>,
}

impl Agenda {
    /// An empty agenda at an instant, with the silence of a worker that is to come.
    pub fn at(now: Ms, silence: Silence) -> Self {
        Self {
            now,
            silence: Some(silence),
            ..Self::default()
        }
    }

    /// Simulated time.
    pub fn now(&self) -> Ms {
        self.now
    }

    /// Plans an event; one in the past happens next.
    pub fn plan(&mut self, at: Ms, campaign: usize, event: Event) {
        self.order += 1;
        self.entries.push(Reverse(Entry {
            at: at.max(self.now),
            order: self.order,
            campaign,
            event,
        }));
    }

    /// Takes the next event up to `until` and moves the clock to it.
    pub fn next(&mut self, until: Ms) -> Option<(usize, Event)> {
        if self.entries.peek().is_some_and(|entry| entry.0.at <= until) {
            let Reverse(entry) = self.entries.pop()?;
            self.now = entry.at;
            return Some((entry.campaign, entry.event));
        }
        self.now = self.now.max(until);
        None
    }

    /// The number of a new attempt, in dialing order over all campaigns.
    pub fn attempt_number(&mut self) -> i64 {
        self.next_attempt += 1;
        self.next_attempt
    }
}
