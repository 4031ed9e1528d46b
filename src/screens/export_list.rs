//! Saves a list as it is filtered, all pages of it, as a file.

use crate::domain::report::file_name;
use crate::domain::timestamp::Timestamp;
use crate::state::clock::now;
use crate::state::report::{List, Reporting, Source};
use crate::state::session::Session;
use crate::ui::{ActionButton, IconName, save_blob};
use leptos::prelude::*;

/// A list on its way into a file, and what the file is named after.
pub struct Exported {
    /// "calls".
    pub subject: String,
    /// When what is on screen was read, by the server's clock.
    pub read_at: Option<Timestamp>,
    /// The list.
    pub list: List,
}

/// The button, which waits while another file is on its way.
#[component]
pub fn ExportList(
    /// The console it belongs to.
    session: Session,
    /// "Export this view".
    label: &'static str,
    /// 24 px high, for use inside cards.
    #[prop(optional)]
    small: bool,
    /// Whether the list has been read.
    #[prop(into)]
    there: Signal<bool>,
    /// What is saved, asked when the button is pressed.
    exported: impl Fn() -> Exported + Send + Sync + 'static,
) -> impl IntoView {
    let reporting: Reporting = expect_context();
    let reason = Signal::derive(move || match (there.get(), reporting.is_running()) {
        (false, _) => Some("The rows have not been read yet.".to_owned()),
        (_, true) => Some("Another file is being saved.".to_owned()),
        _ => None,
    });
    let available = Signal::derive(move || reason.with(Option::is_none));
    let export = move |()| {
        let Exported {
            subject,
            read_at,
            list,
        } = exported();
        // A moment that cannot be read may hold what no file name may.
        let today = read_at.filter(|at| at.ms.is_some());
        let today = today.unwrap_or_else(|| Timestamp::from_ms(now()));
        let name = file_name(&subject, &today.text);
        reporting.start(session, Source::List(list), name, save_blob);
    };
    view! { <ActionButton label small icon=IconName::Download available reason on_press=export/> }
}
