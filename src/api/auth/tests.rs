use super::*;
use crate::api::exchange::{Incoming, Verb};

fn read(json: &str) -> (Auth, Vec<String>) {
    let document = Document::parse(json).unwrap();
    let faults = Faults::default();
    let auth = Auth::read(&At::root(document.root(), &faults));
    let told = faults.all().iter().map(ToString::to_string).collect();
    (auth, told)
}

fn mode(json: &str) -> Mode {
    let (auth, faults) = read(json);
    assert_eq!(faults, Vec::<String>::new(), "{json}");
    auth.mode
}

const LOGIN: &str = r#"{"mode":"login","token":"data.token","request":
    {"path":"/auth/token","body":{"username":"{user}","password":"{password}","kind":1}}}"#;

#[test]
fn every_mode_is_read_with_its_defaults() {
    assert_eq!(mode("{}"), Mode::default());
    assert_eq!(mode(r#"{"mode":"host"}"#), Mode::Host);
    assert_eq!(mode(r#"{"mode":"basic"}"#), Mode::Basic);
    assert_eq!(mode(r#"{"mode":"none"}"#), Mode::None);
    assert_eq!(mode(r#"{"mode":"proxy"}"#), Mode::Proxy);
    let header = "X-API-Key".to_owned();
    assert_eq!(mode(r#"{"mode":"key"}"#), Mode::Key { header });
    let cookie = mode(
        r#"{"mode":"cookie","signInUrl":"/login","csrf":{"cookie":"csrftoken","header":"X-CSRFToken"}}"#,
    );
    let csrf = Csrf {
        cookie: "csrftoken".to_owned(),
        header: "X-CSRFToken".to_owned(),
    };
    assert_eq!(
        cookie,
        Mode::Cookie {
            csrf: Some(csrf),
            sign_in_url: Some("/login".to_owned())
        }
    );
    let Mode::Login(login) = mode(LOGIN) else {
        panic!("not a login");
    };
    assert_eq!(
        (&*login.header, &*login.scheme),
        ("Authorization", "Bearer")
    );
    assert_eq!(login.request.verb, Verb::Post);
}

#[test]
fn a_mistake_is_told_with_its_key_and_a_fix() {
    for (json, told) in [
        ("7", "this is 7. Write an object."),
        (
            r#"{"mode":"oauth"}"#,
            "mode: \"oauth\" is no mode. Write one of cookie, host",
        ),
        (
            r#"{"mode":"basic","heder":"x"}"#,
            "heder: \"heder\" is not a key here.",
        ),
        (
            r#"{"mode":"key","header":"X Key"}"#,
            "header: \"X Key\" is no name of a header.",
        ),
        (r#"{"mode":"login"}"#, "\"request\" is missing"),
        (
            r#"{"mode":"login","token":"t","request":{"path":"https://evil.example","body":{"p":"{password}"}}}"#,
            "request.path: this leaves the API's own address.",
        ),
        (
            r#"{"mode":"login","token":"t","request":{"path":"/t","body":{"p":"x"}}}"#,
            "request.body: the password is sent nowhere.",
        ),
        (
            r#"{"signedOut":[{"status":7}]}"#,
            "signedOut[0].status: this is 7. Write a whole number from 200 on.",
        ),
        (
            r#"{"signInUrl":"javascript:alert(1)"}"#,
            "signInUrl: this is no address that may be opened.",
        ),
        (r#"{"csrf":{"cookie":"c"}}"#, "csrf: \"header\" is missing."),
    ] {
        let (_, faults) = read(json);
        let found = faults.iter().any(|fault| fault.contains(told));
        assert!(found, "{json} told {faults:?}, not {told:?}");
    }
}

#[test]
fn a_login_sends_what_was_typed_and_nothing_else() {
    let Mode::Login(login) = mode(LOGIN) else {
        panic!("not a login");
    };
    let sent = login
        .request
        .filled("https://api.example/v1/", "{password}", "a\"b{user}");
    assert_eq!(sent.url, "https://api.example/v1/auth/token");
    let body: serde_json::Value = serde_json::from_str(&sent.body.unwrap()).unwrap();
    assert_eq!(
        body,
        serde_json::json!({"username":"{password}","password":"a\"b{user}","kind":1})
    );
    let form = SignInRequest {
        form: true,
        ..login.request.clone()
    };
    let sent = form.filled("api", "a&b", "ü =");
    assert_eq!(
        sent.body.as_deref(),
        Some("username=a%26b&password=%C3%BC%20%3D&kind=1")
    );
    for (body, token) in [
        (r#"{"data":{"token":"t1"}}"#, Some("t1")),
        (r#"{"data":{"token":""}}"#, None),
        (r#"{"data":{"token":null}}"#, None),
        (r#"{"token":"t1"}"#, None),
        ("<html>", None),
    ] {
        assert_eq!(login.token_of(body.as_bytes()).as_deref(), token, "{body}");
    }
}

#[test]
fn an_answer_means_signed_out_when_all_that_is_said_of_it_holds() {
    let (auth, _) = read(
        r#"{"signedOut":[{"status":403,"path":"detail","contains":"not authenticated"},
            {"status":419},{"status":200,"path":"error.code","contains":"7"}]}"#,
    );
    let answer = |status: u16, body: &str| Incoming {
        status,
        headers: Vec::new(),
        body: body.as_bytes().to_vec(),
    };
    for (status, body, out) in [
        (403, r#"{"detail":"Not Authenticated"}"#, true),
        (403, r#"{"detail":"Forbidden"}"#, false),
        (403, r#"{"message":"Not authenticated"}"#, false),
        (403, "", false),
        (419, "", true),
        (200, r#"{"error":{"code":7}}"#, true),
        (200, r#"{"error":{}}"#, false),
    ] {
        let answer = answer(status, body);
        let found = auth.signed_out.iter().any(|known| known.matches(&answer));
        assert_eq!(found, out, "{status} {body}");
    }
}
