//! Everything the live page shows, as of one instant.

use serde::Deserialize;

use super::action::Action;
use super::block::{Block, Row};
use super::campaign::{CallWindow, Campaign};
use super::cost::Cost;
use super::counts::{AttemptCounts, Callbacks, TaskCounts};
use super::dispatch::Dispatch;
use super::field::Field;
use super::goal::Goal;
use super::number::NumberPage;
use super::task::TaskPage;
use super::timestamp::Timestamp;

/// One campaign at one instant. Only the instant and the campaign are certain.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Snapshot {
    /// The server's clock when the figures were read.
    pub captured_at: Timestamp,
    /// The campaign itself.
    pub campaign: Campaign,
    /// What may be done to it now.
    #[serde(default)]
    pub actions: Block<Vec<Action>>,
    /// Its tasks.
    #[serde(default)]
    pub counts: Block<TaskCounts>,
    /// Its attempts.
    #[serde(default)]
    pub attempts: Block<AttemptCounts>,
    /// Callbacks; there only when their detection is in use.
    #[serde(default)]
    pub callbacks: Block<Callbacks>,
    /// What it has cost.
    #[serde(default)]
    pub cost: Block<Cost>,
    /// What it is meant to reach.
    #[serde(default)]
    pub goal: Block<Goal>,
    /// Why it is, or is not, dialing.
    #[serde(default)]
    pub dispatch: Block<Dispatch>,
    /// The hours in which it may dial.
    #[serde(default)]
    pub call_window: Block<CallWindow>,
    /// The first page of its tasks.
    #[serde(default)]
    pub tasks: Block<TaskPage>,
    /// The first page of its number pool.
    #[serde(default)]
    pub numbers: Block<NumberPage>,
    /// Who did what when, newest first.
    #[serde(default)]
    pub activity: Block<Vec<Row<Activity>>>,
}

/// One thing that somebody, or the system, did to the campaign.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Activity {
    /// When.
    pub at: Timestamp,
    /// `critical`, `warning`, `notice`, `clear`; open.
    #[serde(default)]
    pub severity: Field<String>,
    /// What, in words.
    pub text: String,
    /// Who; `null` when the system did it.
    #[serde(default)]
    pub by: Field<String>,
}
