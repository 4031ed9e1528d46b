//! The runtime and carriers card: what carries the work, each in one row.

use super::{CardKind, Cards};
use crate::domain::attention::{credits, plan};
use crate::domain::capacity::Carrier;
use crate::domain::carrier_health::{Standing, standing};
use crate::domain::figures::share;
use crate::domain::format::Formats;
use crate::domain::glyph::Glyph;
use crate::domain::moment::when;
use crate::domain::runtime::RuntimeStatus;
use crate::domain::tone::Tone;

/// One row of the card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HealthRow {
    /// What it is about: "Runtime", "Twilio".
    pub name: String,
    /// Its name in code, where it has one: "bulk_calls".
    pub code: Option<String>,
    /// How it stands, in a word or two.
    pub word: String,
    /// What the word means.
    pub tone: Tone,
    /// The shape beside it.
    pub glyph: Glyph,
    /// The figure behind it; may be empty.
    pub detail: String,
    /// The card that it is read from.
    pub card: CardKind,
}

/// The rows, in the order of the card; what is not reported has none.
pub fn health(cards: &Cards, formats: &Formats<'_>) -> Vec<HealthRow> {
    let mut rows: Vec<HealthRow> = Vec::new();
    rows.extend(queue(cards, formats));
    rows.extend(runtime(cards, formats));
    if let Some(runtime) = cards.runtime.as_deref() {
        rows.extend(runtime.carriers().map(|it| carrier(it, formats)));
    }
    rows.extend(workers(cards, formats));
    rows.extend(windows(cards, formats));
    rows.extend(callbacks(cards, formats));
    rows.extend(credits::row(cards, formats));
    rows.extend(plan::rows(cards, formats));
    rows
}

impl HealthRow {
    /// A row of the runtime's card without a figure.
    fn new(name: &str, tone: Tone, glyph: Glyph, word: &str) -> Self {
        Self {
            name: name.to_owned(),
            code: None,
            word: word.to_owned(),
            tone,
            glyph,
            detail: String::new(),
            card: CardKind::Runtime,
        }
    }

    /// A row that finds nothing wrong.
    pub fn well(name: &str, word: &str) -> Self {
        Self::new(name, Tone::Ok, Glyph::CircleCheck, word)
    }

    /// A row that finds something drifting.
    pub fn odd(name: &str, word: &str) -> Self {
        Self::new(name, Tone::Warn, Glyph::TriangleAlert, word)
    }

    /// A row that finds something stopped.
    pub fn stopped(name: &str, word: &str) -> Self {
        Self::new(name, Tone::Bad, Glyph::OctagonX, word)
    }

    fn neutral(name: &str, word: &str) -> Self {
        Self::new(name, Tone::Mute, Glyph::DashedCircle, word)
    }

    /// The same, read from another card.
    pub fn of(self, card: CardKind) -> Self {
        Self { card, ..self }
    }

    /// The same with the figure behind it.
    pub fn with(self, detail: String) -> Self {
        Self { detail, ..self }
    }
}

fn queue(cards: &Cards, formats: &Formats<'_>) -> Option<HealthRow> {
    let queue = cards.runtime.as_deref()?.queue.value()?;
    let depth = queue.depth.copied();
    let row = match (queue.moving.copied(), depth) {
        (_, Some(0)) => HealthRow::well("Queue", "Empty"),
        (Some(true), _) => HealthRow::well("Queue", "Moving"),
        (Some(false), _) => HealthRow::stopped("Queue", "Not moving"),
        (None, _) => HealthRow::neutral("Queue", "Not reported"),
    };
    let oldest = queue.oldest_seconds.copied();
    let oldest = oldest.map(|seconds| ["oldest ", &*formats.wait(seconds)].concat());
    let parts: Vec<String> = depth
        .map(|n| formats.count(n))
        .into_iter()
        .chain(oldest)
        .collect();
    let code = queue.name.as_deref().map(str::to_owned);
    Some(HealthRow {
        code,
        ..row.with(parts.join(", "))
    })
}

