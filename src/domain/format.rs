//! How figures and moments are written: one set of rules for every screen.
//!
//! [`Formats`] knows the rules; a [`Locale`] knows how the reader's language
//! groups digits and which offset a zone has at a moment.

mod duration;
mod evidence;
mod figures;
mod locale;
mod moments;
mod phone;
mod plain_locale;

pub use figures::Rate;
pub use locale::{LocalTime, Locale, Zone};
pub use plain_locale::PlainLocale;

/// Stands for what does not apply, or cannot be computed.
pub const NONE: &str = "—";

/// Dials below which an answer rate is too uncertain to judge.
pub const ANSWER_RATE_MINIMUM: i64 = 20;

/// Live answers below which an abandon rate is too uncertain to judge.
pub const ABANDON_RATE_MINIMUM: i64 = 30;

/// The rules, for one reader in one zone at one moment.
#[derive(Clone, Copy)]
pub struct Formats<'a> {
    /// The reader's language.
    pub locale: &'a dyn Locale,
    /// The zone that clock times are told in.
    pub zone: &'a Zone,
    /// The server's present moment, in milliseconds since 1970-01-01T00:00:00Z.
    pub now: i64,
}

impl<'a> Formats<'a> {
    /// The same rules in another zone, for a contact's own time.
    pub fn in_zone<'b>(&self, zone: &'b Zone) -> Formats<'b>
    where
        'a: 'b,
    {
        Formats {
            locale: self.locale,
            zone,
            now: self.now,
        }
    }
}
