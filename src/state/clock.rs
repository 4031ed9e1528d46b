//! The ticking clock. Only ages and running durations read it.

use leptos::prelude::*;
use std::time::Duration;

/// The client's clock, epoch milliseconds.
pub fn now() -> i64 {
    js_sys::Date::now() as i64
}

/// A clock that ticks once a second while the page is visible.
#[derive(Clone, Copy, Debug)]
pub struct Clock(RwSignal<i64>);

impl Clock {
    /// Starts ticking; stops when the current owner goes.
    pub fn start() -> Self {
        let time = RwSignal::new(now());
        let tick = move || {
            if is_visible() {
                time.set(now());
            }
        };
        if let Ok(handle) = set_interval_with_handle(tick, Duration::from_secs(1)) {
            on_cleanup(move || handle.clear());
        }
        Self(time)
    }

    /// The current time, tracked: the caller runs again every second.
    pub fn get(self) -> i64 {
        self.0.get()
    }
}

/// Whether somebody can see the page.
pub fn is_visible() -> bool {
    document().visibility_state() == web_sys::VisibilityState::Visible
}
