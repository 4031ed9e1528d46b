//! What narrows the tasks down. Every filter is in the address.

use super::task_asked::ShownTasks;
use crate::domain::attempt_state::AttemptState;
use crate::domain::block::good_rows;
use crate::domain::blocker::Blocker;
use crate::domain::format::Formats;
use crate::domain::route::{Route, TaskQuery};
use crate::domain::task::{Facet, TaskFacets, TaskPage};
use crate::screens::lacking::filtered;
use crate::state::live::{Live, use_live};
use crate::state::navigation::Entry;
use crate::ui::{FilterChip, FilterMenu, FilterOption, SearchField};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Goes to the same campaign with another query; the open task stays open.
pub fn set_tasks(live: Live, change: impl FnOnce(TaskQuery) -> TaskQuery) {
    let navigation = live.page.session.navigation;
    if let Route::Campaign { id, tasks, open } = navigation.route().get_untracked() {
        navigation.go(
            &Route::Campaign {
                id,
                tasks: change(tasks),
                open,
            },
            Entry::New,
        );
    }
}

/// Search field, one menu a filter, and a chip for each value that is on.
#[component]
pub fn TaskFilters(
    /// The tasks on screen, for what there is to filter by.
    shown: ShownTasks,
) -> impl IntoView {
    let live = use_live();
    let query = live.query();
    let text = Signal::derive(move || query.with(|query| query.q.clone()));
    let search = move |text: String| set_tasks(live, move |query| query.with_q(&text));
    let session = live.page.session;
    view! {
        <div class="filters" role="search" aria-label="Filter tasks">
            {filtered(session, "tasks", "q", "Name, phone or task ID", move || view! {
                <SearchField label="Name, phone or task ID" value=text on_search=search hotkey="/"/>
            }.into_any())}
            {KINDS.map(|kind| filtered(session, "tasks", kind.name, kind.label, move || menu(live, shown, kind).into_any()))
                .into_iter()
                .collect::<Vec<_>>()}
            <Chips live/>
        </div>
    }
}

/// One filterable property.
#[derive(Clone, Copy)]
struct Kind {
    /// Its name in a request.
    name: &'static str,
    label: &'static str,
    facet: fn(&TaskFacets) -> Option<&Vec<Facet>>,
    chosen: fn(&TaskQuery) -> &Vec<String>,
    choose: fn(TaskQuery, Vec<String>) -> TaskQuery,
    option: fn(&Facet, &Formats<'_>) -> FilterOption,
}

const KINDS: [Kind; 4] = [
    Kind {
        name: "status",
        label: "Status",
        facet: |facets| facets.status.value(),
        chosen: |query| &query.status,
        choose: TaskQuery::with_status,
        option: |facet, formats| {
            let state = AttemptState::from_wire(&facet.value);
            let mark = Some((state.tone(), state.glyph()));
            FilterOption {
                label: state.label().to_string(),
                mark,
                ..plain(facet, formats)
            }
        },
    },
    Kind {
        name: "blocker",
        label: "Blocker",
        facet: |facets| facets.blocker.value(),
        chosen: |query| &query.blocker,
        choose: TaskQuery::with_blocker,
        option: |facet, formats| {
            let blocker = Blocker::from_wire(&facet.value);
            let mark = Some((blocker.tone(), blocker.glyph()));
            FilterOption {
                label: blocker.label().to_string(),
                mark,
                ..plain(facet, formats)
            }
        },
    },
    Kind {
        name: "disposition",
        label: "Disposition",
        facet: |facets| facets.disposition.value(),
        chosen: |query| &query.disposition,
        choose: TaskQuery::with_disposition,
        option: plain,
    },
    Kind {
        name: "from",
        label: "From number",
        facet: |facets| facets.from.value(),
        chosen: |query| &query.from,
        choose: TaskQuery::with_from,
        option: |facet, formats| FilterOption {
            label: formats.phone(&facet.value),
            ..plain(facet, formats)
        },
    },
];

fn plain(facet: &Facet, formats: &Formats<'_>) -> FilterOption {
    FilterOption {
        value: facet.value.clone(),
        label: facet.value.clone(),
        count: Some(formats.count(facet.count)),
        mark: None,
    }
}

/// The statuses of the rows on screen and the chosen ones, uncounted: for an
/// API that filters by them and does not say which there are.
fn statuses_on(
    page: &TaskPage,
    chosen: &[String],
    kind: Kind,
    formats: &Formats<'_>,
) -> Vec<FilterOption> {
    let on_screen = good_rows(&page.items).map(|task| &task.status);
    let words: BTreeSet<&String> = on_screen.chain(chosen).collect();
    let option = |word: &String| {
        let facet = Facet {
            value: word.clone(),
            count: 0,
        };
        FilterOption {
            count: None,
            ..(kind.option)(&facet, formats)
        }
    };
    words.into_iter().map(option).collect()
}

/// A filter's menu, only if the server says what there is to choose from.
fn menu(live: Live, shown: ShownTasks, kind: Kind) -> impl IntoView {
    let query = live.query();
    let session = live.page.session;
    let options = Memo::new(move |_| {
        let snapshot = live.snapshot.get();
        shown.with(|page| {
            let page = page.as_ref()?;
            let told = page.filters.value().and_then(|facets| (kind.facet)(facets));
            let seen = told.is_none()
                && kind.name == "status"
                && session.says_it_filters("tasks", "status");
            live.conclude(&snapshot, |_, formats| match told {
                Some(facet) => Some(facet.iter().map(|f| (kind.option)(f, formats)).collect()),
                None => seen.then(|| statuses_on(page, &query.get().status, kind, formats)),
            })
        })
    });
    let there = Memo::new(move |_| {
        options.with(|o: &Option<Vec<FilterOption>>| o.as_ref().is_some_and(|o| !o.is_empty()))
    });
    let options = Signal::derive(move || options.get().unwrap_or_default());
    let chosen = Signal::derive(move || query.with(|query| (kind.chosen)(query).clone()));
    let change =
        move |values: Vec<String>| set_tasks(live, move |query| (kind.choose)(query, values));
    move || {
        there.get().then(|| {
            view! {
                <FilterMenu label=kind.label options chosen on_change=change/>
            }
        })
    }
}

#[component]
fn Chips(live: Live) -> impl IntoView {
    let query = live.query();
    let filtered = Memo::new(move |_| query.with(TaskQuery::is_filtered));
    let chips = move || {
        let query = query.get();
        let snapshot = live.snapshot.get();
        let chip = |kind: Kind, value: &String| {
            let facet = Facet {
                value: value.clone(),
                count: 0,
            };
            let words = live.conclude(&snapshot, |_, formats| (kind.option)(&facet, formats).label);
            let value = value.clone();
            let remove = move |()| {
                let value = value.clone();
                set_tasks(live, move |query| {
                    let kept = (kind.chosen)(&query)
                        .iter()
                        .filter(|v| **v != value)
                        .cloned()
                        .collect();
                    (kind.choose)(query, kept)
                });
            };
            view! { <FilterChip label=format!("{}: {words}", kind.label) on_remove=remove/> }
        };
        KINDS
            .iter()
            .flat_map(|kind| (kind.chosen)(&query).iter().map(|value| chip(*kind, value)))
            .collect::<Vec<_>>()
    };
    view! {
        {chips}
        {move || filtered.get().then(|| view! {
            <button type="button" class="text-button" on:click=move |_| set_tasks(live, TaskQuery::cleared)>
                "Clear filters"
            </button>
        })}
    }
}
