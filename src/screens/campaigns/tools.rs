//! Search, status filter and sort of the list. All of it in the address.

use super::Campaigns;
use crate::domain::campaign::CampaignPage;
use crate::domain::route::{CampaignQuery, CampaignSort, toggled};
use crate::domain::status::CampaignStatus;
use crate::screens::lacking::filtered;
use crate::ui::{FilterToggle, SearchField};
use leptos::prelude::*;
use std::sync::Arc;

/// The order that is not asked for.
const ATTENTION: &str = "attention";

/// Sort choices: wire word and label.
const SORTS: [(&str, &str); 7] = [
    (ATTENTION, "needs attention"),
    ("name", "name"),
    ("-created", "newest first"),
    ("created", "oldest first"),
    ("-progress", "most progress"),
    ("priority", "priority"),
    ("status", "status"),
];

/// The bar above the table.
#[component]
pub fn Tools(
    /// The list.
    list: Campaigns,
    /// Its page on screen.
    page: RwSignal<Arc<CampaignPage>>,
) -> impl IntoView {
    let query = list.query;
    let text = Signal::derive(move || query.with(|query| query.q.clone()));
    let search = move |text: String| list.ask(move |query| query.with_q(&text));
    view! {
        <div class="filters" role="search" aria-label="Filter campaigns">
            {filtered(list.session, "campaigns", "q", "Name or ID", move || view! {
                <SearchField label="Name or ID" value=text on_search=search hotkey="/"/>
            }.into_any())}
            {filtered(list.session, "campaigns", "status", "Status", move || view! { <Statuses list page/> }.into_any())}
            <Order list/>
        </div>
    }
}

/// One chip a status, with its count whatever the filter.
#[component]
fn Statuses(list: Campaigns, page: RwSignal<Arc<CampaignPage>>) -> impl IntoView {
    let query = list.query;
    let counts = Memo::new(move |_| {
        page.with(|page| {
            let tally = page.status_counts.value();
            let found: Vec<(String, i64)> = tally
                .map(|tally| tally.iter().map(|(word, n)| (word.to_owned(), n)).collect())
                .unwrap_or_default();
            found
        })
    });
    let says = Memo::new(move |_| list.session.says_it_filters("campaigns", "status"));
    let chips = move || {
        let chosen = query.with(|query| query.status.clone());
        let counts = counts.get();
        let all = counts
            .iter()
            .fold(0_i64, |sum, (_, n)| sum.saturating_add(*n));
        let everything = (!counts.is_empty()).then(|| {
            chip(
                list,
                format!(
                    "All {}",
                    page.with(|page| list.write(page, None, |f| f.count(all)))
                ),
                chosen.is_empty(),
                |query| query.with_status(Vec::new()),
            )
        });
        let each = counts.into_iter().map(|(word, count)| {
            let on = chosen.contains(&word);
            let label = CampaignStatus::from_wire(&word).label().into_owned();
            let count = page.with(|page| list.write(page, None, |f| f.count(count)));
            chip(list, format!("{label} {count}"), on, move |query| {
                let status = toggled(query.status.clone(), &word);
                query.with_status(status)
            })
        });
        let uncounted = everything.is_none() && says.get();
        let known = CampaignStatus::WORDS.iter().filter(|_| uncounted);
        let known = known.map(|word| {
            let label = CampaignStatus::from_wire(word).label().into_owned();
            let on = chosen.iter().any(|chosen| chosen == word);
            chip(list, label, on, move |query| {
                let status = toggled(query.status.clone(), word);
                query.with_status(status)
            })
        });
        everything
            .into_iter()
            .chain(each)
            .chain(known)
            .collect::<Vec<_>>()
    };
    view! { <div class="status-chips" role="group" aria-label="Status">{chips}</div> }
}

fn chip(
    list: Campaigns,
    label: String,
    on: bool,
    change: impl Fn(CampaignQuery) -> CampaignQuery + Clone + Send + Sync + 'static,
) -> AnyView {
    let press = move |()| {
        let change = change.clone();
        list.ask(change);
    };
    view! { <FilterToggle label on on_press=Callback::new(press)/> }.into_any()
}

#[component]
fn Order(list: Campaigns) -> impl IntoView {
    let query = list.query;
    let current = move || query.with(|query| query.sort.to_wire());
    let lacks = move |word: &str| list.session.cannot_sort("campaigns", word).is_some();
    // Unasked, the list comes in an order of the API's own.
    let own = move || match lacks(ATTENTION) {
        true => "as the API lists them",
        false => "needs attention",
    };
    let choose = move |event| {
        if let Some(sort) = CampaignSort::from_wire(&event_target_value(&event)) {
            list.ask(move |query| query.with_sort(sort));
        }
    };
    view! {
        <label class="order">
            <span>"Sort:"</span>
            <select class="field" on:change=choose prop:value=current>
                {SORTS.map(|(word, label)| view! {
                    <option
                        value=word
                        selected=move || current() == word
                        disabled=move || word != ATTENTION && lacks(word)
                    >
                        {move || if word == ATTENTION { own() } else { label }}
                    </option>
                }).into_iter().collect::<Vec<_>>()}
            </select>
        </label>
    }
}
