//! Dograh: its runs, each of which is one attempt.

use super::dograh::dograh;
use super::server::{Server, at_capture, body};
use ringside::domain::attempt_state::{AttemptState, Kind};
use ringside::domain::block::good_rows;
use ringside::domain::field::Field;
use ringside::domain::page::{Listed, Total};
use ringside::domain::percent::pairs;
use ringside::domain::snapshot::Snapshot;
use ringside::domain::task::{Task, TaskPage};
use ringside::domain::task_row;
use serde_json::json;

const RUNNING: &str = include_str!("../recorded/dograh_campaign_running_stuck.json");
const RUNS: &str = include_str!("../recorded/dograh_runs_page1.json");

fn tasks(server: &Server, query: &str) -> Vec<Task> {
    let page: TaskPage = server.read(&["campaigns/1/tasks", query].concat());
    good_rows(&page.items).cloned().collect()
}

#[test]
fn page_limit_total_count_and_total_pages_are_the_contracts_page() {
    let dograh = dograh(RUNNING);
    let page: TaskPage = dograh.read("campaigns/1/tasks?size=5");
    assert_eq!(page.info().known_total(), Total::Exact(156));
    assert_eq!(
        (page.info().size, page.info().number.copied()),
        (5, Some(1))
    );
    assert_eq!(page.items.len(), 5);
    let _: TaskPage = dograh.read("campaigns/1/tasks?size=5&page=32");
    let asked = dograh.asked();
    let runs: Vec<&str> = asked
        .iter()
        .filter_map(|line| line.strip_prefix("GET /campaign/1/runs?"))
        .collect();
    assert_eq!(runs.len(), 2);
    for (query, page) in runs.iter().zip(["page=1", "page=32"]) {
        let has = |part: &str| query.split('&').any(|pair| pair == part);
        assert!(
            has(page) && has("limit=5") && !query.contains("offset"),
            "{query}"
        );
    }
}

#[test]
fn the_disposition_stays_beside_the_reason_of_the_retry() {
    let rows = tasks(&dograh(RUNNING), "");
    let words: Vec<&str> = rows
        .iter()
        .filter_map(|row| row.disposition.as_deref())
        .collect();
    assert_eq!(
        words,
        ["no-answer", "DNC", "end_call_tool", "busy", "end_call_tool"]
    );
}

#[test]
fn is_completed_of_unanswered_calls_is_no_success() {
    for row in tasks(&dograh(RUNNING), "") {
        let state = AttemptState::from_wire(&row.status);
        assert_eq!(
            (row.status.as_str(), state.kind()),
            ("finished", Kind::Unknown)
        );
    }
}

#[test]
fn contact_fields_come_out_of_the_free_form_context() {
    let rows = tasks(&dograh(RUNNING), "");
    let first = &rows[0];
    let contact = first.contact.value().unwrap();
    assert_eq!(
        (first.id.0.as_str(), contact.name.as_deref()),
        ("156", Some("Customer 58"))
    );
    assert_eq!(contact.id, Field::NotReported);
    assert_eq!(first.phone.as_deref(), Some("+14155550058"));
    assert_eq!(first.from.as_deref(), Some("1003"));
    assert_eq!(first.talk_seconds.copied(), Some(0.0));
    let moment = first.last_attempted_at.value().unwrap();
    assert_eq!(moment.ms, Some(1_795_164_569_512));
    assert_eq!(rows[1].talk_seconds.copied(), Some(40.0));
    let mut bare = body(RUNS);
    bare["runs"][0]["initial_context"] = json!({"phone": "555"});
    let rows = tasks(&dograh(RUNNING).with_body("/campaign/1/runs", &bare), "");
    assert_eq!(rows[0].phone, Field::NotReported);
    assert_eq!(rows[0].contact, Field::NotReported);
}

#[test]
fn each_run_tells_which_attempt_of_how_many_it_is() {
    let dograh = dograh(RUNNING);
    for row in tasks(&dograh, "") {
        assert_eq!(
            (row.attempts.copied(), row.max_attempts.copied()),
            (Some(2), Some(2))
        );
    }
    let mut first = body(RUNS);
    let context = first["runs"][0]["initial_context"].as_object_mut().unwrap();
    for name in ["is_retry", "retry_attempt", "retry_reason"] {
        context.remove(name);
    }
    let rows = tasks(&dograh.with_body("/campaign/1/runs", &first), "");
    assert_eq!(
        (rows[0].attempts.copied(), rows[0].max_attempts.copied()),
        (Some(1), Some(2))
    );
    assert_eq!(
        (rows[1].attempts.copied(), rows[1].max_attempts.copied()),
        (Some(2), Some(2))
    );
}

#[test]
fn without_the_campaign_the_runs_stay_and_the_rest_is_told() {
    let dograh = Server::new(include_str!("../../public/mappings/dograh.json"))
        .with("/campaign/1/runs", RUNS);
    let page: TaskPage = dograh.read("campaigns/1/tasks");
    let row = good_rows(&page.items).next().unwrap();
    assert_eq!(
        (row.attempts.copied(), row.max_attempts),
        (Some(2), Field::NotReported)
    );
}

#[test]
fn the_campaigns_page_holds_the_first_runs() {
    let snapshot: Snapshot = dograh(RUNNING).read("campaigns/1/snapshot");
    let page = snapshot.tasks.value().unwrap();
    assert_eq!(page.info().known_total(), Total::Exact(156));
    let rows: Vec<_> = at_capture(|formats| {
        let rows = good_rows(&page.items);
        rows.map(|task| task_row::row(task, formats)).collect()
    });
    assert!(
        rows.iter()
            .all(|row| row.blocker.is_none() && !row.live && !row.score.reported)
    );
}

#[test]
fn an_order_that_it_has_is_sent_and_any_other_is_refused_by_name() {
    let dograh = dograh(RUNNING);
    tasks(&dograh, "?sort=-duration");
    let asked = dograh.asked();
    assert!(asked[0].contains("sort_by=duration"), "{asked:?}");
    let refused = dograh.refusal("campaigns/1/tasks?sort=contact").to_string();
    assert!(refused.contains("contact"), "{refused}");
    let refused = dograh
        .refusal("campaigns/1/tasks?blocker=window")
        .to_string();
    assert!(refused.contains("blocker"), "{refused}");
}

#[test]
fn a_filter_is_a_json_array_in_one_parameter() {
    for (query, codes) in [
        ("?disposition=DNC", r#"["DNC"]"#),
        ("?disposition=busy&disposition=a%22b", r#"["busy","a\"b"]"#),
    ] {
        let dograh = dograh(RUNNING);
        tasks(&dograh, query);
        let asked = dograh.asked();
        let runs = asked.iter().find(|line| line.contains("/runs?")).unwrap();
        let (_, query) = runs.split_once('?').unwrap();
        let sent = pairs(query).find(|(name, _)| name == "filters").unwrap().1;
        let start = r#"[{"attribute":"dispositionCode","type":"multiSelect","value":{"codes":"#;
        assert_eq!(sent, [start, codes, "}}]"].concat());
    }
    let dograh = dograh(RUNNING);
    tasks(&dograh, "");
    assert!(
        !dograh.asked().concat().contains("filters"),
        "none is asked for"
    );
}
