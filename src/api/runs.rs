//! Runs, their records, and starting one.

use super::client::{Ask, Client, Fetched};
use super::error::ApiError;
use crate::domain::action::{ActionBody, ActionResult, shut};
use crate::domain::block::Row;
use crate::domain::job::{JobDetail, JobId, JobPage};
use crate::domain::journey::Journey;
use crate::domain::raw_json::Sourced;
use crate::domain::record::{RecordDetail, RecordPage};
use crate::domain::route::{JobQuery, RecordQuery};
use crate::domain::spinner::{RunBody, RunResult, SpinnerPage};

impl Client {
    /// A page of runs.
    pub async fn jobs(self, query: JobQuery, ask: Ask) -> Result<Fetched<JobPage>, ApiError> {
        self.read(&self.endpoints.jobs(&query), ask).await
    }

    /// One run.
    pub async fn job(self, job: JobId, ask: Ask) -> Result<Fetched<JobDetail>, ApiError> {
        self.read(&self.endpoints.job(&job.0), ask).await
    }

    /// A page of records, of one run or of all.
    pub async fn records(
        self,
        query: RecordQuery,
        ask: Ask,
    ) -> Result<Fetched<RecordPage>, ApiError> {
        self.read(&self.endpoints.records(&query), ask).await
    }

    /// One record with what came of reaching out.
    pub async fn record(self, id: String, ask: Ask) -> Result<Fetched<RecordDetail>, ApiError> {
        let read = self.read(&self.endpoints.record(&id), ask).await;
        self.shutting(read, |detail: &mut RecordDetail| {
            shut(&mut detail.actions, &[])
        })
    }

    /// The steps of one record, and the answer as it was sent.
    pub async fn journey(
        self,
        id: String,
        ask: Ask,
    ) -> Result<Fetched<Sourced<Journey>>, ApiError> {
        self.read(&self.endpoints.journey(&id), ask).await
    }

    /// Asks for an action on one record. Sending it again under the same `key`
    /// does nothing twice.
    pub async fn act_on_record(
        self,
        id: String,
        action: String,
        reason: Option<String>,
        key: String,
    ) -> Result<ActionResult, ApiError> {
        let body = ActionBody::because(reason);
        let url = self.endpoints.record_action(&id, &action);
        self.send(&url, body.json(), &key).await
    }

    /// What can be run, and what the plan leaves.
    pub async fn spinners(
        self,
        project: Option<String>,
        ask: Ask,
    ) -> Result<Fetched<SpinnerPage>, ApiError> {
        let read = self
            .read(&self.endpoints.spinners(project.as_deref()), ask)
            .await;
        self.shutting(read, |page: &mut SpinnerPage| {
            let spinners = page.items.iter_mut().filter_map(|row| match row {
                Row::Good(spinner) => Some(spinner),
                Row::Unreadable(_) => None,
            });
            spinners.for_each(|spinner| shut(&mut spinner.actions, &["start"]));
        })
    }

    /// Starts a run. Sending it again under the same `key` starts no other.
    pub async fn start_run(
        self,
        spinner: String,
        body: RunBody,
        key: String,
    ) -> Result<RunResult, ApiError> {
        self.send(&self.endpoints.runs(&spinner), body.json(), &key)
            .await
    }
}
