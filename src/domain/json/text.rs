//! The inside of JSON strings.

const EACH: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = EACH << 7;

/// The first byte of everything from U+2000 to U+2FFF, and so of whatever
/// turns the reading order.
const TURNS: u8 = 0xE2;

/// Bytes before the first quote, backslash, control character or byte of
/// [`TURNS`].
///
/// Looks at eight bytes at once: subtracting what is searched for borrows from
/// the high bit of the first byte that has it. Later bytes may be marked
/// wrongly; the first mark is always right.
#[inline(always)]
pub(super) fn plain_length(bytes: &[u8]) -> usize {
    let (words, tail) = bytes.as_chunks::<8>();
    let mut passed = 0;
    for word in words {
        let word = u64::from_le_bytes(*word);
        let control = word.wrapping_sub(EACH * 0x20) & !word;
        let marks = (has(word, b'"') | has(word, b'\\') | has(word, TURNS) | control) & HIGH;
        if marks != 0 {
            return passed + (marks.trailing_zeros() / 8) as usize;
        }
        passed += 8;
    }
    let plain = |byte: &&u8| !matches!(**byte, b'"' | b'\\' | TURNS | 0..0x20);
    passed + tail.iter().take_while(plain).count()
}

#[inline(always)]
fn has(word: u64, byte: u8) -> u64 {
    let differs = word ^ (EACH * u64::from(byte));
    differs.wrapping_sub(EACH) & !differs
}

/// Whether a character turns the reading order of what follows it, beyond its
/// own text: an embedding, an override or an isolate of UAX #9, or its end.
/// The marks U+200E and U+200F do not.
pub fn is_turning(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The characters that the inside of a well-formed string stands for. U+FFFD
/// stands for half of a surrogate pair, and for what would turn the reading
/// order of the page, of a title or of a cell around it.
pub(super) fn unescaped(inside: &str) -> String {
    let mut out = String::with_capacity(inside.len());
    let mut rest = inside;
    while let Some((before, escape)) = rest.split_once('\\') {
        out.extend(before.chars().map(shown));
        let mut letters = escape.chars();
        let letter = letters.next().unwrap_or_default();
        rest = letters.as_str();
        out.push(match letter {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => shown(unicode(&mut rest)),
            other => other,
        });
    }
    out.extend(rest.chars().map(shown));
    out
}

fn shown(letter: char) -> char {
    if is_turning(letter) {
        char::REPLACEMENT_CHARACTER
    } else {
        letter
    }
}

fn unicode(rest: &mut &str) -> char {
    let first = unit(rest);
    let is_high = (0xD800..0xDC00).contains(&first);
    if let (true, Some(mut after)) = (is_high, rest.strip_prefix("\\u")) {
        let second = unit(&mut after);
        if (0xDC00..0xE000).contains(&second) {
            *rest = after;
            let code = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
            return char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
        }
    }
    char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// Takes four hexadecimal digits off.
fn unit(rest: &mut &str) -> u32 {
    let (digits, after) = rest.split_at_checked(4).unwrap_or((*rest, ""));
    *rest = after;
    u32::from_str_radix(digits, 16).unwrap_or_default()
}

/// The text as a JSON string, quotes included.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\0'..' ' => {
                let digit = |value: u32| char::from_digit(value, 16).unwrap_or('0');
                let code = u32::from(letter);
                out.push_str("\\u00");
                out.extend([digit(code >> 4), digit(code & 15)]);
            }
            _ => out.push(letter),
        }
    }
    out.push('"');
    out
}
