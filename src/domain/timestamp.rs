//! A moment as the dialer wrote it.

use chrono::{DateTime, SecondsFormat};
use serde::{Deserialize, Deserializer};

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
        let ms = DateTime::parse_from_rfc3339(text.trim())
            .ok()
            .map(|moment| moment.timestamp_millis());
        Self { text, ms }
    }

    /// The moment `ms` milliseconds after 1970-01-01T00:00:00Z, written in UTC.
    ///
    /// Beyond the calendar (about 262,000 years either way) the text is the
    /// number itself.
    pub fn from_ms(ms: i64) -> Self {
        let text = DateTime::from_timestamp_millis(ms).map_or_else(
            || ms.to_string(),
            |moment| moment.to_rfc3339_opts(SecondsFormat::AutoSi, true),
        );
        Self { text, ms: Some(ms) }
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from_text)
    }
}
