//! Panels in a frame that is as high as its content: its middle and its edges
//! may be out of sight; the place where somebody has just pressed is not.

use leptos::{prelude::*, web_sys};

use super::placement::{pixels, window_size};

/// A window of this height in px is no screen, but a frame that has grown.
const TALL: f64 = 1800.0;

/// How high a panel may be there, in px, and how far above its opener it begins.
const PANEL: f64 = 720.0;
const ABOVE: f64 = 200.0;

/// Puts a panel of the top layer near the element that it was opened from,
/// where its own place may be out of sight; anywhere else leaves it to its
/// styles. Called before it is shown.
pub fn keep_in_sight(panel: &web_sys::HtmlElement, opener: Option<&web_sys::Element>) {
    let (_, height) = window_size();
    let is_grown = is_framed() && height > TALL;
    // Asking where it is has the browser lay the page out.
    let opener = opener.filter(|_| is_grown);
    let from = opener.map_or(0.0, |opener| opener.get_bounding_client_rect().top());
    let top = (from - ABOVE).min(height - PANEL).max(0.0);
    let style = panel.style();
    let places = [
        ("top", pixels(top)),
        ("bottom", "auto".to_owned()),
        ("margin-block", "0".to_owned()),
        ("max-block-size", pixels(PANEL)),
    ];
    for (property, value) in places {
        // A property that the engine refuses leaves the panel where it was.
        let _ = match is_grown {
            true => style.set_property(property, &value),
            false => style.remove_property(property).map(drop),
        };
    }
}

fn is_framed() -> bool {
    let window = window();
    let parent = window.parent().ok().flatten();
    parent.is_some_and(|parent| parent != window)
}
