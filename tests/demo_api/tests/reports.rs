//! The attempt report: what a campaign shows, counted again from its file.

use std::collections::{BTreeMap, BTreeSet};

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use serde_json::Value;
use tower::ServiceExt;

use super::{api, good, number, read, world};
use crate::attempt_report::COLUMNS;

type Row = BTreeMap<String, String>;

/// The rows of a campaign's report, read by a real reader of CSV.
async fn report(api: &axum::Router, id: &str) -> Vec<Row> {
    let address = format!("/campaigns/{id}/attempt-report");
    let request = Request::get(&address).body(Body::empty()).unwrap();
    let response = api.clone().oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK, "{id}");
    let header = |name: &str| response.headers()[name].to_str().unwrap().to_owned();
    assert_eq!(header("content-type"), "text/csv; charset=utf-8");
    let file = format!("attachment; filename=\"attempts-{id}-2026-11-12.csv\"");
    assert_eq!(header("content-disposition"), file);
    let total: usize = header("x-total-rows").parse().unwrap();
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    assert!(body.ends_with(b"\r\n"));
    let mut reader = csv::Reader::from_reader(&body[..]);
    assert_eq!(reader.headers().unwrap(), &COLUMNS[..]);
    let rows: Vec<Row> = reader.deserialize().map(Result::unwrap).collect();
    assert_eq!(rows.len(), total, "{id}");
    rows
}

fn count(rows: &[Row], holds: impl Fn(&Row) -> bool) -> i64 {
    rows.iter().filter(|row| holds(row)).count() as i64
}

fn sum(rows: &[Row], column: &str) -> f64 {
    let values = rows
        .iter()
        .filter_map(|row| row[column].parse::<f64>().ok());
    values.sum()
}

fn is_finished(row: &Row) -> bool {
    !row["ended_at"].is_empty()
}

fn is_answered(row: &Row) -> bool {
    is_finished(row) && !row["answered_at"].is_empty()
}

fn assert_metrics(id: &str, shown: &Value, rows: &[Row]) {
    let is_live = |row: &Row| is_answered(row) && row["state"] != "amd_machine";
    let is_completed = |row: &Row| is_finished(row) && row["state"] == "completed";
    let talk: Vec<Row> = rows
        .iter()
        .filter(|row| is_completed(row))
        .cloned()
        .collect();
    for (metric, counted) in [
        ("dialed", rows.len() as i64),
        ("finished", count(rows, is_finished)),
        ("answered", count(rows, is_answered)),
        ("answered_live", count(rows, is_live)),
        ("abandoned", count(rows, |row| row["state"] == "abandoned")),
        (
            "machine_detected",
            count(rows, |row| row["state"] == "amd_machine"),
        ),
        ("failed", count(rows, |row| row["sip_status"] == "503")),
        ("completed", talk.len() as i64),
        (
            "talk_seconds",
            (sum(&talk, "talk_seconds") + 1e-6).floor() as i64,
        ),
    ] {
        assert_eq!(
            number(shown, &format!("/attempts/{metric}")),
            counted,
            "{id}: {metric}"
        );
    }
    for step in shown["retries"].as_array().into_iter().flatten() {
        let attempt = step["attempt"].to_string();
        let of_step = |row: &Row| row["attempt"] == attempt;
        let dialed = count(rows, |row| of_step(row) && is_finished(row));
        let answered = count(rows, |row| of_step(row) && is_answered(row));
        assert_eq!(step["dialed"], dialed, "{id}: attempt {attempt}");
        assert_eq!(step["answered"], answered, "{id}: attempt {attempt}");
    }
    for disposition in shown["dispositions"]["items"]
        .as_array()
        .into_iter()
        .flatten()
    {
        let label = disposition["label"].as_str().unwrap();
        let counted = count(rows, |row| row["disposition"] == label);
        assert_eq!(disposition["count"], counted, "{id}: {label}");
    }
    if let Some(total) = shown.pointer("/cost/total/amount").and_then(Value::as_f64) {
        assert!(
            (sum(rows, "cost_amount") - total).abs() < 0.006,
            "{id}: cost"
        );
        assert!(
            rows.iter()
                .all(|row| !is_finished(row) || row["cost_currency"] == "USD")
        );
    }
}

