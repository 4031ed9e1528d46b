//! Dispatch: the verdict, what each limit allows, and what blocks tasks.

use super::drawing::{Drawing, Style};
use super::palette::{self, BAR, TRACK};
use super::{HEADING, PLAIN, SMALL, TITLE, foot};
use crate::domain::blocker::Blocker;
use crate::domain::diagnostics::{Subject, Telling};
use crate::domain::format::Formats;
use crate::domain::glyph::Glyph;
use crate::domain::snapshot::Snapshot;
use crate::domain::verdict::verdict;
use crate::domain::waterfall::{Limit, waterfall};

/// The picture as SVG. `None` for an incident of no campaign that was read.
pub fn dispatch(subject: &Subject<'_>, telling: &Telling) -> Option<String> {
    let snapshot = subject.evidence.snapshot()?;
    let formats = subject.evidence.formats;
    let verdict = verdict(snapshot, formats);
    let answer = telling.text(&verdict.answer);
    let title = [verdict.question, " ", &answer].concat();
    let mut drawing = Drawing::new(&title);
    let top = drawing.top();
    drawing.paragraph(
        verdict.question,
        Style {
            bold: true,
            ..SMALL
        },
    );
    drawing.skip(2.0);
    drawing.paragraph(&answer, TITLE);
    for why in &verdict.why {
        drawing.skip(2.0);
        drawing.paragraph(&telling.text(&why.plain()), PLAIN);
    }
    drawing.edge(top, palette::of(verdict.tone));
    limits(&mut drawing, snapshot, formats, telling);
    blockers(&mut drawing, snapshot, formats, telling);
    drawing.indent(0.0);
    foot(&mut drawing, subject, telling);
    Some(drawing.finish())
}

fn limits(drawing: &mut Drawing, snapshot: &Snapshot, formats: &Formats<'_>, telling: &Telling) {
    let waterfall = waterfall(snapshot, formats);
    drawing.rule();
    let in_use = waterfall
        .in_use
        .map(|lines| ["in use: ", &*formats.count(lines)].concat());
    drawing.pair(
        "Lines each limit allows",
        HEADING,
        &in_use.unwrap_or_default(),
        PLAIN,
    );
    drawing.skip(6.0);
    drawing.indent(20.0);
    for limit in &waterfall.rows {
        row(drawing, limit, waterfall.scale_max, telling);
    }
    drawing.indent(0.0);
    if !waterfall.not_reported.is_empty() {
        let names = ["Not reported: ", &*waterfall.not_reported.join(", ")].concat();
        drawing.paragraph(&names, SMALL);
    }
}

fn row(drawing: &mut Drawing, limit: &Limit, scale: i64, telling: &Telling) {
    let tone = palette::of(limit.tone);
    let fill = if limit.binding { tone } else { BAR };
    let decides = if limit.binding { ", decides" } else { "" };
    if limit.binding {
        drawing.mark(Glyph::DiamondAlert, tone);
    }
    let owner = match &*limit.owner_text {
        "" => String::new(),
        owner => [". ", owner].concat(),
    };
    let words = telling.text(&[&*limit.value_text, decides, &owner].concat());
    drawing.bar(limit.label, limit.fill(scale), [TRACK, fill], &words);
}

fn blockers(drawing: &mut Drawing, snapshot: &Snapshot, formats: &Formats<'_>, telling: &Telling) {
    let dispatch = snapshot.dispatch.value();
    let blockers = dispatch.and_then(|dispatch| dispatch.blockers.value());
    let blockers = blockers.map(Vec::as_slice).unwrap_or_default();
    let most = blockers
        .iter()
        .map(|blocker| blocker.count)
        .fold(1, i64::max);
    if blockers.is_empty() {
        return;
    }
    drawing.rule();
    drawing.paragraph("Callable tasks by blocker", HEADING);
    drawing.skip(6.0);
    drawing.indent(20.0);
    for blocker in blockers {
        let label = telling.text(&Blocker::from_wire(&blocker.code).label());
        let share = blocker.count as f64 / most as f64;
        drawing.bar(&label, share, [TRACK, BAR], &formats.count(blocker.count));
    }
}
