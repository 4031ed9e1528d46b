//! The service that carries runs out.

use super::block::Block;
use super::field::Field;
use super::json::wire;
use super::timestamp::Timestamp;
use super::vocabulary::vocabulary;

wire! {
    /// What is known of the runtime.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Runtime {
        /// `running`, `down`, `unknown`; open.
        pub status: String,
        /// Its last sign of life.
        pub heartbeat_at: Field<Timestamp>,
        /// One line in words.
        pub message: Field<String>,
        /// The processes that do the work.
        pub workers: Block<Workers>,
        /// Since when it is in this state.
        pub since: Field<Timestamp>,
    }

    /// Processes that do the work.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Workers {
        /// Those that answer.
        pub up: i64,
        /// All that there should be.
        pub total: i64,
    }
}

vocabulary! {
    /// Whether the runtime works.
    pub enum RuntimeStatus {
        Running: "running"; "Running";
            "Takes queued runs and moves their records.";
            Ok; CircleCheck,
        Down: "down"; "Down";
            "Nothing moves until it is started again.";
            Bad; OctagonX,
        Unreported: "unknown"; "Unknown";
            "It does not say whether it works.";
            Mute; DashedCircle,
    }
}

impl Runtime {
    /// Whether it is known not to work. One that is not known counts as working.
    pub fn is_down(&self) -> bool {
        RuntimeStatus::from_wire(&self.status) == RuntimeStatus::Down
    }

    /// Since when it is in its state: as told, else its last sign of life.
    pub fn down_since(&self) -> Option<&Timestamp> {
        self.since.value().or(self.heartbeat_at.value())
    }
}
