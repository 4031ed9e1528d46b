#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use super::*;
use crate::domain::json::decode;

fn known(more: &str) -> Capabilities {
    decode(&[r#"{"workspace":{"id":"w","name":"W"}"#, more, "}"].concat()).unwrap()
}

fn section<'a>(report: &'a Report, title: &str) -> &'a Provided {
    let found = report
        .sections
        .iter()
        .find(|section| section.title == title);
    found.unwrap_or_else(|| panic!("no section {title}"))
}

#[test]
fn an_api_that_says_nothing_is_taken_to_provide_everything() {
    let report = report(&known(""));
    assert!(!report.says);
    assert!(
        report
            .sections
            .iter()
            .all(|section| section.share == Share::All)
    );
    assert!(ticket(&report).contains(UNSAID));
}

#[test]
fn what_is_left_out_is_named_with_the_reason_and_what_it_means() {
    let report = report(&known(
        r#","product":"Basement 2","provides":["campaigns","snapshot","tasks"],
        "resources":[{"name":"campaigns","fields":["name","status","owner.name"],"filters":["status"],"sorts":["-created"]},
            {"name":"snapshot","fields":["campaign.agent","counts.total"]},{"name":"tasks"}],
        "actions":[{"of":"campaign","name":"pause"}],
        "notes":[{"about":"attempts.answered","text":"Contacts are counted."},{"about":"calls","text":"The carrier has them."},
            {"about":"tasks.status","text":"A row is a call."},{"about":"moon","text":"It is full."}],
        "mapping":{"name":"Basement","version":"2.1","about":null}"#,
    ));
    let list = section(&report, "Campaigns");
    assert_eq!(list.share, Share::Some);
    assert_eq!(list.there, ["Name", "Status", "Owner name"]);
    assert_eq!(list.offers[0].there, ["status"]);
    assert_eq!(list.offers[0].missing, ["name or ID"]);
    assert_eq!(list.offers[1].there, ["creation"]);
    let page = section(&report, "Campaign page");
    let answered = page
        .missing
        .iter()
        .find(|one| one.label == "Answered attempts")
        .unwrap();
    assert_eq!(
        answered.remarks,
        ["Contacts are counted.", "No answer rate."]
    );
    let dispatch = page
        .missing
        .iter()
        .find(|one| one.label.starts_with("Dispatch"))
        .unwrap();
    assert!(dispatch.remarks[0].contains("cannot be answered"));
    assert_eq!(page.offers[0].there, ["Pause"]);
    let tasks = section(&report, "Tasks");
    assert_eq!(tasks.share, Share::All);
    assert_eq!(tasks.remarks, ["Status: A row is a call."]);
    let calls = section(&report, "Call log");
    assert_eq!(calls.share, Share::Nothing);
    assert_eq!(
        calls.remarks,
        [
            "The carrier has them.",
            "Single attempts cannot be looked at."
        ]
    );
    assert_eq!(report.notes, ["Moon: It is full."]);
    let text = ticket(&report);
    for line in [
        "Answers: Basement 2",
        "Mapping: Basement 2.1",
        "Note: Moon: It is full.",
        "  Not reported: Answered attempts. Contacts are counted. No answer rate.",
        "  Filters that it lacks: name or ID",
        "Call log (not reported)",
    ] {
        assert!(text.lines().any(|one| one == line), "{line}\n{text}");
    }
}

#[test]
fn reasons_are_sentences_in_the_operators_words() {
    assert_eq!(not_reported("jobs"), "This API does not report jobs.");
    assert_eq!(not_reported("live"), "This API does not report Live Ops.");
    assert_eq!(
        not_reported("calls"),
        "This API does not report the call log."
    );
    assert_eq!(
        cannot_filter("calls", "sip_status"),
        "This API cannot filter by SIP status."
    );
    assert_eq!(
        cannot_filter("tasks", "q"),
        "This API cannot search by name, phone or ID."
    );
    assert_eq!(
        cannot_sort("tasks", "-last_attempted"),
        "This API cannot sort by last attempt."
    );
    assert_eq!(
        cannot_sort("tasks", "moon"),
        "This API cannot sort by moon."
    );
}

#[test]
fn a_campaigns_page_names_what_any_campaign_could_have() {
    use crate::domain::mock;
    use serde_json::json;
    let labels = |known: &Capabilities, snapshot: &crate::domain::snapshot::Snapshot| {
        let absent = unreported_blocks(known, snapshot);
        absent.into_iter().map(|one| one.label).collect::<Vec<_>>()
    };
    let bare = mock::bare(
        "running",
        json!({"cost": {"total": {"amount": 1, "currency": "USD"}}}),
    );
    let unsaid = labels(&known(""), &bare);
    assert!(unsaid.contains(&"Dispatch and queue health") && !unsaid.contains(&"Cost"));
    assert_eq!(labels(&known(""), &mock::running()), Vec::<&str>::new());
    let some = mock::bare("running", json!({"retries": []}));
    assert_eq!(
        labels(&known(""), &some),
        Vec::<&str>::new(),
        "it may only be young"
    );
    let says = known(
        r#","resources":[{"name":"snapshot","fields":["campaign","timeline","cost.total"]}]"#,
    );
    let said = labels(&says, &some);
    assert!(said.contains(&"Dispatch and queue health") && !said.contains(&"Campaign timeline"));
    assert!(
        !said.contains(&"Cost") && !said.contains(&"A/B test"),
        "only some have variants"
    );
}

mod contract;
