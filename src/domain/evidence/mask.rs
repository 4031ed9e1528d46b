//! Phone numbers that are passed on without being told.

/// Digits that a phone number has (ITU-T E.164; the shortest with a country
/// code).
const FEWEST: usize = 7;
const MOST: usize = 15;

/// Digits from which a bare run counts as a phone number; shorter ones are
/// counts and codes.
const FEWEST_BARE: usize = 10;

/// Digits that are kept, so that two numbers can still be told apart.
const KEPT: usize = 2;

/// The text with every phone number masked: its last two digits stay. A number
/// is `+` and 7 to 15 digits, a bare run of 10 to 15 digits, or three groups of
/// 3, 3 and 4; times, dates and IDs stay.
pub fn masked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut before = [' '; 2];
    while let Some(letter) = rest.chars().next() {
        let starts = letter == '+' || letter == '(' || letter.is_ascii_digit();
        let found = if starts && !continues(before, letter) {
            number(rest)
        } else {
            None
        };
        let (taken, shown) = match found {
            Some(length) => {
                let (number, _) = rest.split_at(length);
                (length, hidden(number))
            }
            None => (letter.len_utf8(), letter.to_string()),
        };
        out.push_str(&shown);
        let (passed, after) = rest.split_at(taken);
        for letter in passed.chars() {
            before = [before[1], letter];
        }
        rest = after;
    }
    out
}

/// Whether a letter goes on with the word, the ID or the figure before it:
/// "1,284", "0.133".
fn continues([earlier, before]: [char; 2], letter: char) -> bool {
    let in_figure = matches!(before, '.' | ',') && earlier.is_ascii_digit();
    let in_word = before.is_alphanumeric() || matches!(before, '_' | '−');
    in_word || (in_figure && letter != '+')
}

/// The length of the phone number that the text begins with.
fn number(text: &str) -> Option<usize> {
    let length = match text.strip_prefix('+') {
        Some(rest) => 1 + international(rest)?,
        None => bare(text).or_else(|| grouped(text))?,
    };
    let (_, after) = text.split_at_checked(length)?;
    let next = after.chars().next().unwrap_or(' ');
    (!next.is_alphanumeric() && next != '_').then_some(length)
}

fn run(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Digits in one run, or in groups with one separator between them.
fn international(text: &str) -> Option<usize> {
    let first = run(text);
    if (FEWEST..=MOST).contains(&first) {
        return Some(first);
    }
    let (mut length, mut digits) = (first, first);
    while let Some(separator) = text.get(length..).and_then(|rest| rest.chars().next()) {
        let group = text.get(length + separator.len_utf8()..).map_or(0, run);
        let joins = matches!(separator, ' ' | '-' | '.' | '(' | ')' | '\u{a0}');
        if !joins || group == 0 || digits + group > MOST {
            break;
        }
        length += separator.len_utf8() + group;
        digits += group;
    }
    (first > 0 && digits >= FEWEST).then_some(length)
}

fn bare(text: &str) -> Option<usize> {
    Some(run(text)).filter(|digits| (FEWEST_BARE..=MOST).contains(digits))
}

/// "414 555 0118", "414-555-0118", "(414) 555-0118".
fn grouped(text: &str) -> Option<usize> {
    let mut length = 0;
    for (digits, separators) in [(3, ") -."), (3, " -."), (4, "")] {
        length += usize::from(text.get(length..)?.starts_with('('));
        if run(text.get(length..)?) != digits {
            return None;
        }
        length += digits;
        let joints = text.get(length..)?.bytes();
        let joints = joints.take_while(|byte| separators.as_bytes().contains(byte));
        let joints = joints.count();
        if joints > 2 || (joints == 0 && digits == 3) {
            return None;
        }
        length += joints;
    }
    Some(length)
}

/// The same with a dot for each digit but the last two.
fn hidden(number: &str) -> String {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let mut seen = 0;
    let mut out = String::with_capacity(number.len() * 2);
    for letter in number.chars() {
        let is_digit = letter.is_ascii_digit();
        seen += usize::from(is_digit);
        let hides = is_digit && seen + KEPT <= digits;
        out.push(if hides { '•' } else { letter });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_masked_however_they_are_written() {
        for (text, shown) in [
            ("+12175550148", "+•••••••••48"),
            ("\"to\":\"+12175550148\",", "\"to\":\"+•••••••••48\","),
            ("+1 217 555 0148 rang", "+• ••• ••• ••48 rang"),
            ("+39 06 5550 0143", "+•• •• •••• ••43"),
            ("+4917012345", "+••••••••45"),
            ("from 414 555 0118, Telnyx", "from ••• ••• ••18, Telnyx"),
            ("(414) 555-0118", "(•••) •••-••18"),
            ("2175550148", "••••••••48"),
            ("+12175550148 41 s", "+•••••••••48 41 s"),
            ("Dana,2175550148,", "Dana,••••••••48,"),
            ("1,+12175550148", "1,+•••••••••48"),
        ] {
            assert_eq!(masked(text), shown);
        }
    }

    #[test]
    fn what_is_no_number_stays() {
        for text in [
            "2026-11-12T14:47:38-06:00",
            "2026-11-12T14:47:38+00:00",
            "12 Nov 2026, 13:40 to 14:32 CST (UTC−06:00)",
            "tsk_4812345678901",
            "cmp_8f3k2q",
            "1,284.40 and 4,812 of 16,780",
            "0.133333333333333",
            "SIP 480, 36 lines, 12 in use",
            "row 2,208 of `upl_20cx7`",
            "+5 pt, +12",
            "",
        ] {
            assert_eq!(masked(text), text);
        }
    }

    proptest! {
        #[test]
        fn no_text_panics_and_only_digits_change(text: String) {
            let shown = masked(&text);
            prop_assert_eq!(shown.chars().count(), text.chars().count());
            for (before, after) in text.chars().zip(shown.chars()) {
                prop_assert!(before == after || (before.is_ascii_digit() && after == '•'));
            }
        }

        #[test]
        fn no_international_number_passes(number in "\\+[1-9][0-9]{6,14}", around in "[ ,;:\"'(]") {
            let shown = masked(&[&*around, &number, &around].concat());
            prop_assert!(!shown.contains(&number), "{}", shown);
        }
    }
}
