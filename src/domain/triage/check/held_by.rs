//! What holds dispatch back, by the verdict that every page gives.

use super::{CheckState, Evidence, Finding, worse};
use crate::domain::cause::{Cause, cause};
use crate::domain::format::Formats;
use crate::domain::history::History;
use crate::domain::job::JobDetail;
use crate::domain::limits::Limits;
use crate::domain::signal::signals;
use crate::domain::snapshot::Snapshot;
use crate::domain::stalled::{Verdict, advice, sentence, short};
use crate::domain::tone::Tone;
use crate::domain::triage::evidence;
use crate::domain::verdict::verdict;

pub fn find(evidence: &Evidence<'_>) -> Finding {
    let formats = evidence.formats;
    worse(
        evidence,
        |snapshot| of_campaign(snapshot, evidence.history, formats),
        |detail| of_job(detail, formats),
    )
}

fn of_campaign(snapshot: &Snapshot, history: Option<&History>, formats: &Formats<'_>) -> Finding {
    let verdict = verdict(snapshot, formats);
    let limits = Limits::of(snapshot);
    let why: Vec<String> = verdict.why.iter().take(2).map(|why| why.plain()).collect();
    let why = why.join(" ");
    let title = verdict.answer.trim_end_matches('.').to_owned();
    let waiting = limits.waiting().filter(|waiting| *waiting > 0);
    let figure = waiting
        .map(|n| [&*formats.count(n), " wait"].concat())
        .unwrap_or_default();
    let state = match (cause(&limits), verdict.tone) {
        (Cause::Unreported | Cause::UnknownStatus, _) => {
            return Finding::unknown(&[&*verdict.answer, " ", &why].concat());
        }
        (_, Tone::Bad) => CheckState::Fail,
        (_, Tone::Ok) => CheckState::Pass,
        _ => CheckState::Warn,
    };
    let signs: Vec<String> = history
        .map(|history| signals(history, snapshot, formats))
        .unwrap_or_default()
        .into_iter()
        .map(|signal| signal.text.plain())
        .collect();
    let (title, figure) = match state {
        CheckState::Pass => ("Nothing holds dispatch back".to_owned(), String::new()),
        _ => (title, figure),
    };
    let evidence = match state {
        CheckState::Pass => [&*verdict.answer, " ", &why].concat(),
        _ => why,
    };
    Finding::new(state, &title, evidence.trim().to_owned())
        .figure(figure)
        .doubted(&signs)
}

fn of_job(detail: &JobDetail, formats: &Formats<'_>) -> Finding {
    let verdict = evidence::verdict(detail, formats);
    let told = sentence(&verdict, formats).plain();
    let figure = short(&verdict, formats).unwrap_or_default();
    let with_advice = [&*told, " ", advice(&verdict).unwrap_or_default()].concat();
    let with_advice = with_advice.trim().to_owned();
    match &verdict {
        Verdict::Moving => Finding::pass("Nothing holds the run back", told),
        Verdict::Ended => {
            Finding::pass("Nothing holds the run back", "The run is over.".to_owned())
        }
        Verdict::Slow(_) => Finding::warn("The run is slow", with_advice),
        Verdict::Stalled {
            runtime_down: false,
            ..
        } => Finding::fail(&held_in_step(detail), with_advice),
        Verdict::Stalled { .. } | Verdict::RuntimeDown { .. } => {
            Finding::fail("The runtime holds it", with_advice)
        }
        Verdict::Waiting(_) => Finding::warn("It waits for something outside", told).figure(figure),
        Verdict::Queued { ahead: Some(0) } => Finding::pass("It is the next run", told),
        Verdict::Queued { .. } => Finding::warn("It waits for its turn", told).figure(figure),
        Verdict::Unknown(_) => Finding::unknown(&told),
    }
}

/// "It stands in step ai_agent".
fn held_in_step(detail: &JobDetail) -> String {
    let step = detail.job.step.value().map(|step| step.name.trim());
    match step.filter(|step| !step.is_empty()) {
        Some(step) => ["It stands in step ", step].concat(),
        None => "It stands, and no step is reported".to_owned(),
    }
}
