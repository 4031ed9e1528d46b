//! What a text means letter by letter, encoded ones decoded.

/// One letter of a text, however it is written there.
#[derive(Clone, Copy, Debug)]
pub struct Letter<'a> {
    /// Where it begins, in bytes.
    pub at: usize,
    /// As it is written: "7", "%37", "\u0037", "&#55;".
    pub text: &'a str,
    /// What it stands for.
    pub means: char,
    /// Its value when it is a decimal digit of any script.
    pub digit: Option<u32>,
}

/// The zeros of the scripts whose digits numbers are written with; nine more
/// digits follow each (Unicode, general category Nd).
const ZEROS: [u32; 19] = [
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66,
    0xE50, 0xED0, 0xF20, 0x1040, 0x17E0, 0xFF10,
];

/// The letters of a text, in order and without gaps.
pub fn letters(text: &str) -> Vec<Letter<'_>> {
    let mut letters = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (length, means) = encoded(rest).unwrap_or((first.len_utf8(), first));
        let (text_of_it, after) = rest.split_at(length);
        letters.push(Letter {
            at: text.len() - rest.len(),
            text: text_of_it,
            means,
            digit: digit(means),
        });
        rest = after;
    }
    letters
}

fn digit(letter: char) -> Option<u32> {
    let code = u32::from(letter);
    let mut values = ZEROS.iter().filter_map(|zero| code.checked_sub(*zero));
    values.find(|value| *value < 10)
}

/// The length and the meaning of an encoded letter that the text begins with.
fn encoded(text: &str) -> Option<(usize, char)> {
    let (opening, digits, end) = match text.as_bytes() {
        [b'%', ..] => (1, 2, 0),
        [b'\\', b'u', ..] => (2, 4, 0),
        [b'&', b'#', b'x' | b'X', ..] => (3, reference(text.get(3..)?)?, 1),
        [b'&', b'#', ..] => {
            let length = reference(text.get(2..)?)?;
            let code = text.get(2..2 + length)?.parse().ok()?;
            return Some((length + 3, char::from_u32(code)?));
        }
        _ => return None,
    };
    let code = text.get(opening..opening + digits)?;
    let code = u32::from_str_radix(code, 16).ok()?;
    // A byte beyond ASCII is only a part of a letter.
    let is_whole = opening > 1 || code < 0x80;
    let letter = char::from_u32(code).filter(|_| is_whole)?;
    Some((opening + digits + end, letter))
}

/// The digits of a character reference up to its semicolon.
fn reference(text: &str) -> Option<usize> {
    text.find(';').filter(|length| (1..8).contains(length))
}
