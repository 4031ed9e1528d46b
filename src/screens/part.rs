//! Draws a part of the console that is fetched after the first figures.

use crate::state::part::{Fetching, use_part};
use crate::ui::FailedPanel;
use leptos::prelude::*;

/// A stand-in until the part is there; says so, with a way out, when it cannot
/// be fetched.
#[component]
pub fn LazyPart(
    /// Fetches it.
    fetch: fn() -> Fetching,
    /// Its name, as the subject of a sentence.
    what: &'static str,
    /// Stands in meanwhile, at about its size.
    skeleton: fn() -> AnyView,
) -> impl IntoView {
    let part = use_part(fetch);
    move || match part.state.get() {
        None => view! { <span hidden data-part-waiting=""></span> {skeleton()} }.into_any(),
        Some(Ok(build)) => build(),
        Some(Err(_)) => view! {
            <div class="card">
                <FailedPanel
                    title=format!("{what} did not load.")
                    text=ADVICE.to_owned()
                    request_id=None
                    action_label="Try again".to_owned()
                    on_retry=move |()| part.fetch()
                />
            </div>
        }
        .into_any(),
    }
}

const ADVICE: &str = "A part of the console could not be fetched from its host. The figures are \
    current. If trying again does not help, a new version may have been published: reload the page.";
