//! The cells of one record.

use super::Records;
use crate::domain::job::JobId;
use crate::domain::record::row::RecordRow;
use crate::domain::route::{JobsPlace, OpenRecord, RecordQuery, RecordsPlace, Route};
use crate::screens::outcome_cell::outcome;
use crate::screens::text_cell::{data, icon_link, link, row_header, row_link, text};
use crate::ui::{IconName, Markup, icon_mark};
use leptos::prelude::*;

/// Draws a row.
pub fn cells(list: Records, row: RecordRow) -> Vec<Markup> {
    let href = |route: &Route| list.session.navigation.href(route);
    let drawer = Route::Records(RecordsPlace {
        open: Some(row.id.clone()),
        query: list.query.with(RecordQuery::to_query),
    });
    let run = row.job.clone().map(|job| {
        let place = JobsPlace::of(JobId(job));
        href(&Route::Jobs(place))
    });
    let who = row.contact.text.as_str();
    let has_journey = untrack(|| list.session.has("journey") && list.session.has("jobs"));
    let journey = journey(row.job.as_deref(), &row.id).filter(|_| has_journey);
    let icon = |route: &Route, of: &str, name: IconName| {
        icon_link(href(route), [of, who].concat(), icon_mark(name))
    };
    let more = data("more")
        .child(journey.map(|route| icon(&route, "Journey of ", IconName::List)))
        .children(
            row.task
                .as_ref()
                .map(|task| icon(task, "Task of ", IconName::Phone)),
        );
    let contact = row_link(href(&drawer), who.to_owned()).with("data-noscroll", "");
    vec![
        text(row.started, "started", ""),
        row_header().class("call-contact").child(contact),
        text(row.phone, "phone", ""),
        outcome(row.outcome),
        text(row.step, "step", ""),
        data("run").child(link(run, row.spinner)),
        text(row.duration, "duration", "num"),
        more,
    ]
}

/// The steps of a record, on the Jobs page; `None` when its run is not reported.
pub fn journey(job: Option<&str>, record: &str) -> Option<Route> {
    let record = OpenRecord {
        id: record.to_owned(),
        journey: true,
    };
    Some(Route::Jobs(JobsPlace {
        record: Some(record),
        ..JobsPlace::of(JobId(job?.to_owned()))
    }))
}
