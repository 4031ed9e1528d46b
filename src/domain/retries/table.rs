//! The attempts one by one, and whether another one helps.

use crate::domain::block::Block;
use crate::domain::figures::share;
use crate::domain::format::{ANSWER_RATE_MINIMUM, Formats, NONE};
use crate::domain::snapshot::Snapshot;

use super::RetryStep;

/// A last attempt still helps while its answer rate is at least this share of
/// the first one's: below it four dials are needed for the answer that one
/// first dial gave, and every dial that rings out wears the number's reputation.
const HELPS_FROM: f64 = 0.25;

/// An answer may cost this many times what the first attempt paid for it.
const WORTH_UP_TO: f64 = 3.0;

/// Dials and answers by attempt number.
#[derive(Clone, Debug, PartialEq)]
pub struct RetryTable {
    /// "up to 4 attempts"; empty when the limit is not reported.
    pub heading: String,
    /// The attempts, in the order received.
    pub rows: Vec<RetryRow>,
    /// Whether another attempt still helps, in a sentence or two.
    pub verdict: String,
}

/// One attempt number.
#[derive(Clone, Debug, PartialEq)]
pub struct RetryRow {
    /// "First", "12th".
    pub label: String,
    /// Finished dials.
    pub dialed: String,
    /// Those that were answered.
    pub answered: String,
    /// Answered ÷ dialed.
    pub rate: String,
    /// The same as a fraction of 1, for the bar.
    pub fraction: Option<f64>,
    /// Whether the sample is too small to judge the rate by.
    pub small_sample: bool,
    /// Answers up to here, and their share of the contacts dialed at least
    /// once: "2,313 (64.4%)". The share stands where the first row is the first
    /// attempt.
    pub reached: String,
    /// What an answer cost; "—" when there is none, or it is not reported.
    pub cost_per_answer: String,
}

/// The table of a snapshot; `None` without any attempt.
pub fn table(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<RetryTable> {
    let Block::Value(steps) = snapshot.retries.read() else {
        return None;
    };
    let dialed = steps.iter().any(|step| step.dialed > 0);
    if !dialed {
        return None;
    }
    let most = snapshot.campaign.max_attempts.copied();
    let heading = most.map_or_else(String::new, |most| {
        let noun = if most == 1 { " attempt" } else { " attempts" };
        ["up to ", &*formats.count(most), noun].concat()
    });
    Some(RetryTable {
        heading,
        rows: rows(&steps, formats),
        verdict: verdict(&steps, formats),
    })
}

fn rows(steps: &[RetryStep], formats: &Formats<'_>) -> Vec<RetryRow> {
    let contacts = steps
        .first()
        .filter(|step| step.attempt == 1)
        .map(|step| step.dialed);
    let mut reached: i64 = 0;
    let mut rows = Vec::new();
    for step in steps {
        reached = reached.saturating_add(step.answered);
        let of_contacts = contacts
            .and_then(|contacts| share(reached, contacts))
            .filter(|share| *share <= 1.0)
            .map_or_else(String::new, |share| {
                [" (", &*formats.percent(share), ")"].concat()
            });
        let rate = formats.rate(step.answered, step.dialed, ANSWER_RATE_MINIMUM);
        let cost = step.cost_per_answer.value();
        rows.push(RetryRow {
            label: ordinal(step.attempt),
            dialed: formats.count(step.dialed),
            answered: formats.count(step.answered),
            fraction: rate.fraction.map(|rate| rate.clamp(0.0, 1.0)),
            small_sample: !rate.enough,
            rate: rate.text,
            reached: [&*formats.count(reached), &of_contacts].concat(),
            cost_per_answer: cost.map_or_else(|| NONE.to_owned(), |cost| formats.money(cost)),
        });
    }
    rows
}

fn verdict(steps: &[RetryStep], formats: &Formats<'_>) -> String {
    let judged = |step: &&RetryStep| step.dialed >= ANSWER_RATE_MINIMUM;
    let first = steps.iter().find(|step| step.attempt == 1).filter(judged);
    let mut later = steps.iter().filter(|step| step.attempt > 1);
    let (Some(first), Some(last)) = (first, later.rfind(judged)) else {
        let minimum = formats.count(ANSWER_RATE_MINIMUM);
        let text = [
            "Too few second attempts to judge by: ",
            &*minimum,
            " are needed.",
        ];
        return text.concat();
    };
    let (Some(rate), Some(best)) = (
        share(last.answered, last.dialed),
        share(first.answered, first.dialed),
    ) else {
        return String::new();
    };
    let noun = if last.answered == 1 {
        " answer at "
    } else {
        " answers at "
    };
    let name = ordinal(last.attempt).to_lowercase();
    let adds = [
        "The ",
        &*name,
        " attempt adds ",
        &formats.count(last.answered),
        noun,
        &formats.percent(rate),
        "; the first had ",
        &formats.percent(best),
        ". ",
    ]
    .concat();
    let conclusion = if rate < best * HELPS_FROM {
        "Another attempt hardly helps."
    } else if is_dear(first, last) {
        "Retries still reach people, at more than 3 times the cost."
    } else {
        "Retries still help."
    };
    adds + conclusion
}

fn is_dear(first: &RetryStep, last: &RetryStep) -> bool {
    match (first.cost_per_answer.value(), last.cost_per_answer.value()) {
        (Some(first), Some(last)) => {
            first.currency == last.currency
                && first.amount > 0.0
                && last.amount > first.amount * WORTH_UP_TO
        }
        _ => false,
    }
}

fn ordinal(attempt: i64) -> String {
    let names = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth"];
    let place = usize::try_from(attempt.saturating_sub(1)).ok();
    match place.and_then(|place| names.get(place)) {
        Some(name) => (*name).to_owned(),
        None => ["No. ", &*attempt.to_string()].concat(),
    }
}

#[cfg(test)]
mod tests;
