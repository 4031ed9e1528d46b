//! Addresses that an API sends of its next page: followed only where they lead
//! below the API's own base, or to another page of the same list.

use crate::domain::percent::decoded;

/// What is below `base` at the address `next`, which the answer to `asked`
/// named; `None` when it leads anywhere else. `base` and `asked` are as they
/// were sent: absolute, or from the root of the page's origin.
pub(super) fn below(base: &str, asked: &str, next: &str) -> Option<String> {
    let next = next.trim();
    let next = next.split('#').next().unwrap_or_default();
    if next.is_empty() || next.contains(['\\', '\n', '\r', '\t']) {
        return None;
    }
    let base = base.trim_end_matches('/');
    let (origin, root) = split(base);
    let whole = match split(next) {
        (Some(theirs), path) => {
            if !same_origin(origin?, theirs) {
                return None;
            }
            path.to_owned()
        }
        // From another scheme's word for the same: `//host/path`.
        (None, path) if path.starts_with("//") => {
            let scheme = origin?.split_once("://")?.0;
            let absolute = [scheme, ":", path].concat();
            let (theirs, path) = split(&absolute);
            if !same_origin(origin?, theirs?) {
                return None;
            }
            path.to_owned()
        }
        (None, path) if path.starts_with('/') => path.to_owned(),
        (None, rest) => {
            let asked = split(asked).1;
            let asked = asked.split('?').next().unwrap_or_default();
            match rest.strip_prefix('?') {
                Some(_) => [asked, rest].concat(),
                None => {
                    let folder = asked.rfind('/').and_then(|end| asked.get(..=end));
                    [folder.unwrap_or("/"), rest].concat()
                }
            }
        }
    };
    let rest = whole.strip_prefix(root)?;
    let rest = match rest.strip_prefix('/') {
        Some(rest) => rest,
        None if rest.is_empty() || rest.starts_with('?') => rest,
        None => return None,
    };
    is_below(rest).then(|| rest.to_owned())
}

/// Another page of the list that `asked` is a page of, below `base`, where the
/// address `next` ends in that list's path: behind a proxy an API names its
/// pages by addresses that are not those of the page. Of `next` only the query
/// is taken, so that nothing but this list can be asked.
pub(super) fn of_same_list(base: &str, asked: &str, next: &str) -> Option<String> {
    let next = next.trim().split('#').next().unwrap_or_default();
    let (origin, theirs) = split(next);
    if origin.is_none() && !theirs.starts_with('/') {
        return None;
    }
    let (theirs, query) = theirs.split_once('?')?;
    let own = below(base, asked, asked)?;
    let own = own.split('?').next().filter(|own| !own.is_empty())?;
    let (theirs, segments) = (segments(theirs), segments(own));
    let rest = [own, "?", query].concat();
    (!query.is_empty() && theirs.ends_with(&segments) && is_below(&rest)).then_some(rest)
}

/// Whether two addresses below a base have the same path.
pub(super) fn is_same_path(one: &str, other: &str) -> bool {
    let path = |address: &str| segments(address.split('?').next().unwrap_or_default());
    path(one) == path(other)
}

/// The segments of a path, decoded. Slashes at its ends make no difference.
fn segments(path: &str) -> Vec<String> {
    path.trim_matches('/').split('/').map(decoded).collect()
}

/// Whether an address that is put below a base stays there.
pub(super) fn is_below(rest: &str) -> bool {
    let path = rest.split('?').next().unwrap_or_default();
    let climbs = |segment: &str| matches!(&*decoded(segment), "." | "..");
    let odd = |letter: char| letter.is_control() || letter == '\\' || letter == '#';
    !rest.contains(odd) && !path.starts_with('/') && !path.split('/').any(climbs)
}

/// The origin of an absolute address, and the path with its query.
fn split(address: &str) -> (Option<&str>, &str) {
    let Some((scheme, after)) = address.split_once("://") else {
        return (None, address);
    };
    let is_scheme = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    if scheme.is_empty() || !scheme.chars().all(is_scheme) {
        return (None, address);
    }
    let end = after.find(['/', '?']).unwrap_or(after.len());
    let end = scheme.len() + 3 + end;
    let (origin, path) = address.split_at_checked(end).unwrap_or((address, ""));
    (Some(origin), path)
}

fn same_origin(ours: &str, theirs: &str) -> bool {
    let plain = |origin: &str| {
        let origin = origin.to_ascii_lowercase();
        let port = match origin.split_once("://") {
            Some(("https", _)) => ":443",
            _ => ":80",
        };
        origin.strip_suffix(port).unwrap_or(&origin).to_owned()
    };
    plain(ours) == plain(theirs)
}

