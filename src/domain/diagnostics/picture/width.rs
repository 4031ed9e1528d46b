//! How wide text comes out, where nobody can measure it.

/// The width of a text in pixels, in the widest of the usual sans-serif faces.
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    let ems = text.chars().map(ems).sum::<f64>();
    let weight = if bold { 1.07 } else { 1.0 };
    ems * size * weight
}

fn ems(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.28,
        'f' | 't' | 'r' | 'I' | '(' | ')' | '[' | ']' | '/' | ' ' | '-' => 0.35,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' => 0.92,
        'A'..='Z' | '&' | '÷' | '+' | '−' => 0.7,
        ' '..='~' | '\u{a0}'..='\u{2ff}' | '•' => 0.57,
        _ => 1.0,
    }
}

/// The text in lines of at most `limit` pixels, broken at spaces; a word that
/// is longer by itself is broken wherever it has to be.
pub fn lines(text: &str, limit: f64, size: f64, bold: bool) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let joint = if line.is_empty() { "" } else { " " };
        let longer = [&*line, joint, word].concat();
        if width(&longer, size, bold) <= limit {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            line.push(letter);
            if width(&line, size, bold) > limit && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::replace(&mut line, letter.to_string()));
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_break_at_spaces_and_long_words_anywhere() {
        assert_eq!(
            lines("one two three", 60.0, 13.0, false),
            ["one two", "three"]
        );
        assert_eq!(lines("", 50.0, 13.0, false), Vec::<String>::new());
        let long = lines(&"x".repeat(100), 50.0, 13.0, false);
        assert!(long.len() > 10 && long.concat().len() == 100);
    }

    #[test]
    fn a_letter_takes_the_room_of_its_kind() {
        let row = ["l", "t", "a", "A", "M", "漢"];
        let widths = row.map(|letter| width(letter, 13.0, false));
        assert!(
            widths.is_sorted_by(|narrow, wide| narrow < wide),
            "{widths:?}"
        );
        let word = width("Atlas", 13.0, false);
        assert!((width("Atlas", 26.0, false) - 2.0 * word).abs() < 1e-9);
        assert!(width("Atlas", 13.0, true) > word);
    }

    #[test]
    fn what_fits_exactly_is_not_broken() {
        let two = width("xx", 13.0, false);
        assert_eq!(lines("xx xx", two, 13.0, false), ["xx", "xx"]);
        assert_eq!(lines("xxxx", two, 13.0, false), ["xx", "xx"]);
        assert_eq!(lines("xx", 1.0, 13.0, false), ["x", "x"]);
    }

    proptest! {
        #[test]
        fn every_line_fits_and_nothing_is_lost(text: String, limit in 40.0_f64..400.0) {
            let lines = lines(&text, limit, 13.0, true);
            for line in &lines {
                prop_assert!(width(line, 13.0, true) <= limit, "{}", line);
            }
            let squeezed = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(squeezed(&lines.join(" ")), squeezed(&text));
        }
    }
}
