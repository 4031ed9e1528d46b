//! Campaigns that are over.

use super::numbers::local_pool;
use super::{Calendar, MIDWEST, RENEWAL, SERVICE, ordinary};
use crate::plan::{Audience, Challenger, Goal, Pace, Plan, Report, Scripted};
use crate::provenance::{COLUMNS, INSIGHTS, Upload};
use crate::zone::{MINUTE, Zone};

/// Completed: every contact has a final result.
pub fn lapsed_october(calendar: &Calendar) -> Plan {
    let base = ordinary("cmp_4nb7c", "Lapsed policies Oct");
    Plan {
        priority: 3,
        created_at: calendar.on(Zone::Chicago, 16, 15, 12),
        starts_at: Some(calendar.on(Zone::Chicago, 15, 9, 0)),
        audience: Audience {
            contacts: 5_120,
            zones: MIDWEST,
            ..base.audience
        },
        pace: Pace {
            concurrency: 7,
            ..base.pace
        },
        pool: Some(local_pool("Lapsed 4", 110, 414, 4, 6, 0.52)),
        dispositions: RENEWAL,
        budget: Some(90_000),
        callbacks: true,
        insights: INSIGHTS,
        upload: Some(Upload {
            id: "upl_0ke52",
            name: "lapsed_october.csv",
            size_bytes: 1_204_881,
            at: calendar.on(Zone::Chicago, 16, 15, 10),
            by: "A. Ruiz",
            duplicates: 41,
            invalid: 12,
            do_not_call: 7,
            columns: COLUMNS,
        }),
        shows: "Completed: every contact reached a final state.",
        ..base
    }
}

/// Failed: its agent was deleted.
pub fn storm_alert(calendar: &Calendar) -> Plan {
    let base = ordinary("cmp_6yd2s", "Storm alert Ohio");
    Plan {
        zone: Zone::NewYork,
        priority: 1,
        agent: "Maya v11",
        trigger: "API",
        created_at: calendar.today(7, 31),
        starts_at: Some(calendar.today(8, 58)),
        audience: Audience {
            contacts: 1_100,
            zones: &[(Zone::NewYork, 1.0)],
            ..base.audience
        },
        pace: Pace {
            concurrency: 10,
            retry_delay: 10 * MINUTE,
            talk_seconds: 48.0,
            ..base.pace
        },
        pool: Some(local_pool("Ohio 2", 120, 513, 2, 6, 0.52)),
        dispositions: SERVICE,
        budget: Some(20_000),
        script: vec![(
            calendar.today(9, 41),
            Scripted::Fail {
                reason: "Agent Maya v11 was deleted",
                note: "Without an agent no call can be held. Clone the campaign with another agent to go on.",
            },
        )],
        shows: "Failed: its agent was deleted.",
        ..base
    }
}

/// Canceled by a person, with a reason.
pub fn lapsed_september(calendar: &Calendar) -> Plan {
    let base = ordinary("cmp_9cx5e", "Lapsed policies Sep");
    Plan {
        priority: 4,
        created_at: calendar.on(Zone::Chicago, 59, 16, 2),
        starts_at: Some(calendar.on(Zone::Chicago, 58, 9, 0)),
        audience: Audience {
            contacts: 4_900,
            zones: MIDWEST,
            ..base.audience
        },
        pace: Pace {
            concurrency: 12,
            ..base.pace
        },
        pool: Some(local_pool("Lapsed 4", 130, 414, 4, 6, 0.52)),
        dispositions: RENEWAL,
        script: vec![(
            calendar.on(Zone::Chicago, 58, 9, 52),
            Scripted::Cancel {
                by: "J. Park",
                reason: "wrong list",
            },
        )],
        shows: "Cancelled by a person, with a reason.",
        ..base
    }
}

/// Completed, with an A/B test of too few calls.
pub fn renters_check_in(calendar: &Calendar) -> Plan {
    let base = ordinary("cmp_2vk8d", "Renters check-in");
    Plan {
        agent: "Iris v9",
        challenger: Some(Challenger {
            agent: "Iris v10",
            share: 0.5,
            descriptions: ("asks for documents", "offers a link"),
            minimum_calls: 200,
        }),
        created_at: calendar.on(Zone::Chicago, 2, 16, 20),
        starts_at: Some(calendar.on(Zone::Chicago, 1, 10, 0)),
        audience: Audience {
            contacts: 260,
            ..base.audience
        },
        pace: Pace {
            concurrency: 10,
            max_attempts: 3,
            ..base.pace
        },
        pool: Some(local_pool("Renters 2", 150, 618, 2, 5, 0.5)),
        dispositions: SERVICE,
        goal: Some(Goal {
            label: "Documents promised",
            disposition: "Documents promised",
            target: 80,
        }),
        withheld: &[Report::Sentiment],
        shows: "Completed: an A/B test without enough calls. No sentiment, no upload.",
        ..base
    }
}
