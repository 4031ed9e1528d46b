//! Why the campaign is, or is not, dialing.

use crate::domain::blocker::Blocker;
use crate::domain::diagnostics::Subject;
use crate::domain::json::{Document, Made, object};
use crate::domain::snapshot::Snapshot;
use crate::domain::verdict::verdict;
use crate::domain::waterfall::waterfall;

/// The campaign's dispatch, as the page tells it.
pub fn dispatch(snapshot: &Snapshot, subject: &Subject<'_>) -> Made {
    let formats = subject.evidence.formats;
    let verdict = verdict(snapshot, formats);
    let waterfall = waterfall(snapshot, formats);
    let dispatch = snapshot.dispatch.value();
    let limits = waterfall.rows.iter().map(|limit| {
        object([
            ("label", limit.label.into()),
            ("value", (&limit.value_text).into()),
            ("owner", (&limit.owner_text).into()),
            ("decides", limit.binding.into()),
        ])
    });
    let blockers = dispatch.and_then(|dispatch| dispatch.blockers.value());
    let blockers = blockers.into_iter().flatten().map(|blocker| {
        object([
            ("code", (&blocker.code).into()),
            (
                "label",
                Blocker::from_wire(&blocker.code)
                    .label()
                    .into_owned()
                    .into(),
            ),
            ("tasks", blocker.count.into()),
        ])
    });
    let capacity = dispatch.and_then(|dispatch| dispatch.capacity_debug.value());
    let capacity = capacity.and_then(|raw| Some(Made::copy(&Document::parse(&raw.0).ok()?.root())));
    object([
        ("question", verdict.question.into()),
        ("answer", (&verdict.answer).into()),
        (
            "why",
            verdict
                .why
                .iter()
                .map(|why| Made::from(why.plain()))
                .collect(),
        ),
        ("lines_in_use", waterfall.in_use.into()),
        ("limits", limits.collect()),
        (
            "not_reported",
            waterfall.not_reported.into_iter().map(Made::from).collect(),
        ),
        ("blockers", blockers.collect()),
        ("capacity_as_sent", capacity.into()),
    ])
}
