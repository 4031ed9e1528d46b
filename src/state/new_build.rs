//! Whether the host has another build than the one that this page runs.

use super::clock::now;
use super::session::Session;
use crate::api::build::build_in;
use crate::living::spawn_with;
use leptos::prelude::*;

/// A page that stays open looks every quarter of an hour.
const EVERY: i64 = 15 * 60_000;
/// One that nobody saw for so long looks when it is seen again.
const AWAY: i64 = 5 * 60_000;

/// What the host has, as far as it is news.
#[derive(Clone, Copy)]
pub struct NewBuild {
    found: RwSignal<Option<String>>,
    put_off: RwSignal<Option<String>>,
}

impl NewBuild {
    /// Starts to look, until the scope ends. A build that has no name of its own,
    /// or is embedded, has nothing to compare.
    pub fn follow(session: Session) -> Self {
        let new = Self {
            found: RwSignal::new(None),
            put_off: RwSignal::new(None),
        };
        let folder = session.around.host().text("folder");
        if let (Some(own), Some(folder)) = (own_build(), folder) {
            new.look_now_and_then(session, own, folder);
        }
        new
    }

    /// Whether there is one that the operator has not put off. Tracked.
    pub fn is_there(self) -> bool {
        let found = self.found.get();
        found.is_some() && found != self.put_off.get()
    }

    /// Says no more of the one that is there.
    pub fn put_off(self) {
        self.put_off.set(self.found.get_untracked());
    }

    /// The clock ticks while somebody can see the page.
    fn look_now_and_then(self, session: Session, own: String, folder: String) {
        let (own, folder) = (StoredValue::new(own), StoredValue::new(folder));
        let looked = StoredValue::new(now());
        Effect::new(move |ticked: Option<i64>| {
            let seen = session.clock.get();
            let was_away = ticked.is_some_and(|ticked| seen - ticked >= AWAY);
            if was_away || seen - looked.get_value() >= EVERY {
                looked.set_value(seen);
                spawn_with(self.found, async move {
                    let Some(folder) = folder.try_get_value() else {
                        return;
                    };
                    if let Some(build) = build_in(&folder).await {
                        let is_own = own.try_with_value(|own| *own == build);
                        let _ = self.found.try_set((is_own == Some(false)).then_some(build));
                    }
                });
            }
            seen
        });
    }
}

/// The name that the build has written into its page.
fn own_build() -> Option<String> {
    let selector = "meta[name=\"ringside-build\"]";
    let named = document().query_selector(selector).ok()??;
    named.get_attribute("content")
}
