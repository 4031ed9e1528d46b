//! Addresses that an API sends for people to follow.

/// Schemes that may be followed; `javascript:`, `data:` and the rest may not.
const SCHEMES: [&str; 2] = ["https://", "http://"];

/// The address when it may be offered as a link: of the web, or a path on the
/// console's own host. Without characters that browsers drop or turn while they
/// read an address (a line break inside a scheme would hide it from this
/// check), and without a name before the host, which only passes for one.
pub fn web_link(raw: &str) -> Option<String> {
    let address = raw.trim();
    let web = SCHEMES.iter().find_map(|scheme| after(address, scheme));
    let is_followed = match web {
        Some(rest) => {
            let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
            !host.is_empty() && !host.contains('@')
        }
        None => address.starts_with('/') && !address.starts_with("//"),
    };
    (is_followed && is_plain(address)).then(|| address.to_owned())
}

/// Whether a text may stand before a route in the address of a link: an address
/// of the web or of the own host, or the beginning of a query or of a fragment
/// of the page around. Kept small: it comes with the first figures.
pub fn is_link_base(raw: &str) -> bool {
    let plain = |byte: u8| byte > b' ' && byte != b'\\' && byte != 0x7F;
    let begins = match raw.as_bytes() {
        [b'#' | b'?', ..] => true,
        [b'/', rest @ ..] => rest.first() != Some(&b'/'),
        _ => SCHEMES.iter().any(|scheme| raw.starts_with(scheme)),
    };
    begins && raw.bytes().all(plain)
}

/// What follows a scheme, however it is written.
fn after<'a>(address: &'a str, scheme: &str) -> Option<&'a str> {
    let (start, rest) = address.split_at_checked(scheme.len())?;
    start.eq_ignore_ascii_case(scheme).then_some(rest)
}

