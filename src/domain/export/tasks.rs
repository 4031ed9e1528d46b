//! The tasks of a campaign.

use super::{Columns, decimal, flag, moment, of_contact, text, whole};
use crate::domain::task::Task;

/// Everything that is told of a task.
pub const TASKS: Columns<Task> = &[
    ("task_id", |task| (&*task.id.0).into()),
    ("contact_id", |task| {
        of_contact(&task.contact, |who| &who.id)
    }),
    ("contact_name", |task| {
        of_contact(&task.contact, |who| &who.name)
    }),
    ("contact_time_zone", |task| {
        of_contact(&task.contact, |who| &who.time_zone)
    }),
    ("phone", |task| text(&task.phone)),
    ("from_number", |task| text(&task.from)),
    ("from_sticky", |task| flag(&task.from_sticky)),
    ("status", |task| (&*task.status).into()),
    ("status_since", |task| moment(&task.status_since)),
    ("blocker", |task| text(&task.blocker)),
    ("blocker_text", |task| text(&task.blocker_text)),
    ("next_eligible_at", |task| moment(&task.next_eligible_at)),
    ("disposition", |task| text(&task.disposition)),
    ("dry_run", |task| flag(&task.dry_run)),
    ("attempts", |task| whole(&task.attempts)),
    ("max_attempts", |task| whole(&task.max_attempts)),
    ("system_retries", |task| whole(&task.system_retries)),
    ("talk_seconds", |task| decimal(&task.talk_seconds)),
    ("score", |task| decimal(&task.score)),
    ("last_attempted_at", |task| moment(&task.last_attempted_at)),
    ("sip_status", |task| whole(&task.sip_status)),
];
