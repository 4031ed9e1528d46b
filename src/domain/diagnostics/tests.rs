#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
use serde_json::{Value, json};

use super::*;
use crate::domain::json::decode;
use crate::domain::mock;
use incident::incident;

mod incident;
mod masking;

#[test]
fn all_seven_items_are_filled_in_from_the_evidence() {
    let incident = incident();
    let words = incident.told(|subject| Diagnostics::of(subject).words());
    assert_eq!(words, "7 of 7 ready");
    let items = incident.items();
    let words: Vec<String> = items.iter().map(Item::words).collect();
    let campaign = mock::paused().campaign.id.0;
    assert_eq!(
        words[..3],
        [
            "ws_northwind_01".to_owned(),
            campaign,
            "job_77af1".to_owned()
        ]
    );
    assert!(words[4].ends_with(" CST (UTC−06:00)"), "{}", words[4]);
    assert!(
        words[5].contains(" failed, ") && words[5].contains(" processed"),
        "{}",
        words[5]
    );
    assert!(
        words[6].starts_with("Far fewer calls than expected. "),
        "{}",
        words[6]
    );
    let markdown = incident.text("diagnostics.md");
    for item in &items {
        assert!(
            markdown.contains(item.key.label()),
            "{} in\n{markdown}",
            item.key.label()
        );
    }
}

#[test]
fn what_does_not_exist_counts_and_what_is_not_known_says_why() {
    let mut incident = incident();
    incident.snapshot = Some(mock::paused_with(|json| json["upload"] = Value::Null));
    incident.duplicates = None;
    let items = incident.items();
    assert_eq!(items[3].words(), "none: the contacts came from no upload");
    assert!(items[3].is_ready());
    assert_eq!(
        items[2].state,
        ItemState::Missing("The API does not report duplicates.".to_owned())
    );
    assert_eq!(
        incident.told(|subject| Diagnostics::of(subject).words()),
        "6 of 7 ready"
    );
    let markdown = incident.text("diagnostics.md");
    assert!(markdown.contains("- Batch job ID: not known. The API does not report duplicates."));

    incident.edits.summary = Some("  ".to_owned());
    assert!(!incident.items()[6].is_ready());
}

#[test]
fn a_run_alone_tells_its_campaign_its_upload_and_its_counts() {
    let mut incident = incident();
    incident.snapshot = None;
    incident.job = Some(
        decode(
            r#"{"id":"job_1","status":"running","campaign_id":null,"upload_id":"upl_7",
                "started_at":"2026-11-12T13:22:03-06:00","time_zone":"America/Chicago",
                "counts":{"total":100,"completed":60,"failed":7,"skipped":3}}"#,
        )
        .unwrap(),
    );
    let words: Vec<String> = incident.items().iter().map(Item::words).collect();
    assert_eq!(
        words[1..6],
        [
            "none: the job dials no campaign",
            "job_1",
            "upl_7",
            "12 Nov 2026, 13:22 to 14:32 CST (UTC−06:00)",
            "7 failed, 60 completed, 70 processed",
        ]
    );
    let names: Vec<String> = incident.files().into_iter().map(|file| file.name).collect();
    assert_eq!(names, ["diagnostics.md", "evidence.json", CAUSE_PICTURE]);
}

#[test]
fn the_operators_words_window_and_picture_are_taken() {
    let mut incident = incident();
    let at = |text: &str| Some(Timestamp::from_text(text));
    incident.edits = Edits {
        summary: Some("Nothing moves.\nSince lunch.".to_owned()),
        from: at("2026-11-12T12:00:00-06:00"),
        to: at("2026-11-12T13:00:00-06:00"),
        picture: Some(OwnPicture::of(&incident::JPEG).unwrap()),
        numbers_shown: false,
    };
    let markdown = incident.text("diagnostics.md");
    assert!(markdown.contains("- Time window: 12 Nov 2026, 12:00 to 13:00 CST (UTC−06:00)"));
    assert!(markdown.contains("- Symptom: Nothing moves. Since lunch."));
    assert!(markdown.contains("screenshot.jpg"));
    let json: Value = serde_json::from_str(&incident.text("evidence.json")).unwrap();
    assert_eq!(
        json["items"]["time_window"]["from"],
        "2026-11-12T12:00:00-06:00"
    );
    assert_eq!(
        json["items"]["symptom"]["value"],
        "Nothing moves.\nSince lunch."
    );
    assert_eq!(
        json["pictures"],
        json!([CAUSE_PICTURE, DISPATCH_PICTURE, "screenshot.jpg"])
    );
    assert_eq!(incident.files()[4].bytes, incident::JPEG);

    incident.edits.to = at("2026-11-12T11:00:00-06:00");
    assert!(!incident.items()[4].is_ready());
}

