//! Where the operator is. leptos_router's location layer keeps the address
//! bar; the screens see only our pure [`Route`].

use crate::api::config::Routes;
use crate::domain::route::Route;
use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationProvider, Url};
use wasm_bindgen::JsValue;

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
    routes: Routes,
    location: StoredValue<BrowserUrl, LocalStorage>,
}

impl Navigation {
    /// Starts listening to the address bar. `None` where the browser gives no
    /// access to it.
    pub fn start(routes: Routes) -> Option<Self> {
        let browser = BrowserUrl::new().ok()?;
        browser.init(None);
        let url = browser.as_url().clone();
        let route = Memo::new(move |_| Route::parse(&url.with(|url| address_of(url, routes))));
        let location = StoredValue::new_local(browser);
        let navigation = Self {
            route,
            routes,
            location,
        };
        navigation.keep_address_bar();
        Some(navigation)
    }

    /// The current route, tracked.
    pub fn route(self) -> Memo<Route> {
        self.route
    }

    /// The address of a route, for a link.
    pub fn href(self, route: &Route) -> String {
        match self.routes {
            Routes::Hash => format!("#{}", route.format()),
            Routes::Path => route.format(),
        }
    }

    /// The address of a route that can be sent to somebody.
    pub fn absolute(self, route: &Route) -> String {
        let location = window().location();
        let origin = location.origin().unwrap_or_default();
        format!("{origin}{}", self.full_path(route))
    }

    /// Goes to a route. The window's scroll stays where it is.
    pub fn go(self, route: &Route, entry: Entry) {
        let path = self.full_path(route);
        let (Ok(url), Ok(history)) = (BrowserUrl::parse(&path), window().history()) else {
            return;
        };
        let entered = match entry {
            Entry::New => history.push_state_with_url(&JsValue::NULL, "", Some(&path)),
            Entry::Replaced => history.replace_state_with_url(&JsValue::NULL, "", Some(&path)),
        };
        if entered.is_ok() {
            self.location
                .with_value(|browser| browser.as_url().set(url));
        }
    }

    fn full_path(self, route: &Route) -> String {
        match self.routes {
            Routes::Hash => {
                let location = window().location();
                let path = location.pathname().unwrap_or_default();
                let search = location.search().unwrap_or_default();
                format!("{path}{search}#{}", route.format())
            }
            Routes::Path => route.format(),
        }
    }

    /// After a jump of several entries back, the location layer believes that
    /// a link to its last address needs no new entry, and the address bar
    /// falls behind the page. Whoever copies the address would send the wrong
    /// view, so it is put right here.
    fn keep_address_bar(self) {
        let url = self.location.with_value(|browser| browser.as_url().clone());
        Effect::new(move |_| {
            let wanted = url.with(full_path_of);
            let shown = BrowserUrl::current()
                .map(|url| full_path_of(&url))
                .unwrap_or_default();
            if wanted != shown
                && let Ok(history) = window().history()
            {
                let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&wanted));
            }
        });
    }
}

fn full_path_of(url: &Url) -> String {
    let question = if url.search().is_empty() { "" } else { "?" };
    [url.path(), question, url.search(), url.hash()].concat()
}

fn address_of(url: &Url, routes: Routes) -> String {
    match routes {
        Routes::Hash => url.hash().trim_start_matches('#').to_owned(),
        Routes::Path if url.search().is_empty() => url.path().to_owned(),
        Routes::Path => format!("{}?{}", url.path(), url.search()),
    }
}
