//! One execution of a published spinner over many contacts: a run.

pub use contradictions::contradictions;
pub use detail::JobDetail;

use super::block::{Block, Row};
use super::counts::Tally;
use super::field::Field;
use super::json::{FromJson, Json, Trouble, wire};
use super::page::PageInfo;
use super::parts::Parts;
use super::project::Project;
use super::runtime::Runtime;
use super::timestamp::Timestamp;

mod contradictions;
mod detail;
pub mod look_alikes;
pub mod progress;
pub mod row;
pub mod status;
pub mod usual;

/// The opaque name of a run.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct JobId(
    /// As received.
    pub String,
);

impl FromJson for JobId {
    fn from_json(json: &Json<'_>, trouble: &mut Trouble) -> Self {
        Self(String::from_json(json, trouble))
    }
}

wire! {
    /// One run.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Job {
        /// Its name in addresses and evidence.
        pub id: JobId,
        /// `queued`, `running`, `waiting`, `completed`, `partial`, `failed`; open.
        pub status: String,
        /// What is executed.
        pub spinner: Block<JobSpinner>,
        /// Where it belongs.
        pub project: Block<Project>,
        /// The campaign that the run dials; `null` when it dials none.
        pub campaign_id: Field<String>,
        /// The audience file that its records came from.
        pub upload_id: Field<String>,
        /// IANA name of the zone that it is told in.
        pub time_zone: Field<String>,
        /// When it was asked for.
        pub queued_at: Field<Timestamp>,
        /// When the runtime took it.
        pub started_at: Field<Timestamp>,
        /// When it was over.
        pub ended_at: Field<Timestamp>,
        /// Runs that are ahead of it.
        pub queue_position: Field<i64>,
        /// Its records, by what became of them.
        pub counts: Block<JobCounts>,
        /// Records that could move now if the runtime took them: queued or due.
        /// 0 while everything waits on something outside.
        pub eligible: Field<i64>,
        /// When any progress counter last moved; `null` when none has yet.
        pub progressed_at: Field<Timestamp>,
        /// What the run as a whole is in now.
        pub step: Block<JobStep>,
        /// How long this spinner's runs usually take.
        pub usual: Block<Usual>,
        /// What the run waits for outside.
        pub waiting_on: Block<WaitingOn>,
        /// Failed records by cause, most first.
        pub failures: Block<Vec<Row<FailureCause>>>,
        /// Why the run itself failed.
        pub error: Block<JobError>,
        /// One line in words.
        pub message: Field<String>,
    }

    /// The spinner of a run, as it was when the run began.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct JobSpinner {
        /// Opaque.
        pub id: Field<String>,
        /// As its builders call it.
        pub name: String,
        /// The published version.
        pub version: Field<i64>,
    }

    /// Records of a run; the others should sum to `total`.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct JobCounts {
        /// All records.
        pub total: i64,
        /// Went through every step.
        pub completed: Field<i64>,
        /// Ended by an error.
        pub failed: Field<i64>,
        /// Left out on purpose.
        pub skipped: Field<i64>,
        /// In a step now.
        pub running: Field<i64>,
        /// Waiting on something outside.
        pub waiting: Field<i64>,
        /// Not taken yet.
        pub queued: Field<i64>,
    }

    /// What a run as a whole is in.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct JobStep {
        /// The step's name.
        pub name: String,
        /// What it does; see [`super::journey::StepKind`].
        pub kind: Field<String>,
        /// When it began.
        pub since: Field<Timestamp>,
    }

    /// The durations of this spinner's last runs.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Usual {
        /// The short end, in seconds.
        pub low_seconds: f64,
        /// The long end, in seconds.
        pub high_seconds: f64,
        /// Runs that this was taken from.
        pub runs: Field<i64>,
    }

    /// What a run waits for.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct WaitingOn {
        /// `external`, `human`; open.
        pub kind: Field<String>,
        /// In words.
        pub text: Field<String>,
        /// Since when.
        pub since: Field<Timestamp>,
    }

    /// Records that failed alike.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct FailureCause {
        /// The outcome that they share; what records are filtered by.
        pub code: String,
        /// In words: "ai_agent timed out".
        pub label: Field<String>,
        /// The step that failed.
        pub step: Field<String>,
        /// How many.
        pub count: i64,
    }

    /// Why a run failed as a whole.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct JobError {
        /// Code; open.
        pub code: Field<String>,
        /// In words.
        pub message: Field<String>,
    }

    /// A page of runs.
    #[derive(Clone, Debug, PartialEq)]
    pub struct JobPage {
        /// The runs, in the order asked for.
        pub items: Vec<Row<Job>>,
        /// Where the page stands.
        pub page: PageInfo,
        /// The server's clock when the runs were read.
        pub captured_at: Field<Timestamp>,
        /// The further requests that it was made of.
        pub parts: Parts,
        /// Runs by status, whatever the filters.
        pub status_counts: Block<Tally>,
        /// The project asked for.
        pub project: Block<Project>,
        /// The service that carries runs out.
        pub runtime: Block<Runtime>,
    }
}

impl Job {
    /// "Payment reminder", else the run's ID.
    pub fn name(&self) -> &str {
        let name = self.spinner.value().map(|spinner| spinner.name.trim());
        name.filter(|name| !name.is_empty()).unwrap_or(&self.id.0)
    }

    /// "v7", when the version is known.
    pub fn version(&self) -> Option<String> {
        let version = self.spinner.value()?.version.copied()?;
        Some(["v", &version.to_string()].concat())
    }

    /// Records that failed, when reported.
    pub fn failed(&self) -> Option<i64> {
        self.counts.value()?.failed.copied()
    }

    /// Seconds from its start to its end, or to `now` (the server's clock in
    /// milliseconds) while it is not over; never negative.
    pub fn seconds(&self, now: i64) -> Option<f64> {
        let began = self.started_at.value()?.ms?;
        let end = match self.ended_at.value() {
            Some(ended) => ended.ms?,
            None => now,
        };
        Some(end.saturating_sub(began).max(0) as f64 / 1000.0)
    }
}

#[cfg(test)]
mod tests;
