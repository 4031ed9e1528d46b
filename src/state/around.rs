//! What stands around a console: a page of its own, or the one it is embedded
//! in, of which it touches nothing but its own place.

use crate::api::host::Host;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// What a console was mounted with, for everything in it.
#[derive(Clone, Copy)]
pub struct Around {
    host: StoredValue<Host, LocalStorage>,
    is_embedded: bool,
}

impl Around {
    /// Makes it known to the current scope.
    pub fn provide(host: Host) -> Self {
        let around = Self {
            is_embedded: host.is("embedded"),
            host: StoredValue::new_local(host),
        };
        provide_context(around);
        around
    }

    /// Whether the page around is somebody else's.
    pub fn is_embedded(self) -> bool {
        self.is_embedded
    }

    /// What it was mounted with.
    pub fn host(self) -> Host {
        self.host.get_value()
    }

    /// The same, unless the console is gone.
    pub fn living_host(self) -> Option<Host> {
        self.host.try_get_value()
    }

    /// The name under which the browser keeps something for this console, and,
    /// on somebody else's page, for no console of another API.
    pub fn kept_as(self, key: &str) -> String {
        let api = self.host.try_with_value(|host| host.text("keep")).flatten();
        [&*api.unwrap_or_else(|| "ringside.".to_owned()), key].concat()
    }

    /// The first element of this console that a selector fits.
    pub fn find(self, selector: &str) -> Option<web_sys::Element> {
        let root = self.host.try_with_value(|host| host.member("root"))??;
        let root: web_sys::Element = root.dyn_into().ok()?;
        root.query_selector(selector).ok().flatten()
    }

    /// The zone that the page around has named, when it is none of the choices
    /// of an operator.
    pub fn named_zone(self) -> Option<String> {
        let host = self.living_host().filter(|_| self.is_embedded);
        let said = host?.text("zone");
        said.filter(|zone| !matches!(&**zone, "campaign" | "mine" | "utc"))
    }

    /// Whether somebody works in this console: always on a page of its own, with
    /// the focus inside in somebody else's.
    pub fn is_in_use(self) -> bool {
        !self.is_embedded || self.find(":focus").is_some()
    }

    /// Names the window after what is on screen, until the scope ends; not one
    /// that is somebody else's.
    pub fn name_window(self, name: &str) {
        if !self.is_embedded {
            document().set_title(&[name, " · Ringside"].concat());
        }
    }

    /// Gives the window back its own name.
    pub fn unname_window(self) {
        if !self.is_embedded {
            document().set_title("Ringside");
        }
    }

    /// Starts this console anew: nothing that was read stays.
    pub fn reload(self) {
        let _ = self
            .host
            .try_with_value(|host| host.call("reload", &JsValue::UNDEFINED));
    }

    /// Tells the page around of an event, with its detail as JSON; whether the
    /// console may go on with it.
    pub fn emit(self, name: &str, detail: &str) -> bool {
        let told = self.host.try_with_value(|host| {
            let emit = host.method("emit")?;
            let (name, detail) = (name.into(), detail.into());
            emit.call2(&JsValue::UNDEFINED, &name, &detail).ok()
        });
        told.flatten() != Some(JsValue::FALSE)
    }
}

impl IsDisposed for Around {
    fn is_disposed(&self) -> bool {
        self.host.is_disposed()
    }
}

/// What stands around the console that the current scope belongs to.
pub fn use_around() -> Around {
    expect_context::<Around>()
}
