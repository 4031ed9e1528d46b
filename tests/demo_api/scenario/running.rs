//! Campaigns that dial as well as their limits let them.

use super::numbers::{BANDWIDTH, Listed, TELNYX, TWILIO, local_pool, pool, with_burst};
use super::{Calendar, MIDWEST, NOON, NOTICE, RENEWAL, SERVICE, ordinary};
use crate::carrier::Burst;
use crate::plan::{Audience, Challenger, EndVerb, Goal, Pace, Plan, Report, Scripted};
use crate::provenance::{COLUMNS, INSIGHTS, Upload};
use crate::window::Window;
use crate::zone::{MINUTE, Zone};

/// Running at the pool's limit: two of eight numbers are flagged.
pub fn policy_renewals(calendar: &Calendar) -> Plan {
    let numbers = pool(
        "Midwest 8",
        1,
        6,
        &[
            Listed("+13125550142", TWILIO, 0.56, 1.1),
            Listed("+13125550167", TWILIO, 0.55, 1.05),
            Listed("+14145550118", TELNYX, 0.55, 1.05),
            Listed("+16145550133", TELNYX, 0.54, 1.0),
            Listed("+13175550190", BANDWIDTH, 0.53, 1.0),
            Listed("+12625550175", BANDWIDTH, 0.52, 1.0),
            Listed("+13125550109", TWILIO, 0.36, 1.0),
            Listed("+14145550121", TELNYX, 0.35, 0.9),
        ],
    );
    let numbers = with_burst(
        numbers,
        TELNYX,
        Burst {
            from: calendar.today(13, 2),
            to: calendar.today(13, 7),
            share: 0.9,
        },
    );
    Plan {
        priority: 2,
        agent: "Maya v14",
        challenger: Some(Challenger {
            agent: "Maya v15",
            share: 0.4,
            descriptions: ("direct opening", "question opening"),
            minimum_calls: 200,
        }),
        mode: "Single day",
        created_at: calendar.on(Zone::Chicago, 1, 16, 42),
        starts_at: Some(calendar.today(9, 0)),
        audience: Audience {
            contacts: 4_812,
            zones: MIDWEST,
            foreign: 0.0046,
            invalid: 0.012,
            asleep: 0,
        },
        pace: Pace {
            concurrency: 14,
            calls_per_second: 1.5,
            workers: 29,
            max_attempts: 4,
            retry_delay: 45 * MINUTE,
            talk_seconds: 92.0,
        },
        pool: Some(numbers),
        window: Some(
            Window::weekly((9, 18), Some((10, 14)))
                .with_note("Contact quiet hours 12:00 to 13:00 in contact's own zone also apply."),
        ),
        quiet: Some(NOON),
        dispositions: RENEWAL,
        goal: Some(Goal {
            label: "Renewals confirmed",
            disposition: "Renewal confirmed",
            target: 1_000,
        }),
        budget: Some(75_000),
        callbacks: true,
        insights: INSIGHTS,
        billing_note: Some(
            "Carrier invoices follow on the third workday; reconcile before billing.",
        ),
        upload: Some(Upload {
            id: "upl_20cx7",
            name: "renewals_q4_midwest.csv",
            size_bytes: 1_153_434,
            at: calendar.on(Zone::Chicago, 1, 16, 40),
            by: "A. Ruiz",
            duplicates: 84,
            invalid: 31,
            do_not_call: 4,
            columns: COLUMNS,
        }),
        script: vec![
            (
                calendar.today(10, 45),
                Scripted::Concurrency {
                    limit: 20,
                    by: "A. Ruiz",
                },
            ),
            (calendar.today(12, 10), Scripted::FlagNumbers(&[6, 7])),
            (
                calendar.today(13, 40),
                Scripted::Concurrency {
                    limit: 60,
                    by: "A. Ruiz",
                },
            ),
        ],
        shows: "Running at the pool's limit: 2 of 8 numbers are spam-flagged, all 36 lines are in use.",
        ..ordinary("cmp_8f3k2q", "Q4 policy renewals")
    }
}

/// Healthy: dials freely at its concurrency.
pub fn claims_outreach(calendar: &Calendar) -> Plan {
    let base = ordinary("cmp_1a9ze", "Claims outreach");
    Plan {
        priority: 1,
        agent: "Theo v6",
        trigger: "Schedule",
        created_at: calendar.on(Zone::Chicago, 1, 11, 5),
        starts_at: Some(calendar.today(10, 0)),
        audience: Audience {
            contacts: 5_400,
            zones: MIDWEST,
            ..base.audience
        },
        pace: Pace {
            concurrency: 26,
            calls_per_second: 2.0,
            workers: 40,
            ..base.pace
        },
        pool: Some(local_pool("Claims 6", 20, 708, 6, 8, 0.6)),
        callbacks: true,
        end_verb: EndVerb::Stop,
        shows: "Healthy and running: dials freely at its concurrency of 26. Ends with Stop. No goal, no budget.",
        dispositions: SERVICE,
        ..base
    }
}

/// The large one.
pub fn annual_notice(calendar: &Calendar, contacts: u32) -> Plan {
    let base = ordinary("cmp_million", "Annual notice 2026");
    let awake = contacts.min(30_000);
    let asleep = contacts - awake;
    Plan {
        priority: 5,
        agent: "Nora v2",
        trigger: "Schedule",
        created_at: calendar.on(Zone::Chicago, 41, 15, 20),
        // A small one would be over by the time the demo begins.
        starts_at: Some(if asleep > 0 {
            calendar.today(9, 0)
        } else {
            calendar.today(14, 20)
        }),
        history_from: (asleep > 0).then(|| calendar.on(Zone::Chicago, 38, 9, 0)),
        audience: Audience {
            contacts: awake,
            zones: MIDWEST,
            foreign: 0.002,
            invalid: 0.012,
            asleep,
        },
        pace: Pace {
            concurrency: 20,
            calls_per_second: 2.0,
            workers: 40,
            max_attempts: 3,
            retry_delay: 120 * MINUTE,
            talk_seconds: 40.0,
        },
        pool: Some(local_pool("National 24", 200, 312, 24, 4, 0.42)),
        dispositions: NOTICE,
        withheld: &[Report::Sentiment],
        shows: "A million tasks, running; every page answers as fast as the others'.",
        ..base
    }
}
