#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use super::super::palette::{BAD, BAR, TRACK};
use super::super::{PLAIN, SMALL, STRONG};
use super::*;
use read::{all, number, texts, value};

mod read;

/// Words so short that lines end close to where they have to.
const WORDS: &str = "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m \
    n o p q r s t u v w x y z a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g";
const RIGHT: f64 = WIDTH - MARGIN;

fn drawn(draw: impl FnOnce(&mut Drawing)) -> String {
    let mut drawing = Drawing::new("Card");
    draw(&mut drawing);
    drawing.finish()
}

#[test]
fn nothing_in_a_text_becomes_markup() {
    let mut drawing = Drawing::new("</title><script>");
    drawing.paragraph("<script>alert(\"1\")</script> & 'x'\u{0}\u{ffff}", STRONG);
    let svg = drawing.finish();
    assert!(!svg.contains("<script"), "{svg}");
    assert!(svg.contains("&lt;script&gt;alert(&quot;1&quot;)"), "{svg}");
    assert!(svg.ends_with("</svg>\n") && !svg.contains(['\u{0}', '\u{ffff}']));
}

#[test]
fn a_card_is_as_high_as_what_is_on_it_and_framed() {
    for room in [0.0, 100.0] {
        let svg = drawn(|drawing| drawing.skip(room));
        let height = 36.0 + room;
        assert_eq!(
            (number(&svg, "width"), number(&svg, "height")),
            (WIDTH, height)
        );
        assert_eq!(value(&svg, "viewBox"), format!("0 0 {WIDTH} {height}"));
        let frame = all(&svg, "rect")[0];
        let inset = ["x", "y", "width", "height"].map(|name| number(frame, name));
        assert_eq!(inset, [1.0, 1.0, WIDTH - 2.0, height - 2.0]);
    }
}

#[test]
fn lines_fill_the_card_from_margin_to_margin_one_below_the_other() {
    for indent in [0.0, 20.0] {
        let svg = drawn(|drawing| {
            drawing.indent(indent);
            drawing.paragraph(WORDS, PLAIN);
        });
        let lines = texts(&svg);
        assert!(lines.len() > 1, "{lines:?}");
        for pair in lines.windows(2) {
            assert!(
                (pair[1].foot - pair[0].foot - 18.46).abs() < 0.11,
                "{pair:?}"
            );
            assert!((RIGHT - 20.0..=RIGHT).contains(&pair[0].to), "{pair:?}");
        }
        assert!(
            lines.iter().all(|line| line.from == MARGIN + indent),
            "{lines:?}"
        );
        let [top, bottom] = [&lines[0], &lines[lines.len() - 1]].map(|line| line.foot);
        assert!((22.0 + 12.0..22.0 + 16.0).contains(&top), "{top}");
        assert!(
            (13.0..21.0).contains(&(number(&svg, "height") - bottom)),
            "{bottom}"
        );
    }
}

#[test]
fn words_at_the_end_of_a_line_keep_clear_of_it() {
    for (text, end) in [(WORDS, "a b"), (WORDS, WORDS), ("a", WORDS), ("a", "a b")] {
        let mut next = 0.0;
        let svg = drawn(|drawing| {
            drawing.pair(text, STRONG, end, PLAIN);
            next = drawing.top();
        });
        let (after, before): (Vec<_>, Vec<_>) = texts(&svg)
            .into_iter()
            .partition(|line| line.from > 480.0 && line.to > RIGHT - 0.1);
        assert_eq!(after[0].foot, before[0].foot, "they begin side by side");
        let begin = after.iter().map(|line| line.from).fold(RIGHT, f64::min);
        assert!(
            before.iter().all(|line| line.to + 7.9 <= begin),
            "{before:?} {begin}"
        );
        let lowest = before
            .iter()
            .chain(&after)
            .map(|line| line.foot)
            .fold(0.0, f64::max);
        assert!((4.0..6.0).contains(&(next - lowest)), "{next} {lowest}");
        if end == "a b" {
            assert_eq!(after.len(), 1, "they are not broken");
        }
        if before.len() > 1 {
            assert!(before[0].to > begin - 45.0, "the line goes on up to them");
        }
    }
}

