//! What can be asked of an API: one method a question of the contract. One
//! request, one result: no state, no retries, no cache; whoever asks decides
//! what to keep.

use super::config::Config;
use super::endpoint::Endpoints;
use super::error::ApiError;
use super::host::Host;
use super::relay::Relay;
use crate::domain::action::{ActionBody, ActionResult, shut};
use crate::domain::call::CallPage;
use crate::domain::campaign::{CampaignId, CampaignPage};
use crate::domain::capabilities::Capabilities;
use crate::domain::found::FindResults;
use crate::domain::number::NumberPage;
use crate::domain::raw_json::Sourced;
use crate::domain::route::{CallQuery, CampaignQuery, TaskQuery};
use crate::domain::snapshot::Snapshot;
use crate::domain::task::{TaskDebug, TaskId, TaskPage};
use std::rc::Rc;
use web_sys::AbortSignal;

/// What came of a read.
#[derive(Clone, Debug, PartialEq)]
pub enum Fetched<T> {
    /// A new value, with its ETag when the API sent one.
    New {
        /// The decoded answer.
        value: T,
        /// For the next `If-None-Match`.
        etag: Option<String>,
    },
    /// 304: what was there still holds.
    Unchanged,
}

/// How one read is asked for.
#[derive(Clone, Debug)]
pub struct Ask {
    /// Aborts the request when the asker no longer wants the answer.
    pub signal: AbortSignal,
    /// The ETag of the value in hand.
    pub etag: Option<String>,
}

/// The API of one deployment. Cheap to clone.
#[derive(Clone)]
pub struct Client {
    pub(super) endpoints: Endpoints,
    pub(super) relay: Option<Rc<dyn Relay>>,
    pub(super) signed_out: Rc<dyn Fn()>,
    pub(super) is_read_only: bool,
    pub(super) host: Host,
}

impl Client {
    /// A client for a deployment's API, which is asked by this module unless
    /// there is a relay. `signed_out` is told of every answer that means so.
    pub fn new(
        config: &Config,
        host: Host,
        relay: Option<Rc<dyn Relay>>,
        signed_out: Rc<dyn Fn()>,
    ) -> Self {
        // A relay is given addresses below the base.
        let base = relay.is_none().then_some(&*config.api_base);
        let base = base.unwrap_or_default();
        Self {
            endpoints: Endpoints::new(base),
            relay,
            signed_out,
            is_read_only: config.read_only,
            host,
        }
    }

    /// Who is asking, in which workspace.
    pub async fn capabilities(self, ask: Ask) -> Result<Fetched<Capabilities>, ApiError> {
        self.read(&self.endpoints.capabilities(), ask).await
    }

    /// What a text finds, over everything.
    pub async fn find(self, text: String, ask: Ask) -> Result<Fetched<FindResults>, ApiError> {
        self.read(&self.endpoints.find(&text), ask).await
    }

    /// A page of campaigns.
    pub async fn campaigns(
        self,
        query: CampaignQuery,
        ask: Ask,
    ) -> Result<Fetched<CampaignPage>, ApiError> {
        self.read(&self.endpoints.campaigns(&query), ask).await
    }

    /// A campaign's snapshot.
    pub async fn snapshot(
        self,
        campaign: CampaignId,
        ask: Ask,
    ) -> Result<Fetched<Snapshot>, ApiError> {
        let read = self.read(&self.endpoints.snapshot(&campaign.0), ask).await;
        self.shutting(read, |snapshot: &mut Snapshot| {
            shut(&mut snapshot.actions, &["start", "pause", "resume", "stop"]);
        })
    }

    /// A page of a campaign's tasks.
    pub async fn tasks(
        self,
        campaign: CampaignId,
        query: TaskQuery,
        ask: Ask,
    ) -> Result<Fetched<TaskPage>, ApiError> {
        self.read(&self.endpoints.tasks(&campaign.0, &query), ask)
            .await
    }

    /// One task with its events, and the answer as it was sent.
    pub async fn task(
        self,
        campaign: CampaignId,
        task: TaskId,
        ask: Ask,
    ) -> Result<Fetched<Sourced<TaskDebug>>, ApiError> {
        self.read(&self.endpoints.task(&campaign.0, &task.0), ask)
            .await
    }

    /// A page of a campaign's number pool.
    pub async fn numbers(
        self,
        campaign: CampaignId,
        place: crate::domain::page::Place,
        ask: Ask,
    ) -> Result<Fetched<NumberPage>, ApiError> {
        self.read(&self.endpoints.numbers(&campaign.0, &place), ask)
            .await
    }

    /// A page of the workspace's calls.
    pub async fn calls(self, query: CallQuery, ask: Ask) -> Result<Fetched<CallPage>, ApiError> {
        self.read(&self.endpoints.calls(&query), ask).await
    }

    /// Takes the actions of what was read, where nothing may be changed.
    pub(super) fn shutting<T>(
        &self,
        mut read: Result<Fetched<T>, ApiError>,
        close: impl FnOnce(&mut T),
    ) -> Result<Fetched<T>, ApiError> {
        if let (true, Ok(Fetched::New { value, .. })) = (self.is_read_only, &mut read) {
            close(value);
        }
        read
    }

    /// Asks for an action. Sending it again under the same `key` does nothing
    /// twice.
    pub async fn act(
        self,
        campaign: CampaignId,
        action: String,
        body: ActionBody,
        key: String,
    ) -> Result<ActionResult, ApiError> {
        let url = self.endpoints.action(&campaign.0, &action);
        self.send(&url, body.json(), &key).await
    }
}