fn is_plain(address: &str) -> bool {
    let odd = |c: char| c.is_control() || c.is_whitespace() || c == '\\';
    !address.contains(odd)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::route::Route;
    use proptest::prelude::*;

    #[test]
    fn only_addresses_of_the_web_may_be_followed() {
        for address in [
            "https://crm.example/contacts/88",
            "HTTP://crm.example",
            " https://a.example/ ",
            "/uploads/upl_1/skipped.csv",
            "https://a.example/mail/a@b.example?to=c@d.example",
            "https://a.example/?next=javascript:alert(1)",
            "https://[2001:db8::1]:8443/x",
        ] {
            assert_eq!(web_link(address).as_deref(), Some(address.trim()));
        }
        for address in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            "javascript://https://a.example/%0aalert(1)",
            "data:text/html,x",
            "blob:https://a.example/1",
            "https:/\n/evil.example",
            "https:evil.example",
            "https:///evil.example",
            "https://",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https://a.example\\@evil.example",
            "https://bank.example@evil.example/",
            "https://user:secret@a.example/",
            "https://a.example/a b",
            "%6aavascript:alert(1)",
            "\u{1}https://a.example",
            "",
            "httpsé",
        ] {
            assert_eq!(web_link(address), None, "{address:?}");
        }
    }

    #[test]
    fn a_base_of_links_may_also_begin_within_the_page_around() {
        for base in [
            "#",
            "#/ringside",
            "?view=",
            "/calls#",
            "https://a.example/x#",
        ] {
            assert!(is_link_base(base), "{base:?}");
        }
        for base in ["", "x", "javascript:", "//evil.example", "#\n", "data:,"] {
            assert!(!is_link_base(base), "{base:?}");
        }
    }

    /// The scheme that a browser reads, as the URL standard has it: without
    /// controls and spaces around, and without tabs and line breaks anywhere.
    fn scheme_of(address: &str) -> Option<String> {
        let read: String = address
            .trim_matches(|c: char| c <= ' ')
            .chars()
            .filter(|c| !['\t', '\n', '\r'].contains(c))
            .collect();
        let (scheme, _) = read.split_once(':')?;
        let known = |(at, c): (usize, char)| {
            c.is_ascii_alphabetic() || at > 0 && (c.is_ascii_digit() || "+-.".contains(c))
        };
        let is_scheme = !scheme.is_empty() && scheme.chars().enumerate().all(known);
        is_scheme.then(|| scheme.to_ascii_lowercase())
    }

    /// Whether a browser would read the host that is written, and no other.
    fn is_safe(address: &str) -> bool {
        let body = match scheme_of(address).as_deref() {
            Some("http" | "https") => address.split_once("://"),
            Some(_) => None,
            None => Some(("", address.strip_prefix('/').unwrap_or("//"))),
        };
        body.is_some_and(|(_, rest)| !rest.starts_with(['/', '\\']))
            && !address.contains(|c: char| c.is_control() || c.is_whitespace() || c == '\\')
    }

    /// Pieces that attacks are made of, in any order, beside any characters.
    fn attack() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            "(?i:javascript|data|vbscript|file|blob|ftp|https?|mailto|wss?|about|view-source)",
            Just(":".to_owned()),
            Just("//".to_owned()),
            Just("\\".to_owned()),
            Just("@".to_owned()),
            "[\t\n\r\u{0}-\u{20}\u{a0}\u{200b}\u{202e}\u{feff}]",
            "%[0-9a-fA-F]{2}",
            "[a-z.0-9/?#&=]{1,8}",
            any::<char>().prop_map(String::from),
        ];
        prop::collection::vec(piece, 0..10).prop_map(|pieces| pieces.concat())
    }

    /// How addresses of views begin, and how none has to.
    const VIEWS: [&str; 4] = ["/campaigns/", "/records/", "/triage?campaign=", ""];

    proptest! {
        #[test]
        fn no_link_leaves_the_web(address in attack()) {
            if let Some(link) = web_link(&address) {
                prop_assert!(is_safe(&link), "{link:?}");
                prop_assert_eq!(&link, address.trim());
            }
        }

        #[test]
        fn no_scheme_but_two_is_followed(scheme in "[a-zA-Z][a-zA-Z0-9+.-]{0,11}", rest in "[ -~]{0,20}") {
            let is_web = ["http", "https"].iter().any(|web| scheme.eq_ignore_ascii_case(web));
            prop_assume!(!is_web);
            prop_assert_eq!(web_link(&format!("{scheme}:{rest}")), None);
            prop_assert_eq!(web_link(&format!("{scheme}://{rest}")), None);
            let base = [&*scheme, ":", &*rest].concat();
            prop_assert!(!is_link_base(&base));
        }

        #[test]
        fn what_is_written_in_another_case_is_the_same(address in "[hH][tT][tT][pP][sS]?://[a-z.]{1,9}/[!-~&&[^\\\\]]{0,9}") {
            prop_assert!(web_link(&address).is_some());
        }

        #[test]
        fn a_name_before_the_host_is_none(user in "[!-~&&[^/?#\\\\]]{0,9}", path in "[a-z/]{0,9}") {
            prop_assert_eq!(web_link(&format!("https://{user}@a.example/{path}")), None);
        }

        /// What an operator types or is sent is a view of ours, and its address is a path; or it
        /// is none, and nothing links to it.
        #[test]
        fn every_view_is_a_path_behind_any_base(address in attack(), view in prop::sample::select(&VIEWS), base in attack()) {
            let route = Route::parse(&[view, &address].concat());
            let address = route.format();
            let path = address.split('?').next().unwrap_or_default();
            let is_view = !matches!(route, Route::NotFound(_));
            let is_path = path.starts_with('/') && !path.starts_with("//") && is_plain(path);
            prop_assert!(!is_view || is_path, "{address:?}");
            if is_link_base(&base) {
                prop_assert!(base.starts_with(['#', '?']) || scheme_of(&base).is_none_or(|scheme| scheme.starts_with("http")), "{base:?}");
                prop_assert!(!base.starts_with("//") && !base.contains(['\\', '\n', '\r', '\t', ' ']), "{base:?}");
            }
        }
    }
}
