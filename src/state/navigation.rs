//! Where the operator is. On a page of its own the console follows the address
//! bar, which leptos_router's location layer keeps; embedded it follows what
//! the page around says, and touches neither its address nor its history. The
//! screens see only our pure [`Route`].

use super::around::Around;
use crate::api::config::Routes;
use crate::domain::json::quoted;
use crate::domain::link::is_link_base;
use crate::domain::route::Route;
use address_bar::AddressBar;
use leptos::prelude::*;

mod address_bar;

/// How an address is entered into the browser's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// As a new entry: Back returns to where the operator was.
    New,
    /// In place of the current one.
    Replaced,
}

/// The current route and the means to change it.
#[derive(Clone, Copy)]
pub struct Navigation {
    route: Memo<Route>,
    place: Place,
}

/// What the route is kept in.
#[derive(Clone, Copy)]
enum Place {
    Bar(AddressBar),
    Host {
        /// What the page around was last told, or has last said.
        told: RwSignal<String>,
        around: Around,
    },
}

/// What stands before a route in the address of a link, where the page around
/// names nothing else.
const LINK_BASE: &str = "#";

/// Where a console keeps the place that it last wanted to go to by itself.
const WANTED: &str = "wanted";

impl Navigation {
    /// Starts to follow the address bar, or the page around. `None` where the
    /// browser gives no access to the address bar.
    pub fn start(routes: Routes, around: Around) -> Option<Self> {
        if around.is_embedded() {
            let first = around.host().text("route");
            let told = RwSignal::new(first.unwrap_or_else(|| "/".to_owned()));
            return Some(Self {
                route: Memo::new(move |_| told.with(|told| Route::parse(told))),
                place: Place::Host { told, around },
            });
        }
        let folder = around.host().text("folder").unwrap_or_default();
        let bar = AddressBar::start(routes, &folder)?;
        Some(Self {
            route: Memo::new(move |_| Route::parse(&bar.address())),
            place: Place::Bar(bar),
        })
    }

    /// The current route, tracked.
    pub fn route(self) -> Memo<Route> {
        self.route
    }

    /// The address of a route, for a link.
    pub fn href(self, route: &Route) -> String {
        match self.place {
            Place::Bar(bar) => bar.href(route),
            Place::Host { around, .. } => {
                let base = base_of(around);
                let base = base.as_deref().unwrap_or(LINK_BASE);
                [base, &*route.format()].concat()
            }
        }
    }

    /// The address of a route that can be sent to somebody. `None` where only
    /// the page around could name one, and does not.
    pub fn absolute(self, route: &Route) -> Option<String> {
        match self.place {
            Place::Bar(bar) => Some(bar.absolute(route)),
            Place::Host { around, .. } => {
                let base = base_of(around)?;
                let page = document().base_uri().ok()??;
                let address = [base, route.format()].concat();
                let url = web_sys::Url::new_with_base(&address, &page).ok()?;
                Some(url.href())
            }
        }
    }

    /// Goes to a route. The window's scroll stays where it is. A page around is
    /// told first, and may keep it for itself.
    pub fn go(self, route: &Route, entry: Entry) {
        match self.place {
            Place::Bar(bar) => bar.go(route, entry),
            Place::Host { told, around } => {
                let address = route.format();
                around.host().set(WANTED, &address);
                let replace = match entry {
                    Entry::New => "false}",
                    Entry::Replaced => "true}",
                };
                let detail = ["{\"route\":", &*quoted(&address), ",\"replace\":", replace];
                if around.emit("navigate", &detail.concat()) {
                    told.set(address);
                }
            }
        }
    }

    /// Whether the console itself wanted to go there, and not the page around
    /// alone.
    pub fn is_own(self, route: &Route) -> bool {
        match self.place {
            Place::Bar(_) => true,
            Place::Host { around, .. } => around.host().text(WANTED) == Some(route.format()),
        }
    }

    /// Goes where the page around says.
    pub fn follow(self, address: &str) {
        if let Place::Host { told, .. } = self.place {
            // As we write it ourselves, so that what is said twice changes nothing.
            let address = Route::parse(address).format();
            if told.with_untracked(|told| *told != address) {
                told.set(address);
            }
        }
    }
}

/// What the page around says that stands before a route, if it may.
fn base_of(around: Around) -> Option<String> {
    let said = around.host().text("linkBase")?;
    is_link_base(&said).then_some(said)
}
