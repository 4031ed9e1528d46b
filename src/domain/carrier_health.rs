//! How a carrier stands: its breaker, and its failures.

use super::capacity::Carrier;
use super::format::Formats;
use super::spelling::same_as_any;

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
    let breaker = carrier.breaker.as_deref().unwrap_or_default();
    if same_as_any(breaker, &["open"]) {
        return Standing::Stopped;
    }
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

/// "27 of 50 attempts"; `None` when no failure is reported.
pub fn failed_attempts(carrier: &Carrier, formats: &Formats<'_>) -> Option<String> {
    let failed = carrier
        .recent_failures
        .copied()
        .filter(|failures| *failures > 0)?;
    let of = carrier.recent_attempts.copied();
    let count = of.map_or_else(|| formats.count(failed), |of| formats.of(failed, of));
    let noun = if of.unwrap_or(failed) == 1 {
        " attempt"
    } else {
        " attempts"
    };
    Some([&*count, noun].concat())
}

/// " in the last 2 min, mostly SIP 503", as far as it is reported.
pub fn circumstances(carrier: &Carrier, formats: &Formats<'_>) -> String {
    let time = carrier
        .recent_seconds
        .copied()
        .map_or_else(String::new, |seconds| {
            [" in the last ", &*formats.wait(seconds as f64)].concat()
        });
    let sip = carrier
        .sip_status
        .copied()
        .map_or_else(String::new, |status| {
            [", mostly SIP ", &*status.to_string()].concat()
        });
    time + &sip
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::domain::json::decode;
    use crate::domain::mock;

    fn carrier(fields: Value) -> Carrier {
        let mut json = json!({"name": "Telnyx"});
        let own = json.as_object_mut().unwrap();
        own.extend(fields.as_object().unwrap().clone());
        decode(&json.to_string()).unwrap()
    }

    #[test]
    fn a_breaker_outweighs_the_failures_and_few_attempts_prove_nothing() {
        for (fields, expected) in [
            (json!({"breaker": "open"}), Standing::Stopped),
            (
                json!({"breaker": "Half-Open", "recent_attempts": 50, "recent_failures": 50}),
                Standing::Tested,
            ),
            (
                json!({"breaker": "closed", "recent_attempts": 50, "recent_failures": 10}),
                Standing::Failing,
            ),
            (
                json!({"recent_attempts": 50, "recent_failures": 9}),
                Standing::Well,
            ),
            (
                json!({"recent_attempts": 19, "recent_failures": 19}),
                Standing::Well,
            ),
            (json!({"recent_failures": 90}), Standing::Well),
            (json!({"breaker": "who knows"}), Standing::Well),
        ] {
            assert_eq!(standing(&carrier(fields.clone())), expected, "{fields}");
        }
    }

    #[test]
    fn failures_are_told_with_what_they_are_a_share_of() {
        let told = |fields: Value| {
            let carrier = carrier(fields);
            mock::at(0, |formats| {
                failed_attempts(&carrier, formats)
                    .map(|text| text + &circumstances(&carrier, formats))
            })
        };
        let full = json!({"recent_attempts": 50, "recent_failures": 27, "recent_seconds": 120, "sip_status": 503});
        assert_eq!(
            told(full).as_deref(),
            Some("27 of 50 attempts in the last 2 min, mostly SIP 503")
        );
        assert_eq!(
            told(json!({"recent_attempts": 1, "recent_failures": 1})).as_deref(),
            Some("1 of 1 attempt")
        );
        assert_eq!(
            told(json!({"recent_failures": 3})).as_deref(),
            Some("3 attempts")
        );
        assert_eq!(
            told(json!({"recent_attempts": 50, "recent_failures": 0})),
            None
        );
    }
}
