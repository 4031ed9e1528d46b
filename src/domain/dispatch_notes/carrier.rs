//! What the carriers' breakers and failures say.

use crate::domain::capacity::Carrier;
use crate::domain::format::Formats;
use crate::domain::glyph::Glyph;
use crate::domain::limits::{Limits, is_stopped};
use crate::domain::moment::{when, when_and_wait};
use crate::domain::rich::Rich;
use crate::domain::spelling::same_as_any;
use crate::domain::tone::Tone;

use super::Note;

/// Attempts below which a carrier's failures are too few to judge.
pub const MINIMUM_ATTEMPTS: i64 = 20;

/// The share of failed attempts from which a carrier counts as failing.
pub const FAILING_SHARE: f64 = 0.2;

/// How a carrier stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Its breaker lets no call through.
    Stopped,
    /// Its breaker lets test calls through.
    Tested,
    /// Its breaker is closed, and too many attempts fail.
    Failing,
    /// Nothing is wrong, or nothing is reported.
    Well,
}

/// How a carrier stands.
pub fn standing(carrier: &Carrier) -> Standing {
    if is_stopped(carrier) {
        return Standing::Stopped;
    }
    let breaker = carrier.breaker.as_deref().unwrap_or_default();
    if same_as_any(breaker, &["half_open"]) {
        return Standing::Tested;
    }
    let (attempts, failures) = (
        carrier.recent_attempts.copied(),
        carrier.recent_failures.copied(),
    );
    match (attempts, failures) {
        (Some(attempts), Some(failures))
            if attempts >= MINIMUM_ATTEMPTS
                && failures as f64 >= attempts as f64 * FAILING_SHARE =>
        {
            Standing::Failing
        }
        _ => Standing::Well,
    }
}

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
    let failures = failures(carrier, formats).unwrap_or_default();
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

/// " 27 of 50 attempts failed in 2 min, mostly SIP 503."
pub fn failures(carrier: &Carrier, formats: &Formats<'_>) -> Option<String> {
    let failures = carrier
        .recent_failures
        .copied()
        .filter(|failures| *failures > 0)?;
    let count = match carrier.recent_attempts.copied() {
        Some(attempts) => formats.of(failures, attempts),
        None => formats.count(failures),
    };
    let time = carrier
        .recent_seconds
        .copied()
        .map_or_else(String::new, |seconds| {
            [" in ", &*formats.wait(seconds as f64)].concat()
        });
    let sip = carrier
        .sip_status
        .copied()
        .map_or_else(String::new, |status| {
            [", mostly SIP ", &*status.to_string()].concat()
        });
    Some([" ", &*count, " attempts failed", &time, &sip, "."].concat())
}
