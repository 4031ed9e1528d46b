use super::*;

#[test]
fn every_sentence_ends_and_names_its_code() {
    let cases = [
        (ErrorKind::Unreachable, "not reachable"),
        (ErrorKind::TimedOut(20), "no answer in 20 s"),
        (ErrorKind::Stalled(60), "nothing more for 60 s"),
        (ErrorKind::SignedOut, "signed out"),
        (ErrorKind::Redirected, "redirected"),
        (ErrorKind::ReadOnly, "read-only"),
        (ErrorKind::Forbidden(None), "HTTP 403"),
        (
            ErrorKind::NotFound(Some("No such campaign.".into())),
            "HTTP 404",
        ),
        (ErrorKind::Conflict(None), "HTTP 409"),
        (ErrorKind::RateLimited(Some(7)), "HTTP 429"),
        (
            ErrorKind::Refused {
                status: 422,
                message: None,
            },
            "HTTP 422",
        ),
        (
            ErrorKind::Unsupported("Filter by one status at a time.".into()),
            "not supported",
        ),
        (
            ErrorKind::ServerFailed {
                status: 503,
                message: None,
                retry_after: Some(30),
            },
            "HTTP 503",
        ),
        (
            ErrorKind::Unreadable {
                path: "counts.total".into(),
                expected: "a whole number, and it is text".into(),
            },
            "unreadable answer",
        ),
    ];
    for (kind, cause) in cases {
        let error = ApiError::new(kind);
        assert_eq!(error.cause(), cause);
        assert!(error.to_string().ends_with('.'), "{error}");
        assert!(error.advice().ends_with('.'));
    }
}

#[test]
fn the_wait_comes_from_the_api_alone() {
    assert_eq!(
        ApiError::new(ErrorKind::RateLimited(Some(7))).retry_after(),
        Some(7)
    );
    assert_eq!(ApiError::new(ErrorKind::Unreachable).retry_after(), None);
}
