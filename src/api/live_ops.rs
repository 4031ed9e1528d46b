//! The cards of Live Ops.

use super::client::{Ask, Client, Fetched};
use super::error::ApiError;
use crate::domain::json::FromJson;
use crate::domain::live_ops::CardKind;

impl Client {
    /// One card.
    pub async fn live<T: FromJson>(self, card: CardKind, ask: Ask) -> Result<Fetched<T>, ApiError> {
        self.read(&self.endpoints.live(card.path()), ask).await
    }
}
