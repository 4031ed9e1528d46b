//! Pictures of the cards that an incident is judged by, drawn here: they stand
//! by themselves, in light colors, without scripts or anything fetched.

use super::{Subject, Telling, markdown};
use crate::domain::format::Formats;
use crate::domain::timestamp::Timestamp;
use drawing::{Drawing, Style};
use palette::{GRAY, INK};

mod cause;
mod dispatch;
mod drawing;
pub mod own;
mod palette;
mod width;

pub use cause::cause;
pub use dispatch::dispatch;

const TITLE: Style = Style {
    size: 17.0,
    bold: true,
    color: INK,
};
const HEADING: Style = Style {
    size: 14.0,
    bold: true,
    color: INK,
};
const STRONG: Style = Style {
    size: 13.0,
    bold: true,
    color: INK,
};
const PLAIN: Style = Style {
    size: 13.0,
    bold: false,
    color: GRAY,
};
const SMALL: Style = Style {
    size: 12.0,
    bold: false,
    color: GRAY,
};

/// Whose card it is, when it was read, and whether numbers are masked.
fn foot(drawing: &mut Drawing, subject: &Subject<'_>, telling: &Telling) {
    let formats: &Formats<'_> = subject.evidence.formats;
    let at = formats.iso(&Timestamp::from_ms(formats.now));
    let id = subject.campaign.or(subject.job).unwrap_or_default();
    let name = telling.text(&markdown::name(subject));
    let id = telling.text(id);
    drawing.rule();
    drawing.paragraph(&[&*name, ", ", &id, ", read ", &at].concat(), SMALL);
    let made = concat!(". Drawn by Ringside ", env!("CARGO_PKG_VERSION"), ".");
    drawing.paragraph(&[&*telling.note(), made].concat(), SMALL);
}
