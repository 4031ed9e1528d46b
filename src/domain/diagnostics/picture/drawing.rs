//! A card as SVG, written from the top down.

use super::STRONG;
use super::palette::{INK, LINE, SURFACE};
use super::width::{lines, width};
use crate::domain::glyph::Glyph;

/// How a text is written.
#[derive(Clone, Copy)]
pub struct Style {
    /// Height of the type in pixels.
    pub size: f64,
    /// Whether it stands out.
    pub bold: bool,
    /// Its color.
    pub color: &'static str,
}

const WIDTH: f64 = 760.0;
const MARGIN: f64 = 24.0;
/// Height of a line by height of its type.
const LEADING: f64 = 1.42;

/// A drawing under way.
pub struct Drawing {
    parts: String,
    title: String,
    /// Where the next line begins, from the top.
    y: f64,
    /// How far lines are indented.
    indent: f64,
}

impl Drawing {
    /// An empty card. The title is what it is called by screen readers.
    pub fn new(title: &str) -> Self {
        Self {
            parts: String::new(),
            title: title.to_owned(),
            y: 22.0,
            indent: 0.0,
        }
    }

    /// The SVG document.
    pub fn finish(self) -> String {
        let height = (self.y + 14.0).ceil();
        let inner = height - 2.0;
        let title = escaped(&self.title);
        format!(
            concat!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" ",
                "viewBox=\"0 0 {w} {h}\" role=\"img\" ",
                "font-family=\"Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif\">\n",
                "<title>{title}</title>\n",
                "<rect x=\"1\" y=\"1\" width=\"{iw}\" height=\"{ih}\" rx=\"10\" ",
                "fill=\"{surface}\" stroke=\"{line}\"/>\n{parts}</svg>\n"
            ),
            w = WIDTH,
            h = height,
            iw = WIDTH - 2.0,
            ih = inner,
            title = title,
            line = LINE,
            surface = SURFACE,
            parts = self.parts,
        )
    }

    /// Lets the following lines begin further in.
    pub fn indent(&mut self, by: f64) {
        self.indent = by;
    }

    /// Leaves room.
    pub fn skip(&mut self, by: f64) {
        self.y += by;
    }

    /// A line across the card.
    pub fn rule(&mut self) {
        self.y += 10.0;
        let (x, y) = (MARGIN + self.indent, self.y);
        self.push(&format!(
            "<line x1=\"{x}\" y1=\"{y:.1}\" x2=\"{}\" y2=\"{y:.1}\" stroke=\"{LINE}\"/>",
            WIDTH - MARGIN
        ));
        self.y += 10.0;
    }

    /// Text in as many lines as it takes.
    pub fn paragraph(&mut self, text: &str, style: Style) {
        self.paragraph_beside(text, style, 0.0);
    }

    /// A line with words at its end, both in as many lines as they take.
    pub fn pair(&mut self, text: &str, style: Style, end: &str, end_style: Style) {
        let room = (width(end, end_style.size, end_style.bold) + 16.0).min(240.0);
        let top = self.y;
        self.end(end, end_style, room - 8.0);
        let after_end = std::mem::replace(&mut self.y, top);
        self.paragraph_beside(text, style, room);
        self.y = self.y.max(after_end);
    }

    /// A shape before the next line, in a color.
    pub fn mark(&mut self, glyph: Glyph, color: &str) {
        let shape = match glyph {
            Glyph::CircleCheck => format!(
                "<circle cx=\"6\" cy=\"6\" r=\"6\" fill=\"{color}\"/><path d=\"M3.2 6.2l2 2 3.6-4\" stroke=\"{SURFACE}\" stroke-width=\"1.5\" fill=\"none\"/>"
            ),
            Glyph::TriangleAlert => format!(
                "<path d=\"M6 .5l6 11H0z\" fill=\"{color}\"/><path d=\"M6 4.4v3.2M6 9v1.2\" stroke=\"{SURFACE}\" stroke-width=\"1.4\"/>"
            ),
            Glyph::OctagonX => format!(
                "<path d=\"M3.5 0h5L12 3.5v5L8.5 12h-5L0 8.5v-5z\" fill=\"{color}\"/><path d=\"M3.8 3.8l4.4 4.4M8.2 3.8L3.8 8.2\" stroke=\"{SURFACE}\" stroke-width=\"1.5\"/>"
            ),
            Glyph::DiamondAlert => format!("<path d=\"M6 0l6 6-6 6-6-6z\" fill=\"{color}\"/>"),
            _ => format!(
                "<circle cx=\"6\" cy=\"6\" r=\"5.2\" fill=\"none\" stroke=\"{color}\" stroke-width=\"1.4\" stroke-dasharray=\"2.4 1.7\"/>"
            ),
        };
        let (x, y) = (MARGIN + self.indent - 20.0, self.y + 3.0);
        self.push(&format!(
            "<g transform=\"translate({x} {y:.1})\">{shape}</g>"
        ));
    }

    /// A filled strip beside what was written since `top`, at the card's edge.
    pub fn edge(&mut self, top: f64, color: &str) {
        let height = self.y - top;
        self.push(&format!(
            "<rect x=\"1\" y=\"{top:.1}\" width=\"4\" height=\"{height:.1}\" fill=\"{color}\"/>"
        ));
    }

    /// Where the next line begins.
    pub fn top(&self) -> f64 {
        self.y
    }

    /// A bar filled to a share of 1, its label before and its words after it.
    pub fn bar(&mut self, label: &str, share: f64, colors: [&str; 2], words: &str) {
        const BAR_AT: f64 = 216.0;
        const BAR_WIDTH: f64 = 220.0;
        let top = self.y;
        let [track, fill] = colors;
        self.column(
            label,
            STRONG,
            [MARGIN + self.indent, BAR_AT - 10.0 - MARGIN - self.indent],
        );
        let after_label = std::mem::replace(&mut self.y, top);
        let y = top + 5.0;
        let filled = BAR_WIDTH * share.clamp(0.0, 1.0);
        self.push(&format!(
            "<rect x=\"{BAR_AT}\" y=\"{y:.1}\" width=\"{BAR_WIDTH}\" height=\"8\" rx=\"2\" fill=\"{track}\"/><rect x=\"{BAR_AT}\" y=\"{y:.1}\" width=\"{filled:.1}\" height=\"8\" rx=\"2\" fill=\"{fill}\"/>"
        ));
        let at = BAR_AT + BAR_WIDTH + 14.0;
        self.column(
            words,
            Style {
                color: INK,
                ..super::SMALL
            },
            [at, WIDTH - MARGIN - at],
        );
        self.y = self.y.max(after_label) + 4.0;
    }

    fn paragraph_beside(&mut self, text: &str, style: Style, room: f64) {
        let x = MARGIN + self.indent;
        self.column(text, style, [x, WIDTH - MARGIN - x - room]);
    }

    fn column(&mut self, text: &str, style: Style, [x, limit]: [f64; 2]) {
        for line in lines(text, limit, style.size, style.bold) {
            self.line(&line, style, x, "start");
        }
    }

    fn end(&mut self, text: &str, style: Style, limit: f64) {
        for line in lines(text, limit, style.size, style.bold) {
            self.line(&line, style, WIDTH - MARGIN, "end");
        }
    }

    fn line(&mut self, text: &str, style: Style, x: f64, anchor: &str) {
        let baseline = self.y + style.size * 1.05;
        let weight = if style.bold { 600 } else { 400 };
        let Style { size, color, .. } = style;
        let text = escaped(text);
        self.push(&format!(
            "<text x=\"{x}\" y=\"{baseline:.1}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{color}\" text-anchor=\"{anchor}\">{text}</text>"
        ));
        self.y += style.size * LEADING;
    }

    fn push(&mut self, part: &str) {
        self.parts.push_str(part);
        self.parts.push('\n');
    }
}

/// The text as XML carries it; what XML does not allow becomes a space.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\u{fffe}' | '\u{ffff}' => out.push(' '),
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests;
