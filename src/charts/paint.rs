//! What a mark is filled with.

use charming::element::{Color, ItemStyle};
use serde::Serialize;

/// A data color by its meaning.
///
/// Written by the name that swatches have in the style sheet (`data-series`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) enum Paint {
    /// Answered, completed, the main measure.
    #[serde(rename = "completed")]
    Main,
    /// Not answered, neutral. Too pale without an edge.
    #[serde(rename = "other")]
    Neutral,
    /// Failures. Striped, so that it is told without its hue.
    #[serde(rename = "failed")]
    Failure,
    /// Active, positive.
    #[serde(rename = "active")]
    Positive,
}

impl Paint {
    /// The paint of a series that the domain names.
    pub fn of(series: &str) -> Self {
        match series {
            "unanswered" | "neutral" => Self::Neutral,
            "carrier_errors" | "bad" => Self::Failure,
            "positive" => Self::Positive,
            _ => Self::Main,
        }
    }

    /// The token it is filled with; `--hatch` becomes color and stripes.
    pub fn fill(self) -> Color {
        let token = match self {
            Self::Main => "var(--c1)",
            Self::Neutral => "var(--c2)",
            Self::Failure => "var(--hatch)",
            Self::Positive => "var(--c4)",
        };
        Color::Value(token.to_owned())
    }

    /// The token of its edge.
    pub fn edge(self) -> Color {
        let token = match self {
            Self::Main => "var(--c1)",
            Self::Neutral => "var(--ctl)",
            Self::Failure => "var(--c3)",
            Self::Positive => "var(--c4)",
        };
        Color::Value(token.to_owned())
    }

    /// The fill as the style of a mark.
    pub fn style(self) -> ItemStyle {
        ItemStyle::new().color(self.fill())
    }
}
