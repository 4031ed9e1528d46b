//! Whether what was given is taken, and whom it lets in.

use super::{Panel, word};
use crate::api::auth::{Entered, Mode};
use crate::api::client::{Ask, Fetched};
use crate::api::error::ErrorKind;
use crate::domain::capabilities::{Capabilities, User};
use leptos::prelude::*;

/// Who is in, as the API tells it: the workspace and the person.
#[derive(PartialEq)]
struct Person(String, User);

impl Person {
    fn of(known: &Capabilities) -> Option<Self> {
        let user = known.user.value()?;
        Some(Self(known.workspace.id.clone(), user.clone()))
    }
}

/// What is known of who was in before.
struct Before {
    /// Whether anyone was, as far as can be told.
    was_in: bool,
    person: Option<Person>,
}

impl Panel {
    /// Signs in with what was entered, and goes on; or tells why not.
    pub(super) async fn sign_in(self, entered: &Entered) -> Result<(), String> {
        let before = self.before();
        let access = self.access.get_value();
        let taken = access.sign_in(entered).await;
        taken.map_err(|why| why.told())?;
        let person = self.prove().await?;
        self.go_on(before, person);
        Ok(())
    }

    fn before(self) -> Before {
        let known = self.session.capabilities.state;
        let person = known.with_untracked(|state| Person::of(state.value()?));
        let may_be = |access: &crate::api::access::Access| {
            // Who came with a cookie is not known here: to start anew costs them nothing.
            !access.auth().holds_secret() || access.has_served()
        };
        Before {
            was_in: person.is_some() || self.access.with_value(|access| may_be(access)),
            person,
        }
    }

    /// Whether what was given is taken, and who it is: a question of the
    /// contract tells, as any other would.
    async fn prove(self) -> Result<Option<Person>, String> {
        let Ok(controller) = web_sys::AbortController::new() else {
            return Ok(None);
        };
        let ask = Ask {
            signal: controller.signal(),
            etag: None,
        };
        let error = match self.session.client().capabilities(ask).await {
            Ok(Fetched::New { value, .. }) => return Ok(Person::of(&value)),
            Ok(Fetched::Unchanged) => return Ok(None),
            Err(error) => error,
        };
        let mode = self.access.with_value(|access| access.auth().mode.clone());
        match error.kind {
            ErrorKind::SignedOut => Err(refusal(&mode).to_owned()),
            // A login was answered already: it was let in.
            _ if matches!(mode, Mode::Login(_)) => Ok(None),
            ErrorKind::Unreachable
            | ErrorKind::TimedOut(_)
            | ErrorKind::Redirected
            | ErrorKind::RateLimited(_) => Err(format!("{error} {}", error.advice())),
            // It was let in, and something else is wrong.
            _ => Ok(None),
        }
    }

    /// The same person finds everything as it was. Anyone else, and who cannot
    /// be told apart from them, starts anew: what is on screen is not theirs.
    fn go_on(self, before: Before, person: Option<Person>) {
        let access = self.access.get_value();
        let typed = access.admit();
        let told = before.person.zip(person).map(|(was, is)| was == is);
        let is_same = typed.or(told) == Some(true) && told != Some(false);
        if before.was_in && !is_same {
            if access.auth().asks_operator() {
                word::leave(word::Word::SomeoneElse);
            }
            self.session.around.reload();
            return;
        }
        self.session.signing.done();
        if before.was_in {
            self.session.capabilities.ask();
        }
    }
}

fn refusal(mode: &Mode) -> &'static str {
    match mode {
        Mode::Basic => "The API does not take this name and password.",
        Mode::Key { .. } => "The API does not take this key.",
        Mode::Host => "The API does not take the sign-in of the page around.",
        Mode::None | Mode::Proxy => "The API still answers that nobody is signed in.",
        Mode::Cookie { .. } => "The API still answers that you are signed out.",
        Mode::Login(_) => {
            "The API took the password, but not the token that it gave for it. Tell support: auth.header or auth.scheme may not be what it expects."
        }
    }
}
