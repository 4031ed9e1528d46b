//! The likely cause, and every check behind it.

use super::drawing::{Drawing, Style};
use super::palette;
use super::{HEADING, PLAIN, SMALL, STRONG, TITLE, foot};
use crate::domain::diagnostics::{Subject, Telling};
use crate::domain::glyph::Glyph;
use crate::domain::tone::Tone;
use crate::domain::triage::CheckState;

/// The picture as SVG.
pub fn cause(subject: &Subject<'_>, telling: &Telling) -> String {
    let assessment = subject.assessment;
    let cause = &assessment.cause;
    let sentence = telling.text(&cause.sentence);
    let mut drawing = Drawing::new(&["Most likely cause: ", &*sentence].concat());
    let top = drawing.top();
    drawing.paragraph(
        "Most likely cause, from the checks",
        Style {
            bold: true,
            ..SMALL
        },
    );
    drawing.skip(2.0);
    drawing.paragraph(&sentence, TITLE);
    drawing.skip(2.0);
    drawing.paragraph(&telling.text(&cause.detail), PLAIN);
    drawing.edge(top, palette::of(cause.severity.tone()));
    for group in &assessment.groups {
        drawing.indent(0.0);
        drawing.rule();
        let title = [&*group.number.to_string(), ". ", group.title].concat();
        drawing.pair(&title, HEADING, group.state.label(), word(group.state));
        drawing.indent(20.0);
        for check in &group.checks {
            drawing.skip(6.0);
            let (tone, glyph) = sign(check.state);
            drawing.mark(glyph, palette::of(tone));
            let title = [&*telling.text(&check.title), " (", check.state.label(), ")"].concat();
            let figure = telling.text(&check.figure);
            drawing.pair(&title, STRONG, &figure, PLAIN);
            drawing.paragraph(&telling.text(&check.evidence), SMALL);
        }
    }
    drawing.indent(0.0);
    foot(&mut drawing, subject, telling);
    drawing.finish()
}

fn word(state: CheckState) -> Style {
    let (tone, _) = sign(state);
    Style {
        color: palette::of(tone),
        ..STRONG
    }
}

/// Tone and shape of a check.
fn sign(state: CheckState) -> (Tone, Glyph) {
    match state {
        CheckState::Pass => (Tone::Ok, Glyph::CircleCheck),
        CheckState::Warn => (Tone::Warn, Glyph::TriangleAlert),
        CheckState::Fail => (Tone::Bad, Glyph::OctagonX),
        CheckState::Unknown => (Tone::Mute, Glyph::DashedCircle),
    }
}
