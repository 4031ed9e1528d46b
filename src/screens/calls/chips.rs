//! A chip for each filter that is on, and a way to take them all off.

use super::Calls;
use crate::domain::block::good_rows;
use crate::domain::call::{CallPage, facet, span};
use crate::domain::campaign::CampaignId;
use crate::domain::route::{CallFilter, CallQuery, Route};
use crate::ui::FilterChip;
use leptos::prelude::*;
use std::sync::Arc;

/// What is on, each with what takes it off.
#[component]
pub fn Chips(
    /// The call log.
    calls: Calls,
    /// Its page on screen.
    page: RwSignal<Arc<CallPage>>,
) -> impl IntoView {
    let query = calls.query;
    let filtered = Memo::new(move |_| query.with(CallQuery::is_filtered));
    let chips = move || {
        let query = query.get();
        page.with(|page| {
            let of_filters = CallFilter::ALL.into_iter().flat_map(|filter| {
                let chosen = query.chosen(filter).iter();
                chosen.map(move |value| of_filter(calls, page, filter, value))
            });
            let all = of_filters.chain(of_contact(calls, page, &query));
            all.chain(of_times(calls, page, &query)).collect::<Vec<_>>()
        })
    };
    view! {
        {chips}
        {move || filtered.get().then(|| view! {
            <button type="button" class="text-button" on:click=move |_| calls.ask(CallQuery::cleared)>
                "Clear filters"
            </button>
        })}
        <BackToTasks calls/>
    }
}

fn chip(
    calls: Calls,
    label: String,
    without: impl Fn(CallQuery) -> CallQuery + Clone + Send + Sync + 'static,
) -> AnyView {
    let remove = move |()| calls.ask(without.clone());
    view! { <FilterChip label on_remove=remove/> }.into_any()
}

fn of_filter(calls: Calls, page: &CallPage, filter: CallFilter, value: &str) -> AnyView {
    let words = calls.write(page, |formats| {
        facet::choice(page, filter, value, formats).label
    });
    let label = [facet::name(filter), ": ", &words].concat();
    let value = value.to_owned();
    chip(calls, label, move |query| {
        let kept = query.chosen(filter).iter().filter(|kept| **kept != value);
        let kept = kept.cloned().collect();
        query.with(filter, kept)
    })
}

fn of_contact(calls: Calls, page: &CallPage, query: &CallQuery) -> Option<AnyView> {
    let id = query.contact.as_deref()?;
    let mut contacts = good_rows(&page.items).filter_map(|call| call.contact.value());
    let contact = contacts.find(|contact| contact.id.as_deref() == Some(id));
    let name = contact.and_then(|contact| contact.name.as_deref());
    let label = ["All attempts of ", name.unwrap_or(id)].concat();
    Some(chip(calls, label, |query| query.with_contact(None)))
}

fn of_times(calls: Calls, page: &CallPage, query: &CallQuery) -> Option<AnyView> {
    let ends = (query.after.as_deref(), query.before.as_deref());
    let words = calls.write(page, |formats| span::words(ends.0, ends.1, formats))?;
    let label = ["Started ", &words].concat();
    Some(chip(calls, label, |query| query.with_times(None, None)))
}

/// From one campaign's calls back to its tasks.
#[component]
fn BackToTasks(calls: Calls) -> impl IntoView {
    let one = Memo::new(move |_| {
        calls
            .query
            .with(|query| match query.chosen(CallFilter::Campaign) {
                [id] => Some(id.clone()),
                _ => None,
            })
    });
    move || {
        one.get().map(|id| {
            let page = Route::to_campaign(CampaignId(id));
            let address = calls.session.navigation.href(&page);
            view! { <a class="row-link" href=address>"This campaign's tasks"</a> }
        })
    }
}
