//! Whether the API still knows who is asking, and what waits until it does.

use leptos::prelude::*;
use std::rc::Rc;

/// The session at the API, as far as the answers tell.
#[derive(Clone, Copy)]
pub struct SigningIn {
    /// Whether the last word of the API was that nobody is signed in.
    pub is_out: RwSignal<bool>,
    /// Whether the operator is being asked to sign in.
    pub is_asked: RwSignal<bool>,
    /// Counts the times that somebody signed in.
    round: RwSignal<u32>,
}

impl SigningIn {
    /// Makes it known to everything below.
    pub fn provide() -> Self {
        let signing = Self {
            is_out: RwSignal::new(false),
            is_asked: RwSignal::new(false),
            round: RwSignal::new(0),
        };
        provide_context(signing);
        signing
    }

    /// An answer says that nobody is signed in. Whoever does not work in this
    /// console is not interrupted by a question.
    pub fn lapsed(self, is_in_use: bool) {
        self.is_out.try_set(true);
        if is_in_use {
            self.is_asked.try_set(true);
        }
    }

    /// Somebody signed in: what failed without is asked for again.
    pub fn done(self) {
        self.is_asked.set(false);
        self.is_out.set(false);
        self.round.update(|round| *round = round.wrapping_add(1));
    }

    /// Calls `ask` when somebody has signed in and `failed` says that it is
    /// waited for; until the current scope ends.
    pub fn follow(self, failed: Rc<dyn Fn() -> bool>, ask: Rc<dyn Fn()>) {
        Effect::new(move |before: Option<u32>| {
            let round = self.round.get();
            if before.is_some_and(|before| before != round) && failed() {
                ask();
            }
            round
        });
    }
}
