//! What of a campaign's page is not reported at all.

use super::catalog;
use crate::domain::capabilities::Capabilities;
use crate::domain::snapshot::Snapshot;

/// A section of a campaign's page that the API does not report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absent {
    /// Its name on screen.
    pub label: &'static str,
    /// What that means; empty where it is plain.
    pub without: &'static str,
}

/// The sections that any campaign has. The others are there only for some, and
/// their absence says nothing.
const OF_EVERY_CAMPAIGN: [&str; 8] = [
    "dispatch",
    "timeline",
    "dispositions",
    "retries",
    "states",
    "numbers",
    "cost",
    "activity",
];

/// What the API says it does not report. Where it says nothing, what is not in
/// the answer, but only if nothing of it is: a campaign that has not dialed
/// yet may lack some of it.
pub fn unreported_blocks(known: &Capabilities, snapshot: &Snapshot) -> Vec<Absent> {
    let extent = known.extent("snapshot");
    let says = !known.resources.is_absent();
    let bare = snapshot.dispatch.is_absent()
        && snapshot.timeline.is_absent()
        && snapshot.dispositions.is_absent()
        && snapshot.retries.is_absent()
        && snapshot.states.is_absent()
        && snapshot.launch.is_absent();
    let lacks = |path: &str| match says {
        true => !extent.reports(path),
        false => bare && !holds(snapshot, path),
    };
    let members = catalog::sections()
        .filter(|section| section.resource == "snapshot")
        .flat_map(|section| section.members);
    members
        .filter(|member| OF_EVERY_CAMPAIGN.contains(&member.path) && lacks(member.path))
        .map(|member| Absent {
            label: member.label,
            without: member.without,
        })
        .collect()
}

fn holds(snapshot: &Snapshot, path: &str) -> bool {
    match path {
        "numbers" => !snapshot.numbers.is_absent(),
        "cost" => !snapshot.cost.is_absent(),
        "activity" => !snapshot.activity.is_absent(),
        _ => false,
    }
}
