//! A run's movement in words.

use super::{ALLOWANCE, Missing, Slowness, Verdict};
use crate::domain::format::Formats;
use crate::domain::job::WaitingOn;
use crate::domain::moment::when;
use crate::domain::rich::Rich;

/// One sentence that says it with its figures. Empty for a run that is over.
pub fn sentence(verdict: &Verdict, formats: &Formats<'_>) -> Rich {
    match verdict {
        Verdict::Moving => Rich::of("Its counters move."),
        Verdict::Slow(Slowness::PastUsual(times)) => {
            let times = [&*formats.decimal(*times, 1), "×"].concat();
            Rich::of("Slow, but moving: it takes ")
                .strong(&times)
                .text(" the usual longest time.")
        }
        Verdict::Slow(Slowness::InAiStep(seconds)) => Rich::of("Slow: the AI step has taken ")
            .strong(&formats.wait(*seconds))
            .text("; up to 2 min is normal."),
        Verdict::Stalled {
            seconds, eligible, ..
        } => Rich::default()
            .strong("Stalled: ")
            .text("no counter has moved for ")
            .strong(&formats.wait(*seconds))
            .text(" while ")
            .strong(&records(*eligible, formats))
            .text(" could go. More than ")
            .text(&formats.wait(ALLOWANCE))
            .text(" of that is called stalled."),
        Verdict::Waiting(on) => waiting(on.as_ref(), formats),
        Verdict::Queued { ahead } => Rich::of(&queued(*ahead, formats)),
        Verdict::RuntimeDown { since } => {
            let down = Rich::default().strong("The runtime is down");
            match since {
                Some(since) => down.text(" since ").text(&when(since, formats)).text("."),
                None => down.text("."),
            }
        }
        Verdict::Ended => Rich::default(),
        Verdict::Unknown(missing) => Rich::of(match missing {
            Missing::Progress => {
                "Whether it moves is not known: when a counter last moved is not reported."
            }
            Missing::Eligible => {
                "Whether it moves is not known: how many records could go is not reported."
            }
            Missing::Status => "Whether it moves is not known: its status is not known here.",
        }),
    }
}

/// What to do about it; `None` where nothing needs doing.
pub fn advice(verdict: &Verdict) -> Option<&'static str> {
    match verdict {
        Verdict::RuntimeDown { .. }
        | Verdict::Stalled {
            runtime_down: true, ..
        } => Some("Start the runtime; the run then goes on by itself."),
        Verdict::Stalled { .. } => Some(
            "Check that the runtime is running, then open the journey of a record that is in a step.",
        ),
        Verdict::Slow(_) => {
            Some("Nothing is stuck. Journeys of finished records show which step takes the time.")
        }
        _ => None,
    }
}

/// The same in a few words, for a cell: "stalled 12 min", "human step, 34 min".
/// `None` where the status already says it.
pub fn short(verdict: &Verdict, formats: &Formats<'_>) -> Option<String> {
    match verdict {
        Verdict::Stalled { seconds, .. } => {
            Some(["stalled, no move for ", &*formats.wait(*seconds)].concat())
        }
        Verdict::Slow(Slowness::InAiStep(seconds)) => {
            Some(["in the AI step for ", &*formats.wait(*seconds)].concat())
        }
        Verdict::Waiting(Some(on)) => {
            let since = on.since.value().and_then(|at| waited(at.ms?, formats));
            let kind = [&*kind(on), " step"].concat();
            Some(match since {
                Some(since) => [&*kind, ", ", &since].concat(),
                None => kind,
            })
        }
        Verdict::RuntimeDown { .. } => Some("runtime is down".to_owned()),
        Verdict::Queued { ahead: Some(ahead) } => {
            Some([&*formats.count(*ahead), " ahead"].concat())
        }
        _ => None,
    }
}

fn kind(on: &WaitingOn) -> String {
    let kind = on.kind.as_deref().map(str::trim).unwrap_or_default();
    match kind {
        "" => "outside".to_owned(),
        kind => crate::domain::spelling::humanized(kind).to_lowercase(),
    }
}

fn waited(since: i64, formats: &Formats<'_>) -> Option<String> {
    let seconds = formats.now.checked_sub(since).filter(|ms| *ms >= 0)? as f64 / 1000.0;
    let minutes = (seconds / 60.0).floor() * 60.0;
    Some(formats.wait(if seconds < 60.0 { seconds } else { minutes }))
}

fn waiting(on: Option<&WaitingOn>, formats: &Formats<'_>) -> Rich {
    let Some(on) = on else {
        return Rich::of("Waiting: no record could go now, so it is not stalled.");
    };
    let text = on
        .text
        .as_deref()
        .map(str::trim)
        .filter(|text| !text.is_empty());
    let told = match text {
        Some(text) => Rich::of("Waiting: ").strong(text),
        None => Rich::of("Waiting on ").strong(&[&*kind(on), " step"].concat()),
    };
    match on
        .since
        .value()
        .and_then(|at| Some((at, waited(at.ms?, formats)?)))
    {
        Some((at, waited)) => {
            let since = [", since ", &*when(at, formats), " (", &waited, ")."].concat();
            told.text(&since)
        }
        None => told.text("."),
    }
}

fn queued(ahead: Option<i64>, formats: &Formats<'_>) -> String {
    match ahead {
        Some(0) => "Queued: it is the next run that the runtime takes.".to_owned(),
        Some(1) => "Queued: 1 run is ahead of it.".to_owned(),
        Some(ahead) => ["Queued: ", &*formats.count(ahead), " runs are ahead of it."].concat(),
        None => "Queued: the runtime has not taken it yet.".to_owned(),
    }
}

/// "1 record", "228 records".
fn records(count: i64, formats: &Formats<'_>) -> String {
    let noun = if count == 1 { " record" } else { " records" };
    [&*formats.count(count), noun].concat()
}
