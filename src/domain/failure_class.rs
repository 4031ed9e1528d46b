//! What kind of failure a SIP status or a provider's code is, and so what to
//! do about it. Nothing else classifies failures.

use super::vocabulary::vocabulary;

mod code;
mod sip;

pub use code::of_code;
pub use sip::of_sip;

vocabulary! {
    /// A kind of failure.
    pub enum FailureClass {
        Permanent: "permanent"; "Permanent";
            "The number cannot be called. Another attempt does not help.";
            Bad; Ban,
        Later: "later" | "retry_later"; "Retry later";
            "Nobody took the call. Another attempt some time later may reach them.";
            Wait; Clock,
        Soon: "soon"; "Retry soon";
            "Busy. Another attempt within minutes may get through.";
            Wait; Hourglass,
        Transient: "transient"; "Transient";
            "The carrier, the network or a service failed for a moment. It is retried.";
            Warn; TriangleAlert,
        Pace: "pace"; "Pace";
            "The carrier takes no more calls at this speed. Dial slower.";
            Warn; Bar,
        Reputation: "reputation"; "Reputation";
            "The call was declined, refused as unwanted or not vouched for. Look at the from-number.";
            Bad; TriangleAlert,
        Account: "account"; "Account";
            "The carrier account or its set-up does not allow the call.";
            Bad; OctagonX,
    }
}

impl FailureClass {
    /// Whether another attempt may help without anything being changed before.
    pub fn may_pass(&self) -> bool {
        matches!(
            self,
            Self::Transient | Self::Later | Self::Soon | Self::Pace
        )
    }

    /// Whether the carrier, the network or a service failed, not the call.
    pub fn is_carriers(&self) -> bool {
        matches!(self, Self::Transient | Self::Pace)
    }
}

/// The class of a failure told by its status, its code, or both. A code says
/// more than a status, but whichever of them forbids another attempt decides:
/// a number that is invalid is not dialed again because its carrier said 503.
pub fn of_failure(sip_status: Option<i64>, code: Option<&str>) -> Option<FailureClass> {
    let by_status = sip_status.and_then(of_sip);
    let by_code = code.and_then(of_code);
    let forbids = |class: &FailureClass| !class.may_pass();
    let forbidden = by_code
        .clone()
        .filter(forbids)
        .or_else(|| by_status.clone().filter(forbids));
    forbidden.or(by_code).or(by_status)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_says_more_than_a_status_and_a_refusal_more_than_both() {
        for (sip, code, label) in [
            (Some(503), None, Some("Transient")),
            (None, Some("ai_timeout"), Some("Transient")),
            (Some(408), Some("provider_timeout"), Some("Transient")),
            (Some(408), Some("odd"), Some("Retry later")),
            (Some(503), Some("invalid_number"), Some("Permanent")),
            (Some(404), Some("carrier_error"), Some("Permanent")),
            (Some(603), Some("carrier_error"), Some("Reputation")),
            (Some(200), Some("crm_refused"), None),
            (None, None, None),
        ] {
            let class = of_failure(sip, code);
            let found = class.as_ref().map(FailureClass::label);
            assert_eq!(found.as_deref(), label, "{sip:?} {code:?}");
        }
    }

    #[test]
    fn an_invalid_number_never_may_pass() {
        for sip in (0..800).map(Some).chain([None]) {
            let class = of_failure(sip, Some("invalid_number"));
            assert!(class.is_some_and(|class| !class.may_pass()), "{sip:?}");
        }
    }

    proptest! {
        #[test]
        fn what_either_forbids_stays_forbidden(sip: i64, sip_known: bool, code: String) {
            let sip = sip_known.then_some(sip.rem_euclid(800));
            let forbidden = [sip.and_then(of_sip), of_code(&code)]
                .into_iter()
                .flatten()
                .any(|class| !class.may_pass());
            let class = of_failure(sip, Some(&code));
            prop_assert_eq!(class.is_some_and(|class| !class.may_pass()), forbidden);
        }
    }
}
