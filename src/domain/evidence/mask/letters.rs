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

/// The zeros of all scripts, mathematical letters among them; nine more digits
/// follow each (Unicode 14, general category Nd).
const ZEROS: [u32; 66] = [
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66,
    0xDE6, 0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90,
    0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    0x104A0, 0x10D30, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650,
    0x116C0, 0x11730, 0x118E0, 0x11950, 0x11C50, 0x11D50, 0x11DA0, 0x16A60, 0x16AC0, 0x16B50,
    0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E950, 0x1FBF0,
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
    match text.as_bytes() {
        [b'%', ..] => percent(text.as_bytes()),
        [b'\\', b'u', ..] => escaped(text.as_bytes()),
        [b'&', b'#', b'x' | b'X', ..] => reference(text, 3, 16),
        [b'&', b'#', ..] => reference(text, 2, 10),
        _ => None,
    }
}

/// The bytes of one letter in UTF-8: "%37", "%D9%A7".
fn percent(text: &[u8]) -> Option<(usize, char)> {
    let mut bytes = Vec::new();
    for written in text.chunks_exact(3).take(4) {
        let byte = code(written.strip_prefix(b"%")?, 16)?;
        bytes.push(u8::try_from(byte).ok()?);
        if let Ok(letter) = std::str::from_utf8(&bytes) {
            return Some((3 * bytes.len(), letter.chars().next()?));
        }
    }
    None
}

/// The units of one letter in UTF-16: "\u0037", "\ud835\udfd5".
fn escaped(text: &[u8]) -> Option<(usize, char)> {
    let unit = |written: &[u8]| u16::try_from(code(written.strip_prefix(b"\\u")?, 16)?).ok();
    let units = text.chunks_exact(6).map_while(unit).take(2);
    let letter = char::decode_utf16(units).next()?.ok()?;
    Some((6 * letter.len_utf16(), letter))
}

/// A character reference: "&#55;", "&#x37;".
fn reference(text: &str, opening: usize, radix: u32) -> Option<(usize, char)> {
    let rest = text.get(opening..)?;
    let length = rest.find(';').filter(|length| (1..8).contains(length))?;
    let code = code(rest.as_bytes().get(..length)?, radix)?;
    Some((opening + length + 1, char::from_u32(code)?))
}

/// The value of a few digits; `None` where anything else stands among them, a
/// sign too.
fn code(digits: &[u8], radix: u32) -> Option<u32> {
    let mut values = digits
        .iter()
        .map(|digit| char::from(*digit).to_digit(radix));
    values.try_fold(0_u32, |code, value| {
        code.checked_mul(radix)?.checked_add(value?)
    })
}
