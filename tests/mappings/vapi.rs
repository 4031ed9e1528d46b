//! Vapi, of its published schema.

use super::server::{Server, at_capture, body};
use ringside::domain::block::{Block, good_rows};
use ringside::domain::campaign::{CampaignPage, CampaignSummary};
use ringside::domain::campaign_row;
use ringside::domain::field::Field;
use ringside::domain::page::{Listed, Total};
use ringside::domain::snapshot::Snapshot;
use ringside::domain::status::CampaignStatus;
use ringside::domain::timestamp::Timestamp;
use serde_json::{Value, json};

const CAMPAIGNS: &str = include_str!("../recorded/vapi_v2_campaigns.json");

fn vapi() -> Server {
    Server::new(include_str!("../../public/mappings/vapi.json")).with("/v2/campaign", CAMPAIGNS)
}

fn page() -> CampaignPage {
    vapi().read("campaigns")
}

fn rows() -> Vec<CampaignSummary> {
    good_rows(&page().items).cloned().collect()
}

#[test]
fn camel_case_names_are_the_contracts_members() {
    let rows = rows();
    assert_eq!(rows[0].name, "Q2 Sales Campaign");
    assert_eq!(rows[0].id.0, "5b0a3a08-4f5e-4b8c-9a3f-2f8f0d1f7f10");
    let at = |text: &str| Field::Value(Timestamp::from_text(text));
    assert_eq!(rows[0].created_at, at("2026-11-19T21:04:11.512Z"));
    assert_eq!(rows[0].starts_at, at("2026-11-20T14:00:00Z"));
    let attempts = rows[0].attempts.value().unwrap();
    assert_eq!(
        (attempts.dialed.copied(), attempts.answered.copied()),
        (Some(75), Some(41))
    );
    let one = body(CAMPAIGNS)["results"][0].clone();
    let id = one["id"].as_str().unwrap();
    let snapshot: Snapshot = vapi()
        .with_body(&["/v2/campaign/", id].concat(), &one)
        .read(&["campaigns/", id, "/snapshot"].concat());
    assert_eq!(snapshot.campaign.concurrency.copied(), Some(10));
    assert_eq!(snapshot.counts.value().unwrap().total, 500);
}

#[test]
fn the_metadata_is_the_page() {
    let page = page();
    assert_eq!(page.info().known_total(), Total::Exact(3));
    assert_eq!(page.info().number.copied(), Some(1));
    let vapi = vapi();
    let _: CampaignPage = vapi.read("campaigns?size=200");
    assert!(vapi.asked()[0].contains("limit=100"), "{:?}", vapi.asked());
}

#[test]
fn hyphenated_statuses_are_known_and_archived_is_no_success() {
    let rows = rows();
    let statuses: Vec<&str> = rows.iter().map(|row| row.status.as_str()).collect();
    assert_eq!(statuses, ["running", "cancelled", "archived"]);
    let archived = CampaignStatus::from_wire("archived");
    assert!(matches!(archived, CampaignStatus::Unknown(_)) && !archived.has_ended());
}

#[test]
fn the_total_is_the_sum_of_the_counters_and_absent_without_them() {
    let rows = rows();
    let totals: Vec<Option<i64>> = rows
        .iter()
        .map(|row| row.counts.value().map(|counts| counts.total))
        .collect();
    assert_eq!(totals, [Some(500), Some(400), None]);
    assert_eq!(
        (&rows[2].counts, &rows[2].attempts),
        (&Block::Absent, &Block::Absent)
    );
    let by_status = rows[0]
        .counts
        .value()
        .unwrap()
        .by_status
        .value()
        .unwrap()
        .total();
    assert_eq!(by_status, 500);
    let old = at_capture(|formats| campaign_row::row(&rows[2], formats));
    assert!(
        !old.progress_of.text.contains('0'),
        "{}",
        old.progress_of.text
    );
}

#[test]
fn counters_that_are_doubles_are_counts() {
    let mut doubled = body(CAMPAIGNS);
    let counters = doubled["results"][0]["contactCounters"]
        .as_object_mut()
        .unwrap();
    for count in counters.values_mut() {
        *count = json!(count.as_u64().unwrap() as f64);
    }
    assert!(Value::to_string(&doubled).contains("412.0"));
    let page: CampaignPage = vapi().with_body("/v2/campaign", &doubled).read("campaigns");
    let row = good_rows(&page.items).next().unwrap();
    let counts = row.counts.value().unwrap();
    assert_eq!(counts.total, 500);
    let by_status: Vec<_> = counts.by_status.value().unwrap().iter().collect();
    assert!(by_status.contains(&("pending", 412)), "{by_status:?}");
}
