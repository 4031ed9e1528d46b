//! What came of a record, as one cell of a table.

use crate::domain::record::status::ShownOutcome;
use crate::ui::GlyphIcon;
use leptos::prelude::*;

/// Shape, color and word; a code as received.
pub fn outcome(shown: ShownOutcome) -> impl IntoView {
    let words = match shown.is_code {
        true => view! {
            <span class="visually-hidden">{shown.status} ": "</span>
            <code class="quiet-label">{shown.text}</code>
        }
        .into_any(),
        false => view! { <span class="quiet-label">{shown.text}</span> }.into_any(),
    };
    view! {
        <td data-col="outcome" title=shown.meaning>
            <span class="quiet-status" data-tone=shown.tone.name()>
                <GlyphIcon glyph=shown.glyph/>
                {words}
            </span>
        </td>
    }
}
