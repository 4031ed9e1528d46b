//! A duration that counts on between refreshes.

use super::Jobs;
use crate::domain::format::Zone;
use crate::domain::job::row::Lasted;
use leptos::prelude::*;

/// How long a run took; while it goes on, so far, each second. Only this text
/// ever changes without a refresh.
#[component]
pub fn Duration(
    /// The page.
    jobs: Jobs,
    /// What was known when it was read.
    lasted: Lasted,
    /// When it was read, by the browser's clock in milliseconds.
    read_at: Option<i64>,
) -> impl IntoView {
    match lasted {
        Lasted::Known(text) => text.into_any(),
        Lasted::SoFar(at_reading) => {
            let session = jobs.session;
            let text = move || {
                let now = session.clock.get();
                let since = now.saturating_sub(read_at.unwrap_or(now)).max(0);
                let seconds = at_reading.saturating_add(since) as f64 / 1000.0;
                session
                    .presentation
                    .written_in(&Zone::Utc, now, |formats| formats.talk(seconds.floor()))
            };
            view! { <span data-part="so-far">{text}</span> }.into_any()
        }
    }
}
