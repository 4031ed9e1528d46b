//! The workspace right now: what the cards of Live Ops are answered, and what
//! they show.

mod answers;
mod campaign_card;
mod campaign_places;
mod health;
mod machinery;
mod past;
mod tiles;

pub use answers::{
    CallHour, Curve, LineUse, LiveAttempts, LiveCallbacks, LiveCalls, LiveCampaign, LiveCampaigns,
    LiveCredits, LiveJobs, LiveProgress,
};
pub use campaign_card::{CampaignCard, campaign_cards};
pub use campaign_places::{campaign_count, campaign_places};
pub use health::{HealthRow, health};
pub use machinery::{
    LiveQueue, LiveRuntime, LiveStates, LiveWindows, LiveWorkers, SilentWorker, WorstState,
};
pub use past::Past;
pub use tiles::{CardTile, tiles};

use super::timestamp::Timestamp;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

/// One card's endpoint; each is asked for by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CardKind {
    /// Running and paused campaigns.
    Campaigns,
    /// Lines in use and the last hour's attempts.
    Calls,
    /// Runs that are not over, and those that ended badly.
    Jobs,
    /// Callbacks that were promised.
    Callbacks,
    /// What is left to spend.
    Credits,
    /// Runtime, queue, workers, carriers, windows.
    Runtime,
    /// Tasks by how long they are in their state.
    States,
}

impl CardKind {
    /// Every card, in the order in which they are asked for.
    pub const ALL: [Self; 7] = [
        Self::Campaigns,
        Self::Calls,
        Self::Jobs,
        Self::Runtime,
        Self::States,
        Self::Callbacks,
        Self::Credits,
    ];

    /// The last segment of its address.
    pub fn path(self) -> &'static str {
        match self {
            Self::Campaigns => "campaigns",
            Self::Calls => "calls",
            Self::Jobs => "jobs",
            Self::Callbacks => "callbacks",
            Self::Credits => "credits",
            Self::Runtime => "runtime",
            Self::States => "states",
        }
    }

    /// What it holds, as the subject of a sentence.
    pub fn subject(self) -> &'static str {
        match self {
            Self::Campaigns => "Campaigns",
            Self::Calls => "Calls",
            Self::Jobs => "Jobs",
            Self::Callbacks => "Callbacks",
            Self::Credits => "Credits",
            Self::Runtime => "Runtime and carriers",
            Self::States => "Age in state",
        }
    }
}

/// The last good answer of each card.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cards {
    /// See [`CardKind::Campaigns`].
    pub campaigns: Option<Arc<LiveCampaigns>>,
    /// See [`CardKind::Calls`].
    pub calls: Option<Arc<LiveCalls>>,
    /// See [`CardKind::Jobs`].
    pub jobs: Option<Arc<LiveJobs>>,
    /// See [`CardKind::Callbacks`].
    pub callbacks: Option<Arc<LiveCallbacks>>,
    /// See [`CardKind::Credits`].
    pub credits: Option<Arc<LiveCredits>>,
    /// See [`CardKind::Runtime`].
    pub runtime: Option<Arc<LiveRuntime>>,
    /// See [`CardKind::States`].
    pub states: Option<Arc<LiveStates>>,
    /// Those that the API does not report.
    pub absent: Vec<CardKind>,
    /// For how long, in milliseconds, each answer has been confirmed since it
    /// was read: a card that has not changed is not sent again.
    pub confirmed: BTreeMap<CardKind, i64>,
}

impl Cards {
    /// When the youngest of them was read or confirmed, by the server's clock, in
    /// milliseconds since 1970-01-01T00:00:00Z.
    pub fn now(&self) -> Option<i64> {
        let read = CardKind::ALL.map(|kind| self.read_at(kind).and_then(|at| at.ms));
        read.into_iter().flatten().max()
    }

    /// When a card was read or last confirmed, by the server's clock.
    pub fn read_at(&self, kind: CardKind) -> Option<Timestamp> {
        let captured = self.captured_at(kind)?;
        let since = self.confirmed.get(&kind).copied().unwrap_or_default();
        Some(match captured.ms {
            Some(ms) if since > 0 => Timestamp::from_ms(ms.saturating_add(since)),
            _ => captured.clone(),
        })
    }

    fn captured_at(&self, kind: CardKind) -> Option<&Timestamp> {
        let at = match kind {
            CardKind::Campaigns => &self.campaigns.as_ref()?.captured_at,
            CardKind::Calls => &self.calls.as_ref()?.captured_at,
            CardKind::Jobs => &self.jobs.as_ref()?.captured_at,
            CardKind::Callbacks => &self.callbacks.as_ref()?.captured_at,
            CardKind::Credits => &self.credits.as_ref()?.captured_at,
            CardKind::Runtime => &self.runtime.as_ref()?.captured_at,
            CardKind::States => &self.states.as_ref()?.captured_at,
        };
        at.value()
    }

    /// Whether a card was ever answered.
    pub fn has(&self, kind: CardKind) -> bool {
        match kind {
            CardKind::Campaigns => self.campaigns.is_some(),
            CardKind::Calls => self.calls.is_some(),
            CardKind::Jobs => self.jobs.is_some(),
            CardKind::Callbacks => self.callbacks.is_some(),
            CardKind::Credits => self.credits.is_some(),
            CardKind::Runtime => self.runtime.is_some(),
            CardKind::States => self.states.is_some(),
        }
    }

    /// The zone that most of the campaigns at work are told in; the first of
    /// several that as many are.
    pub fn zone(&self) -> Option<&str> {
        let campaigns = self.campaigns.as_ref()?;
        let zones = campaigns.rows().filter_map(|row| row.time_zone.as_deref());
        let mut counts: BTreeMap<&str, (usize, Reverse<usize>)> = BTreeMap::new();
        for (at, zone) in zones.enumerate() {
            counts.entry(zone).or_insert((0, Reverse(at))).0 += 1;
        }
        let most = counts.into_iter().max_by_key(|(_, told)| *told);
        most.map(|(zone, _)| zone)
    }
}

#[cfg(test)]
mod tests;
