#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::*;
use serde_json::{Value, json};

fn part(label: &str, fraction: f64, series: &'static str) -> PartBar {
    PartBar {
        label: label.to_owned(),
        count: "640".to_owned(),
        percent: "27.6%".to_owned(),
        fraction,
        series,
    }
}

fn drawn(bars: Vec<PartBar>) -> (Value, u32) {
    let drawing = drawing(&Breakdown {
        bars,
        ..Breakdown::default()
    });
    (serde_json::from_str(&drawing.json).unwrap(), drawing.height)
}

#[test]
fn rows_keep_their_order_names_and_figures() {
    let parts = vec![
        part("Renewal confirmed", 1.0, "answered"),
        part("Do not call", 0.1, "answered"),
        part("Do not call", 0.0, "answered"),
    ];
    let (sheet, height) = drawn(parts);
    assert_eq!(height, 3 * ROW);
    let labels = &sheet["option"]["yAxis"][0];
    assert_eq!(
        labels["data"],
        json!(["Renewal confirmed", "Do not call", "Do not call"])
    );
    assert_eq!(labels["inverse"], true, "the first one on top");
    assert_eq!(sheet["columns"]["figures"][0], json!(["640", "27.6%"]));
    let bars = sheet["option"]["series"][0]["data"].as_array().unwrap();
    let lengths: Vec<f64> = bars
        .iter()
        .map(|bar| bar["value"].as_f64().unwrap())
        .collect();
    assert_eq!(lengths, [1.0, 0.1, 0.0]);
    assert_eq!(sheet["option"]["xAxis"]["max"], 1.0);
}

#[test]
fn each_kind_is_told_without_its_hue() {
    let parts = ["positive", "neutral", "bad", "unheard of"].map(|series| part("", 0.5, series));
    let (sheet, _) = drawn(parts.to_vec());
    let style = |at: usize| &sheet["option"]["series"][0]["data"][at]["itemStyle"];
    assert_eq!(style(0)["color"], "var(--c4)");
    assert_eq!(style(1)["color"], "var(--c2)");
    assert_eq!(style(1)["borderColor"], "var(--ctl)", "too pale without");
    assert_eq!(style(2)["color"], "var(--hatch)");
    assert_eq!(style(3)["color"], "var(--c1)");
}

#[test]
fn labels_have_room_within_bounds() {
    for (label, room) in [("", 56.0), ("Positive", 63.0), (&*"x".repeat(200), 148.0)] {
        let (sheet, _) = drawn(vec![part(label, 1.0, "answered")]);
        assert_eq!(sheet["option"]["grid"]["left"], room, "{label}");
        assert_eq!(sheet["columns"]["labelWidth"], room as u32);
    }
}

#[test]
fn no_part_is_no_picture() {
    let (sheet, height) = drawn(Vec::new());
    assert_eq!(height, 0);
    assert_eq!(sheet["tips"], json!([]));
}
