//! Telling the page around of what happens in the console.

use super::around::Around;
use crate::api::error::ApiError;
use crate::domain::event::{Event, Progress};
use leptos::prelude::*;

/// Tells the page around of an event.
pub fn tell(around: Around, event: &Event) {
    around.emit(event.name(), &event.detail().text());
}

/// An action that is on its way, as the page around follows it.
pub struct Deed {
    around: Around,
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

/// Reads that failed, until the part that tells of them takes them over.
#[derive(Clone, Copy)]
pub struct FailedReads(RwSignal<Vec<ApiError>>);

impl FailedReads {
    /// Makes them known to everything below.
    pub fn provide() {
        provide_context(Self(RwSignal::new(Vec::new())));
    }

    /// A read has failed.
    pub fn note(self, error: &ApiError) {
        self.0.try_update(|failed| failed.push(error.clone()));
    }

    /// Those that were not taken yet. Tracked.
    pub fn take(self) -> Vec<ApiError> {
        self.0.track();
        let taken = self.0.try_update_untracked(std::mem::take);
        taken.unwrap_or_default()
    }
}
