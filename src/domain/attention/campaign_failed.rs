//! A campaign that has failed.

use super::campaign_paused::{evidence, is};
use super::{Entry, Link, Look, Rule};
use crate::domain::live_ops::CardKind;
use crate::domain::route::Route;
use crate::domain::severity::Severity;
use crate::domain::status::CampaignStatus;

pub(super) const RULE: Rule = Rule {
    checks: "campaigns that failed",
    reads: &[CardKind::Campaigns],
    find,
};

fn find(look: &Look<'_>) -> Vec<Entry> {
    let campaigns = look.cards.campaigns.as_deref();
    let rows = campaigns.into_iter().flat_map(|campaigns| campaigns.rows());
    let failed = rows.filter(|row| is(row, &CampaignStatus::Failed));
    failed
        .map(|row| Entry {
            key: ["failed:", &*row.id.0].concat(),
            severity: Severity::Critical,
            sentence: [&*row.name, " failed"].concat(),
            evidence: evidence(row, " without a final result.", look),
            since: row.since.value().cloned(),
            link: Link::new("Open campaign", Route::to_campaign(row.id.clone())),
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use crate::domain::attention::mock::found;
    use serde_json::json;

    #[test]
    fn a_failed_campaign_needs_a_person_and_an_ended_one_does_not() {
        let campaign = |status: &str| {
            json!({"campaigns": {"items": [{
                "id": "cmp_1", "name": "Storm alert Ohio", "status": status,
                "progress": {"final": 12, "total": 900}, "since": "2026-11-12T09:41:00-06:00",
                "why": {"severity": "critical", "text": "Agent Maya v11 was deleted"}}]}})
        };
        assert_eq!(
            found(super::RULE, &campaign("failed")),
            [
                "critical | Storm alert Ohio failed | Agent Maya v11 was deleted. 888 contacts \
              without a final result. | since 09:41 CST, 4 h 51 m | Open campaign /campaigns/cmp_1"
            ]
        );
        for status in ["running", "paused", "completed", "cancelled", "failing"] {
            assert!(found(super::RULE, &campaign(status)).is_empty(), "{status}");
        }
    }
}