/// The address of a relation in a `Link` header:
/// `<https://x/y?page=2>; rel="next", <…>; rel="prev"`.
pub(super) fn link<'a>(header: &'a str, relation: &str) -> Option<&'a str> {
    let mut rest = header;
    while let Some((_, after)) = rest.split_once('<') {
        let (address, after) = after.split_once('>')?;
        let end = after.find('<').unwrap_or(after.len());
        let (parameters, following) = after.split_at_checked(end)?;
        rest = following;
        let named = parameters.split(';').any(|parameter| {
            let parameter = parameter.trim().trim_end_matches(',').trim_end();
            let relations = parameter
                .split_once('=')
                .filter(|(name, _)| name.trim().eq_ignore_ascii_case("rel"));
            relations.is_some_and(|(_, value)| {
                let value = value.trim().trim_matches('"');
                { value.split_ascii_whitespace() }.any(|word| word.eq_ignore_ascii_case(relation))
            })
        });
        if named {
            return Some(address.trim());
        }
    }
    None
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_what_is_below_the_base_is_followed() {
        const BASE: &str = "https://api.example/v1/";
        const ASKED: &str = "https://api.example/v1/calls/log?page=1";
        for (next, expected) in [
            ("https://api.example/v1/calls?page=2", Some("calls?page=2")),
            ("https://API.example:443/v1/calls", Some("calls")),
            ("/v1/calls?after=a%2Fb", Some("calls?after=a%2Fb")),
            ("//api.example/v1/x", Some("x")),
            ("?page=2", Some("calls/log?page=2")),
            ("log?page=2#top", Some("calls/log?page=2")),
            ("/v1?page=2", Some("?page=2")),
            ("https://api.example/v2/calls", None),
            ("https://api.example/v1x/calls", None),
            ("http://api.example/v1/calls", None),
            ("https://api.example.evil/v1/calls", None),
            ("https://api.example@evil/v1/calls", None),
            ("https://evil/v1/calls", None),
            ("//evil/v1/calls", None),
            ("/v1/../admin", None),
            ("/v1/%2e%2E/admin", None),
            ("/v1//evil", None),
            ("../v2", None),
            ("\\\\evil", None),
            ("javascript:alert(1)", Some("calls/javascript:alert(1)")),
            ("", None),
        ] {
            assert_eq!(below(BASE, ASKED, next).as_deref(), expected, "{next}");
        }
        for (next, expected) in [
            ("/api/x?page=2", Some("x?page=2")),
            ("?page=2", Some("x?page=2")),
            ("https://api.example/api/x", None),
            ("//evil/api/x", None),
            ("/apix/y", None),
        ] {
            assert_eq!(
                below("/api", "/api/x?page=1", next).as_deref(),
                expected,
                "{next}"
            );
        }
    }

    #[test]
    fn behind_a_proxy_only_the_query_of_the_same_list_is_taken() {
        const ASKED: &str = "/api/Outreach/Campaigns?size=2";
        for (next, expected) in [
            ("/v3/Outreach/Campaigns?p=2", Some("Outreach/Campaigns?p=2")),
            (
                "https://up.example/v3/Outreach/Campaigns/?p=2#x",
                Some("Outreach/Campaigns?p=2"),
            ),
            (
                "//up.example/Outreach/C%61mpaigns?p=2",
                Some("Outreach/Campaigns?p=2"),
            ),
            ("/v3/Outreach/Campaigns", None),
            ("/v3/Outreach/Campaigns?", None),
            ("/v3/Campaigns?p=2", None),
            ("/v3/xOutreach/Campaigns?p=2", None),
            ("/v3/Outreach/Campaigns/7?p=2", None),
            ("/v3/Outreach/Campaigns?p=\\2", None),
            ("v3/Outreach/Campaigns?p=2", None),
            ("", None),
        ] {
            let taken = of_same_list("/api", ASKED, next);
            assert_eq!(taken.as_deref(), expected, "{next}");
        }
        assert_eq!(of_same_list("/api", "/api?p=1", "/v3?p=2"), None);
    }

    #[test]
    fn a_link_header_is_read_by_relation() {
        let header = "<https://x/a?b=1,2>; title=\"a\"; rel=\"prev\", <?page=3>;rel=next , </l>; REL=\"last x\"";
        assert_eq!(link(header, "next"), Some("?page=3"));
        assert_eq!(link(header, "prev"), Some("https://x/a?b=1,2"));
        assert_eq!(link(header, "x"), Some("/l"));
        assert_eq!(link(header, "first"), None);
        assert_eq!(link("<", "next"), None);
    }

    proptest! {
        #[test]
        fn no_address_panics_or_leaves(next: String, header: String) {
            if let Some(rest) = below("https://h/v1", "https://h/v1/x", &next) {
                prop_assert!(is_below(&rest), "{}", rest);
            }
            if let Some(rest) = of_same_list("https://h/v1", "https://h/v1/x", &next) {
                prop_assert!(rest.starts_with("x?") && is_below(&rest), "{}", rest);
            }
            let _ = link(&header, "next");
        }
    }
}
