//! Telling the page around of what happens in the console.

use super::around::Around;
use super::preferences::Preferences;
use crate::api::error::ApiError;
use crate::domain::event::{Event, Progress};
use std::cell::{Cell, RefCell};

/// Tells the page around of an event.
pub fn tell(around: Around, event: &Event) {
    around.emit(event.name(), &event.detail().text());
}

/// An action that is on its way, as the page around follows it.
pub struct Deed {
    /// Where it is told.
    pub around: Around,
    action: String,
    target: String,
}

impl Deed {
    /// Somebody asks for `action` on the thing with the ID `target`.
    pub fn ask(around: Around, action: &str, target: &str) -> Self {
        let deed = Self {
            around,
            action: action.to_owned(),
            target: target.to_owned(),
        };
        deed.tell(Progress::Asked, None);
        deed
    }

    /// What became of it.
    pub fn answered<T>(self, answer: &Result<T, ApiError>) {
        match answer {
            Ok(_) => self.tell(Progress::Done, None),
            Err(error) => self.tell(Progress::Refused, Some(error.kind.plain())),
        }
    }

    fn tell(&self, state: Progress, message: Option<String>) {
        if self.around.is_embedded() {
            let event = Event::Action {
                action: self.action.clone(),
                target: self.target.clone(),
                state,
                message,
            };
            tell(self.around, &event);
        }
    }
}

/// What happens before the part that knows what to do with it is there.
enum Early {
    Failed(Around, ApiError),
    Wish(Preferences, String, String),
}

/// What is done with it.
#[derive(Clone, Copy)]
pub struct Hearing {
    /// A read has failed.
    pub failed: fn(Around, &ApiError),
    /// The page around sets a preference, by its key and a word.
    pub wish: fn(Preferences, &str, &str),
}

thread_local! {
    static HEARING: Cell<Option<Hearing>> = const { Cell::new(None) };
    static EARLY: RefCell<Vec<Early>> = const { RefCell::new(Vec::new()) };
}

/// Begins to hear, and hears what has happened since the first console.
pub fn hear(hearing: Hearing) {
    HEARING.set(Some(hearing));
    for early in EARLY.take() {
        match early {
            Early::Failed(around, error) => (hearing.failed)(around, &error),
            Early::Wish(of, name, value) => (hearing.wish)(of, &name, &value),
        }
    }
}

/// A read has failed.
pub fn read_failed(around: Around, error: &ApiError) {
    if !around.is_embedded() {
        return;
    }
    match HEARING.get() {
        Some(hearing) => (hearing.failed)(around, error),
        None => EARLY.with_borrow_mut(|all| all.push(Early::Failed(around, error.clone()))),
    }
}

/// The page around sets a preference.
pub fn wished(of: Preferences, name: &str, value: &str) {
    match HEARING.get() {
        Some(hearing) => (hearing.wish)(of, name, value),
        None => EARLY.with_borrow_mut(|all| {
            all.push(Early::Wish(of, name.to_owned(), value.to_owned()));
        }),
    }
}
