//! Whether a retry makes sense now.

use super::super::check::{CheckId, CheckState, carrier_share, state};
use super::{CheckGroup, Evidence, Known};
use crate::domain::carrier_health::{FAILING_SHARE, Standing, standing};
use crate::domain::failure_class::FailureClass;
use crate::domain::limits::Limits;
use crate::domain::moment::when_and_wait;
use crate::domain::stalled::Verdict;
use crate::domain::triage::failed::of;
use crate::domain::triage::retry;

/// Failures younger than this, in milliseconds, are still coming in: as far as
/// the breakers of the design's carriers look back.
const FRESH: i64 = 120_000;

/// For so many milliseconds after its last failure a carrier that is not dialed
/// is left in peace: as long as the contract gives a sample to end.
const REST: i64 = 600_000;

/// The first thing that speaks against it, else what speaks for it.
pub fn judge(evidence: &Evidence<'_>, checks: &[CheckGroup], contacts: i64) -> (bool, String) {
    if contacts <= 0 {
        return (
            false,
            "No failed contact is left that another attempt may help.".to_owned(),
        );
    }
    let against = [
        running(evidence),
        doubled(checks),
        carriers(evidence),
        permits(checks),
        run(evidence),
    ];
    match against.into_iter().flatten().next() {
        Some(why) => (false, why),
        None => (true, advised(evidence, checks)),
    }
}

fn advised(evidence: &Evidence<'_>, checks: &[CheckGroup]) -> String {
    let formats = evidence.formats;
    let again = evidence.failed().map(super::pace_contacts).unwrap_or(0);
    let slower = match again {
        0 => String::new(),
        _ => {
            let count = formats.count(again);
            let were = if again == 1 { " was" } else { " were" };
            [
                " Dial slower first: ",
                &*count,
                were,
                " refused for the pace.",
            ]
            .concat()
        }
    };
    let twice = [CheckId::Deliveries, CheckId::ReachedAgain];
    let unknown = twice
        .iter()
        .any(|id| state(checks, *id) == CheckState::Unknown);
    let unknown = match unknown {
        true => {
            " Whether anybody was called twice is not known; the API leaves out whom it knows as reached."
        }
        false => "",
    };
    [
        "These failures may pass. A sample shows whether they do.",
        &*slower,
        unknown,
    ]
    .concat()
}

fn running(evidence: &Evidence<'_>) -> Option<String> {
    if let Known::Unknown(why) = &evidence.retry {
        return Some(["Whether a retry runs already is not known. ", why].concat());
    }
    let retry = { evidence.retried() }.filter(|retry| retry::is_unfinished(retry))?;
    Some(["Retry ", &*retry.id, " is not finished."].concat())
}

fn doubled(checks: &[CheckGroup]) -> Option<String> {
    let ids = [
        CheckId::SecondRun,
        CheckId::Deliveries,
        CheckId::Recipients,
        CheckId::ReachedAgain,
    ];
    let failed = ids.iter().any(|id| state(checks, *id) == CheckState::Fail);
    failed
        .then(|| "Duplicates are not explained yet; a retry may call people once more.".to_owned())
}

/// A carrier that takes no calls. One whose breaker tests it takes a sample.
fn carriers(evidence: &Evidence<'_>) -> Option<String> {
    let formats = evidence.formats;
    let limits = evidence.snapshot().map(Limits::of);
    let Some(limits) = limits.filter(|limits| !limits.carriers().is_empty()) else {
        return still_failing(evidence);
    };
    let open = limits.stopped_carriers().next();
    if let Some(carrier) = open {
        let again = carrier.retries_at.value();
        let again = again.map_or_else(String::new, |at| {
            [" Test calls start ", &*when_and_wait(at, formats), "."].concat()
        });
        return Some([&*carrier.name, " is stopped by its breaker.", &again].concat());
    }
    let failing = limits
        .carriers()
        .iter()
        .find(|carrier| standing(carrier) == Standing::Failing)?;
    if limits.is_held() {
        return untested(evidence, &failing.name);
    }
    Some([&*failing.name, " still fails too many calls."].concat())
}

/// A campaign that does not dial learns nothing new of a carrier: its failures
/// speak against a sample only for a while.
fn untested(evidence: &Evidence<'_>, carrier: &str) -> Option<String> {
    let told = [carrier, " failed too many of its last calls"].concat();
    let Some(age) = last_failure(evidence) else {
        return Some([&*told, "."].concat());
    };
    (age < REST).then(|| {
        let age = evidence.formats.wait_in_minutes(age as f64 / 1000.0);
        [&*told, ", ", &age, " ago."].concat()
    })
}

/// Milliseconds since the last carrier failure, when it is known.
fn last_failure(evidence: &Evidence<'_>) -> Option<i64> {
    let failed = of(evidence.failed()?, FailureClass::is_carriers);
    let last = failed.iter().filter_map(|group| group.last_at.value()?.ms);
    let age = evidence.formats.now.saturating_sub(last.max()?);
    (age >= 0).then_some(age)
}

/// Where no carrier tells how it is: whether failures are still coming in.
fn still_failing(evidence: &Evidence<'_>) -> Option<String> {
    let report = evidence.failed()?;
    let share = carrier_share(report).filter(|share| *share >= FAILING_SHARE);
    let age = last_failure(evidence)?;
    let fresh = share.is_some() && age <= FRESH;
    fresh.then(|| {
        let age = evidence.formats.wait(age as f64 / 1000.0);
        [
            "It still fails: the last of these failures is ",
            &*age,
            " old.",
        ]
        .concat()
    })
}

fn permits(checks: &[CheckGroup]) -> Option<String> {
    let taken = state(checks, CheckId::Permits) == CheckState::Fail;
    taken.then(|| "No line is free for it; a retry would wait as well.".to_owned())
}

fn run(evidence: &Evidence<'_>) -> Option<String> {
    match evidence.verdict()? {
        Verdict::Stalled { .. } => {
            Some("The run is stalled; a retry would wait as well.".to_owned())
        }
        Verdict::RuntimeDown { .. } => {
            Some("The runtime is down; a retry would wait as well.".to_owned())
        }
        _ => None,
    }
}
