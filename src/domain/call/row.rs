//! A call as one row of the call log.

use super::Call;
use crate::domain::attempt_state::AttemptState;
use crate::domain::block::Block;
use crate::domain::campaign::CampaignId;
use crate::domain::cell::Cell;
use crate::domain::failure_class::{FailureClass, of_sip};
use crate::domain::format::Formats;
use crate::domain::link::web_link;
use crate::domain::route::Route;
use crate::domain::task::TaskId;
use crate::domain::task_row::{contact, phone};

/// One row, every value ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallRow {
    /// The call's ID as received.
    pub id: String,
    /// When it was dialed, in the zone that the column's head names.
    pub started: Cell,
    /// Whom it was about: the name, else the phone number, else the call's ID.
    pub contact: Cell,
    /// The contact's ID, for the trail of all attempts.
    pub contact_id: Option<String>,
    /// The number called, in groups.
    pub phone: Cell,
    /// The number called from, in groups.
    pub from: Cell,
    /// The campaign's name, else its ID.
    pub campaign: Cell,
    /// The campaign's page, when the campaign is reported.
    pub campaign_page: Option<Route>,
    /// The drawer of the call's task, when both task and campaign are reported.
    pub task: Option<Route>,
    /// "2 of 4".
    pub attempt: Cell,
    /// Where the attempt stands, or how it ended.
    pub state: AttemptState,
    /// The carrier's final answer.
    pub sip: Cell,
    /// What kind of failure that answer is, if it is one.
    pub failure: Option<FailureClass>,
    /// The business result.
    pub disposition: Cell,
    /// From the dial to the answer or to giving up.
    pub ring: Cell,
    /// From the answer to the end.
    pub talk: Cell,
    /// What it cost.
    pub cost: Cell,
    /// Where the conversation can be heard, if that may be followed.
    pub recording: Option<String>,
}

/// Writes a call as a row.
pub fn row(call: &Call, formats: &Formats<'_>) -> CallRow {
    let campaign = call.campaign.value();
    let campaign_id = campaign.map(|campaign| CampaignId(campaign.id.clone()));
    let task_id = call.task_id.as_deref().filter(|id| !id.is_empty());
    let task = campaign_id.clone().zip(task_id);
    let of_contact = call.contact.value();
    let contact_id = of_contact.and_then(|contact| contact.id.as_deref());
    CallRow {
        id: call.id.clone(),
        started: Cell::of(formats.time_in_column(&call.started_at)),
        contact: contact(&call.contact, &call.phone, &call.id, formats),
        contact_id: contact_id.filter(|id| !id.is_empty()).map(str::to_owned),
        phone: phone(&call.phone, formats),
        from: phone(&call.from, formats),
        campaign: campaign_name(call),
        campaign_page: campaign_id.map(Route::to_campaign),
        task: task.map(|(id, task)| Route::to_task(id, TaskId(task.to_owned()))),
        attempt: Cell::from_field(&call.attempt, |attempt| match call.max_attempts.copied() {
            Some(allowed) => formats.of(*attempt, allowed),
            None => formats.count(*attempt),
        }),
        state: AttemptState::from_wire(&call.state),
        sip: Cell::from_field(&call.sip_status, i64::to_string),
        failure: call.sip_status.copied().and_then(of_sip),
        disposition: Cell::text(&call.disposition),
        ring: Cell::from_field(&call.ring_seconds, |seconds| formats.wait(*seconds)),
        talk: Cell::from_field(&call.talk_seconds, |seconds| formats.talk(*seconds)),
        cost: Cell::from_field(&call.cost, |cost| formats.money(cost)),
        recording: call.recording_url.as_deref().and_then(web_link),
    }
}

fn campaign_name(call: &Call) -> Cell {
    let campaign = match &call.campaign {
        Block::Value(campaign) => campaign,
        Block::Empty => return Cell::none(),
        Block::Absent => return Cell::not_reported(),
        Block::Unreadable(_) => return Cell::of("Unreadable".to_owned()),
    };
    let name = campaign.name.as_deref().map(str::trim);
    let name = name.filter(|name| !name.is_empty());
    Cell::of(name.unwrap_or(&campaign.id).to_owned())
}

/// Names of the columns that no row reports; a table says so below.
pub fn unreported_columns(rows: &[CallRow]) -> Vec<&'static str> {
    type Column = (&'static str, fn(&CallRow) -> &Cell);
    let columns: [Column; 9] = [
        ("Phone", |row| &row.phone),
        ("From", |row| &row.from),
        ("Campaign", |row| &row.campaign),
        ("Attempt", |row| &row.attempt),
        ("SIP status", |row| &row.sip),
        ("Disposition", |row| &row.disposition),
        ("Ring", |row| &row.ring),
        ("Talk", |row| &row.talk),
        ("Cost", |row| &row.cost),
    ];
    let is_missing =
        |column: &&Column| !rows.is_empty() && !rows.iter().any(|row| column.1(row).reported);
    columns
        .iter()
        .filter(is_missing)
        .map(|(name, _)| *name)
        .collect()
}

#[cfg(test)]
mod tests;
