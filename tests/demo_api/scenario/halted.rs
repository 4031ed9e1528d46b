//! Campaigns that a fault or a person has stopped for now.

use super::numbers::{TELNYX, local_pool, unguarded, with_burst};
use super::{Calendar, MIDWEST, PAYMENT, SERVICE, SURVEY, ordinary};
use crate::carrier::Burst;
use crate::plan::{Audience, Goal, Pace, Plan, Report, Scripted};
use crate::provenance::INSIGHTS;
use crate::zone::{MINUTE, Zone};

/// Every number is on a carrier that fails.
pub fn medicare_survey(calendar: &Calendar) -> Plan {
    let base = ordinary("cmp_5kq0m", "Medicare survey");
    let mut pool = local_pool("Mountain 4", 80, 303, 4, 5, 0.45);
    for number in &mut pool.numbers {
        number.trunk = TELNYX;
    }
    let pool = with_burst(
        pool,
        TELNYX,
        Burst {
            from: calendar.today(14, 9),
            to: calendar.today(15, 40),
            share: 0.94,
        },
    );
    Plan {
        zone: Zone::Denver,
        priority: 3,
        agent: "Nora v2",
        created_at: calendar.on(Zone::Chicago, 2, 10, 30),
        starts_at: Some(calendar.on(Zone::Denver, 1, 12, 0)),
        audience: Audience {
            contacts: 3_000,
            zones: &[(Zone::Denver, 0.7), (Zone::Phoenix, 0.3)],
            ..base.audience
        },
        pace: Pace {
            concurrency: 6,
            ..base.pace
        },
        pool: Some(pool),
        dispositions: SURVEY,
        budget: Some(60_000),
        can_be_contained: false,
        shows: "Running, provider failing: Telnyx answers SIP 503 and its breaker is open or half-open. Cannot be contained from here.",
        ..base
    }
}

/// Paused by its failure breaker.
pub fn payment_reminders(calendar: &Calendar) -> Plan {
    let base = ordinary("cmp_2d71x", "Payment reminders Nov");
    let burst = Burst {
        from: calendar.today(14, 19) + 44_000,
        to: calendar.today(14, 50),
        share: 0.8,
    };
    let mut pool = unguarded(local_pool("Billing 6", 90, 312, 6, 6, 0.4));
    for trunk in 0..3 {
        pool = with_burst(pool, trunk, burst);
    }
    Plan {
        priority: 1,
        agent: "Pay v4",
        trigger: "Schedule",
        created_at: calendar.on(Zone::Chicago, 1, 14, 26),
        starts_at: Some(calendar.today(12, 55)),
        audience: Audience {
            contacts: 2_400,
            zones: MIDWEST,
            ..base.audience
        },
        pace: Pace {
            concurrency: 28,
            talk_seconds: 70.0,
            ..base.pace
        },
        pool: Some(pool),
        dispositions: PAYMENT,
        insights: INSIGHTS,
        goal: Some(Goal {
            label: "Payments promised",
            disposition: "Promised to pay",
            target: 600,
        }),
        budget: Some(40_000),
        failure_breaker: true,
        shows: "Paused automatically by the failure breaker; calls in flight have finished.",
        ..base
    }
}

/// Paused by a person who gave no reason.
pub fn dental_add_on(calendar: &Calendar) -> Plan {
    let base = ordinary("cmp_5tm2e", "Dental add-on");
    Plan {
        priority: 4,
        agent: "Iris v9",
        created_at: calendar.on(Zone::Chicago, 1, 17, 50),
        starts_at: Some(calendar.today(10, 0)),
        audience: Audience {
            contacts: 640,
            ..base.audience
        },
        pace: Pace {
            concurrency: 5,
            ..base.pace
        },
        pool: Some(local_pool("Dental 2", 100, 815, 2, 4, 0.5)),
        dispositions: SERVICE,
        reports_cost: false,
        withheld: &[Report::Dispositions, Report::Retries],
        script: vec![(
            calendar.today(12, 40) + 3 * MINUTE,
            Scripted::Pause {
                by: "M. Chen",
                reason: None,
            },
        )],
        shows: "Paused by a person without a reason. Cost, dispositions and retries are not reported.",
        ..base
    }
}
