//! Addresses: of views, of links, and their parts.

use super::{Came, hold, sign};
use ringside::domain::link::{is_link_base, web_link};
use ringside::domain::percent::{decoded, encoded, pairs};
use ringside::domain::route::{CallQuery, RecordQuery, Route};
use ringside::domain::saved_view;

pub fn run(input: &[u8]) -> Came {
    let text = String::from_utf8_lossy(input);
    let route = Route::parse(&text);
    let address = route.format();
    hold(Route::parse(&address) == route, || {
        format!("{address:?} is not where {text:?} leads")
    })?;
    hold(Route::parse(&address).format() == address, || {
        format!("{address:?} does not come to rest")
    })?;
    let path = address.split('?').next().unwrap_or_default();
    let is_view = !matches!(route, Route::NotFound(_));
    let is_path = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains(|c: char| c.is_control() || c.is_whitespace() || c == '\\');
    hold(!is_view || is_path, || format!("{address:?} is no path"))?;
    let link = web_link(&text);
    if let Some(link) = &link {
        let lower = link.to_ascii_lowercase();
        let is_web = lower.starts_with("https://") || lower.starts_with("http://");
        let is_own = link.starts_with('/') && !link.starts_with("//");
        hold(
            (is_web || is_own) && !link.contains(['\n', '\r', '\t', '\\', '\0', ' ']),
            || format!("{link:?} is offered"),
        )?;
    }
    let is_base = is_link_base(&text);
    hold(
        !is_base || !text.starts_with("//") && !text.contains(['\\', '\n', ' ']),
        || format!("{text:?} is a base"),
    )?;
    hold(decoded(&encoded(&text)) == text, || {
        format!("{text:?} is not read back")
    })?;
    let pairs = pairs(&text).count();
    hold(pairs <= text.len(), || format!("{pairs} pairs"))?;
    views(&text)?;
    let kind = format!("{route:?}");
    let kind = kind
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    Ok(sign((
        kind,
        address.matches('&').count(),
        link.is_some(),
        is_base,
    )))
}

/// Views that were saved are what is read of them, however often.
fn views(text: &str) -> Result<(), String> {
    macro_rules! at_rest {
        ($($query:ty),*) => {$({
            let read = saved_view::read::<$query>(text);
            let again = saved_view::read::<$query>(&saved_view::written(&read));
            hold(again == read, || format!("{again:?} is read of {read:?}"))?;
        })*};
    }
    at_rest!(CallQuery, RecordQuery);
    Ok(())
}
