//! Whether progress counters move.

use super::{Evidence, Finding, worse};
use crate::domain::cause::{Cause, cause};
use crate::domain::figures::final_of_total;
use crate::domain::format::Formats;
use crate::domain::history::History;
use crate::domain::job::JobDetail;
use crate::domain::job::progress::done_of_total;
use crate::domain::limits::Limits;
use crate::domain::snapshot::Snapshot;
use crate::domain::stalled::{Verdict, sentence};
use crate::domain::status::CampaignStatus;
use crate::domain::triage::evidence::verdict;

mod watch;

use watch::Watch;

const MOVING: &str = "Progress counters are moving";
const NOT_MOVING: &str = "Progress counters are not moving";
const FINAL: &str = "Progress counters are final";

pub fn find(evidence: &Evidence<'_>) -> Finding {
    let formats = evidence.formats;
    worse(
        evidence,
        |snapshot| of_campaign(snapshot, evidence.history, formats),
        |detail| of_job(detail, formats),
    )
}

/// By the one definition of *stalled*.
fn of_job(detail: &JobDetail, formats: &Formats<'_>) -> Finding {
    let verdict = verdict(detail, formats);
    let told = sentence(&verdict, formats).plain();
    let done = done_of_total(&detail.job, formats);
    let with_done = || match &done {
        Some(done) => [done, ". ", &told].concat(),
        None => told.clone(),
    };
    match &verdict {
        Verdict::Moving => Finding::pass(MOVING, told).figure(done.unwrap_or_default()),
        Verdict::Slow(_) => Finding::warn("Progress counters move slowly", with_done()),
        Verdict::Stalled { seconds, .. } => {
            Finding::fail(NOT_MOVING, with_done()).figure(zero_in(*seconds, formats))
        }
        Verdict::Waiting(_) => Finding::warn("Progress counters wait", with_done()),
        Verdict::Queued { .. } => Finding::warn("Progress counters have not begun", told),
        Verdict::RuntimeDown { .. } => Finding::fail(NOT_MOVING, with_done()),
        Verdict::Ended => Finding::pass(FINAL, done.map_or_else(String::new, |done| done + ".")),
        Verdict::Unknown(_) => Finding::unknown(&told),
    }
}

fn of_campaign(snapshot: &Snapshot, history: Option<&History>, formats: &Formats<'_>) -> Finding {
    let limits = Limits::of(snapshot);
    let watch = Watch::of(snapshot, history);
    let told = || watch.told(snapshot, &limits, formats);
    let figure = || watch.figure(formats);
    let closed = snapshot
        .call_window
        .value()
        .is_some_and(|window| !window.open);
    let ended = |title| Finding::pass(title, processed(snapshot, formats).unwrap_or_default());
    match &limits.status {
        CampaignStatus::Draft | CampaignStatus::Scheduled => {
            Finding::warn("Progress counters have not begun", told())
        }
        CampaignStatus::Completed | CampaignStatus::Canceled => ended(FINAL),
        CampaignStatus::Failed => Finding::fail(NOT_MOVING, told()).figure(figure()),
        CampaignStatus::Paused => {
            let pause = snapshot.campaign.pause.value();
            let automatic = pause.is_some_and(|pause| pause.automatic.copied() == Some(true));
            let finding = if automatic {
                Finding::fail
            } else {
                Finding::warn
            };
            finding(NOT_MOVING, told()).figure(figure())
        }
        CampaignStatus::Running | CampaignStatus::Unknown(_) => {
            if limits.waiting() == Some(0)
                && limits
                    .outcomes
                    .and_then(|it| it.known_live())
                    .is_some_and(|live| live <= 0)
            {
                ended(FINAL)
            } else if closed {
                Finding::warn("Progress counters wait for the call window", told())
            } else if cause(&limits) == Cause::NoneReady && !watch.dials() {
                Finding::warn("Progress counters wait for contacts to be ready", told())
                    .figure(figure())
            } else {
                watch.running(told(), formats)
            }
        }
    }
}

fn processed(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<String> {
    let (finals, total) = final_of_total(snapshot)?;
    Some([&*formats.of(finals, total), " processed."].concat())
}

/// "0 in 11 m 28 s".
fn zero_in(seconds: f64, formats: &Formats<'_>) -> String {
    ["0 in ", &*formats.wait(seconds)].concat()
}
