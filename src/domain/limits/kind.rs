//! The kinds of limits.

/// What can limit dialing, in the order a task meets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitKind {
    /// Only a running campaign dials.
    CampaignState,
    /// The lines that all campaigns of the workspace share.
    TenantLines,
    /// The lines the campaign was given.
    Concurrency,
    /// The lines its from-numbers can carry.
    NumberPool,
    /// The lines its dialing speed can fill.
    CarrierRate,
    /// The hours in which it may dial.
    CallWindow,
    /// What is left to spend.
    Credits,
    /// The contacts that may be called now.
    ReadyContacts,
}

impl LimitKind {
    /// Every limit, in the order a task meets it.
    pub const ALL: [Self; 8] = [
        Self::CampaignState,
        Self::TenantLines,
        Self::Concurrency,
        Self::NumberPool,
        Self::CarrierRate,
        Self::CallWindow,
        Self::Credits,
        Self::ReadyContacts,
    ];

    /// The limits that are a number of lines by themselves.
    pub const OF_LINES: [Self; 4] = [
        Self::TenantLines,
        Self::Concurrency,
        Self::NumberPool,
        Self::CarrierRate,
    ];

    /// Its name on screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::CampaignState => "Campaign state",
            Self::TenantLines => "Tenant line cap",
            Self::Concurrency => "Concurrency",
            Self::NumberPool => "Number pool",
            Self::CarrierRate => "Carrier rate",
            Self::CallWindow => "Call window",
            Self::Credits => "Credits",
            Self::ReadyContacts => "Ready contacts",
        }
    }
}
