//! What may be done to a campaign, in the server's words.

use super::block::Block;
use super::field::Field;
use super::json::wire;
use super::timestamp::Timestamp;

wire! {
    /// One thing that can be asked of a campaign, possible now or not.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Action {
        /// `start`, `pause`, `resume`, `stop`, `cancel`; open.
        pub name: String,
        /// Whether the server would do it now.
        pub available: bool,
        /// Why not, in words, and when it opens.
        pub reason: Field<String>,
        /// What it would do now, in words.
        pub effect: Field<String>,
        /// Whether it cannot be undone and must be confirmed.
        pub confirm: Field<bool>,
    }

    /// What an action did.
    #[derive(Clone, Debug, PartialEq)]
    pub struct ActionResult {
        /// The action's name.
        pub action: String,
        /// The campaign's status after it.
        pub status: String,
        /// When it took effect.
        pub applied_at: Field<Timestamp>,
        /// What happened, in words.
        pub message: Field<String>,
        /// Whether the idempotency key had been used: nothing was done again.
        pub replayed: Field<bool>,
        /// What may be done next.
        pub actions: Block<Vec<Action>>,
    }
}
