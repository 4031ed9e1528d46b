//! The cells of one call.

use super::Calls;
use crate::domain::call::row::CallRow;
use crate::domain::cell::Cell;
use crate::domain::failure_class::FailureClass;
use crate::domain::route::{CallQuery, Route};
use crate::screens::listing::Listing;
use crate::screens::text_cell::{data, icon_link, link, row_header, text};
use crate::ui::{IconName, Markup, glyph_mark, icon_mark, quiet_status};

/// Draws a row.
pub fn cells(calls: Calls, row: CallRow) -> Vec<Markup> {
    let href = |route: Option<Route>| route.map(|route| calls.session.navigation.href(&route));
    let more = data("more")
        .child(trail(calls, &row))
        .child(row.recording.map(recording));
    let state = quiet_status(row.state.tone(), row.state.glyph(), row.state.label());
    vec![
        text(row.started, "started", ""),
        row_header()
            .class("call-contact")
            .child(link(href(row.task), row.contact)),
        text(row.phone, "phone", ""),
        text(row.from, "from", ""),
        data("campaign").child(link(href(row.campaign_page), row.campaign)),
        text(row.attempt, "attempt", "num"),
        data("state")
            .with_some("title", row.state.meaning())
            .child(state),
        sip(row.sip, row.failure),
        text(row.disposition, "disposition", ""),
        text(row.ring, "ring", "num"),
        text(row.talk, "talk", "num"),
        text(row.cost, "cost", "num"),
        more,
    ]
}

fn sip(status: Cell, failure: Option<FailureClass>) -> Markup {
    let meaning = failure.as_ref().and_then(FailureClass::meaning);
    let class = failure.map(|class| {
        Markup::new("span")
            .class("sub call-failure")
            .with("data-tone", class.tone().name())
            .child(glyph_mark(class.glyph()))
            .child(Markup::new("span").text(class.label()))
    });
    text(status, "sip", "two")
        .with_some("title", meaning)
        .child(class)
}

/// To every attempt of the same contact.
fn trail(calls: Calls, row: &CallRow) -> Option<Markup> {
    let name = ["All attempts of ", &row.contact.text].concat();
    let query = CallQuery::default().with_contact(Some(row.contact_id.clone()?));
    Some(icon_link(
        calls.href(query),
        name,
        icon_mark(IconName::List),
    ))
}

fn recording(address: String) -> Markup {
    icon_link(
        address,
        "Recording".to_owned(),
        icon_mark(IconName::External),
    )
    .with("target", "_blank")
    .with("rel", "noopener noreferrer")
}
