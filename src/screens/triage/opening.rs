//! Opening an incident: asking for its evidence.

use super::Triage;
use crate::domain::campaign::CampaignId;
use crate::domain::history::History;
use crate::domain::job::JobId;
use crate::domain::route::TriagePlace;
use crate::state::remote::use_remote;
use crate::state::session::Session;
use leptos::prelude::*;
use std::sync::Arc;

/// Asks for everything that is known of a campaign, a run, or both.
pub fn open(
    session: Session,
    place: Memo<TriagePlace>,
    campaign: Option<CampaignId>,
    job: Option<JobId>,
) -> Triage {
    let job = use_remote(
        move || job.clone(),
        move |id, ask| Box::pin(session.client().job(id, ask)),
    );
    let dialed = Memo::new(move |_| {
        campaign.clone().or_else(|| {
            job.state.with(|state| {
                let id = state.value()?.job.campaign_id.as_deref()?;
                Some(CampaignId(id.to_owned()))
            })
        })
    });
    let campaign = use_remote(
        move || dialed.get(),
        move |id, ask| Box::pin(session.client().snapshot(id, ask)),
    );
    let history = RwSignal::new(History::default());
    let snapshot = move || campaign.state.with(|state| state.value().cloned());
    Effect::new(move |before: Option<Option<Arc<_>>>| {
        let now = snapshot();
        let known = before.flatten();
        if let Some(now) = &now
            && known.is_none_or(|known| !Arc::ptr_eq(&known, now))
        {
            history.update(|history| history.push(now));
        }
        now
    });
    session.follow_key(job);
    session.follow_key(campaign);
    Triage {
        session,
        place,
        campaign,
        history,
        job,
    }
}
