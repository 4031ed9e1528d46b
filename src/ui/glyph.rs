//! The 12 px pictures of the status vocabulary: one path set, `currentColor`.

use leptos::prelude::*;

use crate::domain::glyph::Glyph;

use super::markup::Markup;

/// The outline of one glyph in a box of 12 by 12.
struct Shape {
    /// Filled with the current color; inner contours are cut out.
    solid: &'static str,
    /// Drawn as a line in the current color.
    line: &'static str,
}

/// The picture of a status. Hidden from assistive technology: the word beside
/// it carries the name.
#[component]
pub fn GlyphIcon(
    /// Which picture.
    glyph: Glyph,
) -> impl IntoView {
    let Shape { solid, line } = shape(glyph);
    view! {
        <svg class="glyph" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
            <path class="glyph-solid" d=solid></path>
            <path class="glyph-line" d=line></path>
        </svg>
    }
}

/// The same picture, for rows. What draws rows is not in the first piece that a
/// browser loads, and this picture is: so it is written twice.
pub fn glyph_mark(glyph: Glyph) -> Markup {
    let Shape { solid, line } = shape(glyph);
    picture("glyph", ["0 0 12 12", "12"])
        .child(outline("glyph-solid", solid))
        .child(outline("glyph-line", line))
}

/// An empty picture in a square of its own `[viewBox, size]`.
pub fn picture(class: &'static str, [bounds, size]: [&'static str; 2]) -> Markup {
    Markup::new("svg")
        .class(class)
        .with("viewBox", bounds)
        .with("width", size)
        .with("height", size)
        .with("aria-hidden", "true")
        .with("focusable", "false")
}

/// One outline of a picture.
pub fn outline(class: &'static str, path: &'static str) -> Markup {
    Markup::new("path").class(class).with("d", path)
}

const fn solid(solid: &'static str) -> Shape {
    Shape { solid, line: "" }
}

const fn line(line: &'static str) -> Shape {
    Shape { solid: "", line }
}

/// A ring of radius 4.6, the frame of the round outlined glyphs.
macro_rules! ringed {
    ($inside:literal) => {
        concat!("M6 1.4a4.6 4.6 0 1 1 0 9.2 4.6 4.6 0 0 1 0-9.2z", $inside)
    };
}

