//! Where grid lines and labels stand.

use crate::domain::format::Formats;
use charming::component::Axis;
use charming::element::{AxisLabel, AxisLine, AxisTick, Color, LineStyle, SplitLine};

use super::drawing::Tick;

/// Spaces between the grid lines of a vertical axis.
const SPACES: f64 = 4.0;
/// Steps that are read at a glance, up to 10.
const ROUND: [f64; 10] = [1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 9.0];
/// Most labels on a time axis; the browser leaves out what does not fit.
const MOST_LABELS: usize = 8;

/// A vertical axis of counts from 0 with four spaces, and its labels.
pub(super) fn counts(largest: f64, formats: &Formats<'_>) -> (Axis, Vec<Tick>) {
    let step = step(largest);
    let line = LineStyle::new().color(token("var(--line)"));
    let axis = bare_axis("y")
        .min(0.0)
        .max(step * SPACES)
        .interval(step)
        .split_line(SplitLine::new().line_style(line));
    let label = |at: u8| {
        let value = step * f64::from(at);
        Tick(value, formats.count(value as i64))
    };
    (axis, (0..=SPACES as u8).map(label).collect())
}

/// The least round step of which four reach `largest`; whole, and at least 1.
fn step(largest: f64) -> f64 {
    let wanted = (largest / SPACES).max(1.0);
    if !wanted.is_finite() {
        return 1.0;
    }
    let power = 10_f64.powi(wanted.log10().floor() as i32);
    ROUND
        .iter()
        .map(|round| round * power)
        .find(|step| *step >= wanted && step.fract() == 0.0)
        .unwrap_or(power * 10.0)
}

/// The labels of a time axis, in buckets from its start: as many as are easily
/// read, at full hours where there are any.
pub(super) fn moments(labels: &[String]) -> Vec<Tick> {
    let is_full = |label: &String| label.ends_with(":00");
    let full: Vec<usize> = positions(labels, is_full);
    let shown = if full.len() > 1 {
        full
    } else {
        positions(labels, |_| true)
    };
    let every = shown.len().div_ceil(MOST_LABELS).max(1);
    shown
        .into_iter()
        .step_by(every)
        .filter_map(|at| Some(Tick(at as f64, labels.get(at)?.clone())))
        .collect()
}

fn positions(labels: &[String], so: impl Fn(&String) -> bool) -> Vec<usize> {
    let found = labels.iter().enumerate().filter(|(_, label)| so(label));
    found.map(|(at, _)| at).collect()
}

/// An axis with labels alone.
pub(super) fn bare_axis(id: &str) -> Axis {
    Axis::new()
        .id(id)
        .axis_line(AxisLine::new().show(false))
        .axis_tick(AxisTick::new().show(false))
        .axis_label(AxisLabel::new())
        .split_line(SplitLine::new().show(false))
}

pub(super) fn token(name: &str) -> Color {
    Color::Value(name.to_owned())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::format::{PlainLocale, Zone};

    #[test]
    fn steps_are_round_whole_and_reach_the_largest() {
        let cases = [
            (0.0, 1.0),
            (1.0, 1.0),
            (4.0, 1.0),
            (5.0, 2.0),
            (9.0, 3.0),
            (340.0, 90.0),
            (361.0, 100.0),
            (400.0, 100.0),
            (4_001.0, 1_500.0),
            (f64::NAN, 1.0),
            (f64::INFINITY, 1.0),
            (-3.0, 1.0),
        ];
        for (largest, wanted) in cases {
            assert_eq!(step(largest), wanted, "{largest}");
        }
        for largest in (1..5_000).map(f64::from) {
            let step = step(largest);
            assert!(step.fract() == 0.0 && step * SPACES >= largest, "{largest}");
            assert!(step * SPACES <= largest.max(4.0) * 2.0, "{largest}");
        }
    }

    #[test]
    fn counts_are_labeled_as_everywhere_else() {
        let zone = Zone::Utc;
        let formats = Formats {
            locale: &PlainLocale,
            zone: &zone,
            now: 0,
        };
        let (_, ticks) = counts(4_001.0, &formats);
        let texts: Vec<&str> = ticks.iter().map(|tick| &*tick.1).collect();
        assert_eq!(texts, ["0", "1,500", "3,000", "4,500", "6,000"]);
    }

    fn quarters(from: usize, count: usize) -> Vec<String> {
        (from..from + count)
            .map(|at| format!("{:02}:{:02}", at / 4 % 24, at % 4 * 15))
            .collect()
    }

    #[test]
    fn time_is_labeled_at_full_hours_where_there_are_any() {
        let label = |labels: &[String]| -> Vec<(f64, String)> {
            let ticks = moments(labels).into_iter();
            ticks.map(|tick| (tick.0, tick.1)).collect()
        };
        let hours = label(&quarters(36, 23));
        assert_eq!(hours.len(), 6);
        assert_eq!(hours[1], (4.0, "10:00".to_owned()));
        assert_eq!(label(&quarters(37, 9))[0], (3.0, "10:00".to_owned()));
        assert_eq!(label(&quarters(37, 3)).len(), 3, "no hour: every bucket");
        assert_eq!(
            label(&quarters(36, 3)).len(),
            3,
            "one hour tells too little"
        );
        for count in [96, 200, 1_000] {
            let labels = label(&quarters(0, count));
            assert!((4..=MOST_LABELS).contains(&labels.len()), "{count}");
        }
        assert!(label(&[]).is_empty());
    }
}
