//! Actions on a campaign: one at a time, never twice.

use super::once::Once;
use super::session::Session;
use super::telling::Deed;
use crate::api::error::ApiError;
use crate::domain::action::{ActionBody, ActionResult};
use crate::domain::campaign::CampaignId;
use crate::living::spawn_with;
use leptos::prelude::*;

/// A refusal to show beside the actions.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// The action's name.
    pub action: String,
    /// Why.
    pub error: ApiError,
}

/// The actions of one campaign page.
#[derive(Clone, Copy)]
pub struct Acting {
    session: Session,
    /// The action that is on its way.
    pub pending: RwSignal<Option<String>>,
    /// What the last action was refused with, until the next one.
    pub refused: RwSignal<Option<Refused>>,
    once: Once<Attempt>,
}

/// What was asked for.
#[derive(Clone, PartialEq)]
struct Attempt {
    campaign: CampaignId,
    action: String,
    body: ActionBody,
}

impl Acting {
    /// For the page that owns the current scope.
    pub fn new(session: Session) -> Self {
        Self {
            session,
            pending: RwSignal::new(None),
            refused: RwSignal::new(None),
            once: Once::new(),
        }
    }

    /// Sends an action. While another is on its way this does nothing: a
    /// second click cannot fire twice.
    pub fn act(
        self,
        campaign: CampaignId,
        action: &str,
        body: ActionBody,
        then: impl FnOnce(Result<ActionResult, ApiError>) + 'static,
    ) {
        if self.pending.with_untracked(Option::is_some) {
            return;
        }
        let attempt = Attempt {
            campaign,
            action: action.to_owned(),
            body,
        };
        let key = self.once.key(&attempt);
        self.pending.set(Some(attempt.action.clone()));
        self.refused.set(None);
        let deed = Deed::ask(self.session.around, &attempt.action, &attempt.campaign.0);
        spawn_with(self.session.around, async move {
            let Attempt {
                campaign,
                action,
                body,
            } = attempt;
            let client = self.session.client();
            let answer = client.act(campaign, action.clone(), body, key).await;
            self.once.answered(&answer);
            deed.answered(&answer);
            if self.pending.try_set(None).is_some() {
                return;
            }
            if let Err(error) = &answer {
                self.refused.try_set(Some(Refused {
                    action,
                    error: error.clone(),
                }));
            }
            then(answer);
        });
    }
}
