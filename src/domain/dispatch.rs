//! Why a campaign is, or is not, dialing.

use super::block::Block;
use super::campaign::BlockingCampaign;
use super::capacity::Capacity;
use super::field::Field;
use super::json::wire;
use super::raw_json::RawJson;
use super::timestamp::Timestamp;

wire! {
    /// The dispatcher's own account.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct Dispatch {
        /// The queue's software, for example Sidekiq.
        pub queue_system: Field<String>,
        /// The queue's name, for example `bulk_calls`.
        pub queue: Field<String>,
        /// The dispatcher's last sign of life.
        pub heartbeat_at: Field<Timestamp>,
        /// Lines that could be filled now; an estimate.
        pub slots_available: Field<i64>,
        /// Calls being dialed or talked on now.
        pub calling_now: Field<i64>,
        /// The part of them in conversation.
        pub talking: Field<i64>,
        /// The part of them not connected yet.
        pub connecting: Field<i64>,
        /// Tasks handed to the queue and not taken up yet.
        pub queued: Field<i64>,
        /// Age of the oldest of them, in seconds.
        pub queued_oldest_seconds: Field<f64>,
        /// The limits between a task and a line.
        pub capacity: Block<Capacity>,
        /// The higher-priority campaign in the way.
        pub blocking_campaign: Block<BlockingCampaign>,
        /// Waiting tasks by what keeps them; sums to the waiting tasks that cannot
        /// go now.
        pub blockers: Block<Vec<BlockerCount>>,
        /// Waiting tasks by when they become callable; sums to the waiting tasks.
        pub forecast: Block<Vec<ForecastBucket>>,
        /// Advice from the dialer, in words.
        pub hints: Block<Vec<String>>,
        /// Raw capacity details, shown as sent.
        pub capacity_debug: Field<RawJson>,
        /// How fast it is dialing.
        pub pace: Block<Pace>,
    }

    /// How fast a campaign is dialing.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct Pace {
        /// Dials a second, over the last minute.
        pub dials_per_second: Field<f64>,
        /// Calls that ring now.
        pub ringing: Field<i64>,
        /// Answered dials over the last 15 minutes, as a rate an hour.
        pub connected_per_hour: Field<f64>,
        /// When it last dialed.
        pub last_dial_at: Field<Timestamp>,
    }

    /// Waiting tasks under one blocker code.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct BlockerCount {
        /// The code as received; open.
        pub code: String,
        /// Tasks it keeps.
        pub count: i64,
    }

    /// Waiting tasks that become callable in one span of time from now.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ForecastBucket {
        /// Start of the span, in seconds from now.
        pub from_seconds: Field<i64>,
        /// End of the span, in seconds from now; `null` for no end.
        pub to_seconds: Field<i64>,
        /// Tasks in it.
        pub count: i64,
        /// Whether waiting never makes these callable.
        pub needs_fix: Field<bool>,
    }
}
