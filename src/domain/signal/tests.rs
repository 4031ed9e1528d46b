#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use serde_json::json;

use super::*;
use crate::domain::mock;
use crate::domain::verdict::Target;

mod odd;
mod shift;
mod watched;

use watched::{NOW, Watched, start};

type Step<'a> = &'a dyn Fn(Watched) -> Watched;

/// The signals after the last of these refreshes.
fn after(refreshes: &[Watched]) -> Vec<Signal> {
    let mut history = History::default();
    for refresh in refreshes {
        history.push(&refresh.snapshot());
    }
    let last = refreshes.last().unwrap().snapshot();
    mock::at_capture(&last, |formats| signals(&history, &last, formats))
}

fn keys(refreshes: &[Watched]) -> Vec<&'static str> {
    after(refreshes).iter().map(|signal| signal.key).collect()
}

/// Each refresh is the one before, changed; the first is [`start`].
fn watched(steps: &[Step<'_>]) -> Vec<Watched> {
    let mut refreshes = vec![start()];
    for step in steps {
        let next = step(refreshes.last().unwrap().clone());
        refreshes.push(next);
    }
    refreshes
}

fn works(w: Watched) -> Watched {
    w.works()
}

/// Four of six numbers are flagged: 12 lines are left.
fn loses_lines(w: Watched) -> Watched {
    w.works().with(|w| {
        (w.in_rotation, w.in_use) = (2, 12);
        (w.active, w.pending) = (18, w.pending + 26);
    })
}

fn stays_short(w: Watched) -> Watched {
    w.works().with(|w| w.pending += 9)
}

/// 25 of 36 dials fail at the carrier.
fn burst(w: Watched) -> Watched {
    w.works().with(|w| {
        w.failures = w.failures.map(|failures| failures + 24);
        w.answered -= 10;
        w.blockers = json!([{"code": "carrier_error", "count": 61}, {"code": "waiting_for_line", "count": 900}]);
        for number in &mut w.numbers {
            number.1 -= 1;
        }
    })
}

/// Two of six numbers are not answered any more; each dials twice as often.
fn collapse(w: Watched) -> Watched {
    w.works().with(|w| {
        w.answered -= 5;
        for at in [0, 1] {
            w.numbers[at].0 += 8;
            w.numbers[at].1 -= if at == 0 { 3 } else { 2 };
        }
    })
}

#[test]
fn each_trouble_shows_with_the_second_refresh_and_not_before() {
    let cases: [(&str, Step<'_>, Step<'_>); 3] = [
        ("capacity", &loses_lines, &stays_short),
        ("failures", &burst, &burst),
        ("answer_rate", &collapse, &collapse),
    ];
    for (key, first, second) in cases {
        assert_eq!(keys(&watched(&[first])), [""; 0], "{key}, one refresh");
        assert_eq!(keys(&watched(&[first, second])), [key], "{key}");
        let later = watched(&[&works, &works, first, second]);
        assert_eq!(keys(&later), [key], "{key} after ordinary work");
    }
}

#[test]
fn lost_lines_are_told_with_what_waits_for_them() {
    let found = after(&watched(&[&works, &loses_lines, &stays_short]));
    assert_eq!(
        found[0].text.plain(),
        "Capacity is blocked: it fell from 36 to 12 lines while contacts are ready."
    );
    assert_eq!(
        found[0].evidence,
        [
            "Since 14:33:08 CST.",
            "Pending 1,698 → 1,703, active 44 → 18, 1,066 ready.",
            "At its limit: all 12 pool lines are in use.",
        ]
    );
    let next = found[0].next.as_ref().unwrap();
    assert_eq!(next.target, Target::Numbers);
}

#[test]
fn growing_pending_is_told_where_the_lines_never_changed() {
    let grows = |w: Watched| {
        w.works().with(|w| {
            w.pending += 15 + 20;
            w.ready += 32;
        })
    };
    let found = after(&watched(&[&grows, &grows]));
    assert_eq!(
        found[0].text.plain(),
        "Capacity is blocked: pending grew by 40 while active went from 44 to 44."
    );
}

#[test]
fn a_burst_of_failures_is_told_with_the_carriers_share() {
    let found = after(&watched(&[&burst, &burst]));
    assert_eq!(
        found[0].text.plain(),
        "Failures rise quickly: 50 of 72 dials in the last 2 min ended in a carrier failure. \
         Look at blocker codes and provider errors before scaling up."
    );
    let next = found[0].next.as_ref().unwrap();
    assert_eq!(next.label, "See the 61 under carrier error");
    assert_eq!(next.target, Target::TasksBlockedBy("carrier_error".into()));
}

#[test]
fn numbers_that_fell_silent_are_named() {
    let found = after(&watched(&[&works, &collapse, &collapse]));
    assert_eq!(
        found[0].text.plain(),
        "The answer rate drops: +1 312 555 0100 and +1 312 555 0101 have almost no answers now."
    );
    assert_eq!(
        &found[0].evidence[..2],
        [
            "Since 14:33:08 CST.",
            "+1 312 555 0100: 0 of 28 answered, 41.2% before."
        ]
    );
}

#[test]
fn a_drop_of_the_whole_pool_points_to_numbers_and_countries() {
    let drops = |w: Watched| {
        w.works().with(|w| {
            w.answered -= 12;
            w.numbers = Vec::new();
            w.blockers = json!([{"code": "no_number_for_country", "count": 22}]);
        })
    };
    let found = after(&watched(&[&drops, &drops]));
    assert_eq!(
        found[0].text.plain(),
        "The answer rate drops from 42.6% to 8.6% (6 of 70 in the last 2 min). \
         Check the number pool and its match with the contacts' countries."
    );
    assert!(found[0].evidence[1].starts_with("22 contacts have no number"));
}

#[test]
fn failed_contacts_stand_in_where_failed_dials_are_not_reported() {
    let unreported = |w: Watched| w.works().with(|w| w.failures = None);
    let fails = |w: Watched| {
        w.works().with(|w| {
            w.exhausted += 27;
            w.pending -= 27;
        })
    };
    let few = watched(&[&unreported, &fails, &fails]);
    assert_eq!(keys(&few), [""; 0], "no pace to compare with yet");
    let many = watched(&[&unreported, &works, &works, &works, &fails, &fails]);
    assert_eq!(
        after(&many)[0].text.plain(),
        "Failures rise quickly: 60 of 84 final results in the last 2 min are failures. \
         Look at blocker codes and provider errors before scaling up."
    );
}

#[test]
fn pending_that_grows_while_active_falls_is_told_as_well() {
    let grows = |w: Watched| {
        w.works().with(|w| {
            w.pending += 15 + 20;
            w.ready += 32;
            w.active -= 2;
        })
    };
    let found = after(&watched(&[&grows, &grows]));
    assert_eq!(
        found[0].text.plain(),
        "Capacity is blocked: pending grew by 40 while active went from 44 to 40."
    );
}
