//! What the call log can be filtered by.

/// A property of calls that several values can be kept of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallFilter {
    /// The campaign, by ID.
    Campaign,
    /// The attempt state, as received.
    State,
    /// The disposition, as received.
    Disposition,
    /// The SIP status, as a number.
    SipStatus,
    /// The from-number, as received.
    From,
}

impl CallFilter {
    /// Every one, in the order of the page.
    pub const ALL: [Self; 5] = [
        Self::Campaign,
        Self::State,
        Self::Disposition,
        Self::SipStatus,
        Self::From,
    ];

    /// Their names in an address and in a request, in the same order.
    pub(super) const NAMES: [&'static str; 5] =
        ["campaign", "state", "disposition", "sip_status", "from"];
}
