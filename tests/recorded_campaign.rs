//! The recording of a real system, from its conversion into the contract to
//! the sentences on screen: nothing is invented, contradictions are marked.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

use axum::body::{Body, to_bytes};
use axum::http::Request;
use ringside::domain::banner;
use ringside::domain::block::good_rows;
use ringside::domain::campaign::CampaignSummary;
use ringside::domain::campaign_row;
use ringside::domain::contradiction;
use ringside::domain::dispatch_notes::{badge, checks, notes, stats};
use ringside::domain::forecast::forecast;
use ringside::domain::format::{Formats, PlainLocale, Zone};
use ringside::domain::history::History;
use ringside::domain::json::decode;
use ringside::domain::kpi::{self, NOT_REPORTED, Tile};
use ringside::domain::number_row;
use ringside::domain::rich::Rich;
use ringside::domain::snapshot::Snapshot;
use ringside::domain::task_row;
use ringside::domain::verdict::verdict;
use ringside::domain::waterfall::waterfall;
use tower::ServiceExt;

#[path = "demo_api"]
mod demo_api {
    pub mod recorded;
}

/// What the recorded campaign's route answers with, decoded.
async fn snapshot(path: &str) -> Snapshot {
    let request = Request::builder().uri(path).body(Body::empty()).unwrap();
    let answer = demo_api::recorded::router().oneshot(request).await.unwrap();
    let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    decode(std::str::from_utf8(&bytes).unwrap()).unwrap()
}

async fn running() -> Snapshot {
    snapshot("/campaigns/cmp_recorded/snapshot").await
}

