//! The calls of the view on screen, all pages of them, as a file.

use super::Calls;
use crate::domain::report::file_name;
use crate::domain::timestamp::Timestamp;
use crate::state::clock::now;
use crate::state::report::{Reporting, Source};
use crate::ui::{ActionButton, IconName, save_blob};
use leptos::prelude::*;

/// The button, which waits while another file is on its way.
#[component]
pub fn Export(
    /// The call log.
    calls: Calls,
) -> impl IntoView {
    let reporting: Reporting = expect_context();
    let there = Memo::new(move |_| calls.remote.state.with(|state| state.value().is_some()));
    let reason = Signal::derive(move || match (there.get(), reporting.is_running()) {
        (false, _) => Some("The calls have not been read yet.".to_owned()),
        (_, true) => Some("Another file is being saved.".to_owned()),
        _ => None,
    });
    let available = Signal::derive(move || reason.with(Option::is_none));
    let export = move |()| {
        let read_at = calls.remote.state.with_untracked(|state| {
            let captured = state.value()?.captured_at.value()?;
            captured.ms.map(|_| captured.text.clone())
        });
        let query = calls.query.get_untracked();
        // Calls that are made meanwhile would push others over the pages' edges.
        let before = query.before.clone().or_else(|| read_at.clone());
        let after = query.after.clone();
        let query = query.with_times(after, before);
        let today = read_at.unwrap_or_else(|| Timestamp::from_ms(now()).text);
        let name = file_name("calls", &today);
        reporting.start(
            calls.session,
            Source::Calls(Box::new(query)),
            name,
            save_blob,
        );
    };
    view! {
        <ActionButton label="Export this view" icon=IconName::Download available reason on_press=export/>
    }
}
