//! What the cards of the machinery are answered: the runtime with its workers
//! and carriers, and tasks by their age.

use crate::domain::block::{Block, Row, good_rows};
use crate::domain::campaign::CampaignId;
use crate::domain::capacity::Carrier;
use crate::domain::field::Field;
use crate::domain::json::wire;
use crate::domain::parts::Parts;
use crate::domain::runtime::Runtime;
use crate::domain::state_age::StateAge;
use crate::domain::timestamp::Timestamp;

wire! {
    /// What carries the work: runtime, queue, workers, carriers, windows.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct LiveRuntime {
        /// The server's clock when it was read.
        pub captured_at: Field<Timestamp>,
        /// The further requests that it was made of.
        pub parts: Parts,
        /// What runs the jobs.
        pub runtime: Block<Runtime>,
        /// What the dialer takes its calls from.
        pub queue: Block<LiveQueue>,
        /// The dialer's workers.
        pub workers: Block<LiveWorkers>,
        /// The carriers.
        pub carriers: Block<Vec<Row<Carrier>>>,
        /// Call windows of running campaigns.
        pub windows: Block<LiveWindows>,
    }

    /// A queue of calls.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct LiveQueue {
        /// Its name.
        pub name: Field<String>,
        /// Calls in it.
        pub depth: Field<i64>,
        /// Age of the oldest, in seconds.
        pub oldest_seconds: Field<f64>,
        /// Whether calls leave it.
        pub moving: Field<bool>,
    }

    /// The dialer's workers.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct LiveWorkers {
        /// Those that answer.
        pub up: Field<i64>,
        /// All of them.
        pub total: Field<i64>,
        /// Those that do not.
        pub silent: Block<Vec<Row<SilentWorker>>>,
    }

    /// A worker that does not answer.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct SilentWorker {
        /// Its name.
        pub name: String,
        /// When it was last heard.
        pub since: Field<Timestamp>,
    }

    /// Call windows of running campaigns.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct LiveWindows {
        /// Campaigns whose window is open.
        pub open: Field<i64>,
        /// Campaigns with a window.
        pub total: Field<i64>,
        /// When the next one opens or closes.
        pub next_change_at: Field<Timestamp>,
    }

    /// Tasks by how long they are in their state.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct LiveStates {
        /// The server's clock when they were read.
        pub captured_at: Field<Timestamp>,
        /// The further requests that it was made of.
        pub parts: Parts,
        /// Every state of the workspace.
        pub states: Block<Vec<StateAge>>,
        /// Where a limit is passed, at most 10.
        pub worst: Block<Vec<Row<WorstState>>>,
    }

    /// Tasks of one campaign that are past the limit of their state.
    #[derive(Clone, Debug, PartialEq)]
    pub struct WorstState {
        /// The campaign.
        pub campaign_id: CampaignId,
        /// What people call it.
        pub campaign_name: Field<String>,
        /// An attempt state; open.
        pub state: String,
        /// Tasks in it.
        pub count: Field<i64>,
        /// Those past the limit.
        pub over_limit: Field<i64>,
        /// Time that the oldest has been in it, in seconds.
        pub oldest_seconds: Field<f64>,
        /// The limit of the state, in seconds.
        pub limit_seconds: Field<f64>,
    }
}

impl LiveRuntime {
    /// The carriers that could be read.
    pub fn carriers(&self) -> impl Iterator<Item = &Carrier> {
        good_rows(self.carriers.value().map_or(&[], Vec::as_slice))
    }

    /// The workers that do not answer.
    pub fn silent_workers(&self) -> impl Iterator<Item = &SilentWorker> {
        let silent = self
            .workers
            .value()
            .and_then(|workers| workers.silent.value());
        good_rows(silent.map_or(&[], Vec::as_slice))
    }
}

impl LiveStates {
    /// Where a limit is passed, as far as it could be read.
    pub fn worst(&self) -> impl Iterator<Item = &WorstState> {
        good_rows(self.worst.value().map_or(&[], Vec::as_slice))
    }
}
