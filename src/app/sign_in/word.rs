//! A word that the panel says after the page was started anew. It is kept for
//! this tab, says nothing of anyone, and is taken once.

use leptos::prelude::window;

const PLACE: &str = "ringside.signedOut";

/// Why the page was started anew.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// Another operator was signed in.
    SomeoneElse,
    /// The API did not confirm the end of the session.
    Unconfirmed,
}

const WORDS: [(Word, &str, &str); 2] = [
    (
        Word::SomeoneElse,
        "other",
        "Someone else was signed in here. What they had on screen is gone; sign in once more to begin.",
    ),
    (
        Word::Unconfirmed,
        "unconfirmed",
        "You are signed out here. The API did not confirm it: the session there may last until it expires.",
    ),
];

/// Leaves it for the page that starts next.
pub fn leave(word: Word) {
    let known = WORDS.iter().find(|(known, ..)| *known == word);
    if let (Some(storage), Some((_, name, _))) = (storage(), known) {
        // A browser that stores nothing starts anew without a word.
        let _ = storage.set_item(PLACE, name);
    }
}

/// Takes what was left, as it is told.
pub fn taken() -> Option<String> {
    let storage = storage()?;
    let left = storage.get_item(PLACE).ok().flatten()?;
    let _ = storage.remove_item(PLACE);
    let known = WORDS.iter().find(|(_, name, _)| *name == left);
    known.map(|(.., told)| (*told).to_owned())
}

fn storage() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}
