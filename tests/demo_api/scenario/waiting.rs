//! Campaigns that are running or planned and wait for something.

use super::numbers::local_pool;
use super::{Calendar, MIDWEST, RENEWAL, SERVICE, SURVEY, ordinary};
use crate::plan::{Audience, EndVerb, Pace, Plan, Report};
use crate::provenance::{COLUMNS, Upload};
use crate::window::Window;
use crate::zone::{DAY, MINUTE, Zone};

/// Outside its call window, in another zone than the console's first guess.
pub fn home_bundle(calendar: &Calendar) -> Plan {
    let base = ordinary("cmp_7hh3p", "Home bundle upsell");
    Plan {
        zone: Zone::NewYork,
        priority: 4,
        agent: "Iris v9",
        created_at: calendar.on(Zone::Chicago, 2, 17, 3),
        starts_at: Some(calendar.on(Zone::NewYork, 0, 9, 0)),
        audience: Audience {
            contacts: 2_200,
            zones: &[(Zone::NewYork, 0.94), (Zone::Chicago, 0.06)],
            ..base.audience
        },
        pace: Pace {
            concurrency: 6,
            retry_delay: 180 * MINUTE,
            ..base.pace
        },
        pool: Some(local_pool("East 5", 30, 212, 5, 4, 0.47)),
        window: Some(Window::weekly((9, 15), None)),
        dispositions: RENEWAL,
        end_verb: EndVerb::Stop,
        withheld: &[Report::Timeline, Report::Pace],
        shows: "Running, outside its call window (Eastern time). Ends with Stop. No goal, budget, callbacks, timeline or pace.",
        ..base
    }
}

/// Goes first and holds every line of the group it shares.
pub fn storm_callback(calendar: &Calendar) -> Plan {
    let base = ordinary("cmp_3zn4v", "Storm claims callback");
    Plan {
        priority: 1,
        agent: "Theo v6",
        created_at: calendar.today(10, 12),
        starts_at: Some(calendar.today(11, 45)),
        audience: Audience {
            contacts: 2_600,
            zones: MIDWEST,
            ..base.audience
        },
        pace: Pace {
            concurrency: 12,
            talk_seconds: 120.0,
            ..base.pace
        },
        pool: Some(local_pool("Storm 4", 40, 614, 4, 6, 0.58)),
        line_group: Some(0),
        shows: "Running at priority 1; holds all 12 lines of the Claims desk group.",
        ..base
    }
}

/// Blocked by the campaign above.
pub fn renewal_survey(calendar: &Calendar) -> Plan {
    let base = ordinary("cmp_6wq8t", "Renewal survey");
    Plan {
        priority: 4,
        agent: "Nora v2",
        trigger: "API",
        created_at: calendar.on(Zone::Chicago, 1, 9, 40),
        starts_at: Some(calendar.today(9, 30)),
        audience: Audience {
            contacts: 1_900,
            zones: MIDWEST,
            ..base.audience
        },
        pace: Pace {
            concurrency: 10,
            ..base.pace
        },
        pool: Some(local_pool("Survey 3", 50, 217, 3, 6, 0.5)),
        dispositions: SURVEY,
        line_group: Some(0),
        withheld: &[Report::Sentiment, Report::States],
        can_be_contained: false,
        shows: "Running, blocked by a campaign with a higher priority (cmp_3zn4v). No ages in state; cannot be contained from here.",
        ..base
    }
}

/// Everything callable is cooling off.
pub fn flood_cover(calendar: &Calendar) -> Plan {
    let base = ordinary("cmp_8dk1s", "Flood cover follow-up");
    Plan {
        priority: 3,
        agent: "Iris v9",
        created_at: calendar.today(13, 20),
        starts_at: Some(calendar.today(13, 52)),
        audience: Audience {
            contacts: 180,
            invalid: 0.02,
            ..base.audience
        },
        pace: Pace {
            concurrency: 20,
            max_attempts: 3,
            ..base.pace
        },
        pool: Some(local_pool("Flood 4", 60, 618, 4, 6, 0.5)),
        window: None,
        dispositions: SERVICE,
        bucket: Some(DAY),
        shows: "Running and idle: every waiting contact is in a retry cool-off. No call window; a timeline by the day, so of one bucket.",
        ..base
    }
}

/// Starts tomorrow by itself.
pub fn claims_satisfaction(calendar: &Calendar) -> Plan {
    let base = ordinary("cmp_0vw81", "Auto claims CSAT");
    let tomorrow = calendar.today(10, 0) + 24 * 60 * MINUTE;
    Plan {
        priority: 3,
        agent: "Nora v2",
        trigger: "Schedule",
        created_at: calendar.today(9, 14),
        starts_at: Some(tomorrow),
        audience: Audience {
            contacts: 860,
            zones: MIDWEST,
            ..base.audience
        },
        pool: Some(local_pool("CSAT 2", 70, 309, 2, 6, 0.5)),
        dispositions: SURVEY,
        budget: Some(20_000),
        shows: "Scheduled for tomorrow.",
        ..base
    }
}

/// Not ready to start.
pub fn welcome_calls(calendar: &Calendar) -> Plan {
    let base = ordinary("cmp_3tr6b", "Welcome calls Nov");
    Plan {
        priority: 3,
        agent: "Iris v9",
        created_at: calendar.today(13, 48),
        audience: Audience {
            contacts: 350,
            ..base.audience
        },
        window: None,
        upload: Some(Upload {
            id: "upl_31ab9",
            name: "welcome_november.csv",
            size_bytes: 77_204,
            at: calendar.today(13, 46),
            by: "J. Park",
            duplicates: 9,
            invalid: 3,
            do_not_call: 0,
            columns: COLUMNS,
        }),
        shows: "Draft: 2 of 5 launch checks left. No pool, no window, no dispatch block.",
        ..base
    }
}
