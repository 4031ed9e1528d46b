//! What the API has, as screens ask it. Until it is known everything is taken
//! to be there: nothing on screen vanishes and comes back.

use super::session::Session;
use crate::domain::capabilities::Capabilities;
use crate::domain::provision::{cannot_filter, cannot_sort};
use leptos::prelude::*;

impl Session {
    /// Whether the API has a resource. Tracked.
    pub fn has(self, resource: &str) -> bool {
        self.known(true, |known| known.has(resource))
    }

    /// Whether a member of a resource is reported. Tracked.
    pub fn reports(self, resource: &str, field: &str) -> bool {
        self.known(true, |known| known.reports(resource, field))
    }

    /// Whether there is an action on a kind of thing. Tracked.
    pub fn can(self, of: &str, action: &str) -> bool {
        self.known(true, |known| known.can(of, action))
    }

    /// Whether the API says that a list can be filtered by `name`, so that its
    /// values may be offered even when it counts none. Tracked.
    pub fn says_it_filters(self, resource: &str, name: &str) -> bool {
        self.known(false, |known| {
            !known.resources.is_absent() && known.filters_by(resource, name)
        })
    }

    /// Why a list cannot be filtered by `name`, where it cannot. Tracked.
    pub fn cannot_filter(self, resource: &str, name: &str) -> Option<String> {
        let can = self.known(true, |known| known.filters_by(resource, name));
        (!can).then(|| cannot_filter(resource, name))
    }

    /// Why a list cannot be put into the order `word`, where it cannot. Tracked.
    pub fn cannot_sort(self, resource: &str, word: &str) -> Option<String> {
        let can = self.known(true, |known| known.sorts_by(resource, word));
        (!can).then(|| cannot_sort(resource, word))
    }

    /// The columns of a table that the API says it does not report: their names
    /// in the page. `columns` are those names with the member behind. Tracked.
    pub fn unreported(
        self,
        resource: &str,
        columns: &[(&'static str, &'static str)],
    ) -> Vec<&'static str> {
        self.known(Vec::new(), |known| {
            let extent = known.extent(resource);
            let missing = columns.iter().filter(|(_, path)| !extent.reports(path));
            missing.map(|(name, _)| *name).collect()
        })
    }

    fn known<R>(self, unknown: R, ask: impl FnOnce(&Capabilities) -> R) -> R {
        self.capabilities.state.with(|state| match state.value() {
            Some(known) => ask(known),
            None => unknown,
        })
    }
}
