//! What the operator prefers, remembered in this browser. Nothing secret and
//! nothing about customers is ever stored. What a page around has set holds
//! instead, and is not remembered.

use super::around::Around;
use leptos::prelude::*;

mod choice;

pub use choice::{Choice, Density, Interval, Theme, ZoneChoice};

/// Everything that is remembered.
#[derive(Clone, Copy)]
pub struct Preferences {
    /// Color theme.
    pub theme: RwSignal<Theme>,
    /// Zone of the times on screen.
    pub zone: RwSignal<ZoneChoice>,
    /// Refresh interval of live pages.
    pub interval: RwSignal<Interval>,
    /// Row height.
    pub density: RwSignal<Density>,
    /// Columns of the task table that the operator has hidden, by key.
    pub hidden_columns: RwSignal<Vec<String>>,
    around: Around,
}

impl Preferences {
    /// Reads what is remembered, and remembers every change from here on.
    pub fn restore(around: Around) -> Self {
        let hidden = stored(around, "columns").unwrap_or_default();
        let hidden_columns = RwSignal::new(
            hidden
                .split(',')
                .filter(|c| !c.is_empty())
                .map(str::to_owned)
                .collect(),
        );
        Effect::new(move |before: Option<Vec<String>>| {
            let columns: Vec<String> = hidden_columns.get();
            if before.is_some_and(|before| before != columns) {
                store(around, "columns", &columns.join(","));
            }
            columns
        });
        Self {
            theme: remembered(around),
            zone: remembered(around),
            interval: remembered(around),
            density: remembered(around),
            hidden_columns,
            around,
        }
    }

    /// The page around sets a preference; one that it cannot set is left alone.
    pub fn give(self, key: &str, word: &str) {
        let Some(host) = self.around.living_host() else {
            return;
        };
        match key {
            Theme::KEY => {
                host.set(key, word);
                self.theme.set(Theme::from_word(word));
            }
            Density::KEY => {
                host.set(key, word);
                self.density.set(Density::from_word(word));
            }
            ZoneChoice::KEY => {
                host.set(key, word);
                self.zone.set(ZoneChoice::from_word(word));
            }
            _ => {}
        }
    }

    /// Remembers a choice at once that the page follows in a moment, by which
    /// it may be gone.
    pub fn remember<C: Choice>(self, choice: C) {
        remember(self.around, choice);
    }

    /// Whether the page around has set it, so that nobody chooses it here.
    /// Tracked.
    pub fn is_given<C: Choice>(self, choice: RwSignal<C>) -> bool {
        choice.track();
        given::<C>(self.around).is_some()
    }
}

/// The word that the page around has set a choice to.
fn given<C: Choice>(around: Around) -> Option<String> {
    around
        .is_embedded()
        .then(|| around.host().text(C::KEY))
        .flatten()
}

fn remembered<C: Choice>(around: Around) -> RwSignal<C> {
    let word = given::<C>(around).or_else(|| stored(around, C::KEY));
    let choice = RwSignal::new(C::from_word(&word.unwrap_or_default()));
    Effect::new(move |before: Option<C>| {
        let now = choice.get();
        if before.is_some_and(|before| before != now) {
            remember(around, now);
        }
        now
    });
    choice
}

fn remember<C: Choice>(around: Around, choice: C) {
    if given::<C>(around).is_none() {
        store(around, C::KEY, choice.word());
    }
}

/// What is remembered under a key.
pub(super) fn stored(around: Around, key: &str) -> Option<String> {
    storage()?.get_item(&around.kept_as(key)).ok()?
}

/// Remembers something. A browser that refuses to store (private mode, quota)
/// only forgets.
pub(super) fn store(around: Around, key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(&around.kept_as(key), value);
    }
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok()?
}
