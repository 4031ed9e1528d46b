//! What the session's refreshes and the last dial say of a campaign's counters.

use super::{Finding, MOVING, NOT_MOVING, processed, zero_in};
use crate::domain::format::Formats;
use crate::domain::history::{History, Reading};
use crate::domain::limits::Limits;
use crate::domain::moment::{is_today, when};
use crate::domain::snapshot::Snapshot;
use crate::domain::stalled::ALLOWANCE;
use crate::domain::timestamp::Timestamp;

/// Seconds within which a campaign that dials has dialed.
const RECENT: f64 = 60.0;

/// What the session's refreshes and the last dial say.
pub struct Watch<'a> {
    /// When the figures were read, in milliseconds.
    now: Option<i64>,
    /// The refresh after which the counters are as they are now.
    since: Option<&'a Reading>,
    /// The refresh before, at which they were not.
    before: Option<&'a Reading>,
    last_dial: Option<&'a Timestamp>,
}

impl<'a> Watch<'a> {
    pub fn of(snapshot: &'a Snapshot, history: Option<&'a History>) -> Self {
        let mut readings = history.into_iter().flat_map(History::readings).rev();
        let mut since = readings.next();
        let latest = since.and_then(counters);
        let before = readings.find(|reading| {
            let same = counters(reading) == latest;
            if same {
                since = Some(reading);
            }
            !same
        });
        let dispatch = snapshot.dispatch.value();
        let pace = dispatch.and_then(|dispatch| dispatch.pace.value());
        Self {
            now: snapshot.captured_at.ms,
            since: since.filter(|_| latest.is_some()),
            before: before.filter(|reading| counters(reading).is_some()),
            last_dial: pace.and_then(|pace| pace.last_dial_at.value()),
        }
    }

    /// Seconds for which no refresh has seen a counter move.
    fn still(&self) -> Option<f64> {
        seconds(self.since?.at()?, self.now?)
    }

    fn without_dial(&self) -> Option<f64> {
        seconds(self.last_dial?.ms?, self.now?)
    }

    pub fn running(&self, told: String, formats: &Formats<'_>) -> Finding {
        let (dialed, recent) = (self.without_dial(), self.dials());
        let still = self.still();
        let moved = self.before.is_some() && still.is_some_and(|seconds| seconds <= ALLOWANCE);
        if moved {
            return Finding::pass(MOVING, self.change(formats)).figure(self.grown(formats));
        }
        let longest = [still, dialed].into_iter().flatten().fold(0.0, f64::max);
        let figure = self.figure(formats);
        match (recent, longest) {
            (true, ..=ALLOWANCE) => Finding::pass("Calls are being dialed", told),
            (true, _) => {
                Finding::warn("Calls are dialed, and no counter moves", told).figure(figure)
            }
            (false, longest) if longest > ALLOWANCE => {
                Finding::fail(NOT_MOVING, told).figure(figure)
            }
            (false, longest) if longest > RECENT => {
                let note = [
                    &*told,
                    " Up to ",
                    &formats.wait(ALLOWANCE),
                    " may be chance.",
                ]
                .concat();
                Finding::warn(NOT_MOVING, note).figure(figure)
            }
            _ => Finding::unknown(&self.too_early(formats)),
        }
    }

    /// Whether a dial was made of late.
    pub fn dials(&self) -> bool {
        self.without_dial().is_some_and(|seconds| seconds <= RECENT)
    }

    fn too_early(&self, formats: &Formats<'_>) -> String {
        let Some(since) = self.since.and_then(Reading::at) else {
            return "Neither a progress counter nor the last dial is reported.".to_owned();
        };
        let opened = match seconds(since, formats.now).filter(|seconds| *seconds >= 1.0) {
            Some(seconds) => ["Opened ", &*formats.wait(seconds), " ago"].concat(),
            None => "Opened just now".to_owned(),
        };
        [&*opened, "; look again in a minute."].concat()
    }

    /// "859 at 14:30:08 CST, 871 now."
    fn change(&self, formats: &Formats<'_>) -> String {
        let point = |reading: &Reading| Some((counters(reading)?, reading.at()?));
        let (Some((before, at)), Some((now, _))) =
            (self.before.and_then(point), self.since.and_then(point))
        else {
            return String::new();
        };
        let (before, now, noun) = match (before, now) {
            ((Some(before), _), (Some(now), _)) if before != now => (before, now, " processed"),
            ((_, Some(before)), (_, Some(now))) => (before, now, " dials ended"),
            ((before, _), (now, _)) => (before.unwrap_or(0), now.unwrap_or(0), " processed"),
        };
        let at = formats.clock_seconds(&Timestamp::from_ms(at));
        [
            &*formats.count(before),
            noun,
            " at ",
            &at,
            ", ",
            &formats.count(now),
            " now.",
        ]
        .concat()
    }

    fn grown(&self, formats: &Formats<'_>) -> String {
        let span = self.before.and_then(Reading::at).zip(self.now);
        let span = span.and_then(|(from, to)| seconds(from, to));
        span.map_or_else(String::new, |span| {
            ["moved in ", &*formats.wait(span)].concat()
        })
    }

    /// "0 in 11 m 28 s": by the longer of what was watched and the last dial.
    pub fn figure(&self, formats: &Formats<'_>) -> String {
        let times = [self.still(), self.without_dial()];
        let longest = times.into_iter().flatten().reduce(f64::max);
        longest
            .filter(|seconds| *seconds >= 1.0)
            .map_or_else(String::new, |seconds| zero_in(seconds, formats))
    }

    /// "871 processed at 14:20:40 CST, 871 now. 1,529 contacts still wait."
    pub fn told(&self, snapshot: &Snapshot, limits: &Limits<'_>, formats: &Formats<'_>) -> String {
        let mut parts = Vec::new();
        let watched = self
            .since
            .filter(|_| self.still().is_some_and(|seconds| seconds >= 1.0));
        match watched.and_then(|reading| Some((reading.finals?, reading.at()?))) {
            Some((finals, at)) => {
                let (count, at) = (formats.count(finals), Timestamp::from_ms(at));
                let at = formats.clock_seconds(&at);
                parts.push([&*count, " processed at ", &at, ", ", &count, " now."].concat());
            }
            None => parts.extend(processed(snapshot, formats)),
        }
        let dialed = self.last_dial.map(|at| when_to_the_second(at, formats));
        parts.extend(dialed.map(|at| ["Last dial ", &*at, "."].concat()));
        let waiting = limits.waiting().filter(|waiting| *waiting > 0);
        parts.extend(waiting.map(|waiting| {
            let noun = if waiting == 1 {
                " contact still waits."
            } else {
                " contacts still wait."
            };
            [&*formats.count(waiting), noun].concat()
        }));
        parts.join(" ")
    }
}

fn when_to_the_second(at: &Timestamp, formats: &Formats<'_>) -> String {
    match is_today(at, formats) {
        true => formats.clock_seconds(at),
        false => when(at, formats),
    }
}

/// Contacts with a final result and finished dials; `None` when neither is
/// reported.
fn counters(reading: &Reading) -> Option<(Option<i64>, Option<i64>)> {
    let counters = (reading.finals, reading.finished);
    (counters != (None, None)).then_some(counters)
}

fn seconds(from: i64, to: i64) -> Option<f64> {
    (to >= from).then(|| to.saturating_sub(from) as f64 / 1000.0)
}
