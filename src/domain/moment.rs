//! Moments as they are said in a sentence.

use super::format::Formats;
use super::timestamp::Timestamp;

/// The clock time, with its date when that is not today: "18:00 CST",
/// "13 Nov, 09:00 CST".
pub fn when(at: &Timestamp, formats: &Formats<'_>) -> String {
    let today = formats.date(&Timestamp::from_ms(formats.now));
    if formats.date(at) == today {
        formats.clock(at)
    } else {
        formats.date_time(at)
    }
}
