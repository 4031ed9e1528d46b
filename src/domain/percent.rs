//! Text inside addresses.

/// Percent-encodes everything but RFC 3986's unreserved characters, so that the
/// text is one path segment or one query value.
pub fn encoded(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |half: u8| {
        let digit = DIGITS.get(usize::from(half)).copied().unwrap_or_default();
        char::from(digit)
    };
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            encoded.push(digit(byte >> 4));
            encoded.push(digit(byte & 15));
        }
    }
    encoded
}

/// Whether a text can be a segment of a path at all: browsers leave the path by
/// `.` and `..`, encoded or not, and servers may pass over an empty one.
pub fn is_segment(text: &str) -> bool {
    !matches!(text, "" | "." | "..")
}

/// A text as one segment of a path. What cannot be one becomes a replacement
/// character, which is nobody's ID: it leads nowhere, and it is not found.
pub fn segment(text: &str) -> String {
    encoded(if is_segment(text) { text } else { "\u{fffd}" })
}

/// Reads percent-encoded text. A `%` that starts no code stays as it is, and
/// bytes that are not UTF-8 become replacement characters.
pub fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        match (first, code(after)) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

fn code(text: &[u8]) -> Option<u8> {
    let half = |at: usize| char::from(*text.get(at)?).to_digit(16);
    u8::try_from(half(0)? << 4 | half(1)?).ok()
}

/// The names and values of a query, in order, decoded; `+` is a space.
pub fn pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let text = |part: &str| decoded(&part.replace('+', " "));
            (text(name), text(value))
        })
}

/// A query under construction.
#[derive(Default)]
pub struct QueryText(String);

impl QueryText {
    /// Adds `name=value`, both encoded.
    pub fn push(&mut self, name: &str, value: &str) {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        self.0.push_str(&encoded(name));
        self.0.push('=');
        self.0.push_str(&encoded(value));
    }

    /// The query, without a question mark in front.
    pub fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn text_that_is_no_code_stays() {
        for (text, plain) in [
            ("a%2Fb", "a/b"),
            ("100%", "100%"),
            ("%zz%4", "%zz%4"),
            ("%e2%82%ac", "€"),
            ("%ff", "\u{fffd}"),
            ("%%41", "%A"),
            ("%+1", "%+1"),
        ] {
            assert_eq!(decoded(text), plain);
        }
    }

    #[test]
    fn a_plus_is_a_space_and_a_plus_sign_travels_encoded() {
        let query: Vec<_> = pairs("q=two+words&from=%2B1312&&flag").collect();
        let expected = [("q", "two words"), ("from", "+1312"), ("flag", "")];
        let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(query, expected);
    }

    proptest! {
        #[test]
        fn any_text_travels_as_one_segment(text: String) {
            let encoded = encoded(&text);
            prop_assert!(!encoded.contains(['/', '?', '#', '&', '=', '+', ' ']));
            prop_assert_eq!(decoded(&encoded), text);
        }

        #[test]
        fn no_text_climbs_out_of_a_path(text in prop_oneof!["\\PC{0,9}", "[.]{0,3}", "[.%2eE/]{0,6}"]) {
            let segment = segment(&text);
            prop_assert!(is_segment(&decoded(&segment)));
            prop_assert!(!segment.contains('/'));
            if is_segment(&text) {
                prop_assert_eq!(decoded(&segment), text);
            }
        }
    }
}
