//! One contact's row inside a run.

use super::action::Action;
use super::block::{Block, Row, good_rows};
use super::call::CallFacet;
use super::field::Field;
use super::job::JobId;
use super::json::wire;
use super::page::{PageInfo, listed};
use super::parts::Parts;
use super::route::RecordFilter;
use super::task::Contact;
use super::timestamp::Timestamp;

pub mod detail;
pub mod facet;
pub mod row;
pub mod status;

wire! {
    /// One record.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Record {
        /// Its name in addresses and evidence.
        pub id: String,
        /// The run that it belongs to.
        pub job: Block<RecordJob>,
        /// Whom it is about.
        pub contact: Field<Contact>,
        /// The contact's number: E.164, or whatever was sent.
        pub phone: Field<String>,
        /// `queued`, `running`, `waiting`, `completed`, `failed`, `skipped`; open.
        pub status: String,
        /// Code of what came of it: `renewed`, `voicemail`, `ai_timeout`; open.
        pub outcome: Field<String>,
        /// The step that failed.
        pub failed_step: Field<String>,
        /// Why it failed.
        pub error: Block<RecordError>,
        /// When its first step began.
        pub started_at: Field<Timestamp>,
        /// When it was over.
        pub ended_at: Field<Timestamp>,
        /// How long it took, in seconds.
        pub duration_seconds: Field<f64>,
        /// How often it has run, this time included.
        pub attempts: Field<i64>,
        /// How often it may run by itself.
        pub max_attempts: Field<i64>,
        /// The step that it is in now.
        pub step: Field<String>,
        /// Since when.
        pub step_since: Field<Timestamp>,
        /// The campaign that it dialed in.
        pub campaign_id: Field<String>,
        /// The task that it caused there.
        pub task_id: Field<String>,
    }

    /// The run of a record.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct RecordJob {
        /// Its name in addresses.
        pub id: JobId,
        /// The spinner's name.
        pub spinner: Field<String>,
        /// The spinner's published version.
        pub version: Field<i64>,
        /// A run's status; open.
        pub status: Field<String>,
    }

    /// Why a record failed.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct RecordError {
        /// Code; open.
        pub code: Field<String>,
        /// In words.
        pub message: Field<String>,
    }

    /// A page of records.
    #[derive(Clone, Debug, PartialEq)]
    pub struct RecordPage {
        /// The records, in the order asked for.
        pub items: Vec<Row<Record>>,
        /// Where the page stands.
        pub page: PageInfo,
        /// The server's clock when the records were read.
        pub captured_at: Field<Timestamp>,
        /// The further requests that it was made of.
        pub parts: Parts,
        /// What there is to filter by, whatever the other filters.
        pub filters: Block<RecordFacets>,
    }

    /// Values to filter by, with the number of records under each.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct RecordFacets {
        /// Statuses.
        pub status: Field<Vec<CallFacet>>,
        /// Outcomes.
        pub outcome: Field<Vec<CallFacet>>,
        /// Failed steps.
        pub step: Field<Vec<CallFacet>>,
        /// Spinners, by ID.
        pub spinner: Field<Vec<CallFacet>>,
    }

    /// A record with what is known of its contact and of the reaching out.
    #[derive(Clone, Debug, PartialEq)]
    pub struct RecordDetail {
        /// The record.
        pub record: Record,
        /// The server's clock when it was read.
        pub captured_at: Field<Timestamp>,
        /// The further requests that it was made of.
        pub parts: Parts,
        /// What the run was given about the contact, in its order.
        pub metadata: Block<Vec<Row<Metadata>>>,
        /// What came of reaching out.
        pub outreach: Block<Outreach>,
        /// What can be done with it by itself.
        pub actions: Block<Vec<Action>>,
    }

    /// One thing that a run was given about a contact.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Metadata {
        /// Its name.
        pub label: String,
        /// Its value; `null` when it is known to be empty.
        pub value: Field<String>,
    }

    /// What came of reaching out to a contact.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Outreach {
        /// In words; `null` when none was recorded.
        pub result: Field<String>,
        /// Whether the person was reached.
        pub reached: Field<bool>,
        /// When.
        pub reached_at: Field<Timestamp>,
        /// Whether the record may be run again without reaching out twice.
        pub retry_safe: Field<bool>,
        /// Why, or why not.
        pub retry_reason: Field<String>,
    }
}

impl RecordFacets {
    /// The values of one property, when they are reported.
    pub fn of(&self, filter: RecordFilter) -> Option<&[CallFacet]> {
        let facets = match filter {
            RecordFilter::Status => &self.status,
            RecordFilter::Outcome => &self.outcome,
            RecordFilter::Step => &self.step,
            RecordFilter::Spinner => &self.spinner,
        };
        facets.value().map(Vec::as_slice)
    }
}

impl Record {
    /// Whose it is: the contact's name, else the phone number as received, else
    /// the record's ID.
    pub fn who(&self) -> &str {
        let name = self
            .contact
            .value()
            .and_then(|contact| contact.name.as_deref());
        let told = [name, self.phone.as_deref()];
        let told = told.into_iter().flatten().map(str::trim);
        { told }.find(|text| !text.is_empty()).unwrap_or(&self.id)
    }
}

listed!(RecordPage, Record);
impl RecordDetail {
    /// What the list knows of a record, for an API that has no more of it.
    pub fn of_row(page: &RecordPage, id: &str) -> Option<Self> {
        let record = good_rows(&page.items).find(|record| record.id == id)?;
        Some(Self {
            record: record.clone(),
            captured_at: page.captured_at.clone(),
            parts: Parts::default(),
            metadata: Block::Absent,
            outreach: Block::Absent,
            actions: Block::Absent,
        })
    }
}
