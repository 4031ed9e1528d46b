//! Pins, tips and colors.

use super::{chart, drawn, pin, points};
use serde_json::Value;

#[test]
fn pins_are_numbered_and_stand_at_their_moments() {
    let sheet = drawn(&chart());
    let pins = &sheet["pins"];
    assert_eq!(pins["at"], serde_json::json!([1.75, 4.0]));
    assert_eq!((&pins["from"], &pins["to"]), (&0.0.into(), &4.0.into()));
    let at = pins["series"].as_u64().unwrap() as usize;
    let rules = sheet["option"]["series"][at]["markLine"]["data"]
        .as_array()
        .unwrap();
    let named: Vec<(&str, f64)> = rules
        .iter()
        .map(|rule| {
            (
                rule["name"].as_str().unwrap(),
                rule["xAxis"].as_f64().unwrap(),
            )
        })
        .collect();
    assert_eq!(named, [("1", 1.75), ("2", 4.0)]);
}

#[test]
fn every_place_tells_the_row_of_its_bucket_and_what_happened_in_it() {
    let sheet = drawn(&chart());
    let tips = sheet["tips"].as_array().unwrap();
    assert_eq!(tips.len(), points(&sheet, 0).len());
    let titles: Vec<&str> = tips
        .iter()
        .map(|tip| tip["title"].as_str().unwrap())
        .collect();
    assert_eq!(
        titles,
        ["09:00", "09:00", "10:00", "11:00", "11:00", "12:00"]
    );
    let rows: Vec<(&str, &str)> = tips[2]["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            (
                row["label"].as_str().unwrap(),
                row["value"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        rows,
        [
            ("Carrier error", "40"),
            ("No answer or busy", "200"),
            ("Answered", "100"),
            ("In all", "340")
        ]
    );
    assert_eq!(tips[2]["notes"], serde_json::json!(["10:45 Cause 1"]));
    assert_eq!(
        tips[5]["notes"],
        serde_json::json!(["10:45 Cause 2"]),
        "at the very end"
    );
    assert_eq!(tips[0]["notes"], serde_json::json!([]));
}

#[test]
fn colors_are_tokens_and_failures_are_striped() {
    let sheet = drawn(&chart());
    let series = &sheet["option"]["series"];
    assert_eq!(series[2]["itemStyle"]["color"], "var(--hatch)");
    assert_eq!(
        series[1]["lineStyle"]["color"], "var(--ctl)",
        "too pale without"
    );
    let text = sheet.to_string();
    for part in text.split("olor\":\"").skip(1) {
        assert!(part.starts_with("var(--"), "{part}");
    }
}

#[test]
fn hostile_text_stays_text() {
    let mut chart = chart();
    chart.pins[0].text = "\"}],{\u{0}</script>".to_owned();
    let sheet = drawn(&chart);
    assert_eq!(sheet["tips"][2]["notes"][0], "10:45 \"}],{\u{0}</script>");
    chart.rows.truncate(1);
    assert_eq!(drawn(&chart)["tips"][4]["rows"], serde_json::json!([]));
}

/// `tests/e2e/chart_module.spec.js` draws this file: what it proves holds for
/// what is drawn here.
#[test]
fn the_browser_tests_draw_what_is_drawn_here() {
    let told = include_str!("../../../../tests/charts/timeline.json");
    let told: Value = serde_json::from_str(told).unwrap();
    let mut chart = chart();
    chart.pins.push(pin(3, 1.8));
    let drawn = drawn(&chart);
    assert!(
        told == drawn,
        "tests/charts/timeline.json should be {drawn}"
    );
}
