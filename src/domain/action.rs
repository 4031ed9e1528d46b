//! What may be done to a campaign, in the server's words.

use serde::Deserialize;

use super::block::Block;
use super::field::Field;
use super::timestamp::Timestamp;

/// One thing that can be asked of a campaign, possible now or not.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Action {
    /// `start`, `pause`, `resume`, `stop`, `cancel`; open.
    pub name: String,
    /// Whether the server would do it now.
    pub available: bool,
    /// Why not, in words, and when it opens.
    #[serde(default)]
    pub reason: Field<String>,
    /// What it would do now, in words.
    #[serde(default)]
    pub effect: Field<String>,
    /// Whether it cannot be undone and must be confirmed.
    #[serde(default)]
    pub confirm: Field<bool>,
}

/// What an action did.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ActionResult {
    /// The action's name.
    pub action: String,
    /// The campaign's status after it.
    pub status: String,
    /// When it took effect.
    #[serde(default)]
    pub applied_at: Field<Timestamp>,
    /// What happened, in words.
    #[serde(default)]
    pub message: Field<String>,
    /// Whether the idempotency key had been used: nothing was done again.
    #[serde(default)]
    pub replayed: Field<bool>,
    /// What may be done next.
    #[serde(default)]
    pub actions: Block<Vec<Action>>,
}
