//! Targeted retries: what one would do, starting, following and steering it.

use super::client::{Ask, Client, Fetched};
use super::error::ApiError;
use crate::domain::action::{ActionBody, shut};
use crate::domain::scope::Scope;
use crate::domain::targeted_retry::{Retry, RetryBody, RetryPage, RetryPreview, RetrySelection};

impl Client {
    /// What a retry would do. Nothing is done, however often it is asked.
    pub async fn preview_retry(self, selection: RetrySelection) -> Result<RetryPreview, ApiError> {
        self.consult(&self.endpoints.retry_preview(), selection.json())
            .await
    }

    /// Starts a retry with a sample of `size` contacts, 10 to 20. Sending it
    /// again under the same `key` starts no other.
    pub async fn start_retry(
        self,
        selection: RetrySelection,
        size: i64,
        reason: Option<String>,
        key: String,
    ) -> Result<Retry, ApiError> {
        let body = RetryBody {
            selection,
            sample_size: size,
            reason,
        };
        self.send(&self.endpoints.retries(), body.json(), &key)
            .await
    }

    /// One retry.
    pub async fn retry(self, id: String, ask: Ask) -> Result<Fetched<Retry>, ApiError> {
        let read = self.read(&self.endpoints.retry(&id), ask).await;
        self.shutting(read, |retry: &mut Retry| {
            shut(&mut retry.actions, &["release", "stop"]);
        })
    }

    /// The newest retries of a campaign or run.
    pub async fn retries(self, scope: Scope, ask: Ask) -> Result<Fetched<RetryPage>, ApiError> {
        self.read(&self.endpoints.retries_of(&scope), ask).await
    }

    /// Releases or stops a retry. Sending it again under the same `key` does
    /// nothing twice.
    pub async fn act_on_retry(
        self,
        id: String,
        action: String,
        reason: Option<String>,
        key: String,
    ) -> Result<Retry, ApiError> {
        let body = ActionBody::because(reason);
        let url = self.endpoints.retry_action(&id, &action);
        self.send(&url, body.json(), &key).await
    }
}
