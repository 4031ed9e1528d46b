//! The events that follow what the console's signals say.

use crate::api::error::{ApiError, ErrorKind};
use crate::domain::event::Event;
use crate::domain::selection::{Open, changes, opened};
use crate::state::around::Around;
use crate::state::preferences::Preferences;
use crate::state::session::Session;
use crate::state::telling::{Hearing, hear, tell};
use leptos::prelude::*;

/// Tells of them until the current scope ends.
pub fn start(session: Session) {
    let around = session.around;
    let route = session.navigation.route();
    Effect::new(move |before: Option<Vec<Open>>| {
        let now = route.with(opened);
        for change in changes(&before.unwrap_or_default(), &now) {
            tell(around, &Event::Select(change));
        }
        now
    });
    let is_out = session.signing.is_out;
    Effect::new(move |before: Option<bool>| {
        let now = is_out.get();
        if now && before != Some(true) {
            tell(around, &Event::AuthRequired);
        }
        now
    });
    hear(Hearing {
        failed,
        wish: Preferences::give,
    });
}

/// That nobody is signed in is an event of its own.
fn failed(around: Around, error: &ApiError) {
    if error.kind != ErrorKind::SignedOut {
        tell(
            around,
            &Event::Failed {
                kind: error.kind.word(),
                message: error.kind.plain(),
                request_id: error.request_id.clone(),
            },
        );
    }
}
