//! Dograh: a campaign with its progress.

use super::server::{Server, at_capture, body};
use ringside::domain::block::{Block, good_rows};
use ringside::domain::contradiction;
use ringside::domain::field::Field;
use ringside::domain::history::History;
use ringside::domain::kpi::{self, NOT_REPORTED, Tile};
use ringside::domain::rich::Rich;
use ringside::domain::snapshot::Snapshot;
use ringside::domain::timestamp::Timestamp;
use ringside::domain::verdict::verdict;
use serde_json::json;

const LIST: &str = include_str!("../recorded/dograh_campaigns_list.json");
const RUNNING: &str = include_str!("../recorded/dograh_campaign_running_stuck.json");
const PAUSED: &str = include_str!("../recorded/dograh_campaign_paused_manual.json");
const PROGRESS: &str = include_str!("../recorded/dograh_progress_running_stuck.json");
const RUNS: &str = include_str!("../recorded/dograh_runs_page1.json");
const NUMBERS: &str = include_str!("../recorded/dograh_numbers.json");

/// The system as recorded; `campaign` is what it says of its first campaign.
pub fn dograh(campaign: &str) -> Server {
    Server::new(include_str!("../../public/mappings/dograh.json"))
        .with("/campaign/", LIST)
        .with("/campaign/1", campaign)
        .with("/campaign/1/progress", PROGRESS)
        .with("/campaign/1/runs", RUNS)
        .with("/organizations/telephony-configs/1/phone-numbers", NUMBERS)
}

fn snapshot(campaign: &str) -> Snapshot {
    dograh(campaign).read("campaigns/1/snapshot")
}

/// The key figures of a snapshot.
pub fn tiles(snapshot: &Snapshot) -> Vec<Tile> {
    let history = History::default();
    at_capture(|formats| kpi::tiles(snapshot, None, &history, formats))
}

fn at(text: &str) -> Field<Timestamp> {
    Field::Value(Timestamp::from_text(text))
}

#[test]
fn progress_is_146_of_156_with_its_contradiction_marked() {
    let snapshot = snapshot(RUNNING);
    let tile = tiles(&snapshot)
        .into_iter()
        .find(|tile| tile.key == "progress")
        .unwrap();
    assert_eq!(
        (tile.value.as_str(), tile.sub.as_str()),
        ("13.3%", "146 of 156")
    );
    let marked = "Reported as 13.3%, but 146 of 156 is 93.6%.";
    assert_eq!(tile.contradiction.as_deref(), Some(marked));
    let found = at_capture(|formats| contradiction::find(&snapshot, formats));
    assert!(found.iter().any(|one| one.text == marked), "{found:?}");
}

#[test]
fn executed_of_queued_and_processed_of_rows_are_two_things() {
    let snapshot = snapshot(RUNNING);
    let counts = snapshot.counts.value().unwrap();
    assert_eq!((counts.total, counts.processed.copied()), (156, Some(146)));
    let upload = snapshot.upload.read().value().cloned().unwrap();
    assert_eq!(upload.rows.copied(), Some(120));
    assert_eq!(upload.contacts, Field::NotReported);
}

#[test]
fn the_total_grows_with_retries_and_is_not_held_to_the_file() {
    let mut later = body(RUNNING);
    later["total_queued_count"] = json!(171);
    let snapshot: Snapshot = dograh(RUNNING)
        .with_body("/campaign/1", &later)
        .read("campaigns/1/snapshot");
    assert_eq!(snapshot.counts.value().unwrap().total, 171);
}

#[test]
fn still_running_with_every_row_final_stays_running_and_is_no_success() {
    let mut done = body(RUNNING);
    done["executed_count"] = done["total_queued_count"].clone();
    let snapshot: Snapshot = dograh(RUNNING)
        .with_body("/campaign/1", &done)
        .read("campaigns/1/snapshot");
    assert_eq!(snapshot.campaign.status, "running");
    let found = at_capture(|formats| contradiction::find(&snapshot, formats));
    let told = "The campaign is running, but all 156 contacts are final.";
    assert!(found.iter().any(|one| one.text == told), "{found:?}");
    let verdict = at_capture(|formats| verdict(&snapshot, formats));
    assert_eq!(
        verdict.answer,
        "Nothing left to dial: all 156 contacts are final."
    );
}

#[test]
fn failed_calls_above_processed_rows_are_told_as_sent() {
    let snapshot = snapshot(RUNNING);
    let attempts = snapshot.attempts.value().unwrap();
    assert_eq!(attempts.failed, Field::Value(70));
    assert_eq!(
        (attempts.dialed, attempts.answered),
        (Field::NotReported, Field::NotReported)
    );
}