fn at_capture<T>(snapshot: &Snapshot, run: impl FnOnce(&Formats<'_>) -> T) -> T {
    let now = snapshot.captured_at.ms.unwrap();
    run(&Formats {
        locale: &PlainLocale,
        zone: &Zone::Utc,
        now,
    })
}

fn tiles(snapshot: &Snapshot) -> Vec<Tile> {
    let history = History::default();
    at_capture(snapshot, |formats| {
        kpi::tiles(snapshot, None, &history, formats)
    })
}

#[tokio::test]
async fn progress_is_shown_as_sent_with_the_contradiction_marked() {
    let snapshot = running().await;
    let progress = tiles(&snapshot)
        .into_iter()
        .find(|tile| tile.key == "progress")
        .unwrap();
    assert_eq!(
        (progress.value.as_str(), progress.sub.as_str()),
        ("13.3%", "146 of 156")
    );
    let marked = "Reported as 13.3%, but 146 of 156 is 93.6%.";
    assert_eq!(progress.contradiction.as_deref(), Some(marked));
    let found = at_capture(&snapshot, |formats| contradiction::find(&snapshot, formats));
    assert!(
        found
            .iter()
            .any(|one| one.about == "progress" && one.text == marked),
        "{found:?}"
    );
}

#[tokio::test]
async fn no_tile_but_progress_is_reported_and_none_reads_zero() {
    for tile in tiles(&running().await) {
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
        assert!(
            tile.key != "goal",
            "no goal is set, so no tile asks for one"
        );
    }
}

#[tokio::test]
async fn whether_it_dials_is_not_guessed() {
    let snapshot = running().await;
    let verdict = at_capture(&snapshot, |formats| verdict(&snapshot, formats));
    assert_eq!(verdict.question, "Is it dialing?");
    assert_eq!(
        verdict.answer,
        "Cannot tell: dispatch health is not reported."
    );
    assert_eq!(verdict.binding, None);
    let why: Vec<String> = verdict.why.iter().map(Rich::plain).collect();
    assert_eq!(
        why[1],
        "146 of 156 contacts are processed, by the dialer's own count."
    );
    let waterfall = at_capture(&snapshot, |formats| waterfall(&snapshot, formats));
    let rows: Vec<(&str, &str)> = waterfall
        .rows
        .iter()
        .map(|row| (row.label, row.value_text.as_str()))
        .collect();
    // The recording says of its schedule that there is none; of the rest it says nothing.
    assert_eq!(rows, [("Concurrency", "4"), ("Call window", "None")]);
    assert_eq!((waterfall.in_use, waterfall.not_reported.len()), (None, 5));
}

#[tokio::test]
async fn blocks_that_the_system_does_not_know_are_absent() {
    let snapshot = running().await;
    at_capture(&snapshot, |formats| {
        assert_eq!(forecast(&snapshot, formats), None);
        assert_eq!(kpi::segments(&snapshot), None);
        assert!(stats(&snapshot, formats).is_empty());
        assert!(notes(&snapshot, formats).is_empty());
        let footer: Vec<String> = kpi::footer(&snapshot, formats)
            .iter()
            .map(|part| [part.label, " ", &part.value.plain()].concat())
            .collect();
        assert_eq!(footer, ["Failed attempts 70"]);
        let unknown = checks(&snapshot, formats);
        assert_eq!(unknown[0].answer, "No call window is set.");
        assert_eq!(unknown[2].answer, "Not reported.");
    });
    assert_eq!(badge(&snapshot).label, "Not reported");
}

#[tokio::test]
async fn a_manual_pause_is_not_explained_by_the_old_breaker_entry() {
    let paused = snapshot("/campaigns/cmp_recorded_paused/snapshot").await;
    let verdict = at_capture(&paused, |formats| verdict(&paused, formats));
    assert_eq!(verdict.answer, "Not dialing: the campaign is paused.");
    let why: Vec<String> = verdict.why.iter().map(Rich::plain).collect();
    assert!(!why.concat().to_lowercase().contains("breaker"), "{why:?}");
    assert_eq!(why[1], "Who paused it, and why, is not reported.");
    assert_eq!(
        why[2],
        "If you resume now, the smallest limit reported is its concurrency, 4 lines."
    );
    let banner = at_capture(&paused, |formats| banner::paused(&paused, formats));
    assert_eq!(banner, None, "no pause time is known");
}

#[tokio::test]
async fn calls_keep_their_free_text_result_and_no_state_is_invented() {
    let snapshot = running().await;
    let page = snapshot.tasks.value().unwrap();
    let rows: Vec<task_row::TaskRow> = at_capture(&snapshot, |formats| {
        good_rows(&page.items)
            .map(|task| task_row::row(task, formats))
            .collect()
    });
    assert!(!rows.is_empty());
    let dispositions: Vec<&str> = rows
        .iter()
        .map(|row| row.disposition.text.as_str())
        .collect();
    assert!(
        dispositions.contains(&"no-answer") && dispositions.contains(&"DNC"),
        "{dispositions:?}"
    );
    assert!(
        rows.iter()
            .all(|row| row.blocker.is_none() && !row.live && !row.score.reported)
    );
    let missing = task_row::unreported_columns(&rows);
    assert!(missing.contains(&"Score") && missing.contains(&"Blocker and next attempt"));
}

#[tokio::test]
async fn extensions_are_numbers_without_a_rate() {
    let snapshot = running().await;
    let page = snapshot.numbers.value().unwrap();
    let rows: Vec<number_row::NumberRow> = at_capture(&snapshot, |formats| {
        good_rows(&page.items)
            .map(|number| number_row::row(number, formats))
            .collect()
    });
    assert_eq!(rows[0].number, "1000");
    assert!(
        rows.iter()
            .all(|row| !row.answer_rate.reported && !row.weight.reported)
    );
    let heading = at_capture(&snapshot, |formats| number_row::summary(page, formats)).heading;
    assert_eq!(heading, "4 numbers");
}

#[tokio::test]
async fn the_list_shows_the_same_contradiction() {
    let recorded = demo_api::recorded::summaries();
    let summary: CampaignSummary = decode(&recorded[0].to_string()).unwrap();
    let snapshot = running().await;
    let row = at_capture(&snapshot, |formats| campaign_row::row(&summary, formats));
    assert_eq!(
        (row.progress_of.text.as_str(), row.progress.text.as_str()),
        ("146 of 156", "13.3%")
    );
    assert_eq!(
        row.contradictions,
        ["Progress reported as 13.3%, but 146 of 156 is 93.6%."]
    );
    assert!(!row.spend.reported && !row.answer_rate.reported && !row.completion.reported);
}
