//! What a record came to.

/// How records end. The order is that of the counts in a [`super::tally::Tally`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    Renewed,
    Declined,
    CallbackWanted,
    Reminded,
    Promised,
    Rebooked,
    Welcomed,
    Informed,
    WonBack,
    Voicemail,
    NoAnswer,
    Imported,
    Unchanged,
    Corrected,
    Scored,
    AiTimeout,
    InvalidNumber,
    CrmRefused,
    Dropped,
    NotRun,
}

/// How many endings there are.
pub const ENDINGS: usize = Ending::ALL.len();

impl Ending {
    pub const ALL: [Self; 20] = [
        Self::Renewed,
        Self::Declined,
        Self::CallbackWanted,
        Self::Reminded,
        Self::Promised,
        Self::Rebooked,
        Self::Welcomed,
        Self::Informed,
        Self::WonBack,
        Self::Voicemail,
        Self::NoAnswer,
        Self::Imported,
        Self::Unchanged,
        Self::Corrected,
        Self::Scored,
        Self::AiTimeout,
        Self::InvalidNumber,
        Self::CrmRefused,
        Self::Dropped,
        Self::NotRun,
    ];

    /// The contract's outcome; a record that never ran has none.
    pub const fn wire(self) -> Option<&'static str> {
        Some(match self {
            Self::Renewed => "renewed",
            Self::Declined => "declined",
            Self::CallbackWanted => "callback_wanted",
            Self::Reminded => "reminded",
            Self::Promised => "payment_promised",
            Self::Rebooked => "rebooked",
            Self::Welcomed => "welcomed",
            Self::Informed => "informed",
            Self::WonBack => "won_back",
            Self::Voicemail => "voicemail",
            Self::NoAnswer => "no_answer",
            Self::Imported => "imported",
            Self::Unchanged => "unchanged",
            Self::Corrected => "corrected",
            Self::Scored => "scored",
            Self::AiTimeout => "ai_timeout",
            Self::InvalidNumber => "invalid_number",
            Self::CrmRefused => "crm_refused",
            Self::Dropped => "duplicate_dropped",
            Self::NotRun => return None,
        })
    }

    /// The contract's record status.
    pub const fn status(self) -> &'static str {
        match self {
            Self::AiTimeout | Self::InvalidNumber | Self::CrmRefused => "failed",
            Self::Dropped | Self::NotRun => "skipped",
            _ => "completed",
        }
    }

    /// The step that it failed in.
    pub const fn failed_step(self) -> Option<&'static str> {
        match self {
            Self::AiTimeout => Some("ai_agent"),
            Self::InvalidNumber => Some("place_call"),
            Self::CrmRefused => Some("write_outcome"),
            _ => None,
        }
    }

    /// What a failure is called in a list of causes.
    pub const fn label(self) -> &'static str {
        match self {
            Self::AiTimeout => "ai_agent timed out",
            Self::InvalidNumber => "Invalid number",
            Self::CrmRefused => "CRM refused the outcome",
            _ => "",
        }
    }

    /// What is said where it failed, or ended without running.
    pub const fn message(self) -> Option<&'static str> {
        match self {
            Self::AiTimeout => Some("No model reply within the 120 s limit"),
            Self::InvalidNumber => Some("Not a number that can be dialed, SIP 404"),
            Self::CrmRefused => Some("The CRM answered 409: the contact is locked"),
            _ => None,
        }
    }

    /// Whether a person was spoken to, where the record got as far as a call.
    pub const fn reached(self) -> Option<bool> {
        match self {
            // The phone was picked up, but the agent never spoke.
            Self::Voicemail | Self::NoAnswer | Self::InvalidNumber | Self::AiTimeout => Some(false),
            Self::Imported
            | Self::Unchanged
            | Self::Corrected
            | Self::Scored
            | Self::Dropped
            | Self::NotRun => None,
            _ => Some(true),
        }
    }

    /// The result in words.
    pub const fn words(self) -> Option<&'static str> {
        Some(match self {
            Self::Renewed => "Renewal confirmed",
            Self::Declined => "Not interested",
            Self::CallbackWanted => "Wants to be called back",
            Self::Reminded => "Reminded of the payment",
            Self::Promised => "Promised to pay",
            Self::Rebooked => "New appointment booked",
            Self::Welcomed => "Welcome call held",
            Self::Informed => "Told about the claim",
            Self::WonBack => "Took the offer",
            Self::Voicemail => "Message left on voicemail",
            Self::NoAnswer => "Nobody answered",
            Self::Dropped => "Dropped: another run had delivered it",
            _ => return None,
        })
    }
}
