//! The life of a campaign.

use super::vocabulary::vocabulary;

vocabulary! {
    /// A campaign's status.
    pub enum CampaignStatus {
        Draft: "draft"; "Draft";
            "Created, not dialing. It can still be edited.";
            Mute; Pencil,
        Scheduled: "scheduled"; "Scheduled";
            "Starts dialing by itself at the set time.";
            Wait; Clock,
        Running: "running"; "Running";
            "The dialer may pick pending and retryable calls.";
            Live; Play,
        Paused: "paused"; "Paused";
            "Dialing is paused. Calls in flight may still complete.";
            Warn; Pause,
        Completed: "completed"; "Completed";
            "Stopped, or every contact has a final result.";
            Ok; CircleCheck,
        Failed: "failed"; "Failed";
            "Hit a failure condition and ended.";
            Bad; OctagonX,
        Canceled: "cancelled" | "canceled"; "Canceled";
            "Called off for good. Contacts not reached yet are never called.";
            Mute; CircleSlash,
    }
}

impl CampaignStatus {
    /// The statuses of the contract as requests name them, in the order of a
    /// campaign's life.
    pub const WORDS: [&'static str; 7] = [
        "draft",
        "scheduled",
        "running",
        "paused",
        "completed",
        "failed",
        "cancelled",
    ];

    /// Whether the campaign page is the live view. A status that is not known
    /// is watched too, because it may be dialing.
    pub fn is_live_page(&self) -> bool {
        *self != Self::Draft && !self.has_ended()
    }

    /// Whether it is over: completed, failed or canceled.
    pub fn has_ended(&self) -> bool {
        matches!(self, Self::Completed | Self::Failed | Self::Canceled)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::glyph::Glyph;
    use crate::domain::tone::Tone;

    #[test]
    fn both_spellings_are_one_status_with_an_american_label() {
        for raw in ["cancelled", "canceled", "CANCELLED", "Canceled"] {
            assert_eq!(CampaignStatus::from_wire(raw), CampaignStatus::Canceled);
        }
        assert_eq!(CampaignStatus::Canceled.label(), "Canceled");
        assert_eq!(CampaignStatus::Canceled.raw(), "cancelled");
    }

    #[test]
    fn an_unknown_status_is_shown_as_received_and_is_no_success() {
        let status = CampaignStatus::from_wire("Paused_by_robot");
        assert_eq!(status.raw(), "Paused_by_robot");
        assert_eq!(status.label(), "Paused by robot");
        assert_eq!(
            (status.tone(), status.glyph()),
            (Tone::Mute, Glyph::DashedCircle)
        );
        assert_eq!(status.meaning(), None);
        assert!(!status.has_ended());
    }

    #[test]
    fn the_live_page_is_for_campaigns_that_may_dial() {
        let live = |raw| CampaignStatus::from_wire(raw).is_live_page();
        assert!(live("scheduled") && live("running") && live("paused") && live("odd"));
        assert!(!live("draft") && !live("completed") && !live("failed") && !live("cancelled"));
    }
}
