//! What fails at the carriers and providers.

use super::{Case, CauseKey, CheckId, Found};
use crate::domain::capacity::Carrier;
use crate::domain::carrier_health::{
    FAILING_SHARE, Standing, circumstances, failed_attempts, standing,
};
use crate::domain::cause::{Cause, cause};
use crate::domain::failure_class::FailureClass;
use crate::domain::format::Formats;
use crate::domain::limits::Limits;
use crate::domain::moment::at_or_on;
use crate::domain::rich::sentence;
use crate::domain::severity::Severity;
use crate::domain::status::CampaignStatus;
use crate::domain::timestamp::Timestamp;
use crate::domain::triage::check::{EXPECTED_SHARE, carrier_share, found};
use crate::domain::triage::failed::{contacts, groups, kinds, of};
use crate::domain::triage::segment::worst_carrier;

/// "Telnyx failed 238 attempts (SIP 503 or timeout), then the breaker paused
/// the campaign at 14:20:31 CST."
pub fn breaker_paused(case: &Case<'_>) -> Option<Found> {
    let snapshot = case.evidence.snapshot()?;
    let pause = snapshot.campaign.pause.value()?;
    let paused = CampaignStatus::from_wire(&snapshot.campaign.status) == CampaignStatus::Paused;
    if !paused || pause.automatic.copied() != Some(true) {
        return None;
    }
    let formats = case.evidence.formats;
    let reason = pause.reason.as_deref().unwrap_or_default();
    let who = match pause.names_breaker() {
        true => "the breaker",
        false => "the system",
    };
    let at = pause.at.value();
    let told_at = at.map_or_else(String::new, |at| {
        [" ", &*to_the_second(at, formats)].concat()
    });
    let stop = [who, " paused the campaign", &told_at].concat();
    let told = match before_the_pause(case) {
        Some((failing, began)) => {
            let first = began
                .zip(at.and_then(|at| at.ms))
                .is_some_and(|(from, at)| from <= at);
            let joint = if first { ", then " } else { "; " };
            [&*failing, joint, &stop, "."].concat()
        }
        None => {
            let why = if reason.trim().is_empty() {
                String::new()
            } else {
                sentence(reason)
            };
            [&*sentence(&stop), " ", &why].concat().trim().to_owned()
        }
    };
    Some(Found::new(
        CauseKey::BreakerPaused,
        Severity::Critical,
        told,
    ))
}

/// "at 14:20:31 CST".
fn to_the_second(at: &Timestamp, formats: &Formats<'_>) -> String {
    match crate::domain::moment::is_today(at, formats) && at.ms.is_some() {
        true => ["at ", &*formats.clock_seconds(at)].concat(),
        false => at_or_on(at, formats),
    }
}

/// "Telnyx failed 238 attempts (SIP 503 or timeout)", and when that began, in
/// milliseconds: by the report, else by the carriers' own health.
fn failing(case: &Case<'_>) -> Option<(String, Option<i64>)> {
    if let Some(report) = case.evidence.failed() {
        let failed = of(report, FailureClass::is_carriers);
        if let Some((carrier, _)) = worst_carrier(&failed) {
            return reported(case, &carrier);
        }
    }
    let limits = Limits::of(case.evidence.snapshot()?);
    counted(worst(&limits)?, case)
}

/// The same of the carrier that failed most shortly before the pause, as only
/// the carriers' own health tells: whoever failed most since the start need not
/// be the one that caused it. `None` when no single carrier stands out.
fn before_the_pause(case: &Case<'_>) -> Option<(String, Option<i64>)> {
    let limits = Limits::of(case.evidence.snapshot()?);
    let failures = |carrier: &Carrier| carrier.recent_failures.copied().unwrap_or(0);
    let most = limits.carriers().iter().map(failures).max()?;
    let mut worst = limits.carriers().iter().filter(|it| failures(it) == most);
    let (carrier, None) = (worst.next()?, worst.next()) else {
        return None;
    };
    let told = counted(carrier, case)?;
    Some(reported(case, &carrier.name).unwrap_or(told))
}

/// "Telnyx failed 238 attempts (SIP 503 or timeout)", by the report.
fn reported(case: &Case<'_>, carrier: &str) -> Option<(String, Option<i64>)> {
    let mut own = of(case.evidence.failed()?, FailureClass::is_carriers);
    own.retain(|group| group.carrier.as_deref() == Some(carrier));
    let (_, count) = worst_carrier(&own)?;
    let began = { own.iter() }.filter_map(|group| group.first_at.value()?.ms);
    let began = began.min();
    let noun = if count == 1 {
        " attempt ("
    } else {
        " attempts ("
    };
    let count = case.evidence.formats.count(count);
    let told = [carrier, " failed ", &count, noun, &kinds(&own), ")"].concat();
    Some((told, began))
}

