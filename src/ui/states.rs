//! What stands in a region that has no figures: loading, empty, failed, not
//! reported.

use leptos::prelude::*;

use super::{
    button::Button,
    icon::{Icon, IconName},
};

/// The shape that a skeleton keeps free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SkeletonKind {
    /// A figure of a tile with its sub-line.
    Tile,
    /// The verdict and its waterfall.
    Verdict,
    /// Rows of a table.
    Rows(u8),
    /// Lines of text.
    Lines(u8),
    /// A block as large as its place.
    Block,
}

/// Gray shapes at the final size while the first answer is awaited. Hidden
/// from assistive technology; the region around it says what loads.
#[component]
pub fn Skeleton(
    /// What will stand here.
    kind: SkeletonKind,
) -> impl IntoView {
    let (name, count) = match kind {
        SkeletonKind::Tile => ("tile", 2),
        SkeletonKind::Verdict => ("verdict", 8),
        SkeletonKind::Rows(count) => ("rows", count),
        SkeletonKind::Lines(count) => ("lines", count),
        SkeletonKind::Block => ("block", 1),
    };
    let bones = (0..count)
        .map(|_| view! { <i class="bone"></i> })
        .collect::<Vec<_>>();
    view! { <div class="skeleton" data-kind=name aria-hidden="true">{bones}</div> }
}

/// Why there is nothing, what fills it, and one thing to do.
#[component]
pub fn EmptyState(
    /// "No tasks yet".
    #[prop(into)]
    title: Signal<String>,
    /// What fills it, and when.
    #[prop(into)]
    text: Signal<String>,
    /// A button or link.
    #[prop(optional, into)]
    action: ViewFnOnce,
) -> impl IntoView {
    view! {
        <div class="empty-state">
            <Icon name=IconName::List/>
            <b class="empty-title">{title}</b>
            <p>{text}</p>
            <div class="empty-action">{action.run()}</div>
        </div>
    }
}

/// What did not load, why, and a way to try again; keeps the size of its card.
#[component]
pub fn FailedPanel(
    /// "Number pool data did not load."
    #[prop(into)]
    title: Signal<String>,
    /// What happened, with code and time, and what to do.
    #[prop(into)]
    text: Signal<String>,
    /// The server's id for the request, to be told to support.
    #[prop(optional, into)]
    request_id: Signal<Option<String>>,
    /// "Reload this section".
    #[prop(into)]
    action_label: Signal<String>,
    /// Called to try again.
    #[prop(into)]
    on_retry: Callback<()>,
) -> impl IntoView {
    let request = move || {
        request_id
            .get()
            .map(|id| view! { <span>" Request " <code>{id}</code></span> })
    };
    view! {
        <div class="failed-panel" role="alert">
            <div class="failed-text">
                <b>{title}</b>
                <p>{text} {request}</p>
            </div>
            <Button icon=IconName::Refresh label=action_label small=true on_press=on_retry/>
        </div>
    }
}

/// Says what the API does not send, in one wording everywhere, with the way to
/// the reasons. Never a zero.
#[component]
pub fn NotReported(
    /// What it is, by its names on screen: "From, Score".
    #[prop(into)]
    what: Signal<String>,
    /// The address of the page that lists what the API provides.
    #[prop(into)]
    href: String,
) -> impl IntoView {
    view! {
        <p class="table-note not-reported">
            <span>"Not reported by this API: " {what} "."</span> " "
            <a class="row-link" href=href>"What this API provides"</a>
        </p>
    }
}
