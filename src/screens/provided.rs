//! What this API provides: screen by screen what is reported, what is not, why,
//! and what that means.

use super::list_notes::Stale;
use super::loaded::Loaded;
use super::part::LazyPart;
use crate::domain::capabilities::Capabilities;
use crate::domain::provision::{Provided, Report, Share, UNSAID, report, ticket};
use crate::part;
use crate::state::remote::RemoteHandle;
use crate::state::session::{Session, use_session};
use crate::ui::{Button, EmptyState, IconName, SearchField, Skeleton, SkeletonKind, use_copier};
use leptos::prelude::*;
use section::{Missing, Section};
use std::sync::Arc;

mod section;

/// The screen.
#[component]
pub fn ProvidedScreen() -> impl IntoView {
    view! {
        <LazyPart
            fetch
            what="The list of what this API provides"
            skeleton=|| view! { <Skeleton kind=SkeletonKind::Rows(10)/> }.into_any()
        />
    }
}

part!(
    /// Fetches the screen.
    fetch, provided, build
);

fn build() -> AnyView {
    let session = use_session();
    session.title.set(None);
    session.around.name_window("What this API provides");
    on_cleanup(move || session.around.unname_window());
    let remote = session.capabilities;
    session.follow_key(remote);
    view! {
        <div class="screen provided">
            <Head session remote/>
            <Stale remote fact="Showing the answer that was read last."/>
            <Loaded
                remote
                what="What this API provides"
                skeleton=|| view! { <Skeleton kind=SkeletonKind::Rows(10)/> }
                content=move |known| view! { <Content known/> }.into_any()
            />
        </div>
    }
    .into_any()
}

#[component]
fn Head(session: Session, remote: RemoteHandle<Capabilities>) -> impl IntoView {
    let copier = use_copier();
    let age = session.age(remote);
    let there = Memo::new(move |_| remote.state.with(|state| state.value().is_some()));
    let copy = move |()| {
        let text = remote
            .state
            .with_untracked(|state| state.value().map(|known| ticket(&report(known))));
        copier.copy(&text.unwrap_or_default(), "Copied what this API provides.");
    };
    let print = move |()| {
        // Refused only where a page may not print at all; then nothing happens, as with the browser's own key.
        let _ = window().print();
    };
    view! {
        <div class="page-head" part="head">
            <div class="page-title"><h1>"What this API provides"</h1></div>
            <div class="page-side">
                <p class="age">{move || age.get().map(|age| view! { <span data-part="age">"read " {age}</span> })}</p>
                <div class="page-actions">
                    <Button icon=IconName::Refresh label="Refresh" on_press=move |()| remote.refresh()/>
                    {move || there.get().then(|| view! {
                        <Button icon=IconName::Copy label="Copy for a ticket" on_press=copy/>
                        <Button label="Print" on_press=print/>
                    })}
                </div>
            </div>
        </div>
    }
}

#[component]
fn Content(known: RwSignal<Arc<Capabilities>>) -> impl IntoView {
    let report = Memo::new(move |_| known.with(|known| report(known)));
    let wanted = RwSignal::new(String::new());
    let kept = Memo::new(move |_| {
        let wanted = wanted.with(|wanted| wanted.to_lowercase());
        report.with(|report| {
            let sections = report.sections.iter();
            let kept = sections.filter(|section| section.holds(&wanted)).cloned();
            kept.collect::<Vec<Provided>>()
        })
    });
    let search = move |text: String| wanted.set(text);
    view! {
        <Summary report/>
        <div class="filters" role="search" aria-label="Find in this list">
            <SearchField label="Find in this list" value=wanted on_search=search hotkey="/"/>
        </div>
        {move || kept.with(|kept| sections(kept))}
    }
}

fn sections(kept: &[Provided]) -> AnyView {
    if kept.is_empty() {
        return view! {
            <section class="card" aria-label="Nothing found">
                <EmptyState title="Nothing here has that name" text="The search looks through names, reasons, filters and actions."/>
            </section>
        }
        .into_any();
    }
    let (missing, there): (Vec<_>, Vec<_>) = kept
        .iter()
        .cloned()
        .partition(|section| section.share == Share::Nothing);
    let there = there
        .into_iter()
        .map(|provided| view! { <Section provided/> })
        .collect::<Vec<_>>();
    view! {
        {there}
        {(!missing.is_empty()).then(|| view! { <Missing sections=missing/> })}
    }
    .into_any()
}

/// What answers, what translates it, and how much of the contract there is.
#[component]
fn Summary(report: Memo<Report>) -> impl IntoView {
    let line = |label: &'static str, value: Option<String>| {
        value.map(|value| view! { <dt>{label}</dt><dd>{value}</dd> })
    };
    let content = move || {
        let report = report.get();
        let extent = extent(&report);
        let unsaid = (!report.says).then(|| view! { <p class="secondary">{UNSAID}</p> });
        let notes = report
            .notes
            .iter()
            .map(|note| view! { <li>{note.clone()}</li> });
        let notes = notes.collect::<Vec<_>>();
        view! {
            <dl class="provided-list">
                {line("Answers", report.product)}
                {line("Mapping", report.mapping)}
                {line("About", report.about)}
                {line("In all", Some(extent))}
            </dl>
            {unsaid}
            {(!notes.is_empty()).then(|| view! { <ul class="provided-notes">{notes}</ul> })}
        }
    };
    view! {
        <section class="card" aria-label="This API">
            <div class="card-body stack">{content}</div>
        </section>
    }
}

/// "4 of 24 sections in full, 5 in part, 15 not reported".
fn extent(report: &Report) -> String {
    let count = |share: Share| {
        let sections = report.sections.iter();
        sections.filter(|section| section.share == share).count()
    };
    let all = report.sections.len();
    match (count(Share::All), count(Share::Some), count(Share::Nothing)) {
        (full, 0, 0) if full == all => format!("all {all} sections"),
        (full, part, none) => {
            format!("{full} of {all} sections in full, {part} in part, {none} not reported")
        }
    }
}
