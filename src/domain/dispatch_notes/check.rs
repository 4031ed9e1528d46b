//! The four questions an operator asks of dispatch.

use crate::domain::blocker::Blocker;
use crate::domain::carrier_health::{Standing, standing};
use crate::domain::counts::AttemptCounts;
use crate::domain::figures::share;
use crate::domain::forecast;
use crate::domain::format::Formats;
use crate::domain::glyph::Glyph;
use crate::domain::limits::{LimitKind, Limits};
use crate::domain::moment::when_and_wait;
use crate::domain::snapshot::Snapshot;
use crate::domain::tone::Tone;

use super::Check;
use super::carrier::failures;

const OUTSIDE_WINDOW: &str = "Outside call windows?";
const NO_CONCURRENCY: &str = "Concurrency effectively zero?";
const RETRY_TIMING: &str = "Waiting for retry times?";
const PROVIDER: &str = "Provider failures or throttling?";

/// The four questions in their fixed order, each with its figure.
pub fn checks(snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<Check> {
    let limits = Limits::of(snapshot);
    vec![
        window(&limits, formats),
        concurrency(&limits, formats),
        retries(&limits, formats),
        provider(&limits, formats),
    ]
}

fn clear(question: &'static str, answer: String) -> Check {
    Check {
        question,
        answer,
        tone: Tone::Ok,
        glyph: Glyph::CircleCheck,
    }
}

fn found(question: &'static str, answer: String, tone: Tone, glyph: Glyph) -> Check {
    Check {
        question,
        answer,
        tone,
        glyph,
    }
}

fn unknown(question: &'static str) -> Check {
    found(
        question,
        "Not reported.".to_owned(),
        Tone::Mute,
        Glyph::DashedCircle,
    )
}

fn window(limits: &Limits<'_>, formats: &Formats<'_>) -> Check {
    if limits.snapshot.call_window.is_empty() {
        return clear(OUTSIDE_WINDOW, "No call window is set.".to_owned());
    }
    let Some(window) = limits.snapshot.call_window.value() else {
        return unknown(OUTSIDE_WINDOW);
    };
    let change = |verb: &str, at| [verb, &*when_and_wait(at, formats), "."].concat();
    if window.open {
        let closes = window
            .closes_at
            .value()
            .map_or_else(String::new, |at| change(" It closes ", at));
        return clear(
            OUTSIDE_WINDOW,
            ["No, the window is open.", &closes].concat(),
        );
    }
    let opens = window
        .opens_at
        .value()
        .map_or_else(String::new, |at| change(" It opens ", at));
    let answer = ["Yes, the window is closed.", &opens].concat();
    found(OUTSIDE_WINDOW, answer, Tone::Mute, Glyph::Moon)
}

fn concurrency(limits: &Limits<'_>, formats: &Formats<'_>) -> Check {
    let Some((kind, lines)) = limits.smallest() else {
        return unknown(NO_CONCURRENCY);
    };
    let name = kind.label().to_lowercase();
    if lines == 0 {
        let answer = ["Yes. The ", &*name, " allows no lines."].concat();
        let tone = if kind == LimitKind::NumberPool {
            Tone::Bad
        } else {
            Tone::Warn
        };
        return found(NO_CONCURRENCY, answer, tone, Glyph::OctagonX);
    }
    let noun = if lines == 1 { " line" } else { " lines" };
    let all_reported = limits.reports_every_line_limit();
    let which = if all_reported {
        ", the smallest limit: "
    } else {
        ", the smallest limit reported: "
    };
    let smallest = [&*formats.count(lines), noun, which, &name, "."].concat();
    clear(NO_CONCURRENCY, ["No. ", &*smallest].concat())
}

fn retries(limits: &Limits<'_>, formats: &Formats<'_>) -> Check {
    let cooling = limits.blocked(&Blocker::RetryCoolOff);
    let callbacks = limits.blocked(&Blocker::CallbackNotDue);
    let Some(waiting) = limits.waiting() else {
        return unknown(RETRY_TIMING);
    };
    if cooling.is_none() && callbacks.is_none() {
        let reports = limits
            .dispatch
            .is_some_and(|dispatch| dispatch.blockers.value().is_some());
        return match reports {
            true => clear(
                RETRY_TIMING,
                "No contact waits for its retry time.".to_owned(),
            ),
            false => unknown(RETRY_TIMING),
        };
    }
    let held = cooling.unwrap_or(0).saturating_add(callbacks.unwrap_or(0));
    let next = forecast::next(limits.snapshot, formats)
        .map_or_else(String::new, |next| [" Next ", &*next, "."].concat());
    let count = [
        &*formats.of(held, waiting),
        " waiting contacts have a later time.",
    ]
    .concat();
    let nothing_ready = limits.ready_or_held().is_some_and(|(ready, _)| ready <= 0);
    if nothing_ready && held > 0 {
        let answer = ["Yes. ", &*count, &next].concat();
        return found(RETRY_TIMING, answer, Tone::Wait, Glyph::Clock);
    }
    clear(RETRY_TIMING, ["Not the limit. ", &*count, &next].concat())
}

fn provider(limits: &Limits<'_>, formats: &Formats<'_>) -> Check {
    let worst = limits
        .carriers()
        .iter()
        .map(|carrier| (standing(carrier), carrier))
        .min_by_key(|(standing, _)| *standing as u8);
    let overall = limits
        .snapshot
        .attempts
        .value()
        .and_then(|attempts| failed_share(attempts, formats));
    match worst {
        Some((standing, carrier)) if standing != Standing::Well => {
            let what = match standing {
                Standing::Stopped => " is stopped by its breaker.",
                Standing::Tested => " is being tested by its breaker.",
                Standing::Failing | Standing::Well => " is failing.",
            };
            let detail = failures(carrier, formats);
            let tone = if standing == Standing::Stopped {
                Tone::Bad
            } else {
                Tone::Warn
            };
            let answer = ["Yes. ", &*carrier.name, what, &detail].concat();
            found(PROVIDER, answer, tone, Glyph::TriangleAlert)
        }
        Some(_) => {
            let answer = [
                "No. No carrier is stopped or failing.",
                &overall.unwrap_or_default(),
            ];
            clear(PROVIDER, answer.concat())
        }
        None => match overall {
            Some(overall) => found(
                PROVIDER,
                ["Carriers are not reported.", &*overall].concat(),
                Tone::Mute,
                Glyph::DashedCircle,
            ),
            None => unknown(PROVIDER),
        },
    }
}

/// " 212 of 6,282 attempts have failed (3.4%)."
fn failed_share(attempts: &AttemptCounts, formats: &Formats<'_>) -> Option<String> {
    let failed = attempts.failed.copied()?;
    let all = attempts
        .finished
        .copied()
        .or_else(|| attempts.dialed.copied());
    let Some(share) = all.and_then(|all| share(failed, all)) else {
        return Some([" ", &*formats.count(failed), " attempts have failed."].concat());
    };
    let of = formats.of(failed, all.unwrap_or(0));
    Some(
        [
            " ",
            &*of,
            " attempts have failed (",
            &formats.percent(share),
            ").",
        ]
        .concat(),
    )
}
