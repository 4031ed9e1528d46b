//! How serious a statement is.

use super::vocabulary::vocabulary;

vocabulary! {
    /// A severity. The known ones are listed from the worst.
    pub enum Severity {
        Critical: "critical"; "Critical";
            "Stopped, needs a person.";
            Bad; OctagonX,
        Warning: "warning"; "Warning";
            "Works, but limited or drifting.";
            Warn; TriangleAlert,
        Notice: "notice"; "Notice";
            "Worth knowing.";
            Accent; CircleInfo,
        Clear: "clear"; "Clear";
            "The check found nothing.";
            Ok; CircleCheck,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::tone::Tone;

    #[test]
    fn each_severity_has_its_tone_and_an_unknown_one_is_neutral() {
        for (raw, tone) in [
            ("critical", Tone::Bad),
            ("warning", Tone::Warn),
            ("notice", Tone::Accent),
            ("clear", Tone::Ok),
            ("fatal", Tone::Mute),
        ] {
            assert_eq!(Severity::from_wire(raw).tone(), tone, "{raw}");
        }
    }
}
