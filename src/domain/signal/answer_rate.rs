//! Fewer calls are answered than were.

use crate::domain::blocker::Blocker;
use crate::domain::figures::share;
use crate::domain::format::Formats;
use crate::domain::glyph::Glyph;
use crate::domain::history::{Reading, Span};
use crate::domain::limits::Limits;
use crate::domain::rich::Rich;
use crate::domain::snapshot::Snapshot;
use crate::domain::tone::Tone;
use crate::domain::verdict::{Target, VerdictAction};

use super::{Signal, since};

mod numbers;
mod pool;

use numbers::Fallen;

/// The pool's rate, or the rate of some of its numbers, has dropped.
pub fn signal(
    earlier: &[&Reading],
    span: &Span<'_>,
    snapshot: &Snapshot,
    formats: &Formats<'_>,
) -> Option<Signal> {
    let fallen = numbers::fallen(span);
    let text = match fallen.as_slice() {
        [] => pool::dropped(earlier, span, formats)?,
        some => numbers_text(some, formats),
    };
    let mut evidence = vec![since(span.start, formats)];
    evidence.extend(fallen.iter().map(|number| number_line(number, formats)));
    evidence.extend(country_match(snapshot, formats));
    Some(Signal {
        key: "answer_rate",
        text,
        evidence,
        tone: Tone::Bad,
        glyph: Glyph::TriangleAlert,
        next: next(snapshot),
    })
}

fn numbers_text(fallen: &[Fallen], formats: &Formats<'_>) -> Rich {
    let names: Vec<String> = fallen
        .iter()
        .map(|number| formats.phone(&number.number))
        .collect();
    let (which, verb) = match names.as_slice() {
        [one] => (one.clone(), " has"),
        [one, two] => ([&**one, " and ", two].concat(), " have"),
        many => (
            [&*formats.count(many.len() as i64), " pool numbers"].concat(),
            " have",
        ),
    };
    Rich::of("The answer rate drops: ")
        .strong(&which)
        .text(&[verb, " almost no answers now."].concat())
}

/// "+1 312 555 0109: 0 of 14 answered, 41.1% before."
fn number_line(number: &Fallen, formats: &Formats<'_>) -> String {
    [
        &*formats.phone(&number.number),
        ": ",
        &formats.of(number.answered, number.finished),
        " answered, ",
        &formats.percent(number.before),
        " before.",
    ]
    .concat()
}

/// "22 contacts have no number for their country."
fn country_match(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<String> {
    let limits = Limits::of(snapshot);
    let count = limits
        .blocked(&Blocker::NoNumberForCountry)
        .filter(|count| *count > 0)?;
    Some(match count {
        1 => "1 contact has no number for its country.".to_owned(),
        _ => [
            &*formats.count(count),
            " contacts have no number for their country.",
        ]
        .concat(),
    })
}

fn next(snapshot: &Snapshot) -> Option<VerdictAction> {
    snapshot.numbers.value()?;
    Some(VerdictAction {
        label: "See the number pool".to_owned(),
        target: Target::Numbers,
    })
}

/// Answered ÷ finished between two readings of counters.
fn rate(answered: i64, finished: i64) -> Option<f64> {
    share(answered, finished).filter(|rate| (0.0..=1.0).contains(rate))
}
