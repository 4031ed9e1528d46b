//! What is said of the carriers when they decide.

use crate::domain::carrier_health::{Standing, standing};
use crate::domain::format::Formats;
use crate::domain::limits::Limits;
use crate::domain::rich::clipped;

use super::answer::is_dialing;

/// "88 of 120 recent calls failed at the carriers."
pub fn failing(limits: &Limits<'_>, formats: &Formats<'_>) -> String {
    let (failed, tried) = limits.recent_failures();
    [
        &*formats.of(failed, tried),
        " recent calls failed at the carriers.",
    ]
    .concat()
}

/// "At the carrier rate: 1.5 dials a second."
pub fn at_pace(limits: &Limits<'_>, formats: &Formats<'_>) -> String {
    let rate = limits.capacity.and_then(|known| known.carrier_rate.value());
    let allowed = rate.map_or(0.0, |rate| rate.calls_per_second);
    let digits = if allowed < 0.1 { 2 } else { 1 };
    [
        "At the carrier rate: ",
        &*formats.decimal(allowed, digits),
        " dials a second.",
    ]
    .concat()
}

/// "Telnyx is stopped by its breaker."
pub fn held_carriers(limits: &Limits<'_>, formats: &Formats<'_>) -> String {
    let held = limits.held_carriers();
    let all = limits.carriers().len();
    match held.as_slice() {
        [] => "a carrier's breaker is open.".to_owned(),
        [carrier] => {
            let how = match standing(carrier) {
                Standing::Tested => " is being tested by its breaker.",
                _ => " is stopped by its breaker.",
            };
            [&clipped(&carrier.name, 18), how].concat()
        }
        several if several.len() == all => [
            "all ",
            &*formats.count(all as i64),
            " carriers are held by their breakers.",
        ]
        .concat(),
        several => {
            let held = formats.of(several.len() as i64, all as i64);
            [&*held, " carriers are held by their breakers."].concat()
        }
    }
}

/// How a sentence begins that tells what is in the way.
pub fn held_back(limits: &Limits<'_>) -> &'static str {
    if is_dialing(limits) {
        "Held back: "
    } else {
        "Not dialing: "
    }
}
