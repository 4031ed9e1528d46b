//! The roving focus of table rows: one row is in the tab order, keys move it,
//! and it follows its row when a refresh moves rows.

use leptos::{ev, html, prelude::*, web_sys};
use wasm_bindgen::JsCast;

use super::{
    focus::{focus_in_place, focused_inside},
    mounted::mounted,
};

/// Which row of a table body the Tab key reaches.
#[derive(Clone, Copy)]
pub struct RowFocus {
    cursor: RwSignal<Option<String>>,
    body: NodeRef<html::Tbody>,
}

impl RowFocus {
    /// The focus of a body that is about to be drawn into `body`.
    pub fn new(body: NodeRef<html::Tbody>) -> Self {
        Self {
            cursor: RwSignal::new(None),
            body,
        }
    }

    /// Whether the Tab key reaches the row with this key. Tracked.
    pub fn is_at(self, key: &str) -> bool {
        self.cursor.with(|cursor| cursor.as_deref() == Some(key))
    }

    /// The row with this key got the focus.
    pub fn moved_to(self, key: &str) {
        if !self
            .cursor
            .with_untracked(|cursor| cursor.as_deref() == Some(key))
        {
            self.cursor.set(Some(key.to_owned()));
        }
    }

    /// Called before the rows become those of `keys`: sees to it that the same
    /// element has the focus afterward, or the row in its place if it is gone.
    pub fn keep_through(self, keys: &[String]) {
        let lost = self
            .cursor
            .with_untracked(|cursor| cursor.as_ref().is_none_or(|cursor| !keys.contains(cursor)));
        let focused = mounted(self.body).and_then(|body| focused_inside(&body));
        let place = focused
            .as_ref()
            .and_then(row_of)
            .map(|row| index_of(&row))
            .unwrap_or(0);
        if lost {
            self.cursor
                .set(keys.get(place.min(keys.len().saturating_sub(1))).cloned());
        }
        if let Some(focused) = focused {
            // The rows move right after this; the focus is set once they stand.
            queue_microtask(move || {
                if focused.is_connected() {
                    focus_in_place(&focused);
                } else {
                    self.focus_row(place);
                }
            });
        }
    }

    /// Gives the row at `place`, or the last one before it, the focus.
    pub fn focus_row(self, place: usize) {
        let Some(body) = mounted(self.body) else {
            return;
        };
        let last = body.rows().length().saturating_sub(1);
        let place = u32::try_from(place).unwrap_or(last).min(last);
        if let Some(row) = body.rows().item(place) {
            focus_in_place(&row);
        }
    }

    /// Moves between rows; returns the key of the row that is to be opened.
    pub fn on_key(self, event: &ev::KeyboardEvent) -> Option<String> {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || is_typing(event) {
            return None;
        }
        let body = mounted(self.body)?;
        let focused = focused_inside(&body)?;
        let row = row_of(&focused)?;
        let target = match event.key().as_str() {
            // Where there is none, the key scrolls what is wider than its place.
            "ArrowRight" => Some(beside(&row, &focused, true)?),
            "ArrowLeft" => Some(beside(&row, &focused, false)?),
            "ArrowDown" | "j" => row.next_element_sibling(),
            "ArrowUp" | "k" => row.previous_element_sibling(),
            "Home" => body.first_element_child(),
            "End" => body.last_element_child(),
            "Enter" if is_target(event, &row) => return row.get_attribute("data-row"),
            _ => return None,
        };
        event.prevent_default();
        if let Some(target) =
            target.and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok())
        {
            // Scrolls just far enough for the row to be seen.
            let _ = target.focus();
        }
        None
    }
}

/// The link or button of a row that comes after the focused one, or before it;
/// before the first of them is the row itself. They are no stops of the Tab key,
/// which would take too long to get past a table.
fn beside(
    row: &web_sys::Element,
    focused: &web_sys::Element,
    forward: bool,
) -> Option<web_sys::Element> {
    let inside = row.query_selector_all("a[href], button").ok()?;
    let mut last = row.clone();
    let mut is_past = row.is_same_node(Some(focused));
    for index in 0..inside.length() {
        let control = inside
            .item(index)?
            .dyn_into::<web_sys::HtmlElement>()
            .ok()?;
        // One of a column that is not shown here.
        if control.offset_width() == 0 {
            continue;
        }
        if is_past {
            return forward.then(|| control.into());
        }
        is_past = control.is_same_node(Some(focused));
        if is_past && !forward {
            return Some(last);
        }
        last = control.into();
    }
    None
}

fn row_of(element: &web_sys::Element) -> Option<web_sys::Element> {
    element.closest("tr").ok().flatten()
}

fn index_of(row: &web_sys::Element) -> usize {
    let mut index = 0;
    let mut before = row.previous_element_sibling();
    while let Some(row) = before {
        index += 1;
        before = row.previous_element_sibling();
    }
    index
}

fn is_typing(event: &ev::KeyboardEvent) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|target| target.matches("input,select,textarea").unwrap_or(false))
}

fn is_target(event: &ev::KeyboardEvent, row: &web_sys::Element) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Node>().ok())
        .is_some_and(|target| row.is_same_node(Some(&target)))
}