#[test]
fn a_rule_crosses_the_card_between_what_is_above_and_below() {
    let mut tops = [0.0; 2];
    let svg = drawn(|drawing| {
        drawing.indent(20.0);
        drawing.skip(28.0);
        tops[0] = drawing.top();
        drawing.rule();
        tops[1] = drawing.top();
    });
    let rule = all(&svg, "line")[0];
    let ends = ["x1", "y1", "x2", "y2"].map(|name| number(rule, name));
    assert_eq!(ends, [MARGIN + 20.0, 60.0, RIGHT, 60.0]);
    assert_eq!(tops, [50.0, 70.0]);
}

#[test]
fn every_mark_has_its_own_shape_before_the_line() {
    let glyphs = [
        Glyph::CircleCheck,
        Glyph::TriangleAlert,
        Glyph::OctagonX,
        Glyph::DiamondAlert,
        Glyph::DashedCircle,
    ];
    let marks = glyphs.map(|glyph| {
        drawn(|drawing| {
            drawing.indent(20.0);
            drawing.mark(glyph, BAD);
        })
    });
    for (at, mark) in marks.iter().enumerate() {
        assert!(mark.contains("translate(24 25.0)"), "{mark}");
        assert!(mark.contains(BAD), "{mark}");
        assert!(!marks[..at].contains(mark), "{mark}");
    }
}

#[test]
fn an_edge_marks_what_was_written_since() {
    let svg = drawn(|drawing| {
        drawing.skip(10.0);
        let top = drawing.top();
        drawing.skip(50.0);
        drawing.edge(top, BAD);
    });
    let strip = all(&svg, "rect")[1];
    let place = ["x", "y", "width", "height"].map(|name| number(strip, name));
    assert_eq!((place, value(strip, "fill")), ([1.0, 32.0, 4.0, 50.0], BAD));
}

#[test]
fn a_bar_is_filled_by_its_share_between_its_label_and_its_words() {
    for (share, filled) in [
        (0.0, 0.0),
        (0.25, 55.0),
        (1.0, 220.0),
        (-3.0, 0.0),
        (7.0, 220.0),
    ] {
        let svg = drawn(|drawing| drawing.bar("a", share, [TRACK, BAR], "b"));
        let bars = all(&svg, "rect");
        assert_eq!([1, 2].map(|at| number(bars[at], "width")), [220.0, filled]);
        assert_eq!([1, 2].map(|at| number(bars[at], "x")), [216.0; 2]);
        assert_eq!([1, 2].map(|at| number(bars[at], "y")), [27.0; 2]);
        assert_eq!([1, 2].map(|at| value(bars[at], "fill")), [TRACK, BAR]);
    }
}

#[test]
fn what_is_beside_a_bar_is_broken_and_the_next_line_stands_below_all_of_it() {
    for (label, words) in [("a", "b"), (WORDS, "b"), ("a", WORDS)] {
        let mut next = 0.0;
        let svg = drawn(|drawing| {
            drawing.indent(20.0);
            drawing.bar(label, 0.5, [TRACK, BAR], words);
            next = drawing.top();
        });
        let (before, after): (Vec<_>, Vec<_>) =
            texts(&svg).into_iter().partition(|line| line.from < 216.0);
        assert_eq!(after[0].foot.floor(), 34.0);
        assert_eq!(before[0].foot.floor(), 35.0);
        for (column, [from, to]) in [(&before, [44.0, 206.0]), (&after, [450.0, RIGHT])] {
            assert!(column.iter().all(|line| line.from == from && line.to <= to));
            let is_filled = column.len() == 1 || column[0].to > to - 20.0;
            assert!(is_filled, "{column:?}");
        }
        let lowest = before
            .iter()
            .chain(&after)
            .map(|line| line.foot)
            .fold(0.0, f64::max);
        assert!((8.0..10.0).contains(&(next - lowest)), "{next} {lowest}");
        let ink = [" fill=\"", INK, "\""].concat();
        assert!(
            all(&svg, "text").iter().all(|text| text.contains(&*ink)),
            "{svg}"
        );
    }
}

#[test]
fn a_line_is_written_as_its_style_says() {
    let svg = drawn(|drawing| {
        drawing.paragraph("strong", STRONG);
        drawing.paragraph("small", SMALL);
    });
    let styles: Vec<[&str; 3]> = all(&svg, "text")
        .iter()
        .map(|text| ["font-size", "font-weight", "fill"].map(|name| value(text, name)))
        .collect();
    assert_eq!(styles, [["13", "600", INK], ["12", "400", SMALL.color]]);
}
