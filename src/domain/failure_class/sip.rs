//! SIP statuses.

use super::FailureClass;

/// The class of a SIP status; `None` for a success, a step on the way, and a
/// status that says nothing about the failure.
pub fn of_sip(status: i64) -> Option<FailureClass> {
    use FailureClass::{Account, Later, Pace, Permanent, Reputation, Soon, Transient};
    Some(match status {
        // RFC 3261 §21.4.3: payment required. §21.4.2, 21.4.4, 21.4.8: credentials, refusal.
        402 | 401 | 403 | 407 => Account,
        // RFC 3261 §21.4.5, 21.4.9, 21.6.3: not found, gone, exists nowhere.
        404 | 410 | 604 => Permanent,
        // RFC 3261 §21.4.22, 21.4.23: address incomplete, ambiguous.
        484 | 485 => Permanent,
        // RFC 3261 §21.4.13, 21.4.26, 21.6.4: scheme, media not acceptable.
        416 | 488 | 606 => Account,
        // RFC 3261 §21.4.7: the phone did not answer the request in time; §21.4.18: the
        // callee is not there now. Both name a later time as the remedy.
        408 | 480 => Later,
        // RFC 3261 §21.4.25: it rang until the dialer gave up.
        487 => Later,
        // RFC 3261 §21.4.24, 21.6.1: busy here, busy everywhere.
        486 | 600 => Soon,
        // RFC 3261 §21.5.1, 21.5.3, 21.5.5: server error, bad gateway, timeout.
        500 | 502 | 504 => Transient,
        // RFC 3261 §21.5.4 as sharpened by RFC 7339: overloaded, try later.
        503 => Transient,
        // RFC 6585 §4 names 429 for too many requests; carriers answer so to dials.
        429 => Pace,
        // RFC 3261 §21.6.2: the callee declined, and no other place would do better.
        603 => Reputation,
        // RFC 8197, RFC 8688: unwanted; rejected by a call analysis.
        607 | 608 => Reputation,
        // RFC 8224 §6.2.2: the caller's identity is missing or does not verify.
        428 | 436 | 437 | 438 => Reputation,
        // RFC 3261 §21: what is not known of a class is as its x00.
        501 | 505..=599 => Transient,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_status_calls_for_its_own_step() {
        for (statuses, label) in [
            (&[404, 410, 484, 485, 604][..], "Permanent"),
            (&[408, 480, 487], "Retry later"),
            (&[486, 600], "Retry soon"),
            (&[500, 502, 503, 504, 513, 599], "Transient"),
            (&[429], "Pace"),
            (&[603, 607, 608, 428, 438], "Reputation"),
            (&[401, 402, 403, 407, 488], "Account"),
        ] {
            for status in statuses {
                let class = of_sip(*status);
                let found = class.as_ref().map(FailureClass::label);
                assert_eq!(found.as_deref(), Some(label), "{status}");
            }
        }
    }

    #[test]
    fn what_is_no_failure_has_no_class() {
        for status in [100, 180, 183, 200, 202, 302, 0, -1, 499, 699, 1_000] {
            assert_eq!(of_sip(status), None, "{status}");
        }
    }

    proptest! {
        #[test]
        fn no_status_breaks_it(status: i64) {
            let failed = (400..700).contains(&status);
            prop_assert!(failed || of_sip(status).is_none());
        }
    }
}
