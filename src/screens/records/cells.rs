//! The cells of one record.

use super::Records;
use crate::domain::job::JobId;
use crate::domain::record::row::RecordRow;
use crate::domain::route::{JobsPlace, OpenRecord, RecordQuery, RecordsPlace, Route};
use crate::screens::outcome_cell::outcome;
use crate::screens::text_cell::{dash, text};
use crate::ui::{Icon, IconName};
use leptos::prelude::*;

/// Draws a row.
pub fn cells(list: Records, row: RecordRow) -> impl IntoView {
    let href = |route: &Route| list.session.navigation.href(route);
    let drawer = list.query.with(RecordQuery::to_query);
    let drawer = Route::Records(RecordsPlace {
        open: Some(row.id.clone()),
        query: drawer,
    });
    let run = row.job.clone().map(|job| {
        let place = JobsPlace::of(JobId(job));
        href(&Route::Jobs(place))
    });
    let class = dash(&row.spinner);
    let run = match run {
        Some(address) => view! {
            <a class="row-link" href=address tabindex="-1">{row.spinner.text.clone()}</a>
        }
        .into_any(),
        None => view! { <span class=class>{row.spinner.text.clone()}</span> }.into_any(),
    };
    let who = row.contact.text.as_str();
    let has_journey = untrack(|| list.session.has("journey") && list.session.has("jobs"));
    let journey = journey(row.job.as_deref(), &row.id).filter(|_| has_journey);
    let more = view! {
        <td data-col="more">
            {journey.map(|route| icon(href(&route), ["Journey of ", who].concat(), IconName::List))}
            {row.task.as_ref().map(|task| icon(href(task), ["Task of ", who].concat(), IconName::Phone))}
        </td>
    };
    view! {
        {text(row.started, "started", "")}
        <th scope="row" class="call-contact">
            <a class="row-link" href=href(&drawer) tabindex="-1" data-noscroll="">{row.contact.text}</a>
        </th>
        {text(row.phone, "phone", "")}
        {outcome(row.outcome)}
        {text(row.step, "step", "")}
        <td data-col="run">{run}</td>
        {text(row.duration, "duration", "num")}
        {more}
    }
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

fn icon(address: String, label: String, name: IconName) -> impl IntoView {
    view! {
        <a class="icon-button" href=address aria-label=label.clone() title=label tabindex="-1">
            <Icon name/>
        </a>
    }
}