fn shape(glyph: Glyph) -> Shape {
    match glyph {
        Glyph::Pencil => line(
            "M1.9 10.1l.5-2.4 5.4-5.4a1.1 1.1 0 0 1 1.6 0l.3.3a1.1 1.1 0 0 1 0 1.6L4.3 9.6zM6.9 3.2l1.9 1.9",
        ),
        Glyph::Clock => line(ringed!("M6 3.5V6l1.7 1.1")),
        Glyph::Play => solid(
            "M2.6 1.5v9a.5.5 0 0 0 .77.42l7.1-4.5a.5.5 0 0 0 0-.84l-7.1-4.5a.5.5 0 0 0-.77.42z",
        ),
        Glyph::Pause => solid(
            "M2.2 2.1a.5.5 0 0 1 .5-.5h1.5a.5.5 0 0 1 .5.5v7.8a.5.5 0 0 1-.5.5H2.7a.5.5 0 0 1-.5-.5zM7.3 2.1a.5.5 0 0 1 .5-.5h1.5a.5.5 0 0 1 .5.5v7.8a.5.5 0 0 1-.5.5H7.8a.5.5 0 0 1-.5-.5z",
        ),
        Glyph::CircleCheck => solid(
            "M6 .6a5.4 5.4 0 1 1 0 10.8A5.4 5.4 0 0 1 6 .6zM2.95 6.15 5.2 8.4l3.9-3.95-.95-.95L5.2 6.45l-1.3-1.3z",
        ),
        Glyph::OctagonX => solid(
            "M3.8.7h4.4l3.1 3.1v4.4l-3.1 3.1H3.8L.7 8.2V3.8zM4.4 3.4l-1 1L5 6 3.4 7.6l1 1L6 7l1.6 1.6 1-1L7 6l1.6-1.6-1-1L6 5z",
        ),
        Glyph::CircleSlash => line(ringed!("M2.8 9.2l6.4-6.4")),
        Glyph::Ban => line(ringed!("M2.8 2.8l6.4 6.4")),
        Glyph::DashedCircle => line(
            "M4.93 1.53A4.6 4.6 0 0 1 7.07 1.53M8.4 2.08A4.6 4.6 0 0 1 9.92 3.6M10.47 4.93A4.6 4.6 0 0 1 10.47 7.07M9.92 8.4A4.6 4.6 0 0 1 8.4 9.92M7.07 10.47A4.6 4.6 0 0 1 4.93 10.47M3.6 9.92A4.6 4.6 0 0 1 2.08 8.4M1.53 7.07A4.6 4.6 0 0 1 1.53 4.93M2.08 3.6A4.6 4.6 0 0 1 3.6 2.08",
        ),
        Glyph::ReturnArrow => line("M1.5 1.6v3.1h3.1M1.7 4.6A4.5 4.5 0 1 1 2.6 9"),
        Glyph::Diamond => line("M6 1.2 10.8 6 6 10.8 1.2 6z"),
        Glyph::DoubleChevron => line("M1.9 2.4 5.5 6 1.9 9.6M6.3 2.4 9.9 6 6.3 9.6"),
        Glyph::Ringing => Shape {
            solid: "M2.6 7.9a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z",
            line: "M2 4.9A5 5 0 0 1 7 10M2 1.7A8.2 8.2 0 0 1 10.2 10",
        },
        Glyph::Waveform => line("M1.4 4.6v2.8M3.7 1.8v8.4M6 3.9v4.2M8.3 2.9v6.2M10.6 4.8v2.4"),
        Glyph::Rings => line(
            "M4.2 3.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6zM7.8 3.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6z",
        ),
        Glyph::RingCore => Shape {
            solid: "M6 3.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4z",
            line: ringed!(""),
        },
        Glyph::Arc => line("M6 1.4A4.6 4.6 0 1 1 1.4 6"),
        Glyph::DiamondAlert => {
            solid("M6 .3 11.7 6 6 11.7.3 6zM5.3 2.9v3.7h1.4V2.9zM5.3 7.5v1.4h1.4V7.5z")
        }
        Glyph::Tape => solid(
            "M2 2.4h8A1.2 1.2 0 0 1 11.2 3.6v4.8A1.2 1.2 0 0 1 10 9.6H2A1.2 1.2 0 0 1 .8 8.4V3.6A1.2 1.2 0 0 1 2 2.4zM3.7 4.5a1.4 1.4 0 1 0 .01 2.8h4.6a1.4 1.4 0 1 0-.01-2.8 1.4 1.4 0 0 0-1.3 2H5a1.4 1.4 0 0 0-1.3-2z",
        ),
        Glyph::Moon => solid("M4.3 1a5.2 5.2 0 1 0 6.7 6.7A4.4 4.4 0 0 1 4.3 1z"),
        Glyph::Square => solid(
            "M2.2 1.4h7.6a.8.8 0 0 1 .8.8v7.6a.8.8 0 0 1-.8.8H2.2a.8.8 0 0 1-.8-.8V2.2a.8.8 0 0 1 .8-.8z",
        ),
        Glyph::TriangleAlert => solid(
            "M6 .7c.36 0 .69.19.87.5l4.7 8.4a1 1 0 0 1-.87 1.5H1.3a1 1 0 0 1-.87-1.5l4.7-8.4c.18-.31.51-.5.87-.5zM5.3 4v3.2h1.4V4zM5.3 8.1v1.4h1.4V8.1z",
        ),
        Glyph::CircleInfo => Shape {
            solid: "M5.3 3.1h1.4v1.4H5.3z",
            line: ringed!("M6 5.7v3"),
        },
        Glyph::Hourglass => line(
            "M2.6 1.3h6.8M2.6 10.7h6.8M3.5 1.3v1.8L6 6l2.5-2.9V1.3M3.5 10.7V8.9L6 6l2.5 2.9v1.8",
        ),
        Glyph::HalfCircle => Shape {
            solid: "M6 1.4v9.2a4.6 4.6 0 0 1 0-9.2z",
            line: ringed!(""),
        },
        Glyph::Bar => solid(
            "M1.8 4.5h8.4a.8.8 0 0 1 .8.8v1.4a.8.8 0 0 1-.8.8H1.8a.8.8 0 0 1-.8-.8V5.3a.8.8 0 0 1 .8-.8z",
        ),
    }
}
