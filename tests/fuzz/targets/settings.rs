//! `config.json`, as it is read for the first figures and in full.

use super::{Came, hold, sign};
use ringside::api::config::Config;
use ringside::api::config::settings::{Settings, is_fatal};
use ringside::domain::link::web_link;

pub fn run(input: &[u8]) -> Came {
    let text = String::from_utf8_lossy(input);
    let config = Config::read(text.clone().into_owned());
    hold(config.text == text, || {
        "the file is not kept as it was".to_owned()
    })?;
    let (settings, faults) = Settings::read(&text);
    let is_said = faults.iter().all(|fault| !fault.problem.is_empty());
    hold(is_said, || format!("{faults:?}"))?;
    hold(!config.is_broken || faults.iter().any(is_fatal), || {
        "a broken file is read".to_owned()
    })?;
    for origin in &settings.embedding_origins {
        let host = origin.split_once("://").map_or("", |(_, host)| host);
        let is_host = !host.is_empty()
            && !host.contains(|c: char| c.is_whitespace() || "/?#@;,*'\"\\".contains(c));
        hold(is_host, || format!("{origin:?} is an origin"))?;
    }
    for (label, address) in &settings.links {
        let is_mail = address.to_ascii_lowercase().starts_with("mailto:");
        hold(
            !label.is_empty() && (is_mail || web_link(address).is_some()),
            || format!("{label:?} leads to {address:?}"),
        )?;
    }
    // What may be asked at once has to be an address that is not told as a fault.
    let is_told = faults
        .iter()
        .any(|fault| fault.problem.contains("no address of an API"));
    hold(!config.is_direct || !is_told, || {
        format!("{:?} is asked, and told as a fault", config.api_base)
    })?;
    let mut places: Vec<String> = faults
        .iter()
        .map(|fault| {
            fault
                .path
                .chars()
                .filter(|c| !c.is_ascii_digit())
                .take(30)
                .collect()
        })
        .collect();
    places.truncate(12);
    Ok(sign((
        config.is_direct,
        config.read_only,
        settings.auth.is_some(),
        places,
    )))
}
