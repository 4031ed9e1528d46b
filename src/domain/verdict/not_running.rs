//! The verdict on a campaign that is not running.

use crate::domain::blocker::Blocker;
use crate::domain::campaign::Interruption;
use crate::domain::cause::{self, Cause};
use crate::domain::format::Formats;
use crate::domain::limits::Limits;
use crate::domain::moment::{at_or_on, when};
use crate::domain::rich::{Rich, clipped, sentence};
use crate::domain::status::CampaignStatus;

use super::evidence::{contacts, in_progress, reached, under_way, which};
use super::makeup::failing;

/// The answer, by status.
pub fn answer(limits: &Limits<'_>, formats: &Formats<'_>) -> String {
    let campaign = &limits.snapshot.campaign;
    match &limits.status {
        CampaignStatus::Draft => "Not dialing: this campaign is a draft.".to_owned(),
        CampaignStatus::Scheduled => campaign.starts_at.value().map_or_else(
            || "Not dialing yet: it is scheduled.".to_owned(),
            |at| match at.ms {
                Some(ms) if ms < formats.now => "Not dialing yet: its start is over.".to_owned(),
                _ => ["Not dialing yet: it starts ", &when(at, formats), "."].concat(),
            },
        ),
        CampaignStatus::Paused => ["Not dialing: ", &paused(campaign.pause.value()), "."].concat(),
        CampaignStatus::Completed => "Not dialing: the campaign is completed.".to_owned(),
        CampaignStatus::Failed => "Not dialing: the campaign failed.".to_owned(),
        CampaignStatus::Canceled => "Not dialing: the campaign was canceled.".to_owned(),
        CampaignStatus::Running | CampaignStatus::Unknown(_) => {
            let label = limits.status.label();
            ["Cannot tell: its status is “", &clipped(&label, 28), "”."].concat()
        }
    }
}

fn paused(pause: Option<&Interruption>) -> String {
    let Some(pause) = pause else {
        return "the campaign is paused".to_owned();
    };
    match (pause.automatic.copied(), pause.by.as_deref()) {
        (Some(true), _) if pause.names_breaker() => "paused by the failure breaker".to_owned(),
        (Some(true), _) => "paused automatically".to_owned(),
        (_, Some(name)) => ["paused by ", &clipped(name, 34)].concat(),
        (Some(false), None) => "paused by a person".to_owned(),
        (None, None) => "the campaign is paused".to_owned(),
    }
}

/// The evidence, by status.
pub fn why(limits: &Limits<'_>, formats: &Formats<'_>) -> Vec<Rich> {
    let campaign = &limits.snapshot.campaign;
    let evidence = match &limits.status {
        CampaignStatus::Draft => vec![
            Some(Rich::of("Nothing is dialed until someone starts it.")),
            start_refusal(limits),
        ],
        CampaignStatus::Scheduled => vec![Some(starts(limits, formats)), loaded(limits, formats)],
        CampaignStatus::Paused => return paused_why(limits, formats),
        CampaignStatus::Failed => vec![
            ended("It failed", campaign.failure.value(), formats),
            reached(limits, formats),
            in_progress(limits, formats),
        ],
        CampaignStatus::Canceled => vec![
            ended("It was canceled", campaign.cancel.value(), formats),
            reached(limits, formats),
            in_progress(limits, formats),
        ],
        CampaignStatus::Completed => vec![
            reached(limits, formats),
            campaign
                .ended_at
                .value()
                .map(|at| Rich::of(&["It ended ", &*at_or_on(at, formats), "."].concat())),
            in_progress(limits, formats),
        ],
        CampaignStatus::Running | CampaignStatus::Unknown(_) => vec![
            Some(Rich::of(
                "This console does not know that status and does not guess.",
            )),
            under_way(limits, formats),
        ],
    };
    evidence.into_iter().flatten().collect()
}

/// Why it cannot be started yet, in the server's words.
fn start_refusal(limits: &Limits<'_>) -> Option<Rich> {
    let actions = limits.snapshot.actions.value()?;
    let start = actions
        .iter()
        .find(|action| action.name.eq_ignore_ascii_case("start") && !action.available)?;
    Some(Rich::of("Start is not available yet. ").text(&sentence(start.reason.as_deref()?)))
}

