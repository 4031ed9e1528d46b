#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::*;
use crate::domain::format::{PlainLocale, Zone};
use crate::domain::glyph::Glyph;
use crate::domain::timeline::Pin;
use crate::domain::tone::Tone;
use serde_json::Value;

mod marks;

const HOURS: [&str; 4] = ["09:00", "10:00", "11:00", "12:00"];

fn drawn(chart: &TimelineChart) -> Value {
    let zone = Zone::Utc;
    let formats = Formats {
        locale: &PlainLocale,
        zone: &zone,
        now: 0,
    };
    let drawing = drawing(chart, &formats);
    assert_eq!(drawing.height, HEIGHT);
    serde_json::from_str(&drawing.json).unwrap()
}

fn layer(label: &'static str, series: &'static str, values: [Option<f64>; 4]) -> Series {
    Series {
        label,
        series,
        total: "1".to_owned(),
        values: values.to_vec(),
    }
}

/// Four buckets of which the last is still filling.
fn chart() -> TimelineChart {
    let row = |at: usize| {
        let cells = [HOURS[at], "100", "200", "40", "340"];
        cells.map(str::to_owned)
    };
    TimelineChart {
        heading: String::new(),
        labels: HOURS.map(str::to_owned).to_vec(),
        series: vec![
            layer(
                "Answered",
                "answered",
                [Some(100.0), Some(90.0), Some(80.0), Some(7.0)],
            ),
            layer("No answer or busy", "unanswered", [Some(200.0); 4]),
            layer(
                "Carrier error",
                "carrier_errors",
                [Some(40.0), None, Some(0.0), Some(1.0)],
            ),
        ],
        filling: Some(3),
        filling_note: None,
        pins: vec![pin(1, 1.75), pin(2, 4.0)],
        summary: String::new(),
        head: [
            "From, UTC",
            "Answered",
            "No answer or busy",
            "Carrier error",
            "All",
        ]
        .map(str::to_owned),
        rows: (0..4).map(row).collect(),
    }
}

fn pin(number: usize, position: f64) -> Pin {
    Pin {
        number,
        position,
        time: "10:45".to_owned(),
        text: format!("Cause {number}"),
        who: None,
        tone: Tone::Accent,
        glyph: Glyph::CircleInfo,
    }
}

fn points(sheet: &Value, series: usize) -> Vec<(f64, Option<f64>)> {
    let data = sheet["option"]["series"][series]["data"]
        .as_array()
        .unwrap();
    data.iter()
        .map(|point| (point[0].as_f64().unwrap(), point[1].as_f64()))
        .collect()
}

#[test]
fn each_count_stands_in_the_middle_of_its_time_and_fills_it_to_the_ends() {
    let sheet = drawn(&chart());
    let answered = [
        (0.0, Some(100.0)),
        (0.5, Some(100.0)),
        (1.5, Some(90.0)),
        (2.5, Some(80.0)),
        (3.0, Some(80.0)),
        (3.5, None),
    ];
    assert_eq!(points(&sheet, 0), answered);
    assert_eq!(sheet["option"]["xAxis"]["min"], 0.0);
    assert_eq!(sheet["option"]["xAxis"]["max"], 4.0);
}

#[test]
fn a_bucket_that_is_still_filling_is_shaded_wherever_it_stands() {
    for (filling, shade) in [(3, ["3", "4"]), (0, ["0", "1"]), (1, ["1", "2"])] {
        let sheet = drawn(&TimelineChart {
            filling: Some(filling),
            ..chart()
        });
        for (x, count) in points(&sheet, 1) {
            let inside = x > filling as f64 && x < filling as f64 + 1.0;
            assert_eq!(count.is_none(), inside, "{filling} at {x}");
        }
        let area = &sheet["option"]["series"][3]["markArea"]["data"][0];
        assert_eq!([&area[0]["xAxis"], &area[1]["xAxis"]], shade);
    }
    let sheet = drawn(&TimelineChart {
        filling: None,
        ..chart()
    });
    assert_eq!(sheet["option"]["series"][3].get("markArea"), None);
    assert_eq!(points(&sheet, 0).last(), Some(&(4.0, Some(7.0))));
}

#[test]
fn what_is_not_reported_is_a_gap_and_never_a_zero() {
    let sheet = drawn(&chart());
    let errors = points(&sheet, 2);
    assert_eq!(errors[2], (1.5, None), "one bucket without it");
    assert_eq!(errors[3], (2.5, Some(0.0)), "a zero stays one");

    let mut chart = chart();
    chart.series[2].values = vec![None; 4];
    let sheet = drawn(&chart);
    let names: Vec<&Value> = sheet["option"]["series"]
        .as_array()
        .unwrap()
        .iter()
        .map(|series| &series["name"])
        .collect();
    assert_eq!(
        names,
        ["Answered", "No answer or busy", "null"]
            .map(|name| match name {
                "null" => Value::Null,
                name => name.into(),
            })
            .iter()
            .collect::<Vec<_>>()
    );
    assert_eq!(
        sheet["pins"]["series"], 2,
        "the rules stand on the line that is left"
    );
}

#[test]
fn nothing_reported_leaves_an_empty_plot() {
    let mut chart = chart();
    chart
        .series
        .iter_mut()
        .for_each(|layer| layer.values.clear());
    chart.pins.clear();
    let sheet = drawn(&chart);
    assert_eq!(sheet["option"]["series"].as_array().unwrap().len(), 1);
    assert_eq!(sheet["option"]["yAxis"][0]["max"], 4.0);
    assert_eq!(sheet.get("pins"), None);
}

#[test]
fn the_axis_reaches_the_highest_stack_that_is_drawn() {
    let axis = |chart: &TimelineChart| {
        let axis = &drawn(chart)["option"]["yAxis"][0];
        (
            axis["max"].as_f64().unwrap(),
            axis["interval"].as_f64().unwrap(),
        )
    };
    assert_eq!(axis(&chart()), (360.0, 90.0), "100 + 200 + 40");
    let mut filling = chart();
    filling.series[1].values[3] = Some(5_000.0);
    assert_eq!(
        axis(&filling),
        (360.0, 90.0),
        "what is not drawn does not count"
    );
}
