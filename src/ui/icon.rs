//! The 16 px pictures of controls.

use leptos::prelude::*;

use super::glyph::{outline, picture};
use super::markup::Markup;

/// Which picture a control carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
    /// Two rings that meet: load again.
    Refresh,
    /// Three quarters of a ring: asked, not answered yet.
    Busy,
    /// Two bars.
    Pause,
    /// A solid triangle.
    Play,
    /// A solid square.
    Stop,
    /// A circle with a slash.
    Cancel,
    /// An arrow onto a line.
    Download,
    /// A dial: how fast.
    Gauge,
    /// A magnifying glass.
    Search,
    /// Opens downward.
    ChevronDown,
    /// Leads on.
    ChevronRight,
    /// Leads back.
    ChevronLeft,
    /// An ×.
    Close,
    /// Two sheets.
    Copy,
    /// A check mark.
    Check,
    /// Leaves this page.
    External,
    /// The columns of a table.
    Columns,
    /// Three lines: navigation.
    Menu,
    /// Three dots: more actions.
    Dots,
    /// Locked to one contact.
    Lock,
    /// Light theme.
    Sun,
    /// Dark theme.
    Moon,
    /// Time zone.
    Globe,
    /// Shown.
    Eye,
    /// Campaigns.
    Megaphone,
    /// One task's events.
    Pulse,
    /// A link to this view.
    Link,
    /// Keyboard keys.
    Keyboard,
    /// Row height.
    Density,
    /// Sortable, not sorted.
    Sort,
    /// Sorted, smallest first.
    SortUp,
    /// Sorted, largest first.
    SortDown,
    /// A page of text.
    File,
    /// Rows of text.
    List,
    /// Head and shoulders: who is signed in.
    Person,
    /// Bars of different height.
    Bars,
    /// Two trays: runs.
    Jobs,
    /// A hash: numbers.
    Hash,
    /// A handset.
    Phone,
    /// A toothed wheel.
    Gear,
    /// Light or dark as the system says.
    Contrast,
    /// Once more from the start.
    Restart,
    /// A funnel.
    Filter,
    /// A triangle with an exclamation mark: incidents.
    TriangleAlert,
}

/// The picture of a control. Hidden from assistive technology: the control
/// carries the name.
#[component]
pub fn Icon(
    /// Which picture.
    name: IconName,
) -> impl IntoView {
    let (solid, line) = paths(name);
    view! {
        <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <path class="glyph-solid" d=solid></path>
            <path class="icon-line" d=line></path>
        </svg>
    }
}

/// The same picture, for rows; written twice as [`super::glyph_mark`] is.
pub fn icon_mark(name: IconName) -> Markup {
    let (solid, line) = paths(name);
    picture("icon", ["0 0 16 16", "16"])
        .child(outline("glyph-solid", solid))
        .child(outline("icon-line", line))
}

