//! A moment as the dialer wrote it.

use super::calendar;
use super::json::{FromJson, Json, Trouble};

/// A moment in time, with the text it arrived as.
///
/// Text that is not RFC 3339 keeps the timestamp usable: it is shown as it was
/// received, and `ms` is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timestamp {
    /// The text as received.
    pub text: String,
    /// Milliseconds since 1970-01-01T00:00:00Z, when the text could be read.
    pub ms: Option<i64>,
}

impl Timestamp {
    /// Reads RFC 3339 with an offset; never fails, see [`Timestamp::ms`].
    pub fn from_text(text: impl Into<String>) -> Self {
        let text = text.into();
        let ms = calendar::moment(text.trim());
        Self { text, ms }
    }

    /// The moment `ms` milliseconds after 1970-01-01T00:00:00Z, written in UTC.
    ///
    /// Outside of the years 0 to 9999 the text is the number itself.
    pub fn from_ms(ms: i64) -> Self {
        let text = calendar::written(ms).unwrap_or_else(|| ms.to_string());
        Self { text, ms: Some(ms) }
    }
}

impl FromJson for Timestamp {
    fn from_json(json: &Json<'_>, trouble: &mut Trouble) -> Self {
        Self::from_text(String::from_json(json, trouble))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn offsets_and_fractions_are_read() {
        for (text, ms) in [
            ("1970-01-01T00:00:00Z", Some(0)),
            ("2026-11-12T14:32:08-06:00", Some(1_794_515_528_000)),
            ("2026-11-12T20:32:08.250999+00:00", Some(1_794_515_528_250)),
            (" 2026-11-12T20:32:08Z ", Some(1_794_515_528_000)),
            ("1969-12-31T23:59:59.999Z", Some(-1)),
            ("2024-02-29T04:22:89Z", None),
            ("2026-11-12", None),
            ("5 minutes ago", None),
            ("", None),
        ] {
            let timestamp = Timestamp::from_text(text);
            assert_eq!((&*timestamp.text, timestamp.ms), (text, ms));
        }
    }

    proptest! {
        #[test]
        fn a_moment_reads_back_from_its_text(ms in -62_135_596_800_000_i64..253_402_300_799_999) {
            let written = Timestamp::from_ms(ms);
            prop_assert_eq!(Timestamp::from_text(written.text).ms, Some(ms));
        }

        #[test]
        fn no_number_and_no_text_panics(ms: i64, text: String) {
            prop_assert_eq!(Timestamp::from_ms(ms).ms, Some(ms));
            prop_assert_eq!(Timestamp::from_text(text.clone()).text, text);
        }
    }
}