fn assert_rows(id: &str, rows: &[Row]) {
    let ids: BTreeSet<&str> = rows.iter().map(|row| row["attempt_id"].as_str()).collect();
    assert_eq!(ids.len(), rows.len(), "{id}: each attempt once");
    let begun = rows.iter().map(|row| {
        let at = &row["started_at"];
        chrono::DateTime::parse_from_rfc3339(at).unwrap()
    });
    assert!(begun.is_sorted(), "{id}: oldest first");
    for row in rows {
        assert_eq!(row["campaign_id"], id);
        assert!(
            row["phone"].starts_with('+') && row["from_number"].starts_with('+'),
            "{row:?}"
        );
        assert!(
            !row["carrier"].is_empty() && !row["contact_name"].is_empty(),
            "{row:?}"
        );
        let (attempt, max): (u32, u32) = (
            row["attempt"].parse().unwrap(),
            row["max_attempts"].parse().unwrap(),
        );
        assert!((1..=max).contains(&attempt), "{row:?}");
        if row["retry_at"].is_empty() {
            continue;
        }
        assert!(
            ["retry_scheduled", "callback_scheduled"].contains(&row["state"].as_str()),
            "{row:?}"
        );
    }
}

#[tokio::test]
async fn the_metrics_are_those_of_the_exported_report() {
    let api = api(world(33_000));
    let list = good(&api, "/campaigns?size=200").await;
    let mut reports = 0;
    for row in list["items"].as_array().unwrap() {
        let id = row["id"].as_str().unwrap();
        if id.starts_with("cmp_recorded") {
            continue;
        }
        let shown = good(&api, &format!("/campaigns/{id}/snapshot")).await;
        if number(&shown, "/attempts/dialed") == 0 {
            continue;
        }
        let rows = report(&api, id).await;
        assert_metrics(id, &shown, &rows);
        assert_rows(id, &rows);
        reports += 1;
    }
    assert!(reports > 10);
}

#[tokio::test]
async fn without_attempts_there_is_no_report() {
    let api = api(world(0));
    for (id, status) in [
        ("cmp_3tr6b", StatusCode::CONFLICT),
        ("cmp_7rw2k", StatusCode::CONFLICT),
        ("none", StatusCode::NOT_FOUND),
    ] {
        let (code, problem) = read(&api, &format!("/campaigns/{id}/attempt-report")).await;
        assert_eq!(code, status, "{id}: {problem}");
    }
}

#[tokio::test]
async fn a_long_list_of_ended_campaigns_is_searched_sorted_and_opened() {
    let origin = crate::world::Origin {
        archived: 3_000,
        ..super::origin(0)
    };
    let api = api(super::made(origin));
    let all = good(&api, "/campaigns?size=1").await;
    assert!(number(&all, "/page/total") > 3_000);
    let found = good(
        &api,
        "/campaigns?q=storm%20outreach&status=failed&sort=-progress",
    )
    .await;
    let rows = found["items"].as_array().unwrap();
    assert!(rows.len() > 10);
    assert!(rows.iter().all(|row| row["status"] == "failed"));
    let id = rows[0]["id"].as_str().unwrap();
    let shown = good(&api, &format!("/campaigns/{id}/snapshot")).await;
    assert_eq!(shown["counts"], rows[0]["counts"]);
    let by_status = shown["counts"]["by_status"].as_object().unwrap();
    let sum: i64 = by_status
        .values()
        .map(|count| count.as_i64().unwrap())
        .sum();
    assert_eq!(sum, number(&shown, "/counts/total"));
    let (code, _) = read(&api, &format!("/campaigns/{id}/tasks")).await;
    assert_eq!(code, StatusCode::NOT_FOUND);
}
