//! Making the way to an API: from its settings to what signs and asks.

use super::{Faults, Known};
use crate::api::access::Access;
use crate::api::auth::Auth;
use crate::api::checked::fault::Fault;
use crate::api::config::Config;
use crate::api::config::settings::{Settings, is_fatal};
use crate::api::foreign::Foreign;
use crate::api::guarded::Guarded;
use crate::api::host::Host;
use crate::api::mapping::Mapping;
use crate::api::relay::Relay;
use crate::state::faults::CONFIG;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

/// What a mapping is called where its faults are told.
const MAPPING: &str = "the mapping";

/// Makes the way that the settings describe.
pub fn open(
    config: Config,
    host: Host,
    told: Faults,
) -> Pin<Box<dyn Future<Output = Option<Known>>>> {
    Box::pin(async move {
        let (settings, faults) = Settings::read(&config.text);
        if faults.iter().any(is_fatal) {
            told.stop(CONFIG, faults);
            return None;
        }
        let mapping = match &settings.mapping {
            Some(_) => match read_mapping(&host).await {
                Ok(mapping) => Some(mapping),
                Err(faults) => {
                    told.stop(MAPPING, faults);
                    return None;
                }
            },
            None => None,
        };
        let mapped = mapping.as_ref().and_then(|mapping| mapping.auth.as_deref());
        let auth = settings.auth.clone();
        let auth = auth.or_else(|| mapped.map(Auth::of_text));
        let mut auth = auth.unwrap_or_default();
        if let Some(mapping) = &mapping {
            auth.signed_out.extend(mapping.errors.signed_out_answers());
        }
        let access = Rc::new(Access::new(&config.api_base, auth, host));
        let own = Rc::clone(&access);
        let relay: Rc<dyn Relay> = match mapping {
            Some(mapping) => Rc::new(Foreign::new(own, mapping, &settings)),
            None => Rc::new(Guarded::new(own)),
        };
        Some(Known {
            relay,
            access,
            settings: Rc::new(settings),
        })
    })
}

/// The mapping that is being fetched since before this module was there.
async fn read_mapping(host: &Host) -> Result<Mapping, Vec<Fault>> {
    let text = host.mapping().await.unwrap_or_default();
    let problem = match text.trim_start() {
        "" => "the file could not be fetched".to_owned(),
        page if page.starts_with('<') => "the answer is a web page".to_owned(),
        refused if refused.starts_with("HTTP ") => format!("the host answered {refused}"),
        _ => return Mapping::read(&text),
    };
    Err(vec![Fault {
        path: String::new(),
        problem,
        fix: "Check \"mapping\" in config.json: it is an address, absolute or relative to the page"
            .to_owned(),
    }])
}
