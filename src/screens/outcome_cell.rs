//! What came of a record, as one cell of a table.

use super::text_cell::{data, spoken};
use crate::domain::record::status::ShownOutcome;
use crate::ui::{Markup, glyph_mark};

/// Shape, color and word; a code as received.
pub fn outcome(shown: ShownOutcome) -> Markup {
    let status = Markup::new("span")
        .class("quiet-status")
        .with("data-tone", shown.tone.name())
        .child(glyph_mark(shown.glyph));
    let label = |tag: &'static str| Markup::new(tag).class("quiet-label");
    let status = if shown.is_code {
        status
            .child(spoken([&*shown.status, ": "].concat()))
            .child(label("code").text(shown.text))
    } else {
        status.child(label("span").text(shown.text))
    };
    data("outcome")
        .with_some("title", shown.meaning)
        .child(status)
}
