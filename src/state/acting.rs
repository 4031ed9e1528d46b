//! Actions on a campaign: one at a time, never twice.

use super::session::Session;
use crate::api::error::{ApiError, ErrorKind};
use crate::domain::action::{ActionBody, ActionResult};
use crate::domain::campaign::CampaignId;
use leptos::prelude::*;
use leptos::task::spawn_local;

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
    unanswered: StoredValue<Option<Attempt>>,
}

/// An action that was sent and whose fate is unknown: asked for again, it goes
/// out under the same key, so that the server does it once.
#[derive(Clone, PartialEq)]
struct Attempt {
    campaign: CampaignId,
    action: String,
    body: ActionBody,
    key: String,
}

impl Acting {
    /// For the page that owns the current scope.
    pub fn new(session: Session) -> Self {
        Self {
            session,
            pending: RwSignal::new(None),
            refused: RwSignal::new(None),
            unanswered: StoredValue::new(None),
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
        let attempt = self.attempt(campaign, action.to_owned(), body);
        self.pending.set(Some(attempt.action.clone()));
        self.refused.set(None);
        spawn_local(async move {
            let Attempt {
                campaign,
                action,
                body,
                key,
            } = attempt;
            let client = self.session.client();
            let answer = client.act(campaign, action.clone(), body, key).await;
            if self.pending.try_set(None).is_some() {
                return;
            }
            let unknown = answer
                .as_ref()
                .is_err_and(|error| is_unanswered(&error.kind));
            if !unknown {
                self.unanswered.try_set_value(None);
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

    fn attempt(self, campaign: CampaignId, action: String, body: ActionBody) -> Attempt {
        let same = self.unanswered.get_value().filter(|attempt| {
            attempt.campaign == campaign && attempt.action == action && attempt.body == body
        });
        let attempt = same.unwrap_or_else(|| Attempt {
            campaign,
            action,
            body,
            key: fresh_key(),
        });
        self.unanswered.set_value(Some(attempt.clone()));
        attempt
    }
}

fn is_unanswered(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::Unreachable
            | ErrorKind::TimedOut(_)
            | ErrorKind::ServerFailed { .. }
            | ErrorKind::Unreadable { .. }
    )
}

/// 128 bits of chance. It names a request; nothing depends on its secrecy.
fn fresh_key() -> String {
    let part = || (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    format!(
        "rs-{:08x}{:08x}{:08x}{:08x}",
        part(),
        part(),
        part(),
        part()
    )
}
