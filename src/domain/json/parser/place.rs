//! Where a text stops being JSON, for whoever edits it.

use super::Parser;

/// Line and column, both from 1, where reading a text as JSON stops; `None` for
/// a text that is JSON.
pub fn misread(text: &str) -> Option<(usize, usize)> {
    let mut parser = Parser {
        text,
        at: 0,
        nodes: Vec::new(),
    };
    if parser.value(0).is_ok() && parser.next_byte().is_none() {
        return None;
    }
    let before = text.get(..parser.at)?;
    let start = before.rfind('\n').map_or(0, |place| place + 1);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let column = before.get(start..)?.chars().count() + 1;
    Some((line, column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_is_counted_as_editors_count_it() {
        for (text, place) in [
            ("{}", None),
            ("", Some((1, 1))),
            ("{\"a\":1,}", Some((1, 8))),
            ("{\n  \"é\": 1\n  \"b\": 2\n}", Some((3, 3))),
            ("{\r\n\"a\": tru}", Some((2, 9))),
            ("{} x", Some((1, 4))),
            ("[\"open\n]", Some((1, 7))),
            ("{\"a\":", Some((1, 6))),
        ] {
            assert_eq!(misread(text), place, "{text}");
        }
    }
}
