//! A duration that counts on between refreshes.

use super::Jobs;
use crate::domain::format::Zone;
use leptos::prelude::*;

/// How long a run that goes on has taken so far, each second. Only this text
/// ever changes without a refresh.
#[component]
pub fn SoFar(
    /// The page.
    jobs: Jobs,
    /// Milliseconds when it was read.
    at_reading: i64,
    /// When it was read, by the browser's clock in milliseconds.
    read_at: Option<i64>,
) -> impl IntoView {
    let session = jobs.session;
    let text = move || {
        let now = session.clock.get();
        let since = now.saturating_sub(read_at.unwrap_or(now)).max(0);
        let seconds = at_reading.saturating_add(since) as f64 / 1000.0;
        session
            .presentation
            .written_in(&Zone::Utc, now, |formats| formats.talk(seconds.floor()))
    };
    view! { <span data-part="so-far">{text}</span> }
}
