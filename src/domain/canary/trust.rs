//! Whether the figures of a retry can be believed.

use super::{LARGEST_SAMPLE, RELEASE, SMALLEST_SAMPLE, needed_of};
use crate::domain::block::Block;
use crate::domain::field::Field;
use crate::domain::format::Formats;
use crate::domain::rich::sentence;
use crate::domain::targeted_retry::{Retry, RetryCounts};

/// A sample whose figures are all there and possible together.
pub(super) struct Figures {
    pub size: i64,
    pub needed: i64,
    pub dispatched: i64,
    pub finished: i64,
    pub errors: i64,
    pub allowed: i64,
}

impl Figures {
    /// The figures, or a sentence that says why they cannot be believed.
    pub(super) fn of(retry: &Retry) -> Result<Self, String> {
        let sample = match &retry.sample {
            Block::Value(sample) => sample,
            Block::Unreadable(trouble) => {
                return Err(["The sample cannot be read: ", &trouble.to_string()].concat());
            }
            Block::Absent | Block::Empty => {
                return Err("The API does not report the sample.".to_owned());
            }
        };
        if !(1..=LARGEST_SAMPLE).contains(&sample.size) {
            let size = sample.size.to_string();
            return Err(["The API reports a sample of ", &*size, " contacts."].concat());
        }
        let figures = Self {
            size: sample.size,
            needed: told(&sample.needed, "how many must come through")?,
            dispatched: told(&sample.dispatched, "how many of the sample were dispatched")?,
            finished: told(&sample.finished, "how many of the sample have ended")?,
            errors: told(&sample.errors, "how many of the sample failed")?,
            allowed: told(&sample.allowed_errors, "how many errors are allowed")?,
        };
        figures.possible()
    }

    fn possible(self) -> Result<Self, String> {
        let Self {
            size,
            needed,
            dispatched,
            finished,
            errors,
            allowed,
        } = self;
        let order = [
            (errors, "failed", finished, "have ended"),
            (finished, "have ended", dispatched, "were dispatched"),
            (dispatched, "were dispatched", size, "are in the sample"),
        ];
        for (few, is_few, many, is_many) in order {
            if few > many {
                let (few, many) = (few.to_string(), many.to_string());
                return Err(contradiction(&[
                    &few, " ", is_few, ", but ", &many, " ", is_many,
                ]));
            }
        }
        if needed != needed_of(size) || allowed != size.saturating_sub(needed) {
            let [needed, allowed, size] = [needed, allowed, size].map(|n| n.to_string());
            return Err(contradiction(&[
                &needed,
                " of ",
                &size,
                " must come through and ",
                &allowed,
                " may fail",
            ]));
        }
        Ok(self)
    }
}

/// The contacts that wait for the release, when all counts agree about them.
/// Who was skipped belongs to the rest, and waits for nothing.
pub(super) fn rest(
    counts: &RetryCounts,
    figures: &Figures,
    formats: &Formats<'_>,
) -> Result<i64, String> {
    let eligible = told(&counts.eligible, "how many may be retried")?;
    let sample = told(&counts.sample, "how many the sample has")?;
    let rest = told(&counts.rest, "how many the rest has")?;
    let dispatched = told(&counts.dispatched, "how many were dispatched")?;
    let in_flight = told(&counts.in_flight, "how many are in flight")?;
    let finished = told(&counts.finished, "how many have ended")?;
    let errors = told(&counts.errors, "how many failed")?;
    let sums = [
        (
            eligible,
            "may be retried",
            sample.saturating_add(rest),
            "sample and rest",
        ),
        (
            dispatched,
            "were dispatched",
            in_flight.saturating_add(finished),
            "in flight and ended",
        ),
        (
            sample,
            "are in the sample",
            figures.size,
            "of the sample itself",
        ),
        (
            dispatched,
            "were dispatched",
            figures.dispatched,
            "of the sample alone",
        ),
        (
            finished,
            "have ended",
            figures.finished,
            "of the sample alone",
        ),
        (errors, "failed", figures.errors, "of the sample alone"),
    ];
    for (one, is_one, other, is_other) in sums {
        if one != other {
            let (one, other) = (formats.count(one), formats.count(other));
            return Err(contradiction(&[
                &one, " ", is_one, ", but ", &other, " by ", is_other,
            ]));
        }
    }
    // Only where there are fewer contacts in all is a sample smaller than that.
    if rest > 0 && figures.size < SMALLEST_SAMPLE {
        let (size, rest) = (formats.count(figures.size), formats.count(rest));
        return Err(contradiction(&[
            "the sample has only ",
            &size,
            ", but ",
            &rest,
            " are in the rest",
        ]));
    }
    let skipped = told(&counts.skipped, "how many were skipped")?;
    if skipped > rest {
        let (skipped, rest) = (formats.count(skipped), formats.count(rest));
        return Err(contradiction(&[
            &skipped,
            " were skipped, but ",
            &rest,
            " are in the rest",
        ]));
    }
    Ok(rest.saturating_sub(skipped))
}

/// Whether the server would release the rest now.
pub(super) fn may_release(retry: &Retry) -> Result<(), String> {
    let Some(actions) = retry.actions.value() else {
        return Err("The API does not say whether the rest may be released.".to_owned());
    };
    let mut releases = actions.iter().filter(|action| action.name == RELEASE);
    match (releases.next(), releases.next()) {
        (Some(release), None) if release.available => Ok(()),
        (Some(release), None) => Err(release.reason.as_deref().map_or_else(
            || "The API does not release the rest now, and does not say why.".to_owned(),
            sentence,
        )),
        (Some(_), Some(_)) => Err("The API offers two releases of the rest.".to_owned()),
        (None, _) => Err("The API offers no release of the rest.".to_owned()),
    }
}

/// A count that must be there and cannot be negative.
fn told(field: &Field<i64>, what: &str) -> Result<i64, String> {
    match field.copied() {
        Some(count) if count >= 0 => Ok(count),
        Some(_) => Err(["The API reports a negative count of ", what, "."].concat()),
        None => Err(["The API does not report ", what, "."].concat()),
    }
}

/// "The figures contradict each other: 3 failed, but 2 have ended."
pub(super) fn contradiction(parts: &[&str]) -> String {
    ["The figures contradict each other: ", &parts.concat(), "."].concat()
}
