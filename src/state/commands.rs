//! What can be done from anywhere by its name.

use leptos::prelude::*;

/// One thing that can be done on the screen in view.
#[derive(Clone)]
pub struct Command {
    /// What it does: "Pause".
    pub label: String,
    /// Its effect, when that needs telling.
    pub sub: Option<String>,
    /// Does it.
    pub run: Callback<()>,
}

/// The commands of the screen in view.
#[derive(Clone, Copy)]
pub struct Commands {
    /// In the order in which they are offered.
    pub list: RwSignal<Vec<Command>>,
}

impl Commands {
    /// None yet.
    pub fn new() -> Self {
        Self {
            list: RwSignal::new(Vec::new()),
        }
    }

    /// Offers the commands until the current scope ends.
    pub fn offer(self, commands: impl Fn() -> Vec<Command> + 'static) {
        Effect::new(move |_| self.list.set(commands()));
        on_cleanup(move || {
            self.list.try_set(Vec::new());
        });
    }
}

impl Default for Commands {
    fn default() -> Self {
        Self::new()
    }
}
