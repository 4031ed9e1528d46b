//! What the carriers' breakers and failures say.

use crate::domain::capacity::Carrier;
use crate::domain::carrier_health::{Standing, circumstances, failed_attempts, standing};
use crate::domain::format::Formats;
use crate::domain::glyph::Glyph;
use crate::domain::limits::Limits;
use crate::domain::moment::{when, when_and_wait};
use crate::domain::rich::Rich;
use crate::domain::tone::Tone;

use super::Note;

/// One message for each carrier that is not well.
pub fn notes(limits: &Limits<'_>, formats: &Formats<'_>) -> Vec<Note> {
    limits
        .carriers()
        .iter()
        .filter_map(|carrier| note(carrier, formats))
        .collect()
}

fn note(carrier: &Carrier, formats: &Formats<'_>) -> Option<Note> {
    let name = carrier.name.as_str();
    let failures = failures(carrier, formats);
    let (tone, glyph, text) = match standing(carrier) {
        Standing::Well => return None,
        Standing::Stopped => {
            let since = carrier
                .opened_at
                .value()
                .map_or_else(String::new, |at| [" since ", &*when(at, formats)].concat());
            let fact = [name, " is stopped by its breaker", &since, "."].concat();
            let again = carrier.retries_at.value().map_or_else(String::new, |at| {
                [" Test calls start ", &*when_and_wait(at, formats), "."].concat()
            });
            let text = Rich::default()
                .strong(&fact)
                .text(&[&*failures, &again].concat());
            (Tone::Bad, Glyph::OctagonX, text)
        }
        Standing::Tested => {
            let fact = [name, " is being tested."].concat();
            let rest = " Its breaker lets a few calls through; it closes when they pass.";
            let text = Rich::default()
                .strong(&fact)
                .text(&[&*failures, rest].concat());
            (Tone::Warn, Glyph::TriangleAlert, text)
        }
        Standing::Failing => {
            let fact = [name, " is failing."].concat();
            let rest = " Its breaker is still closed.";
            let text = Rich::default()
                .strong(&fact)
                .text(&[&*failures, rest].concat());
            (Tone::Warn, Glyph::TriangleAlert, text)
        }
    };
    Some(Note {
        tone,
        glyph,
        text,
        link: None,
    })
}

/// " 27 of 50 attempts failed in the last 2 min, mostly SIP 503."; empty when
/// no failure is reported.
pub fn failures(carrier: &Carrier, formats: &Formats<'_>) -> String {
    failed_attempts(carrier, formats).map_or_else(String::new, |attempts| {
        let when = circumstances(carrier, formats);
        [" ", &*attempts, " failed", &when, "."].concat()
    })
}
