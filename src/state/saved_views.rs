//! The views of the call log that this browser remembers.

use super::preferences::{store, stored};
use crate::domain::call::saved_view::{SavedView, added, read, written};
use crate::domain::route::CallQuery;
use leptos::prelude::*;

const KEY: &str = "call_views";

/// The remembered views, in the order in which they were saved.
#[derive(Clone, Copy)]
pub struct SavedCallViews(RwSignal<Vec<SavedView>>);

impl SavedCallViews {
    /// Reads what is remembered.
    pub fn restore() -> Self {
        Self(RwSignal::new(read(&stored(KEY).unwrap_or_default())))
    }

    /// The views, tracked.
    pub fn get(self) -> Vec<SavedView> {
        self.0.get()
    }

    /// Looks at the views, tracked.
    pub fn with<R>(self, look: impl FnOnce(&[SavedView]) -> R) -> R {
        self.0.with(|views| look(views))
    }

    /// Keeps a view, in place of one of the same name. `false` when the name is
    /// empty or there are too many.
    pub fn add(self, name: &str, query: CallQuery) -> bool {
        let views = added(self.0.get_untracked(), name, query);
        views.map(|views| self.keep(views)).is_some()
    }

    /// Forgets the view of that name.
    pub fn delete(self, name: &str) {
        let mut views = self.0.get_untracked();
        views.retain(|view| view.name != name);
        self.keep(views);
    }

    fn keep(self, views: Vec<SavedView>) {
        store(KEY, &written(&views));
        self.0.set(views);
    }
}
