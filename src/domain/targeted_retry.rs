//! Contacts that failed, called again on request: a sample first, and the rest
//! only when the sample went well and a person has released it.

use super::action::Action;
use super::block::{Block, Row};
use super::field::Field;
use super::json::wire;
use super::page::{PageInfo, listed};
use super::task::Contact;
use super::timestamp::Timestamp;

pub mod owner;
pub mod selection;

pub use selection::{RetryBody, RetryFilter, RetrySelection};

/// The code of a refusal because nothing of the selection may be retried.
pub const NOTHING_ELIGIBLE: &str = "NOTHING_ELIGIBLE";

/// The code of a refusal because another retry of the scope is not finished.
pub const RETRY_RUNNING: &str = "RETRY_RUNNING";

wire! {
    /// One targeted retry.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Retry {
        /// Its name in addresses and evidence.
        pub id: String,
        /// `sampling`, `sample_passed`, `sample_failed`, `releasing`,
        /// `completed`, `stopped`; open.
        pub state: String,
        /// The campaign whose tasks it dials again; `null` for a run.
        pub campaign_id: Field<String>,
        /// The run whose records it runs again; `null` for a campaign.
        pub job_id: Field<String>,
        /// What was asked for.
        pub selection: Block<RetrySelection>,
        /// When it was asked for.
        pub created_at: Field<Timestamp>,
        /// By whom.
        pub created_by: Field<String>,
        /// Why, in their words.
        pub reason: Field<String>,
        /// The server's clock when it was read.
        pub captured_at: Field<Timestamp>,
        /// How far it is.
        pub counts: Block<RetryCounts>,
        /// What of the selection was left out from the start, and why.
        pub excluded: Block<Vec<Row<Excluded>>>,
        /// How the sample goes.
        pub sample: Block<Sample>,
        /// The contacts of the sample, in the order of their dispatch.
        pub dispatches: Block<Vec<Row<Dispatched>>>,
        /// What may be done to it: `release`, `stop`.
        pub actions: Block<Vec<Action>>,
        /// How long the rest would last.
        pub lasts_seconds: Block<Lasts>,
        /// Where it stands, in words.
        pub message: Field<String>,
        /// Whether the idempotency key had been used: nothing was done again.
        pub replayed: Field<bool>,
    }

    /// Contacts of a retry. eligible = sample + rest and dispatched = in flight
    /// + finished should hold.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct RetryCounts {
        /// Named by the selection.
        pub selected: Field<i64>,
        /// Of those, the ones that it may dial.
        pub eligible: Field<i64>,
        /// Of those, the ones that go first.
        pub sample: Field<i64>,
        /// The others, which wait for the release.
        pub rest: Field<i64>,
        /// Dialed or run again, the sample included.
        pub dispatched: Field<i64>,
        /// Of those, the ones that have not ended.
        pub in_flight: Field<i64>,
        /// The ones that have.
        pub finished: Field<i64>,
        /// Finished ones that reached a person.
        pub reached: Field<i64>,
        /// Finished ones that failed again.
        pub errors: Field<i64>,
        /// Not dispatched because they were reached, in flight or given up by then.
        pub skipped: Field<i64>,
    }

    /// How the sample of a retry goes.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Sample {
        /// Contacts in it.
        pub size: i64,
        /// How many must come through without an error.
        pub needed: Field<i64>,
        /// Dispatched so far.
        pub dispatched: Field<i64>,
        /// Of those, the ones that have ended.
        pub finished: Field<i64>,
        /// Of those, the ones that failed.
        pub errors: Field<i64>,
        /// With one error more than that the sample has failed.
        pub allowed_errors: Field<i64>,
        /// When the server decided; `null` while it has not.
        pub decided_at: Field<Timestamp>,
    }

    /// One contact of the sample, and what came of it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Dispatched {
        /// Its place in the sample, from 1.
        pub position: i64,
        /// The task that is dialed again.
        pub task_id: Field<String>,
        /// The record that is run again.
        pub record_id: Field<String>,
        /// Whom it is about.
        pub contact: Field<Contact>,
        /// When it was dispatched; `null` before.
        pub dispatched_at: Field<Timestamp>,
        /// When it was over; `null` before.
        pub ended_at: Field<Timestamp>,
        /// `waiting`, `in_flight`, `answered`, `no_answer`, `busy`, `voicemail`,
        /// `completed`, `failed`, `carrier_error`, `invalid_number`, `skipped`;
        /// open.
        pub result: Field<String>,
        /// The carrier's final answer.
        pub sip_status: Field<i64>,
        /// The API's or a provider's own word for a failure; open.
        pub code: Field<String>,
    }

    /// Contacts of the selection that are not dialed, all for one reason.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Excluded {
        /// `permanent`, `reached`, `in_flight`, `retry_scheduled`,
        /// `do_not_call`, `attempts_used_up`, `reputation`, `account`,
        /// `not_failed`; open.
        pub reason: String,
        /// How many.
        pub count: i64,
        /// The reason in words.
        pub label: Field<String>,
    }

    /// How long something should last.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Lasts {
        /// At least, in seconds.
        pub low: f64,
        /// At most, in seconds.
        pub high: f64,
    }

    /// What a retry would do, without doing anything.
    #[derive(Clone, Debug, PartialEq)]
    pub struct RetryPreview {
        /// Contacts that it may dial.
        pub eligible: i64,
        /// The server's clock when it was computed.
        pub captured_at: Field<Timestamp>,
        /// Contacts that the selection names.
        pub selected: Field<i64>,
        /// Why the others are left out.
        pub excluded: Block<Vec<Row<Excluded>>>,
        /// The sample that it would begin with.
        pub sample: Block<SamplePlan>,
        /// How long all of it would last.
        pub lasts_seconds: Block<Lasts>,
        /// What it would do, in words.
        pub message: Field<String>,
    }

    /// The sample that a retry would begin with.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct SamplePlan {
        /// Contacts in it.
        pub size: Field<i64>,
        /// How many must come through without an error.
        pub needed: Field<i64>,
    }

    /// A page of retries, newest first.
    #[derive(Clone, Debug, PartialEq)]
    pub struct RetryPage {
        /// The retries.
        pub items: Vec<Row<Retry>>,
        /// Where the page stands.
        pub page: PageInfo,
        /// The server's clock when they were read.
        pub captured_at: Field<Timestamp>,
    }
}

listed!(RetryPage, Retry);
