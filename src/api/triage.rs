//! What incidents are judged by.

use super::client::{Ask, Client, Fetched};
use super::error::ApiError;
use crate::domain::duplicate_report::DuplicateReport;
use crate::domain::failure_report::FailureReport;
use crate::domain::scope::Scope;

impl Client {
    /// How the attempts of a campaign or a run failed.
    pub async fn failures(
        self,
        scope: Scope,
        ask: Ask,
    ) -> Result<Fetched<FailureReport>, ApiError> {
        self.read(&self.endpoints.failures(&scope), ask).await
    }

    /// Whether a campaign or a run called anybody twice.
    pub async fn duplicates(
        self,
        scope: Scope,
        ask: Ask,
    ) -> Result<Fetched<DuplicateReport>, ApiError> {
        self.read(&self.endpoints.duplicates(&scope), ask).await
    }
}
