//! Until when, as far as it can be computed.

use crate::domain::eta;
use crate::domain::format::Formats;
use crate::domain::limits::Limits;
use crate::domain::moment::{is_today, when};
use crate::domain::targeted_retry::Retry;
use crate::domain::timestamp::Timestamp;
use crate::domain::triage::{Cause, CauseKey, Evidence};

/// Times are told in steps of this many milliseconds, rounded outward.
const STEP: i64 = 5 * 60_000;

/// A time farther off than this, in milliseconds, is not told.
const FARTHEST: f64 = 30.0 * 86_400_000.0;

/// When the rest of a retry is likely done, after a wait of at most so many
/// milliseconds.
pub fn ends(retry: &Retry, wait: i64, formats: &Formats<'_>) -> Option<String> {
    let lasts = retry.lasts_seconds.value()?;
    let end = |seconds: f64| {
        let ms = seconds * 1000.0;
        (0.0..FARTHEST)
            .contains(&ms)
            .then(|| formats.now.saturating_add(ms as i64))
    };
    let (from, to) = (end(lasts.low)?, end(lasts.high)?);
    (from <= to).then(|| range(from, to.saturating_add(wait), formats))
}

/// When a campaign that dials without a fault is likely done.
pub fn campaign_ends(evidence: &Evidence<'_>, cause: &Cause) -> Option<String> {
    let goes_on = matches!(
        cause.key,
        CauseKey::NoneFound
            | CauseKey::SlowerThanUsual
            | CauseKey::Pace
            | CauseKey::InvalidNumbers
            | CauseKey::FailingSegment
            | CauseKey::NumberReputation
    );
    let snapshot = evidence.snapshot().filter(|_| goes_on)?;
    let rate = eta::recent_rate(evidence.history?, snapshot)?;
    let running = Limits::of(snapshot).is_running();
    let window = snapshot.call_window.value();
    let (from, to) = eta::range(snapshot, &rate).filter(|_| running)?;
    let closes = window.and_then(|window| window.closes_at.value()?.ms);
    let within = window.is_none_or(|window| window.open) && closes.is_none_or(|at| to <= at);
    within.then(|| range(from, to, evidence.formats))
}

/// "15:05 to 15:20 CST", in steps of 5 minutes outward.
fn range(from: i64, to: i64, formats: &Formats<'_>) -> String {
    let from = Timestamp::from_ms(from.div_euclid(STEP).saturating_mul(STEP));
    let to = to.saturating_add(STEP - 1).div_euclid(STEP);
    let to = Timestamp::from_ms(to.saturating_mul(STEP));
    if from == to {
        return when(&to, formats);
    }
    match is_today(&from, formats) && is_today(&to, formats) {
        true => [&*formats.hours(&from), " to ", &formats.clock(&to)].concat(),
        false => [&*when(&from, formats), " to ", &when(&to, formats)].concat(),
    }
}
