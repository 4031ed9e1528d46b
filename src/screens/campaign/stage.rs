//! Where in its life the campaign is, as far as sections depend on it.

use crate::domain::status::CampaignStatus;
use crate::state::live::Live;
use leptos::prelude::*;

/// Whether nothing has happened yet: no figures then, and no cost.
pub fn is_draft(live: Live) -> Memo<bool> {
    is(live, CampaignStatus::Draft)
}

/// Whether it may dial: only then is an end to be expected.
pub fn is_running(live: Live) -> Memo<bool> {
    is(live, CampaignStatus::Running)
}

fn is(live: Live, wanted: CampaignStatus) -> Memo<bool> {
    live.shows(move |snapshot, _| CampaignStatus::from_wire(&snapshot.campaign.status) == wanted)
}
