//! What is worth a look, and what cannot be true.

use super::given::*;
use super::*;

#[test]
fn one_run_after_another_is_only_worth_a_look() {
    let given = with_duplicates(|json| {
        json["runs"] = json!([
            {"job_id": "job_a", "started_at": "2026-11-12T09:00:00-06:00", "ended_at": "2026-11-12T10:00:00-06:00"},
            {"job_id": "job_b", "started_at": "2026-11-12T11:00:00-06:00"},
        ]);
    });
    let line = lines(&given.assess(None)).remove(8);
    assert!(
        line.starts_with("second_run warn | The upload was run before"),
        "{line}"
    );
}

#[test]
fn figures_that_contradict_each_other_are_told() {
    let given = with_duplicates(|json| {
        json["deliveries"] = json!({"repeated": 9, "dropped": 4, "got_through": 0})
    });
    let line = lines(&given.assess(None)).remove(9);
    assert!(
        line.starts_with("deliveries warn | Repeated deliveries do not add up"),
        "{line}"
    );
    let given = with_campaign(|json| json["counts"]["processed"] = json!(9_999));
    let line = lines(&given.assess(None)).remove(2);
    assert!(
        line.starts_with("processed warn") && line.contains("9,999 contacts are processed"),
        "{line}"
    );
    let given = with_failures(json!([{"contacts": 9, "sip_status": 503, "attempts": 9_000}]));
    let line = lines(&given.assess(None)).remove(7);
    assert!(
        line.starts_with("failure_share unknown") && line.contains("cannot both be true"),
        "{line}"
    );
}
