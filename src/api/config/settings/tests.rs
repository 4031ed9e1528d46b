use super::*;
use proptest::prelude::*;

fn told(json: &str) -> Vec<String> {
    let (_, faults) = Settings::read(json);
    faults.iter().map(ToString::to_string).collect()
}

#[test]
fn a_file_with_everything_is_read_without_a_fault() {
    let json = include_str!("../../../../tests/e2e/config_full.json");
    let (settings, faults) = Settings::read(json);
    assert_eq!(faults, Vec::new());
    let file: serde_json::Value = serde_json::from_str(json).unwrap();
    let keys: Vec<&str> = file.as_object().unwrap().keys().map(|key| &**key).collect();
    let mut known = KEYS.to_vec();
    known.sort_unstable();
    assert_eq!(keys, known, "the sample has every key");
    assert_eq!(settings.mapping.unwrap().variables.len(), 1);
    assert_eq!(settings.workspace.unwrap().name, "Northwind");
    assert_eq!(settings.hide, ["triage", "calls"]);
    assert_eq!(settings.links.len(), 2);
    assert_eq!(settings.embedding_origins, ["https://portal.example"]);
}

#[test]
fn every_mistake_is_told_at_once_with_its_key_and_a_fix() {
    let json = r#"{"apiBaes":"x","apiBase":"ftp://x","routes":"Path","mapping":{"variables":{"a":1}},
        "auth":{"mode":"oauth"},"workspace":{"id":"w"},"project":7,"features":{"readOnly":"yes","hide":["traige"]},
        "locale":"de_DE!","currency":"euro","timeZone":"","links":[{"label":"x","url":"javascript:1"}],
        "embeddingOrigins":["https://*.example","https://a.example/"]}"#;
    let faults = told(json);
    for expected in [
        "apiBaes: \"apiBaes\" is not a key here. Did you mean \"apiBase\"",
        "apiBase: \"ftp://x\" is no address of an API.",
        "routes: \"Path\" is no kind of address. Write one of hash, path.",
        "mapping: \"url\" is missing.",
        "auth.mode: \"oauth\" is no mode.",
        "workspace: \"name\" is missing.",
        "project: this is 7. Write a string.",
        "features.readOnly: this is a string. Write true or false.",
        "features.hide[0]: \"traige\" is no part of the navigation.",
        "locale: \"de_DE!\" is no language tag.",
        "currency: \"euro\" is no currency.",
        "timeZone: it is empty.",
        "links[0].url: this address may not be followed.",
        "embeddingOrigins[0]: \"https://*.example\" is no origin.",
        "embeddingOrigins[1]: \"https://a.example/\" is no origin.",
    ] {
        let found = faults.iter().any(|fault| fault.starts_with(expected));
        assert!(found, "{expected:?} is not among {faults:#?}");
    }
    let (_, all) = Settings::read(json);
    let fatal: Vec<&str> = all
        .iter()
        .filter(|f| is_fatal(f))
        .map(|f| &*f.path)
        .collect();
    assert_eq!(fatal, ["apiBase", "routes", "mapping", "auth.mode"]);
}

#[test]
fn a_file_that_is_no_settings_at_all_is_named_for_what_it_is() {
    for (text, problem) in [
        ("", "the file is empty"),
        (
            "<!doctype html><title>x</title>",
            "the answer is a web page",
        ),
        ("HTTP 503", "the host answered HTTP 503"),
        ("[]", "this is JSON, but no object"),
        ("{\"a\":1,}", "this is not JSON, line 1, column 8"),
        (
            "{\"routes\":",
            "this is not JSON at routes, line 1, column 11",
        ),
    ] {
        let (_, faults) = Settings::read(text);
        assert_eq!(faults.len(), 1);
        let fault = &faults[0];
        assert!(fault.problem.starts_with(problem), "{text}: {fault:?}");
        assert!(is_fatal(fault) && !fault.fix.is_empty());
    }
}

#[test]
fn only_letters_and_the_web_may_be_linked_to() {
    for (url, fine) in [
        ("https://wiki.example/runbook", true),
        ("mailto:ops@example.com", true),
        ("MAILTO:ops@example.com", true),
        ("mailto:", false),
        ("mailto:a@b\r\nbcc:x", false),
        ("data:text/html,x", false),
        ("tel:+1", false),
    ] {
        let quoted = crate::domain::json::quoted(url);
        let (settings, _) =
            Settings::read(&format!(r#"{{"links":[{{"label":"x","url":{quoted}}}]}}"#));
        assert_eq!(settings.links.len() == 1, fine, "{url}");
    }
}

#[test]
fn the_published_schema_knows_the_same_keys() {
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("../../../../docs/config.schema.json")).unwrap();
    let keys = |at: &serde_json::Value| {
        let object = at["properties"].as_object().unwrap();
        let mut keys: Vec<String> = object.keys().cloned().collect();
        keys.sort();
        keys
    };
    let sorted = |keys: &[&str]| {
        let mut keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
        keys.sort();
        keys
    };
    assert_eq!(keys(&schema), sorted(&KEYS));
    assert_eq!(keys(&schema["$defs"]["auth"]), sorted(&Auth::KEYS));
    let hide = &schema["properties"]["features"]["properties"]["hide"]["items"]["enum"];
    let hide: Vec<&str> = hide
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|v| v.as_str())
        .collect();
    assert_eq!(hide, HIDEABLE);
}

proptest! {
    #[test]
    fn no_text_panics(text: String, key in "[a-zA-Z]{0,12}", value in "[ -~]{0,20}") {
        Settings::read(&text);
        Settings::read(&format!("{{\"{key}\":{value}}}"));
    }
}

#[test]
fn a_letter_is_addressed_and_nothing_else_of_it_is_set() {
    let link = |url: &str| told(&format!(r#"{{"links":[{{"label":"x","url":"{url}"}}]}}"#));
    assert!(link("mailto:ops@dialer.example").is_empty());
    for url in [
        "mailto:ops@dialer.example?bcc=x@y.example&body=z",
        "mailto:?to=a@b.example",
        "mailto:ops",
    ] {
        assert_eq!(link(url).len(), 1, "{url}");
    }
}
