//! A run as one row of the list.

use super::Job;
use super::progress;
use super::status::{JobStatus, ShownStatus, shown};
use super::usual::{Compared, compared, words};
use crate::domain::cell::Cell;
use crate::domain::field::Field;
use crate::domain::format::{Formats, NONE};
use crate::domain::glyph::Glyph;
use crate::domain::kpi::Segment;
use crate::domain::runtime::Runtime;
use crate::domain::stalled::{Verdict, short, verdict};
use crate::domain::timestamp::Timestamp;
use crate::domain::tone::Tone;

/// One row, every value ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct JobRow {
    /// The run's ID as received.
    pub id: String,
    /// The spinner's name, else the run's ID.
    pub name: String,
    /// Its ID where other rows on screen have the same name and no version
    /// tells them apart.
    pub told_apart: Option<String>,
    /// "v7".
    pub version: Option<String>,
    /// How its status is shown.
    pub status: ShownStatus,
    /// The parts of its bar; nothing where none of them is reported.
    pub bar: Option<Vec<Segment>>,
    /// What in it contradicts itself, each with both figures.
    pub contradictions: Vec<String>,
    /// "412 of 640".
    pub progress: Option<String>,
    /// When it began.
    pub started: Cell,
    /// When it ended, or "in progress".
    pub ended: Cell,
    /// How long it took.
    pub lasted: Lasted,
    /// How it compares, or why it does not move.
    pub remark: Option<Remark>,
}

/// How long a run took, or has taken.
#[derive(Clone, Debug, PartialEq)]
pub enum Lasted {
    /// It is over, or has not begun.
    Known(String),
    /// So many milliseconds when it was read, and counting.
    SoFar(i64),
}

/// A few words about a run, with their tone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The words.
    pub text: String,
    /// Tone and shape where it is out of the ordinary.
    pub mark: Option<(Tone, Option<Glyph>)>,
}

/// Writes a run as a row.
pub fn row(job: &Job, runtime: Option<&Runtime>, formats: &Formats<'_>) -> JobRow {
    JobRow {
        id: job.id.0.clone(),
        name: job.name().to_owned(),
        told_apart: None,
        version: job.version(),
        status: shown(job, formats),
        bar: progress::bar(job),
        contradictions: super::contradictions(job, formats),
        progress: progress::done_of_total(job, formats),
        started: Cell::from_field(&job.started_at, |at| formats.time_in_column(at)),
        ended: ended(job, formats),
        lasted: lasted(job, formats),
        remark: remark(job, runtime, formats),
    }
}

fn ended(job: &Job, formats: &Formats<'_>) -> Cell {
    let goes_on =
        !JobStatus::from_wire(&job.status).has_ended() && job.started_at.value().is_some();
    match &job.ended_at {
        Field::Value(at) => Cell::of(match job.started_at.value() {
            Some(from) => formats.end_in_column(from, at),
            None => formats.time_in_column(at),
        }),
        _ if goes_on => Cell::of("in progress".to_owned()),
        Field::Empty => Cell::none(),
        Field::NotReported if job.started_at.value().is_none() => Cell::none(),
        Field::NotReported => Cell::not_reported(),
    }
}

/// How long a run took; counting while it is not over.
pub fn lasted(job: &Job, formats: &Formats<'_>) -> Lasted {
    let over = JobStatus::from_wire(&job.status).has_ended();
    let seconds = match job.ended_at.value() {
        None if over => None,
        _ => job.seconds(formats.now),
    };
    match seconds {
        Some(seconds) if !over && job.ended_at.value().is_none() => {
            Lasted::SoFar((seconds * 1000.0) as i64)
        }
        Some(seconds) => Lasted::Known(formats.took(seconds)),
        None => Lasted::Known(NONE.to_owned()),
    }
}

/// What is worth saying beside the duration: first that it does not move, then
/// that it failed, then how it compares.
fn remark(job: &Job, runtime: Option<&Runtime>, formats: &Formats<'_>) -> Option<Remark> {
    let verdict = verdict(job, runtime, formats.now);
    let marked = |text: String, tone, glyph| {
        Some(Remark {
            text,
            mark: Some((tone, glyph)),
        })
    };
    let alert = Some(Glyph::TriangleAlert);
    match (&verdict, short(&verdict, formats)) {
        (Verdict::Stalled { .. } | Verdict::RuntimeDown { .. }, Some(text)) => {
            return marked(text, Tone::Bad, alert);
        }
        (Verdict::Slow(_), Some(text)) => return marked(text, Tone::Warn, alert),
        (Verdict::Waiting(_), Some(text)) => return marked(text, Tone::Wait, None),
        (Verdict::Queued { .. }, ahead) => return queued(job, ahead, formats),
        _ => {}
    }
    if let Some(text) = failed(job) {
        return marked(text, Tone::Bad, alert);
    }
    let text = words(job, formats)?;
    match compared(job, formats.now) {
        Compared::Long(_) | Compared::Short(_) => marked(text, Tone::Warn, alert),
        Compared::Usual | Compared::Unknown => Some(Remark { text, mark: None }),
    }
}

/// "queued 14:30:55, 2 ahead".
fn queued(job: &Job, ahead: Option<String>, formats: &Formats<'_>) -> Option<Remark> {
    let at = |at: &Timestamp| ["queued ", &*formats.time_in_column(at)].concat();
    let parts = [job.queued_at.value().map(at), ahead];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| Remark {
        text: parts.join(", "),
        mark: None,
    })
}

/// "runtime lost, load_contact".
fn failed(job: &Job) -> Option<String> {
    if JobStatus::from_wire(&job.status) != JobStatus::Failed {
        return None;
    }
    let error = job.error.value()?;
    let code = error
        .code
        .as_deref()
        .filter(|code| !code.trim().is_empty())?;
    let words = crate::domain::spelling::humanized(code).to_lowercase();
    let step = job.step.value().map(|step| [", ", &*step.name].concat());
    Some([words, step.unwrap_or_default()].concat())
}

#[cfg(test)]
mod tests;
