//! Why a campaign is, or is not, dialing.

use serde::Deserialize;

use super::block::Block;
use super::campaign::BlockingCampaign;
use super::capacity::Capacity;
use super::field::Field;
use super::integer;
use super::raw_json::RawJson;
use super::timestamp::Timestamp;

/// The dispatcher's own account.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Dispatch {
    /// The queue's software, for example Sidekiq.
    #[serde(default)]
    pub queue_system: Field<String>,
    /// The queue's name, for example `bulk_calls`.
    #[serde(default)]
    pub queue: Field<String>,
    /// The dispatcher's last sign of life.
    #[serde(default)]
    pub heartbeat_at: Field<Timestamp>,
    /// Lines that could be filled now; an estimate.
    #[serde(default, deserialize_with = "integer::field")]
    pub slots_available: Field<i64>,
    /// Calls being dialed or talked on now.
    #[serde(default, deserialize_with = "integer::field")]
    pub calling_now: Field<i64>,
    /// The part of them in conversation.
    #[serde(default, deserialize_with = "integer::field")]
    pub talking: Field<i64>,
    /// The part of them not connected yet.
    #[serde(default, deserialize_with = "integer::field")]
    pub connecting: Field<i64>,
    /// Tasks handed to the queue and not taken up yet.
    #[serde(default, deserialize_with = "integer::field")]
    pub queued: Field<i64>,
    /// Age of the oldest of them, in seconds.
    #[serde(default)]
    pub queued_oldest_seconds: Field<f64>,
    /// The limits between a task and a line.
    #[serde(default)]
    pub capacity: Block<Capacity>,
    /// The higher-priority campaign in the way.
    #[serde(default)]
    pub blocking_campaign: Block<BlockingCampaign>,
    /// Waiting tasks by what keeps them; sums to the waiting tasks that cannot
    /// go now.
    #[serde(default)]
    pub blockers: Block<Vec<BlockerCount>>,
    /// Waiting tasks by when they become callable; sums to the waiting tasks.
    #[serde(default)]
    pub forecast: Block<Vec<ForecastBucket>>,
    /// Advice from the dialer, in words.
    #[serde(default)]
    pub hints: Block<Vec<String>>,
    /// Raw capacity details, shown as sent.
    #[serde(default)]
    pub capacity_debug: Field<RawJson>,
}

/// Waiting tasks under one blocker code.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct BlockerCount {
    /// The code as received; open.
    pub code: String,
    /// Tasks it keeps.
    #[serde(deserialize_with = "integer::required")]
    pub count: i64,
}

/// Waiting tasks that become callable in one span of time from now.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ForecastBucket {
    /// Start of the span, in seconds from now.
    #[serde(default, deserialize_with = "integer::field")]
    pub from_seconds: Field<i64>,
    /// End of the span, in seconds from now; `null` for no end.
    #[serde(default, deserialize_with = "integer::field")]
    pub to_seconds: Field<i64>,
    /// Tasks in it.
    #[serde(deserialize_with = "integer::required")]
    pub count: i64,
    /// Whether waiting never makes these callable.
    #[serde(default)]
    pub needs_fix: Field<bool>,
}
