//! The one polite live region of an instance.

use leptos::prelude::*;

/// Says things to screen readers through the instance's [`LiveRegion`].
#[derive(Clone, Copy, Debug)]
pub struct Announcer {
    said: RwSignal<String>,
}

impl Announcer {
    /// An announcer that has said nothing yet.
    pub fn new() -> Self {
        Self {
            said: RwSignal::new(String::new()),
        }
    }

    /// Says `text` once the screen reader is idle. Saying the same text again
    /// is announced again.
    pub fn say(self, text: &str) {
        let Some(again) = self.said.try_with_untracked(|said| said == text) else {
            return;
        };
        // Screen readers ignore a text that did not change.
        let text = if again {
            [text, "\u{a0}"].concat()
        } else {
            text.to_owned()
        };
        self.said.try_set(text);
    }

    /// What was said last.
    pub fn said(self) -> Signal<String> {
        self.said.into()
    }
}

impl IsDisposed for Announcer {
    fn is_disposed(&self) -> bool {
        self.said.is_disposed()
    }
}

impl Default for Announcer {
    fn default() -> Self {
        Self::new()
    }
}

/// The place where an [`Announcer`] speaks; invisible. Once per instance.
#[component]
pub fn LiveRegion(
    /// Who speaks here.
    announcer: Announcer,
) -> impl IntoView {
    view! { <p class="visually-hidden" role="status" aria-live="polite">{announcer.said()}</p> }
}
