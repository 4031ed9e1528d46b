//! Sentinels in the address of the call log: as a campaign, or as the search.

use super::sentinel::{STAND_IN, asked_for, at, decoded};
use axum::extract::Query;
use axum::http::Uri;

/// The first campaign or search text of the call log that is a sentinel.
pub fn called_id(uri: &Uri) -> Option<String> {
    let Query(pairs) = Query::<Vec<(String, String)>>::try_from_uri(uri).ok()?;
    pairs
        .into_iter()
        .find_map(|(key, value)| (is_called(&key) && asked_for(&value).is_some()).then_some(value))
}

fn is_called(key: &str) -> bool {
    key == "campaign" || key == "q"
}

/// The call log with the stand-in for each sentinel.
pub fn of_stand_in(uri: &Uri) -> Option<Uri> {
    let pairs: Vec<String> = uri
        .query()
        .unwrap_or_default()
        .split('&')
        .map(|pair| match pair.split_once('=') {
            Some((key, value)) if is_called(key) && asked_for(&decoded(value)).is_some() => {
                format!("campaign={STAND_IN}")
            }
            _ => pair.to_owned(),
        })
        .collect();
    at(uri, &format!("{}?{}", uri.path(), pairs.join("&")))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::sentinel::{Place, Sentinel};

    fn of(address: &str) -> Option<Sentinel> {
        Sentinel::of(&address.parse().unwrap())
    }

    #[test]
    fn the_call_log_fails_for_a_sentinel_among_its_campaigns() {
        for (asked, good) in [
            (
                "/api/calls?state=ringing&campaign=fault-503&sort=started",
                "/api/calls?state=ringing&campaign=cmp_8f3k2q&sort=started",
            ),
            ("/calls?q=fault-503%7Ea", "/calls?campaign=cmp_8f3k2q"),
        ] {
            let sentinel = of(asked).unwrap();
            assert_eq!(sentinel.place, Place::Calls);
            assert_eq!(sentinel.good_uri.to_string(), good);
        }
        assert_eq!(of("/calls?campaign=cmp_8f3k2q&q=fault"), None);
    }
}