fn runtime(cards: &Cards, formats: &Formats<'_>) -> Option<HealthRow> {
    let runtime = cards.runtime.as_deref()?.runtime.value()?;
    let status = RuntimeStatus::from_wire(&runtime.status);
    let beat = runtime.heartbeat_at.value();
    let beat = beat.map(|at| ["heartbeat ", &*formats.ago(at)].concat());
    let row = HealthRow::new("Runtime", status.tone(), status.glyph(), &status.label());
    Some(row.with(beat.unwrap_or_default()))
}

fn carrier(carrier: &Carrier, formats: &Formats<'_>) -> HealthRow {
    let row = match standing(carrier) {
        Standing::Stopped => HealthRow::stopped(&carrier.name, "Stopped"),
        Standing::Tested => HealthRow::odd(&carrier.name, "Recovering"),
        Standing::Failing => HealthRow::odd(&carrier.name, "Failing"),
        Standing::Well if carrier.breaker.value().is_none() => {
            HealthRow::neutral(&carrier.name, "Not reported")
        }
        Standing::Well => HealthRow::well(&carrier.name, "Healthy"),
    };
    let failed = carrier
        .recent_failures
        .copied()
        .zip(carrier.recent_attempts.copied());
    let failed = failed.and_then(|(failed, of)| {
        let share = formats.percent(share(failed, of)?);
        Some([&*share, " of ", &formats.count(of), " failed"].concat())
    });
    let note = carrier.note.value().cloned();
    let retry = carrier.retries_at.value();
    let retry = retry.map(|at| ["next call ", &*when(at, formats)].concat());
    row.with(note.or(retry).or(failed).unwrap_or_default())
}

fn workers(cards: &Cards, formats: &Formats<'_>) -> Option<HealthRow> {
    let runtime = cards.runtime.as_deref()?;
    let workers = runtime.workers.value()?;
    let (up, total) = (workers.up.copied()?, workers.total.copied()?);
    let word = formats.of(up, total);
    let row = match up {
        ..=0 if total > 0 => HealthRow::stopped("Workers", &word),
        _ if up < total => HealthRow::odd("Workers", &word),
        _ => HealthRow::well("Workers", &word),
    };
    let silent: Vec<&str> = runtime
        .silent_workers()
        .take(3)
        .map(|it| it.name.as_str())
        .collect();
    Some(match silent.is_empty() {
        true => row,
        false => row.with([&*silent.join(", "), " silent"].concat()),
    })
}

fn windows(cards: &Cards, formats: &Formats<'_>) -> Option<HealthRow> {
    let windows = cards.runtime.as_deref()?.windows.value()?;
    let (open, total) = (windows.open.copied()?, windows.total.copied()?);
    let word = [&*formats.of(open, total), " open"].concat();
    let row = match open {
        ..=0 => HealthRow::new("Call windows", Tone::Mute, Glyph::Moon, &word),
        _ => HealthRow::well("Call windows", &word),
    };
    let change = windows.next_change_at.value();
    let change = change.map(|at| ["next change ", &*when(at, formats)].concat());
    Some(row.with(change.unwrap_or_default()))
}

fn callbacks(cards: &Cards, formats: &Formats<'_>) -> Option<HealthRow> {
    let callbacks = cards.callbacks.as_deref()?;
    let past = callbacks.past_due.copied().filter(|past| *past > 0);
    let count = |count: i64, word: &str| [&*formats.count(count), word].concat();
    let row = match (past, callbacks.due.copied()) {
        (Some(past), _) => HealthRow::odd("Callbacks", &count(past, " past due")),
        (None, Some(due)) => HealthRow::well("Callbacks", &count(due, " due")),
        (None, None) => HealthRow::neutral("Callbacks", "Not reported"),
    };
    let moment = match past {
        Some(_) => callbacks
            .oldest_past_due_at
            .value()
            .map(|at| ("oldest ", at)),
        None => callbacks.next_due_at.value().map(|at| ("next ", at)),
    };
    let moment = moment.map(|(word, at)| [word, &*when(at, formats)].concat());
    let pending = callbacks.pending.copied().map(|n| count(n, " to come"));
    let parts: Vec<String> = pending.into_iter().chain(moment).collect();
    Some(row.with(parts.join(", ")).of(CardKind::Callbacks))
}

#[cfg(test)]
mod tests;
