//! The optional refresh interval of the campaign page: the operator's choice.

use crate::state::live::Opened;
use crate::state::polling::Following;
use leptos::prelude::*;

/// Longest pause between two tries after failures, in seconds.
const LONGEST: i64 = 300;

/// Starts following the preference; ends with the current scope.
pub fn start(page: Opened) {
    page.session.follow_key(page.remote);
    following(page).start(page.session, page.remote);
}

/// How the snapshot is followed.
pub fn following(page: Opened) -> Following {
    let interval = page.session.preferences.interval;
    Following {
        every: Signal::derive(move || interval.get().seconds()),
        longest: LONGEST,
        first: None,
    }
}
