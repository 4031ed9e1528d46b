//! The call log, with the columns of the attempt report.

use super::{Columns, currency, decimal, moment, of_contact, sum, text, whole};
use crate::domain::call::Call;

/// The contract's columns for attempt reports.
pub const CALLS: Columns<Call> = &[
    ("attempt_id", |call| (&*call.id).into()),
    ("task_id", |call| text(&call.task_id)),
    ("campaign_id", |call| {
        let campaign = call.campaign.value();
        campaign.map_or("", |campaign| &campaign.id).into()
    }),
    ("contact_id", |call| {
        of_contact(&call.contact, |who| &who.id)
    }),
    ("contact_name", |call| {
        of_contact(&call.contact, |who| &who.name)
    }),
    ("phone", |call| text(&call.phone)),
    ("from_number", |call| text(&call.from)),
    ("carrier", |call| text(&call.carrier)),
    ("attempt", |call| whole(&call.attempt)),
    ("max_attempts", |call| whole(&call.max_attempts)),
    ("state", |call| (&*call.state).into()),
    ("sip_status", |call| whole(&call.sip_status)),
    ("disposition", |call| text(&call.disposition)),
    ("started_at", |call| (&*call.started_at.text).into()),
    ("answered_at", |call| moment(&call.answered_at)),
    ("ended_at", |call| moment(&call.ended_at)),
    ("ring_seconds", |call| decimal(&call.ring_seconds)),
    ("talk_seconds", |call| decimal(&call.talk_seconds)),
    ("cost_amount", |call| sum(&call.cost)),
    ("cost_currency", |call| currency(&call.cost)),
    ("retry_at", |call| moment(&call.retry_at)),
    ("variant", |call| text(&call.variant)),
];
