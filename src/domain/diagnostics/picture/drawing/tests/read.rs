//! Reads what was drawn.

use super::*;

/// The elements of one kind in a picture, in its order.
pub fn all<'a>(svg: &'a str, kind: &str) -> Vec<&'a str> {
    let opening = ["<", kind].concat();
    let parts = svg.split(&*opening).skip(1);
    parts.filter(|part| part.starts_with(' ')).collect()
}

pub fn value<'a>(element: &'a str, name: &str) -> &'a str {
    let opening = [" ", name, "=\""].concat();
    let (_, rest) = element.split_once(&*opening).unwrap();
    rest.split('"').next().unwrap()
}

pub fn number(element: &str, name: &str) -> f64 {
    value(element, name).parse().unwrap()
}

/// A line of text where it stands: from and to in width, and its foot.
#[derive(Debug)]
pub struct Line {
    pub from: f64,
    pub to: f64,
    pub foot: f64,
}

pub fn texts(svg: &str) -> Vec<Line> {
    let line = |element: &&str| {
        let text = element.split(['>', '<']).nth(1).unwrap();
        let bold = value(element, "font-weight") == "600";
        let wide = width(text, number(element, "font-size"), bold);
        let x = number(element, "x");
        let from = if value(element, "text-anchor") == "end" {
            x - wide
        } else {
            x
        };
        Line {
            from,
            to: from + wide,
            foot: number(element, "y"),
        }
    };
    all(svg, "text").iter().map(line).collect()
}
