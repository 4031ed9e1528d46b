//! From the bytes of an answer to its value, or to the place that did not fit.

use crate::domain::block::Unreadable;
use crate::domain::json::{self, FromJson};

/// Decodes an answer. The error names the JSON path that did not fit and what
/// was expected there; for answers that are no JSON at all the path is empty.
pub fn decode<T: FromJson>(bytes: &[u8]) -> Result<T, Unreadable> {
    json::decode(json_of(bytes)?)
}

/// The text of an answer that is at least meant as JSON.
pub(super) fn json_of(bytes: &[u8]) -> Result<&str, Unreadable> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Err(whole_answer("JSON, and the answer is not text"));
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match text.trim_start().bytes().next() {
        None => Err(whole_answer("JSON, and the answer is empty")),
        Some(b'<') => Err(whole_answer("JSON, and the answer is a web page")),
        Some(b'{' | b'[') => Ok(text),
        Some(_) => Err(whole_answer("JSON, and the answer is something else")),
    }
}

fn whole_answer(expected: &str) -> Unreadable {
    Unreadable {
        path: String::new(),
        expected: expected.to_owned(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::snapshot::Snapshot;
    use proptest::prelude::*;

    const MINIMAL: &str = r#"{"captured_at":"2026-11-12T20:32:08Z",
        "campaign":{"id":"cmp_1","name":"Q4","status":"running"}}"#;

    fn trouble(answer: &[u8]) -> (String, String) {
        let unreadable = decode::<Snapshot>(answer).unwrap_err();
        (unreadable.path, unreadable.expected)
    }

    #[test]
    fn an_answer_that_is_no_json_is_named_for_what_it_is() {
        for (answer, expected) in [
            (&b""[..], "JSON, and the answer is empty"),
            (b" \n ", "JSON, and the answer is empty"),
            (
                b"<!doctype html><title>502</title>",
                "JSON, and the answer is a web page",
            ),
            (b"\n<html>", "JSON, and the answer is a web page"),
            (b"Bad gateway", "JSON, and the answer is something else"),
            (b"\xff\xfe{}", "JSON, and the answer is not text"),
        ] {
            assert_eq!(trouble(answer), (String::new(), expected.to_owned()));
        }
    }

    #[test]
    fn a_cut_answer_says_where_it_ends() {
        let cut = MINIMAL.find("running").unwrap();
        assert_eq!(
            trouble(&MINIMAL.as_bytes()[..cut]),
            (
                "campaign.status".to_owned(),
                "more JSON, and the answer is cut off".to_owned()
            )
        );
    }

    #[test]
    fn the_place_that_does_not_fit_is_named() {
        for (from, to, path, expected) in [
            ("\"cmp_1\"", "17", "campaign.id", "a string"),
            (
                ",\"status\":\"running\"",
                "",
                "campaign.status",
                "a value, and the field is missing",
            ),
            (
                "\"2026-11-12T20:32:08Z\"",
                "null",
                "captured_at",
                "a string",
            ),
        ] {
            let answer = MINIMAL.replace(from, to);
            assert_eq!(
                trouble(answer.as_bytes()),
                (path.to_owned(), expected.to_owned())
            );
        }
        assert_eq!(trouble(b"[]"), (String::new(), "an object".to_owned()));
    }

    #[test]
    fn a_byte_order_mark_is_no_trouble() {
        let marked = ["\u{feff}", MINIMAL].concat();
        assert_eq!(
            decode::<Snapshot>(marked.as_bytes()),
            decode(MINIMAL.as_bytes())
        );
    }

    proptest! {
        #[test]
        fn no_answer_panics(answer: Vec<u8>, cut in 0..MINIMAL.len()) {
            let _ = decode::<Snapshot>(&answer);
            prop_assert!(decode::<Snapshot>(&MINIMAL.as_bytes()[..cut]).is_err());
        }
    }
}
