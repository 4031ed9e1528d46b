//! Finding what is in trouble, by name, phone number or any ID.

use crate::domain::block::good_rows;
use crate::domain::found::{FindResults, Found};
use crate::domain::route::{Route, TriagePlace};
use crate::screens::loaded::Loaded;
use crate::state::remote::use_remote;
use crate::state::session::use_session;
use crate::ui::{Card, EmptyState, SearchField, Skeleton, SkeletonKind};
use leptos::prelude::*;
use std::sync::Arc;

/// Shorter texts find too much to be of use.
const SHORTEST: usize = 2;

/// The search, and what it finds that can be looked into.
#[component]
pub fn Find() -> impl IntoView {
    let session = use_session();
    let typed = RwSignal::new(String::new());
    let wanted = Memo::new(move |_| {
        let text = typed.get();
        (text.chars().count() >= SHORTEST).then_some(text)
    });
    let found = use_remote(
        move || wanted.get(),
        move |text, ask| Box::pin(session.client().find(text, ask)),
    );
    let asked = Memo::new(move |_| wanted.with(Option::is_some));
    view! {
        <Card title="Find a campaign or job" part="triage-find">
            <div class="card-body" role="search">
                <SearchField
                    label="Campaign, job, task, phone or any ID"
                    value=typed
                    hotkey="/"
                    on_search=move |text: String| typed.set(text)
                />
            </div>
            {move || asked.get().then(|| view! {
                <Loaded
                    remote=found
                    what="The search"
                    skeleton=|| view! { <Skeleton kind=SkeletonKind::Rows(3)/> }
                    content=|results| view! { <Results results/> }.into_any()
                />
            })}
        </Card>
    }
}

/// What one match is called, and its incident.
type Match = (String, String, String, TriagePlace);

/// Only what belongs to one campaign or one run can be looked into.
fn of_match(found: &Found) -> Option<Match> {
    let place = TriagePlace::of_view(&found.route())?;
    let sub = found.sub.as_deref().unwrap_or_default().to_owned();
    Some((found.kind_label(), found.label.clone(), sub, place))
}

#[component]
fn Results(results: RwSignal<Arc<FindResults>>) -> impl IntoView {
    let navigation = use_session().navigation;
    let row = move |(kind, label, sub, place): Match| {
        let address = navigation.href(&Route::Triage(place));
        let name = ["Open triage: ", &*label].concat();
        view! {
            <li>
                <span class="secondary">{kind}</span>
                <b>{label}</b>
                <span class="secondary">{sub}</span>
                <a class="button" data-kind="secondary" href=address aria-label=name>"Open triage"</a>
            </li>
        }
    };
    move || {
        let matches: Vec<Match> =
            results.with(|results| good_rows(&results.items).filter_map(of_match).collect());
        if matches.is_empty() {
            return view! {
                <EmptyState
                    title="Nothing to look into has this name or ID"
                    text="Campaigns, their tasks and calls, and jobs can be found."
                />
            }
            .into_any();
        }
        let rows = matches.into_iter().map(row).collect::<Vec<_>>();
        view! { <ul class="triage-found">{rows}</ul> }.into_any()
    }
}
