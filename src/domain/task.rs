//! The unit of work for one contact, and what happened to it.

use serde::Deserialize;

use super::block::{Block, Row};
use super::field::Field;
use super::integer;
use super::page::PageInfo;
use super::raw_json::RawJson;
use super::timestamp::Timestamp;

/// The opaque name of a task.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(transparent)]
pub struct TaskId(
    /// As received.
    pub String,
);

/// One contact's work inside a campaign.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Task {
    /// Its name in addresses and evidence.
    pub id: TaskId,
    /// Who is called.
    #[serde(default)]
    pub contact: Field<Contact>,
    /// The number called: E.164, or whatever the dialer dials.
    #[serde(default)]
    pub phone: Field<String>,
    /// The number called from.
    #[serde(default)]
    pub from: Field<String>,
    /// Whether the from-number is locked to this contact.
    #[serde(default)]
    pub from_sticky: Field<bool>,
    /// An attempt state; open.
    pub status: String,
    /// When it came into that state.
    #[serde(default)]
    pub status_since: Field<Timestamp>,
    /// Code of what keeps it; open.
    #[serde(default)]
    pub blocker: Field<String>,
    /// More about the blocker, in words.
    #[serde(default)]
    pub blocker_text: Field<String>,
    /// When it may be dialed next.
    #[serde(default)]
    pub next_eligible_at: Field<Timestamp>,
    /// Business result of the conversation, free text.
    #[serde(default)]
    pub disposition: Field<String>,
    /// Whether nothing was really dialed.
    #[serde(default)]
    pub dry_run: Field<bool>,
    /// Dials so far.
    #[serde(default, deserialize_with = "integer::field")]
    pub attempts: Field<i64>,
    /// Dials allowed.
    #[serde(default, deserialize_with = "integer::field")]
    pub max_attempts: Field<i64>,
    /// Re-schedulings that did not use up an attempt.
    #[serde(default, deserialize_with = "integer::field")]
    pub system_retries: Field<i64>,
    /// Talk time of the last answered call, in seconds; counting while in progress.
    #[serde(default)]
    pub talk_seconds: Field<f64>,
    /// The dialer's rating of the conversation, in its own scale.
    #[serde(default)]
    pub score: Field<f64>,
    /// When it was last dialed.
    #[serde(default)]
    pub last_attempted_at: Field<Timestamp>,
    /// SIP status of the last dial.
    #[serde(default, deserialize_with = "integer::field")]
    pub sip_status: Field<i64>,
}

/// The person called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Contact {
    /// Opaque.
    #[serde(default)]
    pub id: Field<String>,
    /// Full name.
    #[serde(default)]
    pub name: Field<String>,
    /// IANA name of the contact's own zone.
    #[serde(default)]
    pub time_zone: Field<String>,
    /// Where the contact lives, when it has a page. Untrusted.
    #[serde(default)]
    pub url: Field<String>,
}

/// A page of tasks.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct TaskPage {
    /// The tasks, in the order asked for.
    pub items: Vec<Row<Task>>,
    /// Where the page stands.
    pub page: PageInfo,
    /// The server's clock when the tasks were read.
    #[serde(default)]
    pub captured_at: Field<Timestamp>,
    /// What there is to filter by, whatever the filters.
    #[serde(default)]
    pub filters: Block<TaskFacets>,
}

/// Values to filter by, with the number of tasks under each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct TaskFacets {
    /// Attempt states.
    #[serde(default)]
    pub status: Field<Vec<Facet>>,
    /// Blocker codes.
    #[serde(default)]
    pub blocker: Field<Vec<Facet>>,
    /// Dispositions.
    #[serde(default)]
    pub disposition: Field<Vec<Facet>>,
    /// From-numbers.
    #[serde(default)]
    pub from: Field<Vec<Facet>>,
}

/// One value to filter by.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Facet {
    /// As received.
    pub value: String,
    /// Tasks that have it.
    #[serde(deserialize_with = "integer::required")]
    pub count: i64,
}

/// A task with the reason for its state and what happened to it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct TaskDebug {
    /// The server's clock when this was read.
    #[serde(default)]
    pub captured_at: Field<Timestamp>,
    /// The task itself.
    pub task: Task,
    /// Why it is where it is.
    #[serde(default)]
    pub reason: Block<TaskReason>,
    /// Tasks of the campaign that share the blocker.
    #[serde(default, deserialize_with = "integer::field")]
    pub same_blocker: Field<i64>,
    /// What happened, newest first.
    #[serde(default)]
    pub events: Block<Vec<Row<TaskEvent>>>,
    /// The dispatcher's view of the task at its decisions, newest first.
    #[serde(default)]
    pub snapshots: Block<Vec<Row<TaskSnapshot>>>,
}

/// Why a task is where it is.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct TaskReason {
    /// `critical`, `warning`, `notice`, `clear`; open.
    #[serde(default)]
    pub severity: Field<String>,
    /// The reason in a sentence.
    pub text: String,
    /// More about it.
    #[serde(default)]
    pub detail: Field<String>,
}

/// One thing that happened to a task.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct TaskEvent {
    /// When.
    pub at: Timestamp,
    /// The attempt state it led to.
    #[serde(default)]
    pub state: Field<String>,
    /// What happened, in words.
    pub text: String,
    /// More about it.
    #[serde(default)]
    pub detail: Field<String>,
    /// Whether this put the task where it is.
    #[serde(default)]
    pub deciding: Field<bool>,
    /// SIP status, where a carrier answered.
    #[serde(default, deserialize_with = "integer::field")]
    pub sip_status: Field<i64>,
    /// Which attempt it belongs to, from 1.
    #[serde(default, deserialize_with = "integer::field")]
    pub attempt: Field<i64>,
}

/// The dispatcher's view of a task at one decision.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct TaskSnapshot {
    /// When it decided.
    pub at: Timestamp,
    /// What it saw, shown as sent.
    #[serde(default)]
    pub data: Field<RawJson>,
}
