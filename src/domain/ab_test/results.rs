//! The variants side by side, and what may be concluded from them.

use crate::domain::block::Block;
use crate::domain::cell::Cell;
use crate::domain::figures::share;
use crate::domain::format::{Formats, NONE};
use crate::domain::glyph::Glyph;
use crate::domain::rich::clipped;
use crate::domain::snapshot::Snapshot;
use crate::domain::tone::Tone;

use super::{AbTest, Variant, difference};

/// Calls below which no rate is compared, where the dialer names no minimum:
/// with fewer the interval of a common rate is wider than 20 points.
const MINIMUM_CALLS: i64 = 100;

/// The variants and the conclusion.
#[derive(Clone, Debug, PartialEq)]
pub struct AbResults {
    /// "Too early to call", "B leads", "Not enough data".
    pub badge: String,
    /// Its tone.
    pub tone: Tone,
    /// Its shape.
    pub glyph: Glyph,
    /// What a call must reach: "Goal".
    pub metric: String,
    /// The variants, in the order received.
    pub rows: Vec<VariantRow>,
    /// The conclusion in a sentence or two.
    pub verdict: String,
}

/// One variant.
#[derive(Clone, Debug, PartialEq)]
pub struct VariantRow {
    /// Its name.
    pub name: String,
    /// "direct opening, 60%"; may be empty.
    pub sub: String,
    /// Completed calls.
    pub calls: Cell,
    /// Calls that reached the metric.
    pub reached: Cell,
    /// Reached ÷ calls.
    pub rate: String,
    /// The same as a fraction of 1, for the bar.
    pub fraction: Option<f64>,
    /// Whether it has fewer calls than a comparison needs.
    pub small_sample: bool,
}

/// The results of a snapshot; `None` unless variants run against each other.
pub fn results(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<AbResults> {
    let Block::Value(test) = snapshot.ab_test.read() else {
        return None;
    };
    if test.variants.is_empty() {
        return None;
    }
    let (badge, tone, glyph, verdict) = concluded(&test, formats);
    let metric = test.metric.as_deref().unwrap_or("Reached").to_owned();
    Some(AbResults {
        badge,
        tone,
        glyph,
        metric,
        rows: test
            .variants
            .iter()
            .map(|variant| row(variant, minimum(&test), formats))
            .collect(),
        verdict,
    })
}

fn minimum(test: &AbTest) -> i64 {
    test.minimum_calls
        .copied()
        .filter(|calls| *calls > 0)
        .unwrap_or(MINIMUM_CALLS)
}

fn row(variant: &Variant, minimum: i64, formats: &Formats<'_>) -> VariantRow {
    let counted = counts(variant).and_then(|(reached, calls)| share(reached, calls));
    let fraction = variant.rate.copied().or(counted);
    let share = variant
        .share
        .copied()
        .map(|share| [&*formats.decimal(share * 100.0, 0), "%"].concat());
    let parts = [variant.description.as_deref().map(str::to_owned), share];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let calls = variant.calls.copied();
    VariantRow {
        name: variant.name.clone(),
        sub: parts.join(", "),
        calls: Cell::from_field(&variant.calls, |calls| formats.count(*calls)),
        reached: Cell::from_field(&variant.reached, |count| formats.count(*count)),
        rate: fraction.map_or_else(|| NONE.to_owned(), |rate| formats.percent(rate)),
        fraction: fraction.map(|rate| rate.clamp(0.0, 1.0)),
        small_sample: calls.is_none_or(|calls| calls < minimum),
    }
}

fn counts(variant: &Variant) -> Option<(i64, i64)> {
    Some((variant.reached.copied()?, variant.calls.copied()?))
}

/// "A" of "A - Maya v14"; else the name, cut.
fn short(variant: &Variant) -> String {
    let first = variant.name.split(" - ").next().unwrap_or_default();
    clipped(first, 24)
}

type Conclusion = (String, Tone, Glyph, String);

fn concluded(test: &AbTest, formats: &Formats<'_>) -> Conclusion {
    let minimum = minimum(test);
    let enough = |variant: &&Variant| {
        counts(variant)
            .is_some_and(|(reached, calls)| calls >= minimum && (0..=calls).contains(&reached))
    };
    if let Some(small) = test.variants.iter().find(|variant| !enough(variant)) {
        return not_enough(small, minimum, formats);
    }
    let rate = |variant: &&Variant| {
        counts(variant)
            .and_then(|(reached, calls)| share(reached, calls))
            .unwrap_or_default()
    };
    let mut ranked: Vec<&Variant> = test.variants.iter().collect();
    ranked.sort_by(|a, b| rate(b).total_cmp(&rate(a)));
    let (Some(best), Some(next)) = (ranked.first(), ranked.get(1)) else {
        let text = "There is one variant only; nothing to compare it with.".to_owned();
        return (
            "One variant".to_owned(),
            Tone::Mute,
            Glyph::DashedCircle,
            text,
        );
    };
    // The first variant is the standard; when it leads, the next best is.
    let standard = test.variants.first().filter(|first| first.id != best.id);
    let against = standard.unwrap_or(next);
    compared(best, against, formats)
}

fn not_enough(small: &Variant, minimum: i64, formats: &Formats<'_>) -> Conclusion {
    let has = small.calls.copied().map_or_else(
        || "does not report its calls".to_owned(),
        |calls| ["has ", &*formats.count(calls)].concat(),
    );
    let text = [
        "Not enough data: each variant needs ",
        &*formats.count(minimum),
        if minimum == 1 {
            " call, and "
        } else {
            " calls, and "
        },
        &short(small),
        " ",
        &has,
        ".",
    ]
    .concat();
    let badge = "Not enough data".to_owned();
    (badge, Tone::Mute, Glyph::DashedCircle, text)
}

fn compared(best: &Variant, against: &Variant, formats: &Formats<'_>) -> Conclusion {
    let interval = counts(against)
        .zip(counts(best))
        .and_then(|(first, second)| difference(first, second));
    let Some((gap, low, high)) = interval else {
        return (
            "Not enough data".to_owned(),
            Tone::Mute,
            Glyph::DashedCircle,
            String::new(),
        );
    };
    let name = short(best);
    let signed = |points: f64| {
        let text = formats.decimal(points * 100.0, 1);
        let plus = if points > 0.0 && text != "0.0" {
            "+"
        } else {
            ""
        };
        [plus, &*text].concat()
    };
    let range = ["the 95% range ", &*signed(low), " to ", &signed(high)].concat();
    let leads = [&*name, " leads by ", &formats.points(gap), "; ", &range].concat();
    if gap <= 0.0 || low <= 0.0 {
        let lead = if gap <= 0.0 {
            ["No variant leads; ", &*range].concat()
        } else {
            leads
        };
        let text = ["Too early to call. ", &*lead, " still includes zero."].concat();
        let badge = "Too early to call".to_owned();
        return (badge, Tone::Accent, Glyph::CircleInfo, text);
    }
    let text = [&*leads, " excludes zero."].concat();
    let badge = [&*name, " leads"].concat();
    (badge, Tone::Ok, Glyph::CircleCheck, text)
}

#[cfg(test)]
mod tests;
