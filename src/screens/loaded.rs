//! Draws a remote value: a skeleton while there is none, the failure when
//! there will be none, and the content, built once, while there is one.

use crate::domain::remote::Remote;
use crate::state::remote::RemoteHandle;
use crate::ui::FailedPanel;
use leptos::leptos_dom::helpers::set_timeout_with_handle;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// After this long the skeleton says that it is still waiting.
const SLOW: Duration = Duration::from_secs(8);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Loading,
    Failed,
    Ready,
}

/// The content follows refreshes through the signal it is given; it is never
/// rebuilt by one.
#[component]
pub fn Loaded<T: Send + Sync + 'static>(
    /// The value.
    remote: RemoteHandle<T>,
    /// What it is, as the subject of a sentence: "The campaign".
    what: &'static str,
    /// Stands in at the size of the content.
    #[prop(into)]
    skeleton: ViewFn,
    /// Draws the content.
    content: impl Fn(RwSignal<Arc<T>>) -> AnyView + Send + 'static,
) -> impl IntoView {
    let phase = Memo::new(move |_| {
        remote.state.with(|state| match state {
            Remote::Ready { .. } => Phase::Ready,
            Remote::Loading => Phase::Loading,
            _ => Phase::Failed,
        })
    });
    move || match phase.get() {
        Phase::Loading => view! { <Waiting skeleton=skeleton.clone()/> }.into_any(),
        Phase::Failed => view! { <Failure remote what/> }.into_any(),
        Phase::Ready => followed(remote).map(&content).into_any(),
    }
}

fn followed<T: Send + Sync + 'static>(remote: RemoteHandle<T>) -> Option<RwSignal<Arc<T>>> {
    let current = move || remote.state.with(|state| state.value().cloned());
    let shown = RwSignal::new(untrack(current)?);
    Effect::new(move |_| {
        if let Some(value) = current()
            && !shown.with_untracked(|shown| Arc::ptr_eq(shown, &value))
        {
            shown.set(value);
        }
    });
    Some(shown)
}

#[component]
fn Waiting(skeleton: ViewFn) -> impl IntoView {
    let slow = RwSignal::new(false);
    if let Ok(handle) = set_timeout_with_handle(move || slow.set(true), SLOW) {
        on_cleanup(move || handle.clear());
    }
    let line = move || {
        slow.get().then(|| {
            view! { <p class="secondary" role="status">"Still loading. The dialer API has not answered yet."</p> }
        })
    };
    view! {
        <div class="waiting" aria-busy="true">
            {line}
            {skeleton.run()}
        </div>
    }
}

#[component]
fn Failure<T: Send + Sync + 'static>(remote: RemoteHandle<T>, what: &'static str) -> impl IntoView {
    let error = Memo::new(move |_| remote.state.with(|state| state.error().cloned()));
    move || {
        error.get().map(|error| {
            view! {
                <div class="card">
                <FailedPanel
                    title=format!("{what} did not load.")
                    text=format!("{error} {}", error.advice())
                    request_id=error.request_id
                    action_label="Try again"
                    on_retry=move |()| remote.refresh()
                />
                </div>
            }
        })
    }
}
