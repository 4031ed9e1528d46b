//! Where in its life the campaign is, as far as sections depend on it.

use crate::domain::status::CampaignStatus;
use crate::state::live::Live;
use leptos::prelude::*;

/// Whether nothing has happened yet: no figures then, and no cost.
pub fn is_draft(live: Live) -> Memo<bool> {
    live.shows(|snapshot, _| {
        CampaignStatus::from_wire(&snapshot.campaign.status) == CampaignStatus::Draft
    })
}
