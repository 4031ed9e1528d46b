//! Whether failures of the moment are retried.

use super::{CheckState, Evidence, Finding, Known};
use crate::domain::limits::Limits;
use crate::domain::triage::failed::{contacts, kinds, of, total};

const TITLE: &str = "Transient failures were retried";

pub fn find(evidence: &Evidence<'_>) -> Finding {
    let report = match &evidence.failures {
        Known::Read(report) => report,
        Known::Unknown(why) => return Finding::unknown(why),
    };
    let formats = evidence.formats;
    let groups = of(report, |class| class.is_carriers());
    let failed = contacts(&groups);
    if failed == 0 {
        let told = "No contact’s last attempt failed for a moment only.";
        return Finding::pass("No transient failures", told.to_owned()).figure("0".to_owned());
    }
    let retried = total(&groups, |group| &group.retried);
    let scheduled = total(&groups, |group| &group.retry_scheduled);
    // Who was dialed again may be scheduled again: only the larger figure is
    // sure to count each contact once.
    let sure = retried.max(scheduled).unwrap_or(0);
    let at_most = match (retried, scheduled) {
        (None, None) => {
            return Finding::unknown("How many of them were retried is not reported.");
        }
        (None, Some(_)) if sure < failed => {
            return Finding::unknown("How many of them were dialed again is not reported.");
        }
        (Some(_), None) if sure < failed => {
            return Finding::unknown("Whether a retry of them is scheduled is not reported.");
        }
        (again, planned) => again.unwrap_or(0).saturating_add(planned.unwrap_or(0)),
    };
    let may_be_same = sure < failed && at_most > sure;
    let what = [
        &*formats.count(failed),
        " failed last with ",
        &kinds(&groups),
    ]
    .concat();
    let counted = |count: i64, one: &str, several: &str| {
        let words = if count == 1 { one } else { several };
        [&*formats.count(count), words].concat()
    };
    let again = retried.map(|n| counted(n, " was dialed again", " were dialed again"));
    let planned =
        scheduled.map(|n| counted(n, " has a retry scheduled", " have a retry scheduled"));
    let same = may_be_same.then(|| "they may be the same contacts".to_owned());
    let parts = [Some(what), again, planned, same];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let told = [&*parts.join("; "), "."].concat();
    let figure = formats.of(sure.min(failed), failed);
    let figure = match may_be_same {
        true => ["at least ", &*figure].concat(),
        false => figure,
    };
    let held = evidence.snapshot().is_some_and(|snapshot| {
        let closed = snapshot
            .call_window
            .value()
            .is_some_and(|window| !window.open);
        closed || Limits::of(snapshot).is_held()
    });
    let (state, title) = match sure {
        0 if held => (CheckState::Warn, "Transient failures wait for a retry"),
        0 => (CheckState::Fail, "Transient failures are not retried"),
        _ if at_most < failed => (CheckState::Warn, "Not all transient failures were retried"),
        _ if may_be_same => (
            CheckState::Warn,
            "Transient failures may not all be retried",
        ),
        _ => (CheckState::Pass, TITLE),
    };
    Finding::new(state, title, told).figure(figure)
}
