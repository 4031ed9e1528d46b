//! A running campaign that something holds back: its pool, a carrier, credits,
//! a higher priority. Which one it is, the dialer says in words.

use super::campaign_paused::is;
use super::{Entry, Link, Look, Rule};
use crate::domain::live_ops::{CardKind, LiveCampaign};
use crate::domain::rich::sentence;
use crate::domain::severity::Severity;
use crate::domain::status::CampaignStatus;

pub(super) const RULE: Rule = Rule {
    checks: "campaigns limited by pool, carrier or credits",
    reads: &[CardKind::Campaigns],
    find,
};

fn find(look: &Look<'_>) -> Vec<Entry> {
    let campaigns = look.cards.campaigns.as_deref();
    let rows = campaigns.into_iter().flat_map(|campaigns| campaigns.rows());
    let running = rows.filter(|row| is(row, &CampaignStatus::Running));
    running.filter_map(|row| entry(row, look)).collect()
}

fn entry(row: &LiveCampaign, look: &Look<'_>) -> Option<Entry> {
    let why = row.why.value()?;
    let severity = Severity::from_wire(&why.severity);
    let verb = match severity {
        Severity::Critical => " cannot dial",
        Severity::Warning => " is limited",
        _ => return None,
    };
    let lines = row.lines.value();
    let lines = lines.and_then(|it| Some((it.in_use.copied()?, it.limit.copied()?)));
    let lines = lines.map_or_else(String::new, |(used, limit)| {
        [" ", &*look.formats.of(used, limit), " lines in use."].concat()
    });
    Some(Entry {
        key: ["limited:", &*row.id.0].concat(),
        severity,
        sentence: [&*row.name, verb].concat(),
        evidence: [&*sentence(&why.text), &lines].concat(),
        since: row.since.value().cloned(),
        link: Link::to_limit(row, why),
    })
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use crate::domain::attention::mock::found;
    use serde_json::{Value, json};

    fn campaign(status: &str, severity: &str, limit: Option<&str>) -> Value {
        json!({"campaigns": {"items": [{
            "id": "cmp_8f3k2q", "name": "Q4 policy renewals", "status": status,
            "lines": {"in_use": 36, "limit": 60},
            "why": {"severity": severity, "limit": limit, "text": "Number pool full: 36 of 36 lines, 60 allowed"}}]}})
    }

    #[test]
    fn a_held_back_campaign_says_by_what() {
        assert_eq!(
            found(
                super::RULE,
                &campaign("running", "warning", Some("concurrency"))
            ),
            [
                "warning | Q4 policy renewals is limited | Number pool full: 36 of 36 lines, 60 allowed. \
              36 of 60 lines in use. | Open campaign /campaigns/cmp_8f3k2q"
            ]
        );
        let full = found(
            super::RULE,
            &campaign("running", "warning", Some("number_pool")),
        );
        assert!(
            full[0].ends_with("36 of 60 lines in use. | Number pool /campaigns/cmp_8f3k2q numbers"),
            "{full:?}"
        );
        let stopped = found(super::RULE, &campaign("running", "critical", None));
        assert!(
            stopped[0].starts_with("critical | Q4 policy renewals cannot dial"),
            "{stopped:?}"
        );
    }

    #[test]
    fn a_campaign_that_dials_as_it_should_is_quiet() {
        for (status, severity) in [
            ("running", "clear"),
            ("running", "notice"),
            ("running", "odd"),
            ("paused", "warning"),
        ] {
            assert!(
                found(
                    super::RULE,
                    &campaign(status, severity, Some("number_pool"))
                )
                .is_empty(),
                "{status} {severity}"
            );
        }
        let bare = json!({"campaigns": {"items": [{"id": "a", "name": "A", "status": "running"}]}});
        assert!(found(super::RULE, &bare).is_empty());
    }
}
