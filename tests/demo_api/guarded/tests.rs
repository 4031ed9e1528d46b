use super::Mode;
use super::sessions::Sessions;
use axum::http::{HeaderMap, HeaderName, HeaderValue};

fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
    let pair = |(name, value): &(&'static str, &str)| {
        let name = HeaderName::from_bytes(name.as_bytes()).expect("a name");
        (name, HeaderValue::from_str(value).expect("a value"))
    };
    pairs.iter().map(pair).collect()
}

#[test]
fn each_mode_lets_its_own_sign_through_until_it_expires() {
    let mut sessions = Sessions::default();
    let session = sessions.begin();
    let bearer = format!("Bearer {session}");
    let cookie = format!("a=b; demo_session={session}; csrftoken=t");
    for (mode, sent) in [
        (Mode::Login, headers(&[("authorization", &bearer)])),
        (Mode::Host, headers(&[("authorization", &bearer)])),
        (
            Mode::Basic,
            headers(&[("authorization", "Basic ZGFuYTpvcGVuLXNlc2FtZS03")]),
        ),
        (Mode::Key, headers(&[("x-demo-key", "key-5ecre7")])),
        (Mode::Cookie, headers(&[("cookie", &cookie)])),
    ] {
        assert!(sessions.allows(mode, &sent, false).is_ok());
        assert!(sessions.allows(mode, &HeaderMap::new(), false).is_err());
    }
    let plain = headers(&[("cookie", &cookie)]);
    assert!(
        sessions.allows(Mode::Cookie, &plain, true).is_err(),
        "without the token"
    );
    let repeated = headers(&[("cookie", &cookie), ("x-csrftoken", "t")]);
    assert!(sessions.allows(Mode::Cookie, &repeated, true).is_ok());
    sessions.expire();
    let sent = headers(&[("authorization", &bearer)]);
    assert!(sessions.allows(Mode::Login, &sent, false).is_err());
    let key = headers(&[("x-demo-key", "key-5ecre7")]);
    assert!(sessions.allows(Mode::Key, &key, false).is_err(), "once");
    assert!(sessions.allows(Mode::Key, &key, false).is_ok());
}
