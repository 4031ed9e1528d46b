//! The views of a list that this browser remembers.

use super::around::{Around, use_around};
use super::preferences::{store, stored};
use crate::domain::route::ListQuery;
use crate::domain::saved_view::{SavedView, added, read, written};
use leptos::prelude::*;

/// The remembered views, in the order in which they were saved.
pub struct SavedViewsOf<Q: ListQuery> {
    views: RwSignal<Vec<SavedView<Q>>>,
    key: &'static str,
    around: Around,
}

impl<Q: ListQuery> Clone for SavedViewsOf<Q> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Q: ListQuery> Copy for SavedViewsOf<Q> {}

impl<Q: ListQuery> SavedViewsOf<Q> {
    /// Reads what is remembered under a key.
    pub fn restore(key: &'static str) -> Self {
        let around = use_around();
        let views = RwSignal::new(read(&stored(around, key).unwrap_or_default()));
        Self { views, key, around }
    }

    /// The views, tracked.
    pub fn get(self) -> Vec<SavedView<Q>> {
        self.views.get()
    }

    /// Looks at the views, tracked.
    pub fn with<R>(self, look: impl FnOnce(&[SavedView<Q>]) -> R) -> R {
        self.views.with(|views| look(views))
    }

    /// Keeps a view, in place of one of the same name. `false` when the name is
    /// empty or there are too many.
    pub fn add(self, name: &str, query: Q) -> bool {
        let views = added(self.views.get_untracked(), name, query);
        views.map(|views| self.keep(views)).is_some()
    }

    /// Forgets the view of that name.
    pub fn delete(self, name: &str) {
        let mut views = self.views.get_untracked();
        views.retain(|view| view.name != name);
        self.keep(views);
    }

    fn keep(self, views: Vec<SavedView<Q>>) {
        store(self.around, self.key, &written(&views));
        self.views.set(views);
    }
}