fn starts(limits: &Limits<'_>, formats: &Formats<'_>) -> Rich {
    limits.snapshot.campaign.starts_at.value().map_or_else(
        || Rich::of("Its start time is not reported."),
        |at| {
            if at.ms.is_some_and(|ms| ms < formats.now) {
                let told = [&*at_or_on(at, formats), "; the API still says scheduled."];
                return Rich::of("Its start was ").text(&told.concat());
            }
            Rich::of("It starts by itself ")
                .strong(&formats.until(at))
                .text(".")
        },
    )
}

fn loaded(limits: &Limits<'_>, formats: &Formats<'_>) -> Option<Rich> {
    let total = limits.snapshot.counts.value()?.total;
    let verb = if total == 1 {
        " is loaded."
    } else {
        " are loaded."
    };
    Some(Rich::default().strong(&contacts(total, formats)).text(verb))
}

/// "It was canceled by J. Park on 31 Oct, 17:22 CST. Wrong list."
fn ended(verb: &str, end: Option<&Interruption>, formats: &Formats<'_>) -> Option<Rich> {
    let end = end?;
    let by = end
        .by
        .as_deref()
        .map_or_else(String::new, |name| [" by ", &*clipped(name, 40)].concat());
    let at = end
        .at
        .value()
        .map_or_else(String::new, |at| [" ", &*at_or_on(at, formats)].concat());
    let reason = end
        .reason
        .as_deref()
        .map_or_else(|| "The reason is not reported.".to_owned(), sentence);
    Some(Rich::of(&[verb, &*by, &at, ". "].concat()).strong(&reason))
}

fn paused_why(limits: &Limits<'_>, formats: &Formats<'_>) -> Vec<Rich> {
    let mut evidence = vec![Some(Rich::of(
        "Nothing will dial until someone resumes it.",
    ))];
    evidence.push(paused_because(limits, formats));
    evidence.push(after_resume(limits, formats).or_else(|| in_progress(limits, formats)));
    evidence.into_iter().flatten().collect()
}

/// The failing carrier behind an automatic pause, or the reason given.
fn paused_because(limits: &Limits<'_>, formats: &Formats<'_>) -> Option<Rich> {
    let Some(pause) = limits.snapshot.campaign.pause.value() else {
        return Some(Rich::of("Who paused it, and why, is not reported."));
    };
    let worst = limits
        .carriers()
        .iter()
        .max_by_key(|carrier| carrier.recent_failures.copied().unwrap_or(0));
    if pause.automatic.copied() == Some(true)
        && let Some(failing) = worst.and_then(|carrier| failing(carrier, formats))
    {
        return Some(failing);
    }
    Some(pause.reason.as_deref().map_or_else(
        || Rich::of("The reason for the pause is not reported."),
        |reason| Rich::of("The reason given: ").strong(&sentence(reason)),
    ))
}

/// "If you resume now, the next limit is the number pool, 36 lines, and 1,072
/// contacts are ready."
fn after_resume(limits: &Limits<'_>, formats: &Formats<'_>) -> Option<Rich> {
    let start = Rich::of("If you resume now, ");
    let obstacle = match cause::stopped(limits) {
        Some(Cause::WindowClosed) => Some("the call window is closed."),
        Some(Cause::CreditsOut) => Some("it still cannot dial: credits have run out."),
        Some(Cause::CarriersStopped) => Some("it still cannot dial: the carriers are stopped."),
        Some(Cause::Outranked) => Some("a higher-priority campaign still goes first."),
        Some(Cause::AllFinal) => Some("nothing is left to dial: every contact is final."),
        _ => None,
    };
    if let Some(obstacle) = obstacle {
        return Some(start.text(obstacle));
    }
    let (kind, lines) = limits.smallest()?;
    let noun = if lines == 1 { " line" } else { " lines" };
    let limit = [which(kind), ", ", &formats.count(lines), noun].concat();
    let (the, limit) = limit
        .split_once(' ')
        .map_or(("", &*limit), |(the, rest)| (the, rest));
    let all_reported = limits.reports_every_line_limit();
    let next = if all_reported {
        "the next limit is "
    } else {
        "the smallest limit reported is "
    };
    let sentence = start.text(&[next, the, " "].concat()).strong(limit);
    let ready = limits
        .blocked(&Blocker::CampaignPaused)
        .or_else(|| limits.ready())
        .filter(|ready| *ready > 0);
    Some(match ready {
        Some(1) => sentence.text(", and 1 contact is ready."),
        Some(ready) => {
            sentence.text(&[", and ", &contacts(ready, formats), " are ready."].concat())
        }
        None => sentence.text("."),
    })
}