#[test]
fn a_progress_percentage_of_13_33_is_a_fraction_in_the_contract() {
    let counts = snapshot(RUNNING).counts;
    let progress = counts.value().unwrap().progress.copied().unwrap();
    assert!(
        (progress - 13.333_333_333_333_334 / 100.0).abs() < 1e-12,
        "{progress}"
    );
}

#[test]
fn field_names_of_the_published_docs_are_not_what_is_read() {
    let documented = json!({"total": 156, "processed": 146, "completed": 80, "pending": 10,
        "completion_percentage": 93.6});
    let snapshot: Snapshot = dograh(RUNNING)
        .with_body("/campaign/1/progress", &documented)
        .read("campaigns/1/snapshot");
    assert_eq!(
        snapshot.counts.value().unwrap().progress,
        Field::NotReported
    );
    assert!(snapshot.attempts.is_absent());
}

#[test]
fn a_manual_pause_is_not_explained_by_the_old_breaker_entry() {
    let paused = snapshot(PAUSED);
    assert_eq!(paused.campaign.pause, Block::Absent);
    let verdict = at_capture(|formats| verdict(&paused, formats));
    assert_eq!(verdict.answer, "Not dialing: the campaign is paused.");
    let why: Vec<String> = verdict.why.iter().map(Rich::plain).collect();
    assert!(!why.concat().to_lowercase().contains("breaker"), "{why:?}");
    assert_eq!(why[1], "Who paused it, and why, is not reported.");
    let entries = paused.activity.value().unwrap();
    let entry = good_rows(entries).next().unwrap();
    assert_eq!(
        entry.at.ms,
        Some(1_795_163_553_055),
        "the log keeps it, as of when it was"
    );
    assert_eq!(entry.severity.as_deref(), Some("warning"));
    assert!(entry.text.starts_with("Paused: failure rate 100.00% (5/5)"));
    assert_eq!(entry.by, Field::NotReported);
}

#[test]
fn the_campaigns_own_settings_are_told_value_by_value() {
    let campaign = snapshot(RUNNING).campaign;
    assert_eq!(
        (campaign.id.0.as_str(), campaign.name.as_str()),
        ("1", "March renewals")
    );
    assert_eq!(campaign.agent.as_deref(), Some("Renewal reminder"));
    assert_eq!(campaign.number_pool.as_deref(), Some("Loopback ARI"));
    assert_eq!(campaign.concurrency.copied(), Some(4));
    assert_eq!(
        campaign.max_attempts.copied(),
        Some(2),
        "one retry is two attempts"
    );
    assert_eq!(campaign.retry_delay_seconds.copied(), Some(30));
    assert_eq!(campaign.created_at, at("2026-11-20T08:32:07.911Z"));
    assert_eq!(campaign.started_at, at("2026-11-20T08:32:27.987Z"));
    assert_eq!(campaign.ended_at, Field::Empty);
    assert_eq!(campaign.time_zone, Field::NotReported);
}

#[test]
fn without_retries_a_contact_has_one_attempt() {
    let mut once = body(RUNNING);
    once["retry_config"]["enabled"] = json!(false);
    let snapshot: Snapshot = dograh(RUNNING)
        .with_body("/campaign/1", &once)
        .read("campaigns/1/snapshot");
    assert_eq!(snapshot.campaign.max_attempts.copied(), Some(1));
    once["retry_config"] = json!(null);
    let snapshot: Snapshot = dograh(RUNNING)
        .with_body("/campaign/1", &once)
        .read("campaigns/1/snapshot");
    assert_eq!(snapshot.campaign.max_attempts, Field::NotReported);
}

#[test]
fn no_schedule_is_known_and_one_is_not_guessed_to_be_open() {
    assert!(snapshot(RUNNING).call_window.is_empty());
    let mut scheduled = body(RUNNING);
    scheduled["schedule_config"] = json!({"enabled": true, "timezone": "America/New_York",
        "slots": [{"day_of_week": 0, "start_time": "09:00", "end_time": "17:00"}]});
    let snapshot: Snapshot = dograh(RUNNING)
        .with_body("/campaign/1", &scheduled)
        .read("campaigns/1/snapshot");
    assert_eq!(snapshot.call_window, Block::Absent);
}

#[test]
fn no_tile_reads_0_for_what_is_not_reported() {
    for tile in tiles(&snapshot(RUNNING)) {
        if tile.key == "progress" {
            continue;
        }
        assert_eq!(
            (tile.value.as_str(), tile.reported),
            (NOT_REPORTED, false),
            "{}",
            tile.key
        );
        assert!(
            !tile.sub.contains(char::is_numeric),
            "{}: {}",
            tile.key,
            tile.sub
        );
    }
}