#[test]
fn the_document_tells_the_reports_as_they_were_read() {
    let json: Value = serde_json::from_str(&incident().text("evidence.json")).unwrap();
    let failures = &json["failures"]["report"];
    assert_eq!(failures["groups"].as_array().unwrap().len(), 2);
    assert_eq!(failures["groups"][0]["carrier"], "Telnyx");
    assert_eq!(failures["groups"][0].get("code"), None);
    assert!(failures["contacts"].is_null());
    assert_eq!(failures["segments"]["unreadable"], "expected a list.");
    let sample = &json["duplicates"]["report"]["samples"][0];
    assert_eq!(sample["phone"], "+•••••••••48");
    assert_eq!(sample["contact_id"], "con_•••••••••48");
    let unknown = &json["duplicates"]["report"]["samples"][1];
    assert_eq!(unknown["contact_id"], "ct_•••••••••18");
    assert_eq!(sample["calls"][0], "2026-11-12T14:02:38-06:00");
    assert_eq!(json["checks"].as_array().unwrap().len(), 3);
    assert!(
        json["dispatch"]["limits"]
            .as_array()
            .unwrap()
            .iter()
            .any(|limit| limit["label"] == "Number pool")
    );
    let all = incident()
        .files()
        .iter()
        .map(|file| String::from_utf8_lossy(&file.bytes).into_owned())
        .collect::<String>();
    assert!(!all.contains("Keisha"), "contacts are told by their IDs");
}

#[test]
fn the_same_evidence_gives_the_same_archive() {
    let made = incident().told(bundle);
    assert_eq!(made.archive(), incident().told(bundle).archive());
    assert!(
        made.name.starts_with("diagnostics-cmp_") && made.name.ends_with("-2026-11-12.zip"),
        "{}",
        made.name
    );
    assert!(made.archive().unwrap().len() > 4_000);
    assert_eq!(made.markdown, made.text("diagnostics.md").unwrap());
}

#[test]
fn the_cause_its_checks_and_the_strategy_stand_in_the_text() {
    let incident = incident();
    let markdown = incident.text("diagnostics.md");
    let (sentences, first) = incident.told(|subject| {
        let found = subject.assessment;
        let checks = found.groups.iter().flat_map(|group| &group.checks);
        let mut told: Vec<String> = checks.map(|check| check.title.clone()).collect();
        let rows = found.strategy.retry.iter().chain(&found.strategy.leave_out);
        told.extend(rows.map(|row| ["- ", &row.label, ": "].concat()));
        told.push(["**", &found.cause.sentence, "**"].concat());
        told.push(found.cause.detail.clone());
        (told, markdown::name(subject))
    });
    for sentence in sentences {
        assert!(markdown.contains(&sentence), "{sentence} in\n{markdown}");
    }
    assert!(markdown.starts_with(&["# Diagnostics: ", &first].concat()));
    assert_eq!(first, mock::paused().campaign.name);
    assert!(
        markdown.contains("- Batch job ID: `job_77af1`"),
        "{markdown}"
    );
}

#[test]
fn the_text_reads_from_its_title_to_its_update_as_it_is_handed_over() {
    let whole = include_str!("../../../tests/design/incident.md");
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(
        incident()
            .text("diagnostics.md")
            .replace(version, "VERSION"),
        whole
    );
}

#[test]
fn the_picture_of_dispatch_shows_each_limit_and_what_holds_tasks() {
    let picture = incident().text(DISPATCH_PICTURE);
    for label in [
        "Tenant line cap",
        "Number pool",
        "Carrier rate",
        "Ready contacts",
    ] {
        assert!(picture.contains(&[">", label, "<"].concat()), "{label}");
    }
    let begins = picture.find(">Campaign paused<").unwrap();
    let widths: Vec<&str> = picture[begins..]
        .split("height=\"8\"")
        .filter_map(|part| part.rsplit("width=\"").next()?.split('"').next())
        .collect();
    assert_eq!(widths[1..4], ["220.0", "220", "102.2"]);
}
