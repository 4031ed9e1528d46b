//! Why a waiting task cannot go now.

use super::vocabulary::vocabulary;

vocabulary! {
    /// A blocker code.
    pub enum Blocker {
        WaitingForLine: "waiting_for_line"; "Waiting for a line";
            "It could go now. Every line it may use is taken.";
            Warn; Bar,
        RetryCoolOff: "retry_cool_off"; "Retry cool-off";
            "The wait between two attempts is not over yet.";
            Wait; Clock,
        ContactQuietHours: "contact_quiet_hours"; "Contact quiet hours";
            "It is too early or too late where the contact lives.";
            Mute; Moon,
        CallbackNotDue: "callback_not_due"; "Callback not due";
            "The contact asked for a later time.";
            Wait; ReturnArrow,
        NoNumberForCountry: "no_number_for_country"; "No number for country";
            "No from-number of the pool may call that country. Waiting does not help.";
            Bad; Ban,
        CampaignPaused: "campaign_paused"; "Campaign paused";
            "It goes on when the campaign is resumed.";
            Warn; Pause,
        CallWindowClosed: "call_window_closed"; "Call window closed";
            "The campaign may not dial at this hour.";
            Mute; Moon,
        CarrierError: "carrier_error"; "Carrier error";
            "The carrier failed the last attempt. It is tried again later.";
            Bad; TriangleAlert,
        InvalidNumber: "invalid_number"; "Invalid number";
            "The number does not exist. Waiting does not help.";
            Bad; Ban,
        OutOfCredits: "out_of_credits"; "Out of credits";
            "The balance does not pay for another attempt.";
            Bad; OctagonX,
        HigherPriorityCampaign: "higher_priority_campaign"; "Higher-priority campaign";
            "A campaign that goes first holds the lines.";
            Warn; Hourglass,
        CircuitBreakerOpen: "circuit_breaker_open"; "Circuit breaker open";
            "The carrier failed too often and is given a rest.";
            Warn; TriangleAlert,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::tone::Tone;

    #[test]
    fn every_blocker_of_the_contract_is_known() {
        for (raw, label, tone) in [
            ("waiting_for_line", "Waiting for a line", Tone::Warn),
            ("retry_cool_off", "Retry cool-off", Tone::Wait),
            ("contact_quiet_hours", "Contact quiet hours", Tone::Mute),
            ("callback_not_due", "Callback not due", Tone::Wait),
            ("no_number_for_country", "No number for country", Tone::Bad),
            ("campaign_paused", "Campaign paused", Tone::Warn),
            ("call_window_closed", "Call window closed", Tone::Mute),
            ("carrier_error", "Carrier error", Tone::Bad),
            ("invalid_number", "Invalid number", Tone::Bad),
            ("out_of_credits", "Out of credits", Tone::Bad),
            (
                "higher_priority_campaign",
                "Higher-priority campaign",
                Tone::Warn,
            ),
            ("circuit_breaker_open", "Circuit breaker open", Tone::Warn),
        ] {
            let blocker = Blocker::from_wire(raw);
            assert_eq!(blocker.label(), label);
            assert_eq!(blocker.tone(), tone, "{raw}");
            assert_eq!(blocker.raw(), raw);
        }
    }

    #[test]
    fn an_unknown_blocker_is_humanized_with_its_code_kept() {
        let blocker = Blocker::from_wire("dnc_list_hit");
        assert_eq!(blocker.label(), "Dnc list hit");
        assert_eq!(blocker.raw(), "dnc_list_hit");
    }
}
