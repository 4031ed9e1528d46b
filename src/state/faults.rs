//! What is wrong with the files that a deployment is set up by.

use crate::api::checked::fault::Fault;
use leptos::prelude::*;

/// The mistakes that were found, as signals.
#[derive(Clone, Copy)]
pub struct Faults {
    /// Whether the console cannot work with them.
    pub are_fatal: RwSignal<bool>,
    /// All of them, with the file that each is in.
    pub all: RwSignal<Vec<(&'static str, Fault)>>,
}

/// The settings of a deployment.
pub const CONFIG: &str = "config.json";

impl Faults {
    /// None yet; `is_broken` when the settings are no settings at all.
    pub fn provide(is_broken: bool) -> Self {
        let faults = Self {
            are_fatal: RwSignal::new(is_broken),
            all: RwSignal::new(Vec::new()),
        };
        provide_context(faults);
        faults
    }

    /// Tells mistakes of a file that the console cannot work with.
    pub fn stop(self, file: &'static str, faults: Vec<Fault>) {
        self.note(file, faults);
        // Told once: the page that tells of them is not drawn again for each.
        if self.are_fatal.try_get_untracked() == Some(false) {
            self.are_fatal.set(true);
        }
    }

    /// Tells mistakes of a file that it can live with; those that were told of
    /// the same file before are replaced.
    pub fn note(self, file: &'static str, faults: Vec<Fault>) {
        self.all.try_update(|all| {
            all.retain(|(known, _)| *known != file);
            all.extend(faults.into_iter().map(|fault| (file, fault)));
        });
    }
}
