//! The address bar of a page that is the console's own.

use super::Entry;
use crate::api::config::Routes;
use crate::domain::route::Route;
use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationProvider, Url};
use wasm_bindgen::JsValue;

/// The browser's location, and how routes are written into it.
#[derive(Clone, Copy)]
pub struct AddressBar {
    routes: Routes,
    /// What stands before a route that is written as a path: the folder of the
    /// page, without the slash at its end.
    folder: StoredValue<String>,
    location: StoredValue<BrowserUrl, LocalStorage>,
}

impl AddressBar {
    /// Starts listening, on a page in `folder`. `None` where the browser gives
    /// no access to it.
    pub fn start(routes: Routes, folder: &str) -> Option<Self> {
        let folder = match routes {
            Routes::Hash => "",
            Routes::Path => folder.trim_end_matches('/'),
        };
        let browser = BrowserUrl::new().ok()?;
        // Links beyond the folder are the browser's own.
        browser.init(Some(folder.to_owned().into()));
        let bar = Self {
            routes,
            folder: StoredValue::new(folder.to_owned()),
            location: StoredValue::new_local(browser),
        };
        bar.keep_true();
        Some(bar)
    }

    /// The route's text in it, tracked.
    pub fn address(self) -> String {
        self.location
            .with_value(|browser| browser.as_url().with(|url| self.address_of(url)))
    }

    /// The address of a route, for a link.
    pub fn href(self, route: &Route) -> String {
        match self.routes {
            Routes::Hash => ["#", &*route.format()].concat(),
            Routes::Path => self.path_of(route),
        }
    }

    /// The address of a route that can be sent to somebody.
    pub fn absolute(self, route: &Route) -> String {
        let origin = window().location().origin().unwrap_or_default();
        [origin, self.full_path(route)].concat()
    }

    /// Goes to a route.
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
                [&*path, &*search, "#", &*route.format()].concat()
            }
            Routes::Path => self.path_of(route),
        }
    }

    fn path_of(self, route: &Route) -> String {
        self.folder
            .with_value(|folder| [&**folder, &*route.format()].concat())
    }

    fn address_of(self, url: &Url) -> String {
        match self.routes {
            Routes::Hash => url.hash().trim_start_matches('#').to_owned(),
            Routes::Path => {
                let path = url.path();
                let below = self
                    .folder
                    .with_value(|folder| path.strip_prefix(&**folder));
                let question = if url.search().is_empty() { "" } else { "?" };
                [below.unwrap_or(path), question, url.search()].concat()
            }
        }
    }

    /// After a jump of several entries back, the location layer believes that
    /// a link to its last address needs no new entry, and the address bar
    /// falls behind the page. Whoever copies the address would send the wrong
    /// view, so it is put right here.
    fn keep_true(self) {
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
