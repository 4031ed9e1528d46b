//! Asking again by itself: at the pace that was chosen, quiet while nobody
//! looks, and no faster than the API asks for.

use super::clock::is_visible;
use super::remote::RemoteHandle;
use super::session::Session;
use crate::domain::polling::{Pace, spread};
use leptos::prelude::*;

/// The clock ticks once a second, and not to the millisecond.
const TICK: i64 = 500;

/// How a remote value is followed.
#[derive(Clone, Copy)]
pub struct Following {
    /// Seconds between two requests; `None` while none is wanted.
    pub every: Signal<Option<u32>>,
    /// Longest pause after failures, in seconds.
    pub longest: i64,
    /// Seconds from the first answer, or from a return to the page, to the
    /// first request; values that are followed together spread by it.
    pub first: Option<i64>,
}

impl Following {
    fn pace(self, every: u32) -> Pace {
        Pace {
            every: i64::from(every),
            longest: self.longest,
        }
    }

    /// Seconds until the next try, as they are told to the operator.
    pub fn wait<T: Send + Sync + 'static>(self, remote: RemoteHandle<T>) -> Option<i64> {
        let pace = self.pace(self.every.get()?);
        let retry_after = remote
            .state
            .with(|state| state.error().and_then(|error| error.retry_after()));
        Some(pace.wait(remote.failures.get(), retry_after))
    }

    /// Starts; ends with the current scope.
    pub fn start<T: Send + Sync + 'static>(self, session: Session, remote: RemoteHandle<T>) {
        let clock = session.clock;
        let asked = StoredValue::new(None::<Asked>);
        Effect::new(move |_| {
            let now = clock.get();
            let is_asking = remote.state.with(|state| state.is_asking());
            let Some(wait) = self.wait(remote) else {
                asked.set_value(Some(Asked::at(now)));
                return;
            };
            let every = self.every.get_untracked().map_or(0, i64::from) * 1000;
            let started = |first: Option<i64>| Asked {
                early: first.map_or(0, |first| every.saturating_sub(first * 1000)),
                ..Asked::at(now)
            };
            let Some(mut last) = asked.get_value() else {
                asked.set_value(Some(started(self.first)));
                return;
            };
            let pause = match remote.failures.get_untracked() {
                0 => wait * 1000 - last.early,
                // After a failure it is the API that says how soon.
                _ => spread(wait, last.chance),
            };
            if is_asking && !last.is_asking {
                last = Asked::at(now);
            } else if !is_asking && may_ask(session) && now - last.at >= pause - TICK {
                let was_away = now - last.at >= pause + every;
                asked.set_value(Some(started(self.first.filter(|_| was_away))));
                remote.refresh();
                return;
            }
            last.is_asking = is_asking;
            asked.set_value(Some(last));
        });
    }
}

/// Whether somebody looks, and is signed in.
fn may_ask(session: Session) -> bool {
    is_visible() && !session.signing.is_out.get_untracked()
}

/// The latest request.
#[derive(Clone, Copy)]
struct Asked {
    at: i64,
    is_asking: bool,
    /// What lengthens the pause when it fails, 0 to 1.
    chance: f64,
    /// By how many milliseconds sooner the next one comes when all is well.
    early: i64,
}

impl Asked {
    fn at(at: i64) -> Self {
        Self {
            at,
            is_asking: true,
            chance: js_sys::Math::random(),
            early: 0,
        }
    }
}