/// "Telnyx failed 27 of 50 attempts in the last 2 min", by its own health.
fn counted(carrier: &Carrier, case: &Case<'_>) -> Option<(String, Option<i64>)> {
    let formats = case.evidence.formats;
    let failed = failed_attempts(carrier, formats)?;
    let told = [&*carrier.name, " failed ", &failed].concat();
    let began = carrier.opened_at.value().and_then(|at| at.ms);
    Some((told + &circumstances(carrier, formats), began))
}

/// The carrier that is not well and failed most of late.
fn worst<'a>(limits: &Limits<'a>) -> Option<&'a Carrier> {
    let unwell = limits
        .carriers()
        .iter()
        .filter(|carrier| standing(carrier) != Standing::Well);
    unwell.max_by_key(|carrier| carrier.recent_failures.copied().unwrap_or(0))
}

/// Carriers or providers fail more than may be expected.
pub fn carrier_failing(case: &Case<'_>) -> Option<Found> {
    let formats = case.evidence.formats;
    let limits = case.evidence.snapshot().map(Limits::of);
    let held = limits.as_ref().is_some_and(|limits| {
        let decides = matches!(
            cause(limits),
            Cause::CarriersStopped | Cause::CarriersFailing | Cause::CarrierHeldBack
        );
        decides || worst(limits).is_some()
    });
    let part = case.evidence.failed().and_then(carrier_share);
    let above = part.is_some_and(|part| part > EXPECTED_SHARE);
    let counted = part.is_none() && case.fails(CheckId::FailureShare) && limits.is_some();
    if !held && !above && !counted {
        return None;
    }
    let bad = held || part.is_some_and(|part| part >= FAILING_SHARE);
    let severity = if bad {
        Severity::Critical
    } else {
        Severity::Warning
    };
    let expected = formats.decimal(EXPECTED_SHARE * 100.0, 0);
    let share = part.filter(|_| above).map(|part| {
        let part = formats.percent(part);
        [
            ": ",
            &*part,
            " of all attempts, where ",
            &expected,
            "% are expected",
        ]
        .concat()
    });
    let told = match failing(case)
        .map(|(told, _)| told)
        .or_else(|| by_kind(case))
    {
        Some(told) => [&*told, &share.unwrap_or_default(), "."].concat(),
        None => match limits.as_ref().and_then(worst) {
            Some(carrier) => [&*carrier.name, " is held by its breaker."].concat(),
            None => counted_by_campaign(case)?,
        },
    };
    Some(Found::new(CauseKey::CarrierFailing, severity, told))
}

/// "212 of 6,282 attempts ended in a carrier or network failure.", where no
/// report tells more.
fn counted_by_campaign(case: &Case<'_>) -> Option<String> {
    let check = found(case.groups, CheckId::FailureShare)?;
    Some(check.evidence.clone())
}

/// "29 contacts failed with ai_agent timed out", where no carrier is named.
fn by_kind(case: &Case<'_>) -> Option<String> {
    let failed = of(case.evidence.failed()?, FailureClass::is_carriers);
    let count = contacts(&failed);
    let noun = if count == 1 {
        " contact failed with "
    } else {
        " contacts failed with "
    };
    let count = (count > 0).then(|| case.evidence.formats.count(count))?;
    Some([&*count, noun, &kinds(&failed)].concat())
}

/// The carriers take no more calls at this speed.
pub fn pace(case: &Case<'_>) -> Option<Found> {
    let formats = case.evidence.formats;
    let at_pace = case
        .evidence
        .snapshot()
        .is_some_and(|snapshot| cause(&Limits::of(snapshot)) == Cause::AtPace);
    let refused = case.evidence.failed().map_or(0, |report| {
        let of_pace =
            |group: &&_| crate::domain::triage::failed::class(group) == Some(FailureClass::Pace);
        contacts(&groups(report).filter(of_pace).collect::<Vec<_>>())
    });
    let told = match (at_pace, refused) {
        (_, 1..) => {
            let count = formats.count(refused);
            let noun = if refused == 1 {
                " contact was refused"
            } else {
                " contacts were refused"
            };
            [
                &*count,
                noun,
                " because calls come too fast for the carrier.",
            ]
            .concat()
        }
        (true, _) => "Calls go out as fast as the carriers take them.".to_owned(),
        (false, _) => return None,
    };
    Some(Found::new(CauseKey::Pace, Severity::Warning, told))
}
