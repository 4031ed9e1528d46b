//! The demo's campaigns: what each is set up to do and what happens to it
//! before the demo begins.

mod again;
mod ended;
mod halted;
mod numbers;
mod running;
mod waiting;

use chrono::{Days, NaiveDate};

use crate::dialer::LineGroup;
use crate::fleet::Silence;
use crate::plan::{Audience, Dispositions, EndVerb, Pace, Plan};
use crate::window::{QuietHours, Window};
use crate::zone::{MINUTE, Ms, Zone};

/// The workspace that the demo shows.
pub const WORKSPACE: (&str, &str) = ("ws_northwind", "Northwind Insurance");
/// Who is looking at it.
pub const USER: (&str, &str) = ("A. Ruiz", "Supervisor");
/// The tenant's line cap.
pub const LINE_CAP: u32 = 120;
/// Credits left when the demo begins, in millionths of a dollar.
pub const CREDIT_LEFT: i64 = 4_284_400_000;
/// What the credits were last filled up to, in millionths of a dollar.
pub const CREDIT_GRANTED: i64 = 10_000_000_000;

/// One worker goes silent a few minutes before the demo begins, and is back within the hour.
pub fn silence(start: Ms) -> Silence {
    let calendar = Calendar::of(start);
    Silence {
        worker: 3,
        from: calendar.today(14, 22),
        to: calendar.today(15, 10),
    }
}

/// Line caps that two campaigns share inside the tenant's.
pub fn line_groups() -> Vec<LineGroup> {
    vec![LineGroup {
        name: "Claims desk",
        cap: 12,
    }]
}

/// Every campaign, in the order of their codes in the store. `million` is the number of
/// tasks of the largest; 0 leaves it out.
pub fn plans(start: Ms, million: u32) -> Vec<Plan> {
    let calendar = Calendar::of(start);
    let mut plans = vec![
        running::policy_renewals(&calendar),
        running::claims_outreach(&calendar),
        waiting::home_bundle(&calendar),
        waiting::storm_callback(&calendar),
        waiting::renewal_survey(&calendar),
        halted::medicare_survey(&calendar),
        halted::payment_reminders(&calendar),
        halted::dental_add_on(&calendar),
        waiting::flood_cover(&calendar),
        waiting::claims_satisfaction(&calendar),
        waiting::welcome_calls(&calendar),
        ended::lapsed_october(&calendar),
        ended::storm_alert(&calendar),
        ended::lapsed_september(&calendar),
        ended::renters_check_in(&calendar),
        again::recall_first_run(&calendar),
        again::recall(&calendar),
    ];
    if million > 0 {
        plans.push(running::annual_notice(&calendar, million));
    }
    plans
}

/// Turns "so many days before the demo, at that time" into instants.
struct Calendar {
    today: NaiveDate,
}

impl Calendar {
    fn of(start: Ms) -> Self {
        Self {
            today: Zone::Chicago.local(start).date(),
        }
    }

    /// An instant by a zone's clock, some days before the demo's first day.
    fn on(&self, zone: Zone, days_before: u64, hour: i64, minute: i64) -> Ms {
        let day = self
            .today
            .checked_sub_days(Days::new(days_before))
            .unwrap_or(self.today);
        zone.instant(day, hour * 60 + minute)
    }

    /// An instant of the demo's first day by the clock of Chicago.
    fn today(&self, hour: i64, minute: i64) -> Ms {
        self.on(Zone::Chicago, 0, hour, minute)
    }
}

const MIDWEST: &[(Zone, f64)] = &[
    (Zone::Chicago, 0.78),
    (Zone::NewYork, 0.14),
    (Zone::LosAngeles, 0.08),
];

const RENEWAL: Dispositions = &[
    ("Renewal confirmed", 640.0),
    ("Not interested", 508.0),
    ("Interested, send link", 412.0),
    ("Already renewed", 296.0),
    ("No clear outcome", 211.0),
    ("Wrong person", 187.0),
    ("Do not call", 64.0),
];

const SERVICE: Dispositions = &[
    ("Claim details confirmed", 52.0),
    ("Documents promised", 21.0),
    ("Wants a person", 14.0),
    ("No clear outcome", 9.0),
    ("Wrong person", 4.0),
];

const SURVEY: Dispositions = &[
    ("Survey finished", 58.0),
    ("Survey partly answered", 19.0),
    ("Declined", 18.0),
    ("Wrong person", 5.0),
];

const PAYMENT: Dispositions = &[
    ("Promised to pay", 47.0),
    ("Paid on the call", 22.0),
    ("Disputes the amount", 12.0),
    ("Cannot pay", 11.0),
    ("Wrong person", 8.0),
];

const NOTICE: Dispositions = &[
    ("Notice understood", 71.0),
    ("Wants it by mail", 15.0),
    ("Wants a person", 8.0),
    ("Wrong person", 6.0),
];

/// An ordinary campaign, from which the others differ.
fn ordinary(id: &'static str, name: &'static str) -> Plan {
    Plan {
        id: id.into(),
        name: name.into(),
        zone: Zone::Chicago,
        priority: 3,
        agent: "Maya v14",
        challenger: None,
        mode: "Multi-day",
        trigger: "Manual, A. Ruiz",
        created_at: 0,
        starts_at: None,
        history_from: None,
        audience: Audience {
            contacts: 1_000,
            zones: &[(Zone::Chicago, 1.0)],
            foreign: 0.0,
            invalid: 0.012,
            asleep: 0,
        },
        pace: Pace {
            concurrency: 12,
            calls_per_second: 1.5,
            workers: 60,
            max_attempts: 4,
            retry_delay: 45 * MINUTE,
            talk_seconds: 92.0,
        },
        pool: None,
        window: Some(Window::weekly((9, 18), Some((10, 14)))),
        quiet: None,
        dispositions: SERVICE,
        goal: None,
        budget: None,
        callbacks: false,
        reports_cost: true,
        withheld: &[],
        bucket: None,
        insights: &[],
        upload: None,
        billing_note: None,
        can_be_contained: true,
        previous_run: None,
        is_put_away: false,
        failure_breaker: false,
        line_group: None,
        end_verb: EndVerb::Cancel,
        script: Vec::new(),
        shows: "",
    }
}

/// Noon at the contact's is left alone.
const NOON: QuietHours = QuietHours {
    from: 12 * 60,
    to: 13 * 60,
};
