//! The unit of work for one contact, and what happened to it.

use super::block::{Block, Row, good_rows};
use super::field::Field;
use super::json::{FromJson, Json, Trouble, wire};
use super::page::{PageInfo, listed};
use super::parts::Parts;
use super::raw_json::RawJson;
use super::timestamp::Timestamp;

/// The opaque name of a task.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TaskId(
    /// As received.
    pub String,
);

impl FromJson for TaskId {
    fn from_json(json: &Json<'_>, trouble: &mut Trouble) -> Self {
        Self(String::from_json(json, trouble))
    }
}

wire! {
    /// One contact's work inside a campaign.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Task {
        /// Its name in addresses and evidence.
        pub id: TaskId,
        /// Who is called.
        pub contact: Field<Contact>,
        /// The number called: E.164, or whatever the dialer dials.
        pub phone: Field<String>,
        /// The number called from.
        pub from: Field<String>,
        /// Whether the from-number is locked to this contact.
        pub from_sticky: Field<bool>,
        /// An attempt state; open.
        pub status: String,
        /// When it came into that state.
        pub status_since: Field<Timestamp>,
        /// Code of what keeps it; open.
        pub blocker: Field<String>,
        /// More about the blocker, in words.
        pub blocker_text: Field<String>,
        /// When it may be dialed next.
        pub next_eligible_at: Field<Timestamp>,
        /// Business result of the conversation, free text.
        pub disposition: Field<String>,
        /// Whether nothing was really dialed.
        pub dry_run: Field<bool>,
        /// Dials so far.
        pub attempts: Field<i64>,
        /// Dials allowed.
        pub max_attempts: Field<i64>,
        /// Re-schedulings that did not use up an attempt.
        pub system_retries: Field<i64>,
        /// Talk time of the last answered call, in seconds; counting while in progress.
        pub talk_seconds: Field<f64>,
        /// The dialer's rating of the conversation, in its own scale.
        pub score: Field<f64>,
        /// When it was last dialed.
        pub last_attempted_at: Field<Timestamp>,
        /// SIP status of the last dial.
        pub sip_status: Field<i64>,
    }

    /// The person called.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Contact {
        /// Opaque.
        pub id: Field<String>,
        /// Full name.
        pub name: Field<String>,
        /// IANA name of the contact's own zone.
        pub time_zone: Field<String>,
        /// Where the contact lives, when it has a page. Untrusted.
        pub url: Field<String>,
    }

    /// A page of tasks.
    #[derive(Clone, Debug, PartialEq)]
    pub struct TaskPage {
        /// The tasks, in the order asked for.
        pub items: Vec<Row<Task>>,
        /// Where the page stands.
        pub page: PageInfo,
        /// The server's clock when the tasks were read.
        pub captured_at: Field<Timestamp>,
        /// The further requests that it was made of.
        pub parts: Parts,
        /// What there is to filter by, whatever the filters.
        pub filters: Block<TaskFacets>,
    }

    /// Values to filter by, with the number of tasks under each.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct TaskFacets {
        /// Attempt states.
        pub status: Field<Vec<Facet>>,
        /// Blocker codes.
        pub blocker: Field<Vec<Facet>>,
        /// Dispositions.
        pub disposition: Field<Vec<Facet>>,
        /// From-numbers.
        pub from: Field<Vec<Facet>>,
    }

    /// One value to filter by.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Facet {
        /// As received.
        pub value: String,
        /// Tasks that have it.
        pub count: i64,
    }

    /// A task with the reason for its state and what happened to it.
    #[derive(Clone, Debug, PartialEq)]
    pub struct TaskDebug {
        /// The server's clock when this was read.
        pub captured_at: Field<Timestamp>,
        /// The further requests that it was made of.
        pub parts: Parts,
        /// The task itself.
        pub task: Task,
        /// Why it is where it is.
        pub reason: Block<TaskReason>,
        /// Tasks of the campaign that share the blocker.
        pub same_blocker: Field<i64>,
        /// What happened, newest first.
        pub events: Block<Vec<Row<TaskEvent>>>,
        /// The dispatcher's view of the task at its decisions, newest first.
        pub snapshots: Block<Vec<Row<TaskSnapshot>>>,
    }

    /// Why a task is where it is.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct TaskReason {
        /// `critical`, `warning`, `notice`, `clear`; open.
        pub severity: Field<String>,
        /// The reason in a sentence.
        pub text: String,
        /// More about it.
        pub detail: Field<String>,
    }

    /// One thing that happened to a task.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct TaskEvent {
        /// When.
        pub at: Timestamp,
        /// The attempt state it led to.
        pub state: Field<String>,
        /// What happened, in words.
        pub text: String,
        /// More about it.
        pub detail: Field<String>,
        /// Whether this put the task where it is.
        pub deciding: Field<bool>,
        /// SIP status, where a carrier answered.
        pub sip_status: Field<i64>,
        /// Which attempt it belongs to, from 1.
        pub attempt: Field<i64>,
    }

    /// The dispatcher's view of a task at one decision.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct TaskSnapshot {
        /// When it decided.
        pub at: Timestamp,
        /// What it saw, shown as sent.
        pub data: Field<RawJson>,
    }
}

listed!(TaskPage, Task);
impl TaskDebug {
    /// What the list knows of a task, for an API that has no more of it.
    pub fn of_row(page: &TaskPage, id: &TaskId) -> Option<Self> {
        let task = good_rows(&page.items).find(|task| task.id == *id)?;
        Some(Self {
            captured_at: page.captured_at.clone(),
            parts: Parts::default(),
            task: task.clone(),
            reason: Block::Absent,
            same_blocker: Field::NotReported,
            events: Block::Absent,
            snapshots: Block::Absent,
        })
    }
}
