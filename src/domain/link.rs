//! Addresses that an API sends for people to follow.

/// Schemes that may be followed; `javascript:`, `data:` and the rest may not.
const SCHEMES: [&str; 2] = ["https://", "http://"];

/// The address when it may be offered as a link: of the web, or a path on the
/// console's own host, and without characters that browsers drop while they
/// read an address (a line break inside a scheme would hide it from this check).
pub fn web_link(raw: &str) -> Option<String> {
    let trimmed = raw.trim();
    let starts = |scheme: &str| {
        trimmed
            .get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    let own = trimmed.starts_with('/') && !trimmed.starts_with("//") && !trimmed.contains('\\');
    let allowed = own || SCHEMES.iter().any(|scheme| starts(scheme));
    let odd = trimmed.chars().any(|c| c.is_control() || c.is_whitespace());
    (allowed && !odd).then(|| trimmed.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_may_be_followed() {
        for address in [
            "https://crm.example/contacts/88",
            "HTTP://crm.example",
            " https://a.example/ ",
            "/uploads/upl_1/skipped.csv",
        ] {
            assert_eq!(web_link(address).as_deref(), Some(address.trim()));
        }
        for address in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "https:/\n/evil.example",
            "//evil.example",
            "/\\evil.example",
            "https://a.example/a b",
            "",
            "httpsé",
        ] {
            assert_eq!(web_link(address), None, "{address:?}");
        }
    }
}
