//! What stands on screen says of itself: that it is older than it looks, and
//! which of its rows could not be read.

use crate::api::error::ApiError;
use crate::domain::block::Row;
use crate::domain::glyph::Glyph;
use crate::domain::tone::Tone;
use crate::state::remote::RemoteHandle;
use crate::ui::{Banner, Button, Note};
use leptos::prelude::*;

/// The last good list stays on screen when a refresh fails.
#[component]
pub fn StaleList<T: Send + Sync + 'static>(
    /// The list.
    remote: RemoteHandle<T>,
) -> impl IntoView {
    view! { <Stale remote fact="Showing the last list that could be read."/> }
}

/// What is on screen stays when a refresh fails, and says so.
#[component]
pub fn Stale<T: Send + Sync + 'static>(
    /// What is on screen.
    remote: RemoteHandle<T>,
    /// What is shown instead of the new answer, in a sentence.
    fact: &'static str,
) -> impl IntoView {
    let error = Memo::new(move |_| {
        remote
            .state
            .with(|state| state.value().and(state.error()).cloned())
    });
    let again = Callback::new(move |()| remote.refresh());
    move || error.get().map(|error| told(fact, error, again))
}

fn told(fact: &'static str, error: ApiError, again: Callback<()>) -> AnyView {
    let retry = move || view! { <Button small=true label="Try now" on_press=again/> };
    view! {
        <Banner tone=Tone::Warn glyph=Glyph::TriangleAlert action=retry>
            <p><b>{fact} " "</b> {error.to_string()}</p>
            <p class="banner-line">
                {error.advice()}
                {error.request_id.clone().map(|id| view! { " Request " <code>{id}</code> })}
            </p>
        </Banner>
    }
    .into_any()
}

/// Rows that did not fit the contract; the others are shown.
#[component]
pub fn UnreadableRows(
    /// "Some campaigns could not be read."
    fact: &'static str,
    /// What did not fit, from [`unreadable`].
    odd: Memo<Vec<String>>,
) -> impl IntoView {
    move || {
        let odd = odd.get();
        (!odd.is_empty()).then(|| {
            view! {
                <div class="card-body">
                    <Note tone=Tone::Warn glyph=Glyph::TriangleAlert>
                        <b>{fact} " "</b> {odd.join(" ")}
                    </Note>
                </div>
            }
        })
    }
}

/// What did not fit in at most three of the rows that could not be read.
pub fn unreadable<T>(rows: &[Row<T>]) -> Vec<String> {
    let said = rows.iter().filter_map(|row| match row {
        Row::Unreadable(unreadable) => Some(unreadable.to_string()),
        Row::Good(_) => None,
    });
    said.take(3).collect()
}
