//! Bolna, of the example in its reference, mistakes included.

use super::server::{Server, at_capture, body};
use ringside::domain::block::good_rows;
use ringside::domain::campaign::CampaignPage;
use ringside::domain::contradiction;
use ringside::domain::field::Field;
use ringside::domain::snapshot::Snapshot;
use ringside::domain::timestamp::Timestamp;
use serde_json::{Value, json};

const BATCH: &str = include_str!("../recorded/bolna_batch.json");
const MAPPING: &str = include_str!("../../public/mappings/bolna.json");
const ID: &str = "3c90c3cc0d444b5088888dd25736052a";

fn bolna(mapping: &str, batch: &Value) -> Server {
    let path = ["/batches/", ID].concat();
    Server::new(mapping)
        .with_body(&path, batch)
        .with_body("/batches/agent-1/all", &json!([batch]))
}

fn snapshot() -> Snapshot {
    bolna(MAPPING, &body(BATCH)).read(&["campaigns/", ID, "/snapshot"].concat())
}

#[test]
fn the_batch_is_told_value_by_value() {
    let snapshot = snapshot();
    let campaign = &snapshot.campaign;
    assert_eq!(
        (campaign.id.0.as_str(), campaign.name.as_str()),
        (ID, "customers.csv")
    );
    assert_eq!(campaign.status, "scheduled");
    let at = |text: &str| Field::Value(Timestamp::from_text(text));
    assert_eq!(campaign.created_at, at("2024-01-23T05:14:37Z"));
    assert_eq!(campaign.starts_at, at("2024-01-29T08:30:00Z"));
    assert_eq!(campaign.ended_at, Field::NotReported);
}

#[test]
fn a_second_89_is_kept_as_text_and_marked_as_no_time() {
    let of_update = MAPPING.replace("\"scheduled_at\"", "\"updated_at\"");
    let bolna = bolna(&of_update, &body(BATCH));
    let snapshot: Snapshot = bolna.read(&["campaigns/", ID, "/snapshot"].concat());
    let read = snapshot.campaign.starts_at.value().unwrap().clone();
    assert_eq!(
        (read.text.as_str(), read.ms),
        ("2024-02-29T04:22:89Z", None)
    );
}

#[test]
fn statuses_that_add_to_26_of_11_are_told_with_both_figures() {
    let snapshot = snapshot();
    let counts = snapshot.counts.value().unwrap();
    let mut by_status: Vec<_> = counts.by_status.value().unwrap().iter().collect();
    by_status.sort_unstable();
    assert_eq!(
        by_status,
        [("completed", 1), ("in-progress", 15), ("ringing", 10)]
    );
    assert_eq!(counts.total, 11);
    let found = at_capture(|formats| contradiction::find(&snapshot, formats));
    let told = "Tasks by status add up to 26, the total says 11.";
    assert!(found.iter().any(|one| one.text == told), "{found:?}");
}

#[test]
fn executed_means_finished() {
    let mut done = body(BATCH);
    done["status"] = json!("executed");
    let bolna = bolna(
        &MAPPING.replace(r#""agent": """#, r#""agent": "agent-1""#),
        &done,
    );
    let snapshot: Snapshot = bolna.read(&["campaigns/", ID, "/snapshot"].concat());
    assert_eq!(snapshot.campaign.status, "completed");
    let page: CampaignPage = bolna.read("campaigns");
    assert_eq!(good_rows(&page.items).next().unwrap().status, "completed");
}

#[test]
fn a_humanized_time_is_no_time() {
    let json = serde_json::to_string(&body(BATCH)).unwrap();
    assert!(json.contains("5 minutes ago"));
    assert!(!MAPPING.contains("humanized_created_at"));
    let created = snapshot().campaign.created_at;
    assert!(created.value().unwrap().ms.is_some());
}
