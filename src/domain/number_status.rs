//! Whether a from-number may dial.

use super::vocabulary::vocabulary;

vocabulary! {
    /// The status of a number in its pool.
    pub enum NumberStatus {
        InRotation: "in_rotation"; "In rotation";
            "The dialer calls from it.";
            Ok; CircleCheck,
        SpamFlagged: "spam_flagged"; "Spam-flagged";
            "Carriers show it as spam. It is out of rotation.";
            Bad; TriangleAlert,
        CarrierErrors: "carrier_errors"; "Carrier errors";
            "Its carrier fails calls from it.";
            Warn; TriangleAlert,
        Resting: "resting"; "Resting";
            "Out of rotation for a while, on purpose.";
            Mute; Moon,
        Removed: "removed"; "Removed";
            "Taken out of the pool. It dials no more.";
            Mute; CircleSlash,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::tone::Tone;

    #[test]
    fn only_a_number_in_rotation_is_told_in_green() {
        for (raw, label, tone) in [
            ("in_rotation", "In rotation", Tone::Ok),
            ("spam_flagged", "Spam-flagged", Tone::Bad),
            ("carrier_errors", "Carrier errors", Tone::Warn),
            ("resting", "Resting", Tone::Mute),
            ("removed", "Removed", Tone::Mute),
            ("active", "Active", Tone::Mute),
        ] {
            let status = NumberStatus::from_wire(raw);
            assert_eq!((&*status.label(), status.tone()), (label, tone), "{raw}");
        }
    }
}
