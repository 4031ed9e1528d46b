//! What the operator contains while a campaign looks unhealthy: fewer lines,
//! one number less, an earlier end of the day.

use crate::domain::action::Action;
use crate::state::live::Live;
use leptos::prelude::*;

/// The action that changes how many calls run at a time.
pub const SET_CONCURRENCY: &str = "set_concurrency";
/// The action that takes a number out of the pool.
pub const REMOVE_NUMBER: &str = "remove_number";
/// The action that closes today's window earlier.
pub const SET_WINDOW: &str = "set_window";

/// What is to be contained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Containment {
    /// How many calls run at a time.
    Concurrency,
    /// A number of the pool, by its row's ID.
    Number(String),
    /// Today's window.
    Window,
}

/// What was asked to be contained; the dialog opens with it.
#[derive(Clone, Copy)]
pub struct Containing {
    /// Nothing while the dialog is closed.
    pub asked: RwSignal<Option<Containment>>,
}

impl Containing {
    /// Makes it known to everything below.
    pub fn provide() {
        let asked = RwSignal::new(None);
        provide_context(Self { asked });
    }

    /// Opens the dialog.
    pub fn ask(self, containment: Containment) {
        self.asked.set(Some(containment));
    }
}

/// The campaign page's.
pub fn use_containing() -> Containing {
    expect_context()
}

/// A containment's action as the API offers it; `None` when it does not.
pub fn offered(live: Live, name: &'static str) -> Memo<Option<Action>> {
    live.shows(move |snapshot, _| {
        let actions = snapshot.actions.value()?;
        actions
            .iter()
            .find(|action| action.name.eq_ignore_ascii_case(name))
            .cloned()
    })
}
