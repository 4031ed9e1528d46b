//! What the operator prefers, remembered in this browser. Nothing secret and
//! nothing about customers is ever stored. What a page around has set holds
//! instead, and is not remembered.

use super::around::Around;
use leptos::prelude::*;

mod choice;

pub use choice::{Choice, Density, Interval, Theme, ZoneChoice};

const PREFIX: &str = "ringside.";

/// Everything that is remembered.
#[derive(Clone, Copy, Debug)]
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
    /// The zone that the page around has named: it holds for every time.
    pub named_zone: RwSignal<Option<String>>,
    /// What the page around has set, by its key, so that nobody chooses it here.
    given: RwSignal<Vec<&'static str>>,
}

impl Preferences {
    /// Reads what is remembered, and remembers every change from here on.
    pub fn restore(around: Around) -> Self {
        let hidden = stored("columns").unwrap_or_default();
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
                store("columns", &columns.join(","));
            }
            columns
        });
        let given = RwSignal::new(Vec::new());
        let preferences = Self {
            theme: remembered(given),
            zone: remembered(given),
            interval: remembered(given),
            density: remembered(given),
            hidden_columns,
            named_zone: RwSignal::new(None),
            given,
        };
        for key in GIVEN {
            if let Some(word) = around.host().text(key) {
                preferences.give(key, &word);
            }
        }
        preferences
    }

    /// The page around sets a preference; one that it cannot set is left alone.
    pub fn give(self, key: &str, word: &str) {
        let Some(key) = GIVEN.into_iter().find(|known| *known == key) else {
            return;
        };
        self.given.update(|given| {
            if !given.contains(&key) {
                given.push(key);
            }
        });
        match key {
            Theme::KEY => self.theme.set(Theme::from_word(word)),
            Density::KEY => self.density.set(Density::from_word(word)),
            _ => {
                let choice = ZoneChoice::from_word(word);
                let is_name = choice.word() != word;
                self.zone.set(choice);
                self.named_zone.set(is_name.then(|| word.to_owned()));
            }
        }
    }

    /// Whether the page around has set it. Tracked.
    pub fn is_given<C: Choice>(self, _: RwSignal<C>) -> bool {
        self.given.with(|given| given.contains(&C::KEY))
    }
}

/// What a page around may set.
const GIVEN: [&str; 3] = [Theme::KEY, Density::KEY, ZoneChoice::KEY];

fn remembered<C: Choice>(given: RwSignal<Vec<&'static str>>) -> RwSignal<C> {
    let choice = RwSignal::new(C::from_word(&stored(C::KEY).unwrap_or_default()));
    Effect::new(move |before: Option<C>| {
        let now = choice.get();
        let is_own = given.with_untracked(|given| !given.contains(&C::KEY));
        if is_own && before.is_some_and(|before| before != now) {
            store(C::KEY, now.word());
        }
        now
    });
    choice
}

/// What is remembered under a key.
pub(super) fn stored(key: &str) -> Option<String> {
    storage()?.get_item(&format!("{PREFIX}{key}")).ok()?
}

/// Remembers something. A browser that refuses to store (private mode, quota)
/// only forgets.
pub(super) fn store(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(&format!("{PREFIX}{key}"), value);
    }
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok()?
}
