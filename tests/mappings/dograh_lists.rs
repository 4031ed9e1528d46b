//! Dograh: its unpaged list of campaigns, and the numbers.

use super::dograh::{dograh, tiles};
use super::server::{at_capture, body};
use ringside::domain::block::{Block, good_rows};
use ringside::domain::campaign::CampaignPage;
use ringside::domain::field::Field;
use ringside::domain::number::NumberPage;
use ringside::domain::number_row;
use ringside::domain::page::{Listed, Total};
use ringside::domain::snapshot::Snapshot;
use ringside::domain::timestamp::Timestamp;
use serde_json::json;

const LIST: &str = include_str!("../recorded/dograh_campaigns_list.json");
const RUNNING: &str = include_str!("../recorded/dograh_campaign_running_stuck.json");

fn at(text: &str) -> Field<Timestamp> {
    Field::Value(Timestamp::from_text(text))
}

#[test]
fn no_pagination_the_whole_list_is_paged_here() {
    let dograh = dograh(RUNNING);
    let page: CampaignPage = dograh.read("campaigns");
    assert_eq!(page.info().known_total(), Total::Exact(7));
    let ids = |page: &CampaignPage| -> Vec<String> {
        good_rows(&page.items).map(|row| row.id.0.clone()).collect()
    };
    let second: CampaignPage = dograh.read("campaigns?size=3&page=2&sort=name");
    assert_eq!(ids(&second).len(), 3);
    assert_eq!(second.info().known_total(), Total::Exact(7));
    let past: CampaignPage = dograh.read("campaigns?size=3&page=9");
    assert!(past.items.is_empty());
    let paused: CampaignPage = dograh.read("campaigns?status=paused");
    assert_eq!(ids(&paused), ["1"]);
    let counts = paused.status_counts.value().unwrap();
    let counts: Vec<_> = counts.iter().collect();
    assert_eq!(counts, [("draft", 6), ("paused", 1)]);
    assert!(dograh.asked().iter().all(|line| line == "GET /campaign/"));
}

#[test]
fn a_campaign_of_the_list_is_told_value_by_value() {
    let page: CampaignPage = dograh(RUNNING).read("campaigns?status=paused");
    let row = good_rows(&page.items).next().unwrap();
    assert_eq!(
        (row.name.as_str(), row.status.as_str()),
        ("March renewals", "paused")
    );
    let counts = row.counts.value().unwrap();
    assert_eq!((counts.total, counts.processed.copied()), (156, Some(146)));
    assert_eq!(counts.progress, Field::NotReported);
    assert_eq!(row.created_at, at("2026-11-20T08:32:07.911Z"));
    assert_eq!(row.ended_at, Field::Empty);
    assert!(
        row.call_window.is_empty(),
        "no schedule is known, not unreported"
    );
    assert_eq!(
        (row.spend.clone(), row.priority),
        (Field::NotReported, Field::NotReported)
    );
    assert_eq!((&row.attempts, &row.why), (&Block::Absent, &Block::Absent));
}

#[test]
fn total_rows_null_before_the_sync_is_empty_and_no_0() {
    let recorded = body(LIST)["campaigns"][0].clone();
    assert_eq!(recorded["total_rows"], json!(null));
    let dograh = dograh(RUNNING).with_body("/campaign/7", &recorded);
    let snapshot: Snapshot = dograh.read("campaigns/7/snapshot");
    let upload = snapshot.upload.read().value().cloned().unwrap();
    assert_eq!(upload.rows, Field::Empty);
    let counts = snapshot.counts.value().unwrap();
    assert_eq!(
        (counts.total, counts.processed.copied()),
        (0, Some(0)),
        "as sent"
    );
    let progress = tiles(&snapshot)
        .into_iter()
        .find(|tile| tile.key == "progress")
        .unwrap();
    assert!(
        !progress.value.contains('%'),
        "nothing of nothing is no rate: {}",
        progress.value
    );
}

#[test]
fn non_ascii_and_markup_in_names_are_text() {
    let page: CampaignPage = dograh(RUNNING).read("campaigns?q=%C3%9Cberpr");
    assert_eq!(page.items.len(), 6);
    let row = good_rows(&page.items).find(|row| row.id.0 == "7").unwrap();
    assert_eq!(row.name, "Campaign 6 \u{2014} Überprüfung 日本語 <b>x</b>");
}

#[test]
fn numbers_may_be_sip_extensions() {
    let page: NumberPage = dograh(RUNNING).read("campaigns/1/numbers");
    assert_eq!(page.info().known_total(), Total::Exact(4));
    let numbers: Vec<&str> = good_rows(&page.items)
        .map(|row| row.number.as_str())
        .collect();
    assert_eq!(numbers, ["1000", "1001", "1002", "1003"]);
    let first = good_rows(&page.items).next().unwrap();
    assert_eq!(
        (first.id.as_deref(), first.label.as_deref()),
        (Some("1"), Some("ext 1000"))
    );
    assert_eq!(
        first.status.as_deref(),
        Some("active"),
        "which is not in rotation"
    );
}

#[test]
fn no_answer_rate_and_no_weight_stay_not_reported() {
    let snapshot: Snapshot = dograh(RUNNING).read("campaigns/1/snapshot");
    let page = snapshot.numbers.value().unwrap();
    for number in good_rows(&page.items) {
        assert_eq!(
            (number.answer_rate, number.weight),
            (Field::NotReported, Field::NotReported)
        );
        let row = at_capture(|formats| number_row::row(number, formats));
        assert!(!row.answer_rate.reported && !row.weight.reported);
    }
}
