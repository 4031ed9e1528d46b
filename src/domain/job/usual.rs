//! A run's duration beside those of the same spinner's last runs.

use super::status::JobStatus;
use super::{Job, Usual};
use crate::domain::format::Formats;

/// A run is long when it takes more than this many times the usual upper end.
pub const LONG: f64 = 1.25;

/// A run that is over is short when it took less than this part of the usual
/// lower end: it may have done nothing.
pub const SHORT: f64 = 0.5;

/// How a run's duration compares.
#[derive(Clone, Debug, PartialEq)]
pub enum Compared {
    /// Nothing to compare with.
    Unknown,
    /// Within what is usual, or not over yet.
    Usual,
    /// Far longer: this many times the usual upper end.
    Long(f64),
    /// Over, and far shorter: this part of the usual lower end.
    Short(f64),
}

/// Compares a run as of `now` (the server's clock in milliseconds).
pub fn compared(job: &Job, now: i64) -> Compared {
    let Some(usual) = job.usual.value().filter(|usual| is_usable(usual)) else {
        return Compared::Unknown;
    };
    let Some(seconds) = job.seconds(now) else {
        return Compared::Usual;
    };
    let status = JobStatus::from_wire(&job.status);
    let went_through = matches!(status, JobStatus::Completed | JobStatus::Partial);
    if seconds > usual.high_seconds * LONG {
        Compared::Long(seconds / usual.high_seconds)
    } else if went_through && seconds < usual.low_seconds * SHORT {
        Compared::Short(seconds / usual.low_seconds)
    } else {
        Compared::Usual
    }
}

fn is_usable(usual: &Usual) -> bool {
    usual.low_seconds >= 0.0 && usual.high_seconds > 0.0 && usual.low_seconds <= usual.high_seconds
}

/// "usual 24 to 31 min", "1.8× usual 20 min"; `None` when there is nothing to
/// compare with. A run out of the ordinary is compared with the end it passed.
pub fn words(job: &Job, formats: &Formats<'_>) -> Option<String> {
    let usual = job.usual.value()?;
    match compared(job, formats.now) {
        Compared::Unknown => None,
        Compared::Usual => Some(["usual ", &range(usual, formats)].concat()),
        Compared::Long(times) => Some(against(times, usual.high_seconds, formats)),
        Compared::Short(times) => Some(against(times, usual.low_seconds, formats)),
    }
}

fn against(times: f64, end: f64, formats: &Formats<'_>) -> String {
    let times = formats.decimal(times, 1);
    [&*times, "× usual ", &formats.wait(coarse(end))].concat()
}

/// "24 to 31 min", "20 min", "45 s to 2 min".
pub fn range(usual: &Usual, formats: &Formats<'_>) -> String {
    let (low, high) = (coarse(usual.low_seconds), coarse(usual.high_seconds));
    let (from, to) = (formats.wait(low), formats.wait(high));
    match (from.strip_suffix(" min"), to.ends_with(" min")) {
        _ if from == to => to,
        (Some(minutes), true) => [minutes, " to ", &to].concat(),
        _ => [&*from, " to ", &to].concat(),
    }
}

/// Whole minutes from the first minute on: nobody compares runs by seconds.
fn coarse(seconds: f64) -> f64 {
    match seconds {
        ..60.0 => seconds,
        _ => (seconds / 60.0).round() * 60.0,
    }
}
