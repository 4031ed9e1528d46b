//! Codes of the API and of the providers behind it. The set is open: a code
//! that is not listed has no class, and is never retried because of a guess.

use super::FailureClass;
use crate::domain::spelling::same_as_any;

/// The codes of each class, with their source.
const CODES: [(FailureClass, &[&str]); 11] = [
    // Source document 003, step 4: "do not mass-retry invalid numbers".
    (
        FailureClass::Permanent,
        &["invalid_number", "number_invalid", "unallocated_number"],
    ),
    // Source document 003, step 4: "or permanently failed payloads".
    (FailureClass::Permanent, &["bad_payload", "invalid_payload"]),
    // The contract's reason to leave a contact out of a retry.
    (FailureClass::Permanent, &["do_not_call"]),
    // Source document 003, step 4: "provider timeout".
    (
        FailureClass::Transient,
        &["provider_timeout", "carrier_timeout", "timeout"],
    ),
    // The contract's outcome of a record whose AI step had no reply in time.
    (FailureClass::Transient, &["ai_timeout"]),
    // Source document 003, step 4: "temporary unavailability"; the contract's blocker.
    (
        FailureClass::Transient,
        &[
            "carrier_error",
            "temporarily_unavailable",
            "service_unavailable",
        ],
    ),
    // The words for what SIP tells with 480 and 487.
    (FailureClass::Later, &["no_answer"]),
    // The word for what SIP tells with 486 and 600.
    (FailureClass::Soon, &["busy"]),
    // RFC 6585 §4 in words.
    (FailureClass::Pace, &["too_many_requests", "rate_limited"]),
    // RFC 8197 and RFC 8688 in words; the contract's reason to leave a contact out.
    (
        FailureClass::Reputation,
        &["unwanted", "call_rejected", "spam_flagged", "reputation"],
    ),
    // RFC 3261 §21.4.3 in words; the contract's blocker and its reason to leave out.
    (
        FailureClass::Account,
        &["payment_required", "out_of_credits", "account"],
    ),
];

/// The class of a code, whatever its case and separators; `None` for one that
/// is not known.
pub fn of_code(code: &str) -> Option<FailureClass> {
    let known = CODES.iter().find(|(_, codes)| same_as_any(code, codes));
    known.map(|(class, _)| class.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_calls_for_its_own_step() {
        for (code, label) in [
            ("invalid_number", Some("Permanent")),
            ("BadPayload", Some("Permanent")),
            ("provider-timeout", Some("Transient")),
            ("ai_timeout", Some("Transient")),
            ("carrier_error", Some("Transient")),
            ("no_answer", Some("Retry later")),
            ("BUSY", Some("Retry soon")),
            ("rate_limited", Some("Pace")),
            ("call_rejected", Some("Reputation")),
            ("out_of_credits", Some("Account")),
            ("crm_refused", None),
            ("", None),
        ] {
            let class = of_code(code);
            let found = class.as_ref().map(FailureClass::label);
            assert_eq!(found.as_deref(), label, "{code}");
        }
    }

    #[test]
    fn no_code_is_in_two_classes() {
        for (class, codes) in &CODES {
            for code in *codes {
                assert_eq!(of_code(code).as_ref(), Some(class), "{code}");
            }
        }
    }
}
