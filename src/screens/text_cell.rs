//! The plain cell of every table.

use crate::domain::cell::Cell;
use crate::domain::format::NONE;
use crate::ui::Markup;
use std::borrow::Cow;

/// A cell of the column `column`, of the kinds in `kind` (`num`, `strong`).
pub fn text(cell: Cell, column: &'static str, kind: &'static str) -> Markup {
    let class = kinds(kind, &cell);
    data(column).class(class).text(cell.text)
}

/// An empty cell of a kind, in a table whose columns cannot be hidden.
pub fn td(kind: &'static str) -> Markup {
    Markup::new("td").class(kind)
}

/// The empty head of a row.
pub fn row_header() -> Markup {
    Markup::new("th").with("scope", "row")
}

/// An empty cell of the column `column`.
pub fn data(column: &'static str) -> Markup {
    Markup::new("td").with("data-col", column)
}

/// The kinds of a cell, and whether it is a figure.
fn kinds(kind: &'static str, cell: &Cell) -> Cow<'static, str> {
    match (kind, dash(cell)) {
        (kind, "") => kind.into(),
        ("", dash) => dash.into(),
        (kind, dash) => [kind, " ", dash].concat().into(),
    }
}

/// The class of what is no figure: empty, not applicable or not reported.
pub fn dash(cell: &Cell) -> &'static str {
    if cell.reported && cell.text != NONE {
        ""
    } else {
        "dash"
    }
}

/// The small second line of a cell.
pub fn sub(text: impl Into<Cow<'static, str>>) -> Markup {
    Markup::new("span").class("sub").text(text)
}

/// The link that a row is about.
pub fn row_link(address: String, text: impl Into<Cow<'static, str>>) -> Markup {
    Markup::new("a")
        .class("row-link")
        .with("href", address)
        .with("tabindex", "-1")
        .text(text)
}

/// A cell's text, as a link where it leads somewhere.
pub fn link(address: Option<String>, cell: Cell) -> Markup {
    match address {
        Some(address) => row_link(address, cell.text),
        None => Markup::new("span").class(dash(&cell)).text(cell.text),
    }
}

/// A link that is a picture, with what it leads to.
pub fn icon_link(address: String, label: String, icon: Markup) -> Markup {
    Markup::new("a")
        .class("icon-button")
        .with("href", address)
        .with("aria-label", label.clone())
        .with("title", label)
        .with("tabindex", "-1")
        .child(icon)
}

/// Read aloud, not seen.
pub fn spoken(text: impl Into<Cow<'static, str>>) -> Markup {
    Markup::new("span").class("visually-hidden").text(text)
}
