//! Making the way to an API: from its settings to what signs and asks.

use super::{Faults, Known};
use crate::api::access::Access;
use crate::api::config::Config;
use crate::api::config::settings::{Settings, is_fatal};
use crate::api::guarded::Guarded;
use crate::state::faults::CONFIG;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

/// Makes the way that the settings describe.
pub fn open(config: Config, told: Faults) -> Pin<Box<dyn Future<Output = Option<Known>>>> {
    Box::pin(async move {
        let (settings, faults) = Settings::read(&config.text);
        if faults.iter().any(is_fatal) {
            told.stop(CONFIG, faults);
            return None;
        }
        let auth = settings.auth.clone().unwrap_or_default();
        let access = Rc::new(Access::new(&config.api_base, auth));
        Some(Known {
            relay: Rc::new(Guarded::new(Rc::clone(&access))),
            access,
            settings: Rc::new(settings),
        })
    })
}
