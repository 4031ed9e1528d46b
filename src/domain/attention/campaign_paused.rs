//! A campaign that the system has paused.

use super::{Entry, Link, Look, Rule};
use crate::domain::figures::share;
use crate::domain::live_ops::{CardKind, LiveCampaign};
use crate::domain::rich::sentence;
use crate::domain::route::Route;
use crate::domain::severity::Severity;
use crate::domain::status::CampaignStatus;

pub(super) const RULE: Rule = Rule {
    checks: "campaigns paused by the system",
    reads: &[CardKind::Campaigns],
    find,
};

fn find(look: &Look<'_>) -> Vec<Entry> {
    let campaigns = look.cards.campaigns.as_deref();
    let rows = campaigns.into_iter().flat_map(|campaigns| campaigns.rows());
    let paused = rows.filter(|row| is(row, &CampaignStatus::Paused) && is_critical(row));
    paused.map(|row| entry(row, look)).collect()
}

/// A person's own pause is no emergency, and the dialer says so.
fn is_critical(row: &LiveCampaign) -> bool {
    let why = row.why.value();
    why.is_some_and(|why| Severity::from_wire(&why.severity) == Severity::Critical)
}

fn entry(row: &LiveCampaign, look: &Look<'_>) -> Entry {
    Entry {
        key: ["paused:", &*row.id.0].concat(),
        severity: Severity::Critical,
        sentence: [&*row.name, " is paused by the system"].concat(),
        evidence: evidence(row, " wait.", look),
        since: row.since.value().cloned(),
        link: Link::new("Open campaign", Route::to_campaign(row.id.clone())),
    }
}

/// Whether the campaign is in that status.
pub(super) fn is(row: &LiveCampaign, status: &CampaignStatus) -> bool {
    row.status
        .as_deref()
        .map(CampaignStatus::from_wire)
        .as_ref()
        == Some(status)
}

/// The dialer's own words, and how many contacts have no final result.
pub(super) fn evidence(row: &LiveCampaign, verb: &str, look: &Look<'_>) -> String {
    let why = row.why.value().map(|why| sentence(&why.text));
    let progress = row.progress.value();
    let left = progress.and_then(|it| {
        let (finished, total) = (it.finished.copied()?, it.total.copied()?);
        share(finished, total)?;
        Some(total.saturating_sub(finished)).filter(|left| *left > 0)
    });
    let left = left.map(|left| {
        let noun = if left == 1 { " contact" } else { " contacts" };
        [&*look.formats.count(left), noun, verb].concat()
    });
    let parts: Vec<String> = why.into_iter().chain(left).collect();
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use crate::domain::attention::mock::found;
    use serde_json::json;

    #[test]
    fn a_pause_of_the_system_needs_a_person() {
        let entries = found(
            super::RULE,
            &json!({"campaigns": {"items": [{
            "id": "cmp_2d71x", "name": "Payment reminders Nov", "status": "paused",
            "progress": {"final": 675, "total": 2204},
            "why": {"severity": "critical", "text": "Auto-paused 14:20 CST: 27 of 50 attempts failed"}}]}}),
        );
        assert_eq!(
            entries,
            [
                "critical | Payment reminders Nov is paused by the system | Auto-paused 14:20 CST: \
              27 of 50 attempts failed. 1,529 contacts wait. | Open campaign /campaigns/cmp_2d71x"
            ]
        );
    }

    #[test]
    fn a_person_s_pause_and_a_running_campaign_are_quiet() {
        for campaign in [
            json!({"id": "a", "name": "A", "status": "paused", "why": {"severity": "warning", "text": "Paused by Ana"}}),
            json!({"id": "a", "name": "A", "status": "paused"}),
            json!({"id": "a", "name": "A", "status": "running", "why": {"severity": "critical", "text": "x"}}),
            json!({"id": "a", "name": "A", "why": {"severity": "critical", "text": "x"}}),
        ] {
            let entries = found(super::RULE, &json!({"campaigns": {"items": [campaign]}}));
            assert_eq!(entries, Vec::<String>::new(), "{campaign}");
        }
        assert!(found(super::RULE, &json!({"campaigns": {"items": null}})).is_empty());
    }
}
