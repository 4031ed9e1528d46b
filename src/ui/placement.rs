//! Where floating panels stand: beside their anchor, inside the window.
//!
//! Floating panels are native popovers, so nothing clips them. They stand
//! absolutely in the page (not fixed), so they move with it when it scrolls.

use leptos::{prelude::*, web_sys};
use wasm_bindgen::JsValue;

/// Which edge of the anchor the panel lines up with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// The panel starts where the anchor starts.
    Start,
    /// The panel ends where the anchor ends.
    End,
}

/// Gap between anchor and panel, and the least distance to the window's edge, in px.
const GAP: f64 = 6.0;

/// Moves `panel` below `anchor`, or above it where there is more room.
///
/// Writes through the style object, which a strict Content-Security-Policy allows.
pub fn place_beside(anchor: &web_sys::Element, panel: &web_sys::HtmlElement, align: Align) {
    let (width, height) = window_size();
    let at = anchor.get_bounding_client_rect();
    let size = panel.get_bounding_client_rect();
    let wanted = match align {
        Align::Start => at.left(),
        Align::End => at.right() - size.width(),
    };
    let left = wanted.min(width - size.width() - GAP).max(GAP);
    let below = at.bottom() + GAP;
    let above = at.top() - size.height() - GAP;
    let top = if below + size.height() > height && above >= GAP {
        above
    } else {
        below
    };
    let (scroll_x, scroll_y) = scroll_offset();
    let style = panel.style();
    // A window that narrows under an open panel keeps it inside.
    let room = ["100vw - ", &*pixels(size.width() + GAP)].concat();
    let left = ["min(", &*pixels(left + scroll_x), ", ", &*room, ")"].concat();
    for (property, value) in [("left", left), ("top", pixels(top + scroll_y))] {
        // A property that the engine refuses leaves the panel in its default place.
        let _ = style.set_property(property, &value);
    }
}

/// Whether a popover is on screen.
pub fn is_open(panel: &web_sys::Element) -> bool {
    panel.matches(":popover-open").unwrap_or(false)
}

/// Puts `panel` on the top layer; no effect where it already is.
pub fn show(panel: &web_sys::HtmlElement) {
    if !is_open(panel) {
        // Refused only for an element that is no longer in the page.
        let _ = panel.show_popover();
    }
}

/// Takes `panel` off the top layer; no effect where it is not on it.
pub fn hide(panel: &web_sys::HtmlElement) {
    if is_open(panel) {
        // Refused only for an element that is no longer in the page.
        let _ = panel.hide_popover();
    }
}

/// Width and height of the window, in px.
pub fn window_size() -> (f64, f64) {
    let of = |size: Result<JsValue, JsValue>| size.ok().and_then(|size| size.as_f64());
    let window = window();
    (
        of(window.inner_width()).unwrap_or(f64::MAX),
        of(window.inner_height()).unwrap_or(f64::MAX),
    )
}

fn scroll_offset() -> (f64, f64) {
    let window = window();
    (
        window.scroll_x().unwrap_or(0.0),
        window.scroll_y().unwrap_or(0.0),
    )
}

/// A length for a style property: whole pixels, so that text stays sharp.
pub fn pixels(value: f64) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "rounded on purpose; a float cast saturates"
    )]
    let whole = value.round() as i32;
    [whole.to_string().as_str(), "px"].concat()
}
