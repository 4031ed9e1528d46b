//! A chart on its way to the browser.

use charming::component::{Axis, Grid};
use charming::element::Tooltip;
use serde::Serialize;

use super::paint::Paint;

/// A chart as the chart host takes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// What `public/chart.js` draws.
    pub json: String,
    /// The height that it is made for, in px. Depends on how many rows it has,
    /// never on its figures.
    pub height: u32,
}

/// The parts of a `charming::Chart` that our charts have. Built from charming's
/// own parts but without its `Chart`, whose list of series brings the code of
/// all 22 kinds of series along: 20 kB of the module, compressed.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Options<S> {
    pub grid: Grid,
    pub x_axis: Axis,
    pub y_axis: Vec<Axis>,
    pub tooltip: Tooltip,
    pub series: Vec<S>,
}

/// The text that stands at a value of an axis.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Tick(pub f64, pub String);

/// The texts of both axes, where they are not the values themselves.
#[derive(Default, Serialize)]
pub(super) struct Ticks {
    pub x: Vec<Tick>,
    pub y: Vec<Tick>,
}

/// What is told of the place under the pointer.
#[derive(Default, Serialize)]
pub(super) struct Tip {
    pub title: String,
    pub rows: Vec<TipRow>,
    pub notes: Vec<String>,
}

/// A figure of a [`Tip`].
#[derive(Serialize)]
pub(super) struct TipRow {
    /// `None` for a sum.
    pub series: Option<Paint>,
    pub value: String,
    pub label: String,
}

/// Numbered pins above the plot.
#[derive(Serialize)]
pub(super) struct Pins {
    /// Which series carries the rules below them.
    pub series: usize,
    /// The ends of the axis.
    pub from: f64,
    pub to: f64,
    /// Where they stand, in the order of their rules.
    pub at: Vec<f64>,
}

/// The columns beside horizontal bars.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Columns {
    /// Room for the labels, in px; longer ones are cut off.
    pub label_width: u32,
    /// Count and percentage of each bar.
    pub figures: Vec<[String; 2]>,
}

/// Everything that `public/chart.js` reads.
#[derive(Serialize)]
pub(super) struct Sheet<S> {
    pub option: Options<S>,
    pub ticks: Ticks,
    /// By index of the data.
    pub tips: Vec<Tip>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pins: Option<Pins>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub columns: Option<Columns>,
}

impl<S: Serialize> Sheet<S> {
    /// The sheet as JSON. It has text keys alone, so that writing it cannot
    /// fail; an empty text would leave the chart as it is.
    pub fn drawing(&self, height: u32) -> Drawing {
        Drawing {
            json: serde_json::to_string(self).unwrap_or_default(),
            height,
        }
    }
}
