//! The optional refresh interval: the operator's choice, quiet while nobody
//! looks, and no faster than the API asks for.

use crate::state::clock::is_visible;
use crate::state::live::Opened;
use leptos::prelude::*;

/// Longest pause between two tries after failures, in seconds.
const LONGEST: i64 = 300;

/// Starts following the preference; ends with the current scope.
pub fn start(page: Opened) {
    let preference = page.session.preferences.interval;
    let clock = page.session.clock;
    page.session.follow_key(page.remote);
    let last_try = StoredValue::new(0_i64);
    Effect::new(move |_| {
        let now = clock.get();
        let Some(seconds) = preference.get().seconds() else {
            last_try.set_value(now);
            return;
        };
        let asking = page.remote.state.with(|state| state.is_asking());
        if asking || last_try.get_value() == 0 {
            last_try.set_value(now);
        } else if is_visible()
            && now - last_try.get_value() >= wait(page, i64::from(seconds)) * 1000
        {
            last_try.set_value(now);
            page.remote.refresh();
        }
    });
}

/// Seconds until the next try: the interval, doubled for every failure in a
/// row, and never shorter than `Retry-After`.
pub fn wait(page: Opened, interval: i64) -> i64 {
    let failures = page.remote.failures.get().min(6);
    let asked = page
        .remote
        .state
        .with(|state| state.error().and_then(|error| error.retry_after()));
    let backed_off = interval.saturating_mul(1 << failures).min(LONGEST);
    backed_off.max(asked.map_or(0, i64::from))
}
