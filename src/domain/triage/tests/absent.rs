//! Nothing known, or next to nothing.

use super::*;

#[test]
fn without_evidence_every_check_is_unknown_with_its_reason() {
    let nothing = Given::default().assess(None);
    let checks: Vec<&Check> = nothing
        .groups
        .iter()
        .flat_map(|group| &group.checks)
        .collect();
    assert_eq!(checks.len(), 12);
    for check in checks {
        assert_eq!(check.state, CheckState::Unknown, "{check:?}");
        assert!(
            check.evidence.ends_with('.') && check.figure.is_empty(),
            "{check:?}"
        );
        assert!(!check.title.is_empty(), "{check:?}");
    }
    assert!(
        nothing
            .groups
            .iter()
            .all(|group| group.state == CheckState::Unknown)
    );
    assert_eq!(nothing.cause.key, CauseKey::NotEnoughEvidence);
    assert_eq!(nothing.suggested, None);
    assert_eq!(nothing.strategy.retry_contacts, None);
    assert!(!nothing.strategy.is_retry_wise);
    assert_eq!(nothing.strategy.why, "The API does not report failures.");
    assert_eq!(nothing.ladder.current, 0);
    assert!(!nothing.ladder.levels[2].open && nothing.update.eta.is_none());
}

#[test]
fn a_campaign_that_reports_only_its_status_is_not_judged_beyond_it() {
    let bare = Given {
        campaign: Some(mock::bare("running", json!({}))),
        ..Given::default()
    };
    let found = bare.assess(Some(Symptom::Stuck));
    assert!(states(&found).starts_with("status pass, counters_moving unknown, processed unknown"));
    assert_eq!(found.cause.key, CauseKey::NotEnoughEvidence);
}
