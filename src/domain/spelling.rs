//! How words of the wire are compared and made readable.
//!
//! Dialers spell one word in many ways: `in_progress`, `in-progress`,
//! `InProgress`, `IN PROGRESS`. They are the same word here.

/// Whether two words of the wire are the same but for case, separators
/// (`-`, `_`, `.`, space) and the British spellings of *canceled* and *dialing*.
pub fn same(one: &str, other: &str) -> bool {
    letters(one).eq(letters(other)) || {
        let (one, other) = (american(one), american(other));
        one == other
    }
}

/// The word in plain English: `weird_new_state` and `weirdNewState` give
/// "Weird new state". Text that has no letter or digit is given back as it is.
pub fn humanized(raw: &str) -> String {
    let mut words = String::with_capacity(raw.len() + 4);
    let mut after_lowercase = false;
    for letter in raw.trim_matches(is_separator).chars() {
        if is_separator(letter) {
            if !words.ends_with(' ') {
                words.push(' ');
            }
            after_lowercase = false;
            continue;
        }
        if letter.is_uppercase() && after_lowercase {
            words.push(' ');
        }
        after_lowercase = letter.is_lowercase();
        if words.is_empty() {
            words.extend(letter.to_uppercase());
        } else {
            words.extend(letter.to_lowercase());
        }
    }
    if words.is_empty() {
        raw.to_owned()
    } else {
        words
    }
}

fn is_separator(letter: char) -> bool {
    matches!(letter, '-' | '_' | '.') || letter.is_whitespace()
}

fn letters(word: &str) -> impl Iterator<Item = char> {
    word.chars()
        .filter(|letter| !is_separator(*letter))
        .flat_map(char::to_lowercase)
}

fn american(word: &str) -> String {
    letters(word)
        .collect::<String>()
        .replace("cancelled", "canceled")
        .replace("dialling", "dialing")
        .replace("dialled", "dialed")
}
