//! The plain cell of every table.

use crate::domain::cell::Cell;
use crate::domain::format::NONE;
use leptos::prelude::*;

/// A cell of the column `column`, of the kinds in `kind` (`num`, `strong`).
pub fn text(cell: Cell, column: &'static str, kind: &'static str) -> impl IntoView {
    let class = [kind, " ", dash(&cell)].concat();
    view! { <td data-col=column class=class>{cell.text}</td> }
}

/// The class of what is no figure: empty, not applicable or not reported.
pub fn dash(cell: &Cell) -> &'static str {
    if cell.reported && cell.text != NONE {
        ""
    } else {
        "dash"
    }
}
