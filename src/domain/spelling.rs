//! How words of the wire are compared and made readable.
//!
//! Dialers spell one word in many ways: `in_progress`, `in-progress`,
//! `InProgress`, `IN PROGRESS`. They are the same word here.

/// Whether a word of the wire is one of the known ones, whatever its case and
/// its separators (`-`, `_`, `.`, space).
pub fn same_as_any(raw: &str, known: &[&str]) -> bool {
    let mut known = known.iter().filter(|known| may_be(known, raw));
    known.any(|known| folded(known).eq(folded(raw)))
}

/// Whether the first letters leave it open that two words are the same. Most
/// are told apart by them, without a look at how Unicode folds the rest.
fn may_be(known: &str, raw: &str) -> bool {
    match (known.as_bytes().first(), raw.as_bytes().first()) {
        (Some(one), Some(other))
            if one.is_ascii_alphanumeric() && other.is_ascii_alphanumeric() =>
        {
            one.eq_ignore_ascii_case(other)
        }
        _ => true,
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

fn folded(word: &str) -> impl Iterator<Item = char> {
    word.chars()
        .filter(|letter| !is_separator(*letter))
        .flat_map(char::to_lowercase)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_first_letters_decide_only_what_folding_would(
            known in "[-_ .]?[a-zA-Z0-9_]{0,6}",
            // The sign for kelvin is a K once it is small.
            raw in "[-_ .]?[a-zA-ZK\u{212A}É0-9_]{0,6}",
        ) {
            let is_same = folded(&known).eq(folded(&raw));
            prop_assert_eq!(same_as_any(&raw, &[&known]), is_same);
            let spelled = [known.to_uppercase(), ["_", &*known].concat()];
            for raw in spelled {
                prop_assert!(same_as_any(&raw, &[&known]), "{}", raw);
            }
        }
    }

    #[test]
    fn case_and_separators_do_not_matter() {
        for raw in [
            "in_progress",
            "IN-PROGRESS",
            "In.Progress",
            "inProgress",
            " in progress ",
        ] {
            assert!(same_as_any(raw, &["in_progress"]), "{raw}");
        }
        assert!(!same_as_any("in_progres", &["in_progress"]));
        assert!(!same_as_any("in_progress2", &["in_progress"]));
        assert!(!same_as_any("", &["in_progress"]));
    }

    #[test]
    fn words_become_plain_english() {
        for (raw, plain) in [
            ("weird_new_state", "Weird new state"),
            ("weirdNewState", "Weird new state"),
            ("CONTACT_BUSY", "Contact busy"),
            ("contact.predial-failed", "Contact predial failed"),
            ("_processing", "Processing"),
            ("a__b", "A b"),
            ("überprüft", "Überprüft"),
            ("sip503", "Sip503"),
            ("__", "__"),
            ("", ""),
        ] {
            assert_eq!(humanized(raw), plain, "{raw:?}");
        }
    }
}
