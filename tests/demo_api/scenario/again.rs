//! A campaign that was restarted: the run before, and the draft prepared from it.

use super::numbers::local_pool;
use super::{Calendar, MIDWEST, SERVICE, ordinary};
use crate::plan::{Audience, Pace, Plan};
use crate::zone::Zone;

const FIRST_RUN: &str = "cmp_7rw2k~1";

fn either_run(calendar: &Calendar, id: &'static str) -> Plan {
    let base = ordinary(id, "Recall notices");
    Plan {
        priority: 2,
        agent: "Theo v6",
        created_at: calendar.on(Zone::Chicago, 3, 15, 5),
        audience: Audience {
            contacts: 640,
            zones: MIDWEST,
            ..base.audience
        },
        pace: Pace {
            concurrency: 16,
            max_attempts: 3,
            ..base.pace
        },
        pool: Some(local_pool("Recall 4", 140, 502, 4, 6, 0.5)),
        dispositions: SERVICE,
        ..base
    }
}

/// The first run, completed and put away.
pub fn recall_first_run(calendar: &Calendar) -> Plan {
    Plan {
        starts_at: Some(calendar.on(Zone::Chicago, 2, 9, 0)),
        is_put_away: true,
        ..either_run(calendar, FIRST_RUN)
    }
}

/// The new run, ready to start.
pub fn recall(calendar: &Calendar) -> Plan {
    Plan {
        previous_run: Some(FIRST_RUN.into()),
        shows: "Draft prepared by a restart: all launch checks pass, and the run before is told. No upload.",
        ..either_run(calendar, "cmp_7rw2k")
    }
}
