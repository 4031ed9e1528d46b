//! Scenarios, and the verdict that must come of each.

use super::*;

const SCENARIOS: &str = include_str!("../../../../tests/design/verdicts.json");

/// The running example with the values at some JSON pointers changed.
fn changed(set: &Value) -> Snapshot {
    mock::running_with(|json| {
        for (pointer, value) in set.as_object().unwrap() {
            let (parent, key) = pointer.rsplit_once('/').unwrap();
            let parent = json.pointer_mut(parent).unwrap();
            match (parent.as_object_mut(), key.parse::<usize>()) {
                (Some(object), _) => drop(object.insert(key.to_owned(), value.clone())),
                (None, index) => parent[index.unwrap()] = value.clone(),
            }
        }
    })
}

#[test]
fn every_cause_has_its_question_answer_tone_mark_reasons_and_steps() {
    let scenarios: Vec<Value> = serde_json::from_str(SCENARIOS).unwrap();
    assert!(scenarios.len() > 40);
    for scenario in scenarios {
        let name = scenario["name"].as_str().unwrap();
        let snapshot = changed(&scenario["set"]);
        let verdict = judged(&snapshot);
        assert_eq!(
            verdict.answer,
            scenario["answer"].as_str().unwrap(),
            "{name}"
        );
        assert_eq!(
            verdict.question,
            scenario["question"].as_str().unwrap(),
            "{name}"
        );
        assert_eq!(
            verdict.tone.name(),
            scenario["tone"].as_str().unwrap(),
            "{name}"
        );
        let binding = verdict.binding.map(|kind| format!("{kind:?}"));
        assert_eq!(binding.as_deref(), scenario["binding"].as_str(), "{name}");
        assert_eq!(json!(told(&verdict)), scenario["why"], "{name}");
        assert!((1..=3).contains(&verdict.why.len()), "{name}");
        let steps: Vec<&str> = verdict.actions.iter().map(|it| &*it.label).collect();
        assert_eq!(json!(steps), scenario["steps"], "{name}");
        assert!(steps.len() <= 2, "{name}");
        let waterfall = mock::at_capture(&snapshot, |formats| waterfall(&snapshot, formats));
        let marked: Vec<LimitKind> = waterfall
            .rows
            .iter()
            .filter(|row| row.binding)
            .map(|row| row.kind)
            .collect();
        assert_eq!(
            marked,
            Vec::from_iter(verdict.binding),
            "{name}: the waterfall agrees"
        );
    }
}

#[test]
fn a_manual_pause_is_never_blamed_on_a_failing_carrier() {
    let manual = mock::paused_with(|json| {
        json["campaign"]["pause"] = json!({"by": "A. Ruiz", "automatic": false, "reason": "lunch"});
    });
    let why = told(&judged(&manual));
    assert_eq!(why[1], "The reason given: Lunch.");
    assert!(!why.concat().contains("Telnyx"));
}

#[test]
fn what_a_resume_would_meet_is_told() {
    let capacity = "/dispatch/capacity";
    for (pointer, value, expected) in [
        (
            "/call_window".to_owned(),
            json!({"open": false}),
            "the call window is closed.",
        ),
        (
            format!("{capacity}/credits/attempts_left"),
            json!(0),
            "it still cannot dial: credits have run out.",
        ),
        (
            format!("{capacity}/carriers"),
            json!([{"name": "Telnyx", "breaker": "open"}]),
            "it still cannot dial: the carriers are stopped.",
        ),
        (
            format!("{capacity}/tenant/used_by_others"),
            json!(119),
            "the next limit is the tenant line cap, 1 line, and 1,072 contacts are ready.",
        ),
    ] {
        let paused = mock::paused_with(|json| *json.pointer_mut(&pointer).unwrap() = value);
        let why = told(&judged(&paused));
        assert_eq!(why[2], ["If you resume now, ", expected].concat());
    }
}

#[test]
fn an_api_that_reports_little_is_not_guessed_at() {
    let unreported = "Cannot tell: dispatch health is not reported.";
    for (parts, question, answer) in [
        (json!({}), IS_IT, unreported),
        (json!({"campaign": {"concurrency": 4}}), IS_IT, unreported),
        (
            json!({"counts": {"total": 156, "processed": 146}}),
            IS_IT,
            unreported,
        ),
        (
            json!({"counts": {"total": 156, "processed": 156}}),
            WHY_NOT,
            "Nothing left to dial: all 156 contacts are final.",
        ),
        (
            json!({"campaign": {"concurrency": 4}, "dispatch": {"calling_now": 2}}),
            IS_IT,
            "Yes: 2 lines are in use.",
        ),
        (
            json!({"campaign": {"concurrency": 4}, "dispatch": {"calling_now": 0}}),
            IS_IT,
            unreported,
        ),
        (
            json!({"counts": {"total": 9, "by_status": {"in_progress": 3, "pending": 6}},
                "campaign": {"concurrency": 40}, "dispatch": 7}),
            IS_IT,
            "Cannot tell: dispatch health could not be read.",
        ),
        (
            json!({"dispatch": {"calling_now": 1}}),
            IS_IT,
            "Yes: 1 line is in use.",
        ),
        (
            json!({"dispatch": {"blockers": [
                {"code": "dnc_lookup_down", "count": 9}, {"code": "x", "count": 2}
            ]}}),
            WHY_NOT,
            "Most waiting contacts: Dnc lookup down.",
        ),
    ] {
        let verdict = judged(&mock::bare("running", parts));
        assert_eq!(
            (verdict.question, verdict.answer.as_str()),
            (question, answer)
        );
    }
}

#[test]
fn an_ended_campaign_leads_to_the_contacts_it_did_not_reach() {
    let ended = mock::running_with(|json| {
        json["campaign"]["status"] = json!("failed");
        json["counts"]["by_status"] =
            json!({"completed": 243, "exhausted": 17, "manual-stopped": 826});
    });
    let steps: Vec<(String, Target)> = judged(&ended)
        .actions
        .into_iter()
        .map(|action| (action.label, action.target))
        .collect();
    assert_eq!(
        steps,
        [
            (
                "See the 826 that were stopped".to_owned(),
                Target::TasksInStatus("manual-stopped".to_owned())
            ),
            (
                "See the 17 exhausted".to_owned(),
                Target::TasksInStatus("exhausted".to_owned())
            ),
        ]
    );
}
