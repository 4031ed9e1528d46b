//! Which retries were asked for, under which keys.

use super::wish::StartWish;
use crate::idempotency::Ledger;

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    Start(Box<StartWish>),
    /// An action, with the reason that was given.
    Act(Option<String>),
}

/// Requests and their keys. The answer kept is the number of the retry: what is told of it is
/// always how it is now.
#[derive(Debug, Default)]
pub struct Book {
    pub ledger: Ledger<Wanted>,
    /// Retries made so far.
    pub made: i64,
}