/// The filled and the drawn part of a picture in a box of 16 by 16.
fn paths(name: IconName) -> (&'static str, &'static str) {
    match name {
        IconName::Refresh => ("", "M13.4 8a5.4 5.4 0 1 1-1.6-3.8l1.6 1.6M13.4 2.4v3.4H10"),
        IconName::Busy => ("", "M8 2.6A5.4 5.4 0 1 1 2.6 8"),
        IconName::Pause => (
            "M4 3.5a.7.7 0 0 1 .7-.7h1.6a.7.7 0 0 1 .7.7v9a.7.7 0 0 1-.7.7H4.7a.7.7 0 0 1-.7-.7zM9 3.5a.7.7 0 0 1 .7-.7h1.6a.7.7 0 0 1 .7.7v9a.7.7 0 0 1-.7.7H9.7a.7.7 0 0 1-.7-.7z",
            "",
        ),
        IconName::Play => (
            "M4.2 2.9v10.2a.6.6 0 0 0 .92.5l8-5.1a.6.6 0 0 0 0-1l-8-5.1a.6.6 0 0 0-.92.5z",
            "",
        ),
        IconName::Stop => (
            "M4.2 3h7.6A1.2 1.2 0 0 1 13 4.2v7.6a1.2 1.2 0 0 1-1.2 1.2H4.2A1.2 1.2 0 0 1 3 11.8V4.2A1.2 1.2 0 0 1 4.2 3z",
            "",
        ),
        IconName::Cancel => (
            "",
            "M8 2.3a5.7 5.7 0 1 1 0 11.4A5.7 5.7 0 0 1 8 2.3zM4 12l8-8",
        ),
        IconName::Download => ("", "M8 2.3v7.4M4.9 6.8 8 9.9l3.1-3.1M2.8 13.4h10.4"),
        IconName::Gauge => ("", "M3.3 12.2a6.1 6.1 0 1 1 9.4 0M8 8.4 5.6 5.8"),
        IconName::Search => (
            "",
            "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.3 10.3l3.3 3.3",
        ),
        IconName::ChevronDown => ("", "M4.5 6.3 8 9.8l3.5-3.5"),
        IconName::ChevronRight => ("", "M6.3 4.5 9.8 8l-3.5 3.5"),
        IconName::ChevronLeft => ("", "M9.7 4.5 6.2 8l3.5 3.5"),
        IconName::Close => ("", "M4 4l8 8M12 4l-8 8"),
        IconName::Copy => (
            "",
            "M6.5 5.3h6A1 1 0 0 1 13.5 6.3v6.2a1 1 0 0 1-1 1h-6a1 1 0 0 1-1-1V6.3a1 1 0 0 1 1-1zM10.5 5.3V3.5a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2",
        ),
        IconName::Check => ("", "M3 8.5l3.4 3.4L13 4.8"),
        IconName::External => (
            "",
            "M9.3 2.5h4.2v4.2M13.3 2.7 7.5 8.5M11.5 9.5v3a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1h3",
        ),
        IconName::Columns => (
            "",
            "M3 2.7h10a.8.8 0 0 1 .8.8v9a.8.8 0 0 1-.8.8H3a.8.8 0 0 1-.8-.8v-9a.8.8 0 0 1 .8-.8zM6.1 2.7v10.6M9.9 2.7v10.6",
        ),
        IconName::Menu => ("", "M2.5 4.2h11M2.5 8h11M2.5 11.8h11"),
        IconName::Dots => (
            "M3.5 6.8a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.4zM8 6.8a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.4zM12.5 6.8a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.4z",
            "",
        ),
        IconName::Lock => (
            "",
            "M4 7.3h8a.8.8 0 0 1 .8.8v4.6a.8.8 0 0 1-.8.8H4a.8.8 0 0 1-.8-.8V8.1a.8.8 0 0 1 .8-.8zM5.3 7.3V5.2a2.7 2.7 0 0 1 5.4 0v2.1",
        ),
        IconName::Sun => (
            "",
            "M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6zM8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9",
        ),
        IconName::Moon => ("", "M6.3 2.4a5.8 5.8 0 1 0 7.3 7.3 4.8 4.8 0 0 1-7.3-7.3z"),
        IconName::Globe => (
            "",
            "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM2 8h12M8 2c4 4 4 8 0 12M8 2c-4 4-4 8 0 12",
        ),
        IconName::Eye => (
            "M8 6.4a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2z",
            "M1.5 8C4.8 2.6 11.2 2.6 14.5 8 11.2 13.4 4.8 13.4 1.5 8z",
        ),
        IconName::Megaphone => (
            "",
            "M2.3 6.3v3.4h2.2l5.5 3V3.3l-5.5 3zM12.3 6.3a2.4 2.4 0 0 1 0 3.4M5 9.9v3.3",
        ),
        IconName::Pulse => ("", "M1.8 8h2.9l1.9-4.3 2.9 8.6L11.4 8h2.8"),
        IconName::Link => (
            "",
            "M6.8 9.2a2.6 2.6 0 0 0 3.9.2l2.1-2.1a2.6 2.6 0 0 0-3.7-3.7l-1 1M9.2 6.8a2.6 2.6 0 0 0-3.9-.2L3.2 8.7a2.6 2.6 0 0 0 3.7 3.7l1-1",
        ),
        IconName::Keyboard => (
            "",
            "M2.7 4h10.6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H2.7a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM4.3 6.7h.5M7.7 6.7h.5M11.2 6.7h.5M5.3 9.4h5.4",
        ),
        IconName::Density => ("", "M2.5 3.5h11M2.5 6.5h11M2.5 9.5h11M2.5 12.5h11"),
        IconName::Sort => ("", "M5.3 6.3 8 3.6l2.7 2.7M5.3 9.7 8 12.4l2.7-2.7"),
        IconName::SortUp => ("", "M8 13V3.5M4.6 6.9 8 3.5l3.4 3.4"),
        IconName::SortDown => ("", "M8 3v9.5M4.6 9.1 8 12.5l3.4-3.4"),
        IconName::File => (
            "",
            "M4.5 1.8h4.8l3.2 3.2v8.2a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1V2.8a1 1 0 0 1 1-1zM9.2 1.9V5.2h3.2",
        ),
        IconName::List => ("", "M2.5 4h11M2.5 8h11M2.5 12h7"),
        IconName::Person => (
            "",
            "M8 2.3a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6zM2.8 13.7a5.2 5.2 0 0 1 10.4 0",
        ),
        IconName::Bars => ("", "M3 13.3V9.5M6.3 13.3V6M9.7 13.3V2.8M13 13.3V7"),
        IconName::Jobs => (
            "",
            "M3.5 2.8h9a1 1 0 0 1 1 1v2.4a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V3.8a1 1 0 0 1 1-1zM3.5 8.8h9a1 1 0 0 1 1 1v2.4a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V9.8a1 1 0 0 1 1-1z",
        ),
        IconName::Hash => (
            "",
            "M6.2 2.3 4.8 13.7M11.2 2.3 9.8 13.7M2.7 5.7h11M2.3 10.3h11",
        ),
        IconName::Phone => (
            "",
            "M3.4 2.5h2.3l1.2 3-1.5 1.2a8.5 8.5 0 0 0 3.9 3.9l1.2-1.5 3 1.2v2.3a1 1 0 0 1-1 1A10.1 10.1 0 0 1 2.4 3.5a1 1 0 0 1 1-1z",
        ),
        IconName::Gear => (
            "",
            "M8 5.7a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6zM8 1.6v2.1M8 12.3v2.1M1.6 8h2.1M12.3 8h2.1M3.5 3.5 5 5M11 11l1.5 1.5M3.5 12.5 5 11M11 5l1.5-1.5",
        ),
        IconName::Contrast => (
            "M8 2.3v11.4A5.7 5.7 0 0 1 8 2.3z",
            "M8 2.3a5.7 5.7 0 1 1 0 11.4A5.7 5.7 0 0 1 8 2.3z",
        ),
        IconName::Restart => ("", "M2.6 8a5.4 5.4 0 1 0 1.6-3.8L2.6 5.8M2.6 2.4v3.4H6"),
        IconName::Filter => ("", "M2 3h12L9.5 8.4v4.1L6.5 14V8.4z"),
        IconName::TriangleAlert => ("", "M8 2.4 14.2 13.2H1.8zM8 6.5v3.1M8 11.2v.3"),
    }
}
