//! Parts of a whole as horizontal bars, with their sentence and their table.

use crate::domain::block::Block;
use crate::domain::counts;
use crate::domain::figures::share;
use crate::domain::format::{Formats, NONE};
use crate::domain::link::web_link;
use crate::domain::snapshot::Snapshot;
use crate::domain::spelling::{humanized, same_as_any};

use super::{Finding, Findings};

/// Bars of one subject.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Breakdown {
    /// The subject: "Dispositions", "Objections".
    pub title: String,
    /// "2,318 completed"; may be empty.
    pub heading: String,
    /// The parts, in the order received.
    pub bars: Vec<PartBar>,
    /// What to keep in mind, and what is missing; may be empty.
    pub note: String,
    /// The bars in a sentence.
    pub summary: String,
    /// Heads of the table's columns; its rows are label, count and percent of
    /// the bars.
    pub head: [&'static str; 3],
    /// Where more about it lives; an address of the web.
    pub url: Option<String>,
}

/// One part.
#[derive(Clone, Debug, PartialEq)]
pub struct PartBar {
    /// Its name.
    pub label: String,
    /// Its count: "640".
    pub count: String,
    /// Its share of the whole: "27.6%"; "—" when the whole is not known.
    pub percent: String,
    /// Length of the bar from 0 to 1; the longest is 1.
    pub fraction: f64,
    /// Its color and pattern: "answered", "positive", "neutral", "bad".
    pub series: &'static str,
}

/// What completed calls ended with; `None` without any.
pub fn dispositions(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<Breakdown> {
    let Block::Value(known) = snapshot.dispositions.read() else {
        return None;
    };
    let parts = known
        .items
        .iter()
        .map(|item| (item.label.clone(), item.count, "answered"));
    let parts: Vec<Part> = parts.collect();
    let whole = known.of.copied().or_else(|| sum(&parts));
    let mut found = drawn("Dispositions", parts, whole, " calls", formats)?;
    if let Some(of) = known.of.copied() {
        found.heading = [&*formats.count(of), " completed"].concat();
        let without = of.saturating_sub(counts::sum(known.items.iter().map(|item| item.count)));
        if without > 0 {
            found.note = match without {
                1 => "1 completed call has no disposition.".to_owned(),
                _ => [
                    &*formats.count(without),
                    " completed calls have no disposition.",
                ]
                .concat(),
            };
        }
    }
    Some(found)
}

/// The tone of completed calls; `None` without any score.
pub fn sentiment(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<Breakdown> {
    let Block::Value(known) = snapshot.sentiment.read() else {
        return None;
    };
    let series = |label: &str| match () {
        () if same_as_any(label, &["positive"]) => "positive",
        () if same_as_any(label, &["negative"]) => "bad",
        () => "neutral",
    };
    let parts = known
        .items
        .iter()
        .map(|item| (humanized(&item.label), item.count, series(&item.label)));
    let parts: Vec<Part> = parts.collect();
    let scored = known.scored.copied().or_else(|| sum(&parts));
    let mut found = drawn("Sentiment", parts, scored, " scored calls", formats)?;
    let scored = scored.unwrap_or_default();
    found.heading = [&*formats.count(scored), " scored"].concat();
    let unscored = known.of.copied().map(|of| of.saturating_sub(scored));
    let short = match unscored.filter(|count| *count > 0) {
        None => String::new(),
        Some(1) => " 1 call was too short to score.".to_owned(),
        Some(calls) => [
            " ",
            &*formats.count(calls),
            " calls were too short to score.",
        ]
        .concat(),
    };
    let caution = "A pointer to investigate, not a verdict. Read the calls before acting on it.";
    found.note = [caution, &*short].concat();
    Some(found)
}

/// What an analysis found, subject by subject; none without a finding.
pub fn intelligence(snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<Breakdown> {
    let Block::Value(known) = snapshot.intelligence.read() else {
        return Vec::new();
    };
    let analyzed = known.analyzed.copied();
    let heading = analyzed.map_or_else(String::new, |calls| {
        [&*formats.count(calls), " analyzed calls"].concat()
    });
    let series = |item: &Finding| match item.tone.as_deref() {
        Some(tone) if same_as_any(tone, &["bad"]) => "bad",
        _ => "answered",
    };
    let group = |group: &Findings| {
        let parts = group
            .items
            .iter()
            .map(|item| (item.label.clone(), item.count, series(item)));
        // A conversation can hold several findings, so they have no sum.
        let found = drawn(
            &group.title,
            parts.collect(),
            analyzed,
            " analyzed calls",
            formats,
        )?;
        Some(Breakdown {
            heading: heading.clone(),
            url: known.url.as_deref().and_then(web_link),
            ..found
        })
    };
    known.groups.iter().filter_map(group).collect()
}

type Part = (String, i64, &'static str);

fn sum(parts: &[Part]) -> Option<i64> {
    let counts = parts.iter().map(|(_, count, _)| *count);
    counts.reduce(i64::saturating_add)
}

/// `None` when nothing is to be shown: no part, or none with a count.
fn drawn(
    title: &str,
    parts: Vec<Part>,
    whole: Option<i64>,
    noun: &str,
    formats: &Formats<'_>,
) -> Option<Breakdown> {
    let largest = parts.iter().max_by_key(|(_, count, _)| *count)?;
    if largest.1 <= 0 {
        return None;
    }
    let percent = |count: i64| {
        whole
            .and_then(|whole| share(count, whole))
            .map_or_else(|| NONE.to_owned(), |share| formats.percent(share))
    };
    let (name, most, _) = largest;
    let of = whole.map_or_else(
        || [&*formats.count(*most), noun].concat(),
        |whole| {
            let of = formats.of(*most, whole);
            [&*of, noun, " (", &percent(*most), ")"].concat()
        },
    );
    let summary = ["Most frequent: ", name, ", ", &of, "."].concat();
    let most = *most as f64;
    let bar = |(label, count, series): &Part| PartBar {
        label: label.clone(),
        count: formats.count(*count),
        percent: percent(*count),
        fraction: (*count as f64 / most).clamp(0.0, 1.0),
        series,
    };
    Some(Breakdown {
        title: title.to_owned(),
        bars: parts.iter().map(bar).collect(),
        summary,
        head: ["Label", "Count", "Share"],
        ..Breakdown::default()
    })
}

#[cfg(test)]
mod tests;
