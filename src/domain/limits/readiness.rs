//! The waiting contacts: how many could go, and what keeps the others.

use crate::domain::blocker::Blocker;
use crate::domain::status::CampaignStatus;

use super::Limits;

impl Limits<'_> {
    /// Waiting tasks that could go now if a line were free.
    pub fn ready(&self) -> Option<i64> {
        let counted = self
            .snapshot
            .counts
            .value()
            .and_then(|counts| counts.ready.copied());
        counted.or_else(|| self.blocked(&Blocker::WaitingForLine))
    }

    /// The waiting tasks that could go now or, while something keeps the whole
    /// campaign, those that could go without it, and what keeps them. Before
    /// its start that is every waiting task.
    pub fn ready_or_held(&self) -> Option<(i64, Option<Blocker>)> {
        let ready = self.ready();
        if ready.is_some_and(|ready| ready > 0) {
            return Some((ready?, None));
        }
        let whole_campaign = [
            Blocker::CampaignPaused,
            Blocker::CallWindowClosed,
            Blocker::OutOfCredits,
            Blocker::HigherPriorityCampaign,
            Blocker::CircuitBreakerOpen,
        ];
        let held = whole_campaign.into_iter().find_map(|blocker| {
            let count = self.blocked(&blocker).filter(|count| *count > 0)?;
            Some((count, Some(blocker)))
        });
        if held.is_none() && self.is_before_start() {
            return Some((self.waiting()?, None));
        }
        held.or_else(|| Some((ready?, None)))
    }

    /// Waiting tasks that only the given blocker keeps; `None` when not reported.
    pub fn blocked(&self, wanted: &Blocker) -> Option<i64> {
        let blockers = self.dispatch?.blockers.value()?;
        let mut matching = blockers
            .iter()
            .filter(|blocker| Blocker::from_wire(&blocker.code) == *wanted)
            .map(|blocker| blocker.count)
            .peekable();
        matching.peek()?;
        Some(matching.fold(0, i64::saturating_add))
    }

    /// Waiting tasks in all.
    pub fn waiting(&self) -> Option<i64> {
        self.outcomes
            .and_then(|outcomes| outcomes.known_waiting())
            .or_else(|| {
                let forecast = self.dispatch?.forecast.value()?;
                Some(
                    forecast
                        .iter()
                        .fold(0, |sum: i64, bucket| sum.saturating_add(bucket.count)),
                )
            })
    }

    /// Whether the campaign has yet to start.
    pub fn is_before_start(&self) -> bool {
        matches!(
            self.status,
            CampaignStatus::Draft | CampaignStatus::Scheduled
        )
    }
}
