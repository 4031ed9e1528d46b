//! The keys that work everywhere, and the list of all of them.

use super::frame::Frame;
use crate::domain::route::{Route, TriagePlace};
use crate::state::navigation::Entry;
use crate::state::session::Session;
use crate::ui::{Button, Dialog, on_key_down};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

const KEYS: [(&str, &str); 11] = [
    ("Ctrl K or ⌘ K", "Find anything, do anything"),
    ("/", "Find in this screen's list"),
    ("r", "Refresh"),
    ("t", "Triage of the campaign or run in view"),
    ("j or ↓", "Next row"),
    ("k or ↑", "Previous row"),
    ("→ and ←", "The links of the row"),
    ("Enter", "Open the row"),
    ("c", "Copy evidence of the open task or journey"),
    ("Esc", "Close what is open"),
    ("?", "This list"),
];

/// Listens for the keys of the console until the current scope ends. Keys
/// typed into a field, and browser shortcuts, are left alone.
pub fn listen(session: Session, frame: Frame) {
    let on_key = move |event: ev::KeyboardEvent| {
        let with_control = event.ctrl_key() || event.meta_key();
        if with_control && !event.alt_key() && event.key().eq_ignore_ascii_case("k") {
            event.prevent_default();
            frame.palette_open.set(true);
            return;
        }
        if event.ctrl_key() || event.meta_key() || event.alt_key() || is_typing(&event) {
            return;
        }
        match event.key().as_str() {
            "?" => frame.help_open.set(true),
            "r" => session.refresh.update(|n| *n = n.wrapping_add(1)),
            "t" => open_triage(session),
            "/" if focus_search(session) => {}
            "/" => frame.palette_open.set(true),
            _ => return,
        }
        event.prevent_default();
    };
    on_key_down(on_key);
}

/// Goes to the triage of what is in view, where it is one campaign or run.
fn open_triage(session: Session) {
    let navigation = session.navigation;
    let view = navigation.route().get_untracked();
    if let Some(place) = TriagePlace::of_view(&view) {
        navigation.go(&Route::Triage(place), Entry::New);
    }
}

fn is_typing(event: &ev::KeyboardEvent) -> bool {
    let target = event
        .composed_path()
        .get(0)
        .dyn_into::<web_sys::Element>()
        .ok();
    target.is_some_and(|element| {
        element
            .matches("input:not([type=checkbox]):not([type=radio]), textarea, select")
            .unwrap_or(false)
    })
}

/// The search field of the screen's own list, when it has one.
fn focus_search(session: Session) -> bool {
    let field = session.around.find(".main input[type=search]");
    let field = field.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    field.is_some_and(|field| field.focus().is_ok())
}

/// The list of keys.
#[component]
pub fn KeyHelp(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let footer =
        move || view! { <Button label="Close" autofocus=true on_press=move |()| open.set(false)/> };
    view! {
        <Dialog open title="Keys" footer>
            <dl class="dialog-counts">
                {KEYS.map(|(key, effect)| view! {
                    <div><dt><kbd>{key}</kbd></dt><dd>{effect}</dd></div>
                }).into_iter().collect::<Vec<_>>()}
            </dl>
        </Dialog>
    }
}
