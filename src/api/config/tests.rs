use super::*;

fn read(json: &str) -> Config {
    Config::read(json.to_owned())
}

#[test]
fn every_key_is_optional() {
    let none = read("{}");
    assert_eq!((&*none.api_base, none.routes), ("api", Routes::Hash));
    assert!(none.is_direct && !none.is_broken && !none.read_only);
    let all = read(
        r#"{"apiBase":"https://x.example/v1","routes":"path","locale":"de-DE","currency":"EUR",
            "timeZone":"Europe/Berlin","features":{"readOnly":true}}"#,
    );
    assert_eq!(
        (&*all.api_base, all.routes),
        ("https://x.example/v1", Routes::Path)
    );
    assert_eq!(
        [&*all.locale, &*all.currency, &*all.time_zone],
        ["de-DE", "EUR", "Europe/Berlin"]
    );
    assert!(all.read_only);
}

#[test]
fn a_file_that_is_no_object_is_broken_and_nothing_else_is() {
    for text in ["", "[]", "7", "<!doctype html>", "{\"apiBase\":"] {
        assert!(read(text).is_broken, "{text}");
    }
    let odd = read(r#"{"apiBase":7,"routes":null,"features":[],"auth":1}"#);
    assert!(!odd.is_broken);
    assert_eq!(odd.api_base, "api");
}

#[test]
fn only_what_the_browser_does_by_itself_is_asked_directly() {
    for (json, direct) in [
        (r#"{"auth":{}}"#, true),
        (r#"{"auth":{"mode":"proxy"}}"#, true),
        (r#"{"auth":{"mode":"cookie","signInUrl":"/login"}}"#, true),
        (r#"{"auth":{"csrf":{"cookie":"c","header":"X-C"}}}"#, false),
        (r#"{"auth":{"mode":"none","signedOut":[]}}"#, false),
        (r#"{"auth":{"mode":"basic"}}"#, false),
        (r#"{"auth":{"mode":"nonsense"}}"#, false),
        (r#"{"mapping":"m.json"}"#, false),
    ] {
        assert_eq!(read(json).is_direct, direct, "{json}");
    }
}

#[test]
fn an_address_that_cannot_be_an_api_is_not_asked() {
    for (base, fits) in [
        ("api", true),
        ("../../api", true),
        ("/api/v1:beta", true),
        ("//dialer.example/api", true),
        ("HTTPS://dialer.example:8443/@v1/", true),
        ("http://[::1]:8080", true),
        ("", false),
        (" ", false),
        ("../../api?x=1", false),
        ("api#x", false),
        ("my api", false),
        ("ftp://dialer", false),
        ("https:///api", false),
        ("http://user:pw@dialer.example/api", false),
        ("//user:pw@dialer.example/api", false),
        ("http:user:pw@dialer.example", false),
        ("http:\\\\user:pw@dialer.example", false),
    ] {
        let json = format!("{{\"apiBase\":\"{base}\"}}");
        assert_eq!(read(&json).is_direct, fits, "{base}");
        let (_, faults) = settings::Settings::read(&json);
        assert_eq!(faults.is_empty(), fits, "{base}");
        let told = faults.iter().map(ToString::to_string).collect::<String>();
        assert!(!told.contains("pw"), "{told}");
    }
    assert!(!read(r#"{"apiBase":7}"#).is_direct);
}
