//! What is wrong with the files that this deployment is set up by.

use crate::api::config::settings::{Settings, is_fatal};
use crate::domain::event::Event;
use crate::part;
use crate::state::around::use_around;
use crate::state::faults::{CONFIG, Faults};
use crate::state::session::Session;
use crate::state::telling::tell;
use crate::ui::button::ButtonKind;
use crate::ui::{Button, FaultLine, FaultList};
use leptos::prelude::*;

part!(
    /// Fetches the page that stands in for a console that cannot start.
    fetch_page, door, page
);

fn page() -> AnyView {
    let faults: Faults = expect_context();
    let text: Text = expect_context();
    if faults.all.with_untracked(Vec::is_empty) {
        let (_, found) = Settings::read(&text.0.get_value());
        faults.note(CONFIG, found);
    }
    let around = use_around();
    let reload = move |()| around.reload();
    let is_embedded = around.is_embedded();
    let files = move || {
        let mut files: Vec<&str> = faults.all.with(|all| {
            all.iter()
                .map(|(file, _)| told(file, is_embedded))
                .collect()
        });
        files.dedup();
        files.join(", ")
    };
    if is_embedded {
        let message = "The settings of this console have mistakes.".to_owned();
        let event = Event::Failed {
            kind: "settings",
            message,
            request_id: None,
        };
        tell(around, &event);
        tell(around, &Event::Ready);
    }
    view! {
        <div class="ringside" data-embedded=is_embedded.then_some("")>
        <div class="faulty" role=if is_embedded { "region" } else { "main" } aria-label=around.host().text("label")>
        <div class="faulty-body" role="alert">
            <h1>"Ringside cannot start: " {files}</h1>
            <p>
                "Calls are not affected. Whoever set this console up must correct the following; then \
                it can be loaded again."
            </p>
            {move || view! { <FaultList lines=lines(faults, is_embedded)/> }}
            <p><Button kind=ButtonKind::Primary label="Reload" autofocus=!is_embedded on_press=reload/></p>
        </div>
        </div>
        </div>
    }
    .into_any()
}

/// The settings as they were read.
#[derive(Clone, Copy)]
pub struct Text(
    /// The file.
    pub StoredValue<String>,
);

/// Says, in a corner of the page, what the console can live with; looks for it
/// first.
#[component]
pub fn Notes(
    /// The console.
    session: Session,
) -> impl IntoView {
    let faults: Faults = expect_context();
    let (_, found) = Settings::read(&session.config().text);
    if found.iter().any(is_fatal) {
        faults.stop(CONFIG, found);
    } else {
        faults.note(CONFIG, found);
    }
    let is_embedded = session.around.is_embedded();
    let is_closed = RwSignal::new(false);
    let shown = Memo::new(move |_| !is_closed.get() && !faults.all.with(Vec::is_empty));
    let close = move |()| is_closed.set(true);
    move || {
        shown.get().then(|| {
            view! {
                <section class="corner-note" role="status" aria-label="Settings with mistakes">
                    <p><b>"Ringside goes on without a part of its settings."</b></p>
                    {move || view! { <FaultList lines=lines(faults, is_embedded)/> }}
                    <Button small=true label="Close" on_press=close/>
                </section>
            }
        })
    }
}

/// What a file is called where the console is: an element has no file of
/// settings, but attributes and what its page sets.
fn told(file: &'static str, is_embedded: bool) -> &'static str {
    match file {
        CONFIG if is_embedded => "the settings of this element",
        file => file,
    }
}

fn lines(faults: Faults, is_embedded: bool) -> Vec<FaultLine> {
    faults.all.with(|all| {
        let each = all.iter();
        each.map(|(file, fault)| FaultLine {
            place: match &*fault.path {
                "" => told(file, is_embedded).to_owned(),
                path => path.to_owned(),
            },
            problem: fault.problem.clone(),
            fix: fault.fix.clone(),
        })
        .collect()
    })
}
