//! What every screen needs: the API, the clock, the preferences, the way
//! about. Provided once per instance.

use super::around::Around;
use super::clock::Clock;
use super::commands::Commands;
use super::door::Door;
use super::faults::Faults;
use super::navigation::Navigation;
use super::preferences::Preferences;
use super::presentation::Presentation;
use super::remote::{RemoteHandle, use_remote};
use super::signing_in::SigningIn;
use crate::api::client::Client;
use crate::api::config::Config;
use crate::api::error::ErrorKind;
use crate::api::relay::Relay;
use crate::domain::capabilities::Capabilities;
use crate::domain::format::Zone;
use crate::domain::timestamp::Timestamp;
use leptos::prelude::*;
use std::rc::Rc;

/// One running console.
#[derive(Clone, Copy)]
pub struct Session {
    client: StoredValue<Client, LocalStorage>,
    door: StoredValue<Door, LocalStorage>,
    /// Whether the API knows who is asking.
    pub signing: SigningIn,
    config: StoredValue<Config>,
    /// The ticking clock.
    pub clock: Clock,
    /// What the operator prefers.
    pub preferences: Preferences,
    /// Where the operator is.
    pub navigation: Navigation,
    /// The page around.
    pub around: Around,
    /// How figures and times are written.
    pub presentation: Presentation,
    /// Who is asking, in which workspace.
    pub capabilities: RemoteHandle<Capabilities>,
    /// Counts the requests for a refresh that came from the keyboard.
    pub refresh: RwSignal<u32>,
    /// What the screen is about, for the breadcrumb and the window title.
    pub title: RwSignal<Option<String>>,
    /// What the screen in view can do.
    pub commands: Commands,
    /// The section that a link leads to within the screen that it opens, by its
    /// name in the page; whoever draws the section takes it.
    pub leads_to: RwSignal<Option<&'static str>>,
}

impl Session {
    /// Starts a console and provides it to the current scope. `None` where the
    /// browser gives no access to its address bar.
    pub fn start(config: Config, around: Around, faults: Faults) -> Option<Self> {
        let navigation = Navigation::start(config.routes, around)?;
        let signing = SigningIn::provide();
        let door = Door::new(config.clone(), around.host(), faults);
        let relay = (!config.is_direct).then(|| Rc::new(door.clone()) as Rc<dyn Relay>);
        let client = Client::new(
            &config,
            around.host(),
            relay,
            Rc::new(move || signing.lapsed(around.is_in_use())),
        );
        let client = StoredValue::new_local(client);
        let preferences = Preferences::restore(around);
        let capabilities = use_remote(
            || Some(()),
            move |(), ask| Box::pin(client.get_value().capabilities(ask)),
        );
        let session = Self {
            client,
            door: StoredValue::new_local(door),
            signing,
            config: StoredValue::new(config.clone()),
            clock: Clock::start(),
            preferences,
            navigation,
            around,
            presentation: Presentation::new(preferences.zone, around, config),
            capabilities,
            refresh: RwSignal::new(0),
            title: RwSignal::new(None),
            commands: Commands::new(),
            leads_to: RwSignal::new(None),
        };
        provide_context(session);
        Some(session)
    }

    /// How long ago a remote value was read, ticking: "12 s ago".
    pub fn age<T: Send + Sync + 'static>(self, remote: RemoteHandle<T>) -> Memo<Option<String>> {
        Memo::new(move |_| {
            let fetched = Timestamp::from_ms(remote.state.with(|state| state.fetched_at())?);
            let now = self.clock.get();
            let ago = self
                .presentation
                .written_in(&Zone::Utc, now, |formats| formats.ago(&fetched));
            Some(ago)
        })
    }

    /// Asks again whenever the key for it is pressed, until the scope ends.
    pub fn follow_key<T: Send + Sync + 'static>(self, remote: RemoteHandle<T>) {
        Effect::new(move |before: Option<u32>| {
            let asked = self.refresh.get();
            if before.is_some_and(|before| before != asked) {
                remote.refresh();
            }
            asked
        });
    }

    /// Whether the API is known to have a part of the contract. Tracked.
    pub fn offers(self, part: &str) -> bool {
        self.capabilities
            .state
            .with(|state| state.value().is_some_and(|known| known.offers(part)))
    }

    /// Whether the API has a part of the contract, as far as is known: what it
    /// has not denied yet keeps its place on screen meanwhile. Tracked.
    pub fn may_offer(self, part: &str) -> bool {
        self.capabilities.state.with(|state| match state.value() {
            Some(known) => known.offers(part),
            // Who is not signed in has been denied nothing yet.
            None => state
                .error()
                .is_none_or(|error| error.kind == ErrorKind::SignedOut),
        })
    }

    /// The deployment's settings.
    pub fn config(self) -> Config {
        self.config.get_value()
    }

    /// Whether the console itself has a part in the sign-in.
    pub fn is_signed_in_here(self) -> bool {
        self.config
            .with_value(|config| !config.is_direct || config.can_sign_out)
    }

    /// Whether the deployment hides a part of the navigation.
    pub fn hides(self, part: &str) -> bool {
        self.config
            .with_value(|config| config.hide.iter().any(|hidden| hidden == part))
    }

    /// The way to the API, with all of the settings.
    pub fn door(self) -> Door {
        self.door.get_value()
    }

    /// The API.
    pub fn client(self) -> Client {
        self.client.get_value()
    }
}

/// The console that the current scope belongs to.
pub fn use_session() -> Session {
    expect_context::<Session>()
}
