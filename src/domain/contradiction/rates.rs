//! The dialer's own rates, against the counts it sends beside them.

use crate::domain::figures::{answered_of_dials, counted_average, final_of_total, share};
use crate::domain::format::Formats;
use crate::domain::outcome::Outcomes;
use crate::domain::snapshot::Snapshot;

use super::{Contradiction, contradiction};

/// The largest difference that rounding may explain, as a fraction of 1.
pub const TOLERANCE: f64 = 0.005;

pub fn find(snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<Contradiction> {
    let mut found = Vec::new();
    let mut check = |about, own: Option<f64>, counted: Option<(i64, i64)>| {
        let (Some(own), Some((part, whole))) = (own, counted) else {
            return;
        };
        found.extend(differing(about, own, part, whole, formats));
    };
    let counts = snapshot.counts.value();
    check(
        "progress",
        counts.and_then(|counts| counts.progress.copied()),
        final_of_total(snapshot),
    );
    if let Some(attempts) = snapshot.attempts.value() {
        check(
            "answer_rate",
            attempts.answer_rate.copied(),
            answered_of_dials(attempts),
        );
        let abandoned = attempts
            .abandoned
            .copied()
            .zip(attempts.answered_live.copied());
        check("abandon_rate", attempts.abandon_rate.copied(), abandoned);
        let completed = counts
            .and_then(|counts| Some((Outcomes::of(counts)?.known_completed()?, counts.total)));
        check("completed", attempts.completion_rate.copied(), completed);
        found.extend(average(snapshot, formats));
    }
    found
}

/// A rate that differs from its counts by more than rounding: "Reported as
/// 13.3%, but 146 of 156 is 93.6%."
pub fn differing(
    about: &'static str,
    own: f64,
    part: i64,
    whole: i64,
    formats: &Formats<'_>,
) -> Option<Contradiction> {
    let counted = share(part, whole)?;
    let differs = !own.is_finite() || (own - counted).abs() > TOLERANCE;
    differs.then(|| {
        let (own, counted) = (formats.percent(own), formats.percent(counted));
        let of = formats.of(part, whole);
        contradiction(
            about,
            &["Reported as ", &own, ", but ", &of, " is ", &counted, "."],
        )
    })
}

/// The mean talk time, when it differs by more than a second and half a percent.
fn average(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<Contradiction> {
    let attempts = snapshot.attempts.value()?;
    let own = attempts.average_seconds.copied()?;
    let counted = counted_average(attempts)?;
    let allowed = (counted.abs() * TOLERANCE).max(1.0);
    ((own - counted).abs() > allowed || !own.is_finite()).then(|| {
        let (own, counted) = (formats.talk(own), formats.talk(counted));
        contradiction(
            "average",
            &[
                "Reported as ",
                &own,
                ", but the counts give ",
                &counted,
                ".",
            ],
        )
    })
}
