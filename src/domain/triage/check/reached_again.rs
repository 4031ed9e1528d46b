//! Whether contacts were called after they had been reached.

use super::{Evidence, Finding, Known};
use crate::domain::triage::evidence::in_hours;

pub fn find(evidence: &Evidence<'_>) -> Finding {
    let report = match &evidence.duplicates {
        Known::Read(report) => report,
        Known::Unknown(why) => return Finding::unknown(why),
    };
    let again = report.reached_again.value();
    let Some(contacts) = again.and_then(|again| again.contacts.copied()) else {
        return Finding::unknown("Calls to contacts who were reached before are not reported.");
    };
    let formats = evidence.formats;
    let within = again.and_then(|again| again.window_seconds.copied());
    let within = within.filter(|seconds| *seconds > 0.0);
    let within = within.map_or_else(
        || " after being reached.".to_owned(),
        |seconds| {
            [
                " within ",
                &*in_hours(seconds, formats),
                " of being reached.",
            ]
            .concat()
        },
    );
    let noun = if contacts == 1 {
        " contact"
    } else {
        " contacts"
    };
    let figure = [&*formats.count(contacts), noun].concat();
    let found = match contacts {
        0 => {
            let told = ["No contact was dialed again", &*within].concat();
            Finding::pass("No one was called again after being reached", told)
        }
        1.. => {
            let told = [&*figure, " dialed again", &within].concat();
            Finding::fail("Contacts were called again after being reached", told)
        }
        _ => Finding::unknown("A count below zero cannot be true."),
    };
    found.figure(figure)
}
