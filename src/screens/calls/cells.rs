//! The cells of one call.

use super::Calls;
use crate::domain::call::row::CallRow;
use crate::domain::cell::Cell;
use crate::domain::failure_class::FailureClass;
use crate::domain::route::{CallQuery, Route};
use crate::screens::listing::Listing;
use crate::screens::text_cell::{dash, text};
use crate::ui::{GlyphIcon, Icon, IconName, QuietStatus};
use leptos::prelude::*;

/// Draws a row.
pub fn cells(calls: Calls, row: CallRow) -> impl IntoView {
    let href = |route: Option<Route>| route.map(|route| calls.session.navigation.href(&route));
    let more = view! {
        <td data-col="more">
            {trail(calls, &row)}
            {row.recording.clone().map(recording)}
        </td>
    };
    view! {
        {text(row.started, "started", "")}
        <th scope="row" class="call-contact">{link(href(row.task), row.contact)}</th>
        {text(row.phone, "phone", "")}
        {text(row.from, "from", "")}
        <td data-col="campaign">{link(href(row.campaign_page), row.campaign)}</td>
        {text(row.attempt, "attempt", "num")}
        <td data-col="state" title=row.state.meaning()>
            <QuietStatus tone=row.state.tone() glyph=row.state.glyph() label=row.state.label()/>
        </td>
        {sip(&row.sip, row.failure)}
        {text(row.disposition, "disposition", "")}
        {text(row.ring, "ring", "num")}
        {text(row.talk, "talk", "num")}
        {text(row.cost, "cost", "num")}
        {more}
    }
}

fn link(address: Option<String>, cell: Cell) -> AnyView {
    let class = dash(&cell);
    match address {
        Some(address) => {
            view! { <a class="row-link" href=address tabindex="-1">{cell.text}</a> }.into_any()
        }
        None => view! { <span class=class>{cell.text}</span> }.into_any(),
    }
}

fn sip(status: &Cell, failure: Option<FailureClass>) -> impl IntoView {
    let meaning = failure.as_ref().and_then(FailureClass::meaning);
    let class = failure.map(|class| {
        view! {
            <span class="sub call-failure" data-tone=class.tone().name()>
                <GlyphIcon glyph=class.glyph()/>
                <span>{class.label().into_owned()}</span>
            </span>
        }
    });
    view! {
        <td data-col="sip" class=["two ", dash(status)].concat() title=meaning>
            {status.text.clone()}
            {class}
        </td>
    }
}

/// To every attempt of the same contact.
fn trail(calls: Calls, row: &CallRow) -> impl IntoView + use<> {
    let name = ["All attempts of ", &row.contact.text].concat();
    let query = row.contact_id.clone();
    let query = query.map(|id| CallQuery::default().with_contact(Some(id)));
    query.map(|query| {
        view! {
            <a class="icon-button" href=calls.href(query) aria-label=name.clone() title=name tabindex="-1">
                <Icon name=IconName::List/>
            </a>
        }
    })
}

fn recording(address: String) -> impl IntoView {
    view! {
        <a class="icon-button" href=address target="_blank" rel="noopener noreferrer" aria-label="Recording" title="Recording" tabindex="-1">
            <Icon name=IconName::External/>
        </a>
    }
}
