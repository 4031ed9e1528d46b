//! The palette: finds campaigns, contacts, phones, tasks and calls, and does
//! what the screen in view can do.

use super::frame::Frame;
use crate::domain::block::good_rows;
use crate::domain::found::{FindResults, Found};
use crate::domain::route::{CallQuery, CampaignQuery, JobsPlace, RecordsPlace, Route, TriagePlace};
use crate::state::commands::Command;
use crate::state::navigation::Entry;
use crate::state::remote::{RemoteHandle, use_remote};
use crate::state::session::{Session, use_session};
use crate::ui::{CommandBox, CommandOption};
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use std::time::Duration;

/// A pause in typing after which the API is asked.
const PAUSE: Duration = Duration::from_millis(200);
/// Shorter texts find too much to be of use.
const SHORTEST: usize = 2;
/// More than anybody reads; thousands of lines would stop the page.
const MOST: usize = 50;
const NO_SEARCH: &str = "This API cannot search over everything: only commands are found here.";

/// Opens with ⌘K, Ctrl+K or the find box.
#[component]
pub fn Palette(
    /// Where its opening is kept.
    frame: Frame,
) -> impl IntoView {
    let session = use_session();
    let open = frame.palette_open;
    let typed = RwSignal::new(String::new());
    let wanted = RwSignal::new(None::<String>);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(handle) = timer.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    };
    on_cleanup(stop);
    Effect::new(move |_| {
        let text = typed.with(|typed| typed.trim().to_owned());
        let asked = open.get() && text.chars().count() >= SHORTEST && session.has("find");
        stop();
        if !asked {
            wanted.set(None);
        } else if let Ok(handle) = set_timeout_with_handle(move || wanted.set(Some(text)), PAUSE) {
            timer.set_value(Some(handle));
        }
    });
    Effect::new(move |_| {
        if open.get() {
            typed.set(String::new());
        }
    });
    let found = use_remote(
        move || wanted.get(),
        move |text, ask| Box::pin(session.client().find(text, ask)),
    );
    let options = Memo::new(move |_| offered(session, &typed.get(), &matches(wanted, found)));
    let status = Signal::derive(move || match session.has("find") {
        true => told(&typed.get(), wanted, found, options),
        false => NO_SEARCH.to_owned(),
    });
    let choose = move |at: usize| {
        open.set(false);
        let command = commands(session, frame, &typed.get_untracked());
        match command.get(at) {
            Some(command) => command.run.run(()),
            None => {
                let place = at.saturating_sub(command.len());
                if let Some(found) = matches(wanted, found).get(place) {
                    session.navigation.go(&found.route(), Entry::New);
                }
            }
        }
    };
    view! {
        <CommandBox
            open
            label="Find anything, do anything"
            placeholder="Campaign, contact, phone or any ID"
            typed
            options
            status
            on_choose=choose
        />
    }
}

/// What was found for the text on screen, not for an earlier one.
fn matches(wanted: RwSignal<Option<String>>, found: RemoteHandle<FindResults>) -> Vec<Found> {
    if wanted.with(Option::is_none) {
        return Vec::new();
    }
    found.state.with(|state| {
        let results = state.value().map(|results| results.items.as_slice());
        let good = good_rows(results.unwrap_or_default());
        good.take(MOST).cloned().collect()
    })
}

fn told(
    typed: &str,
    wanted: RwSignal<Option<String>>,
    found: RemoteHandle<FindResults>,
    options: Memo<Vec<CommandOption>>,
) -> String {
    let error = found
        .state
        .with(|state| state.error().map(ToString::to_string));
    let asking = found.state.with(|state| state.is_asking());
    let none = options.with(Vec::is_empty);
    let is_cut = || {
        found.state.with(|state| {
            state
                .value()
                .is_some_and(|results| good_rows(&results.items).nth(MOST).is_some())
        })
    };
    match (wanted.get(), error) {
        (None, _) if typed.trim().is_empty() => String::new(),
        (None, _) if none => "Type at least two characters.".to_owned(),
        (None, _) => String::new(),
        (Some(_), Some(error)) => ["The search did not answer. ", &*error].concat(),
        (Some(_), None) if asking => "Searching.".to_owned(),
        (Some(_), None) if none => "Nothing has this name, phone number or ID.".to_owned(),
        (Some(_), None) if is_cut() => {
            format!("Only the first {MOST} are listed. Type more to find the others.")
        }
        _ => String::new(),
    }
}

/// The commands that match first, then what was found.
fn offered(session: Session, typed: &str, found: &[Found]) -> Vec<CommandOption> {
    let frame: Frame = expect_context();
    let commands = commands(session, frame, typed);
    let command = |command: Command| CommandOption {
        group: "Do".to_owned(),
        label: command.label,
        sub: command.sub.unwrap_or_default(),
    };
    let place = |found: &Found| CommandOption {
        group: found.kind_label(),
        label: found.label.clone(),
        sub: found.sub.as_deref().unwrap_or_default().to_owned(),
    };
    let commands = commands.into_iter().map(command);
    commands.chain(found.iter().map(place)).collect()
}

/// The commands whose words the text begins, or all while nothing is typed.
fn commands(session: Session, frame: Frame, typed: &str) -> Vec<Command> {
    let go = |label: &str, route: Route| Command {
        label: label.to_owned(),
        sub: None,
        run: Callback::new(move |()| session.navigation.go(&route, Entry::New)),
    };
    let mut all = session.commands.list.get();
    let view = session.navigation.route();
    if let Some(place) = view.with(TriagePlace::of_view) {
        all.push(Command {
            sub: Some("t".to_owned()),
            ..go("Open triage", Route::Triage(place))
        });
    }
    all.push(Command {
        label: "Refresh".to_owned(),
        sub: Some("r".to_owned()),
        run: Callback::new(move |()| session.refresh.update(|n| *n = n.wrapping_add(1))),
    });
    if !session.hides("campaigns") {
        let route = Route::Campaigns(CampaignQuery::default());
        all.push(go("Go to campaigns", route));
    }
    if session.has("calls") && !session.hides("calls") {
        all.push(go("Go to the call log", Route::Calls(CallQuery::default())));
    }
    if session.has("jobs") && !session.hides("jobs") {
        all.push(go("Go to jobs", Route::Jobs(JobsPlace::default())));
    }
    if session.offers("live") && !session.hides("live") {
        all.push(go("Go to Live Ops", Route::Live));
    }
    if session.offers("records") && !session.hides("records") {
        all.push(go("Go to records", Route::Records(RecordsPlace::default())));
    }
    if !session.hides("triage") {
        all.push(go("Go to triage", Route::Triage(TriagePlace::default())));
    }
    all.push(go("What this API provides", Route::Api));
    all.push(Command {
        label: "List the keys".to_owned(),
        sub: Some("?".to_owned()),
        run: Callback::new(move |()| frame.help_open.set(true)),
    });
    let wanted = typed.trim().to_lowercase();
    all.retain(|command| {
        let label = command.label.to_lowercase();
        let mut words = label.split_whitespace();
        wanted.is_empty()
            || label.starts_with(&wanted)
            || words.any(|word| word.starts_with(&wanted))
    });
    all
}
