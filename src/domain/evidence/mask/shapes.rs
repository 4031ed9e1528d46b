//! What looks like a phone number, whoever wrote it.

use std::ops::Range;

use super::KEPT;
use super::letters::Letter;

/// Digits that a phone number has (ITU-T E.164; the shortest with a country
/// code).
const FEWEST: usize = 7;
const MOST: usize = 15;

/// Digits from which a bare run counts as a phone number; shorter ones are
/// counts and codes.
const FEWEST_BARE: usize = 10;

/// Digits from which groups count as one; fewer are dates and lists.
const FEWEST_GROUPED: usize = 9;

/// Signs that may stand between two groups of a number: ") - ".
const MOST_JOINTS: usize = 3;

/// Hides all that looks like a number.
pub fn hide(letters: &[Letter<'_>], hidden: &mut [bool]) {
    let mut at = 0;
    while let Some((before, rest)) = letters
        .split_at_checked(at)
        .filter(|(_, rest)| !rest.is_empty())
    {
        let length = number(before, rest);
        if let Some(length) = length {
            let of_number = (at..at + length).zip(rest);
            let digits = of_number.filter(|(_, letter)| letter.digit.is_some());
            let digits: Vec<usize> = digits.map(|(place, _)| place).collect();
            hide_digits(&digits, hidden);
        }
        at += length.unwrap_or(1);
    }
}

/// Hides every bare run with as many digits as a phone number has, whatever
/// stands before and after it.
pub fn hide_runs(letters: &[Letter<'_>], hidden: &mut [bool]) {
    let mut at = 0;
    while let Some(rest) = letters.get(at..).filter(|rest| !rest.is_empty()) {
        let run = run(rest);
        if (FEWEST_BARE..=MOST).contains(&run) {
            let places: Vec<usize> = (at..at + run).collect();
            hide_digits(&places, hidden);
        }
        at += run.max(1);
    }
}

/// Hides the digits at these places, but for the last ones.
pub fn hide_digits(places: &[usize], hidden: &mut [bool]) {
    let (hides, _) = places.split_at(places.len().saturating_sub(KEPT));
    for place in hides {
        hidden
            .iter_mut()
            .skip(*place)
            .take(1)
            .for_each(|hidden| *hidden = true);
    }
}

/// The length of the phone number that `rest` begins with.
fn number(before: &[Letter<'_>], rest: &[Letter<'_>]) -> Option<usize> {
    let first = rest.first()?;
    if first.means == '+' {
        return international(rest);
    }
    if first.digit.is_none() && first.means != '(' {
        return None;
    }
    let run = run(rest);
    let earlier = |back: usize| {
        before
            .iter()
            .rev()
            .nth(back)
            .map_or(' ', |letter| letter.means)
    };
    let is_cell = earlier(0) == ',' && run >= FEWEST_BARE;
    if continues([earlier(1), earlier(0)]) && !is_cell {
        return None;
    }
    let is_bare = (FEWEST_BARE..=MOST).contains(&run);
    let length = is_bare
        .then_some(run)
        .or_else(|| shaped(rest, &[3, 3, 4]))
        .or_else(|| chain(rest).filter(|_| earlier(0) != ':'))
        .or_else(|| local(rest))?;
    let next = rest.get(length).map_or(' ', |letter| letter.means);
    (!next.is_alphanumeric() && next != '_').then_some(length)
}

/// Whether a letter goes on with the word, the ID or the figure before it:
/// "1,284", "0.133".
fn continues([earlier, before]: [char; 2]) -> bool {
    let in_figure = matches!(before, '.' | ',') && earlier.is_ascii_digit();
    before.is_alphanumeric() || matches!(before, '_' | '−') || in_figure
}

/// Digits that come next without a gap.
fn run(letters: &[Letter<'_>]) -> usize {
    letters
        .iter()
        .take_while(|letter| letter.digit.is_some())
        .count()
}

/// Signs that come next and may stand inside of a number.
fn joints(letters: &[Letter<'_>]) -> usize {
    let joint = |letter: &&Letter<'_>| {
        matches!(
            letter.means,
            ' ' | '-' | '.' | '(' | ')' | '/' | '\u{a0}' | '\u{ad}' | '\u{feff}'
        ) || matches!(
            letter.means,
            '\u{2000}'..='\u{2015}' | '\u{202f}' | '\u{2060}'
        )
    };
    letters.iter().take_while(joint).count()
}

/// `+` with digits in one run, or in groups.
fn international(letters: &[Letter<'_>]) -> Option<usize> {
    let mut length = 1 + joints(letters.get(1..)?).min(MOST_JOINTS);
    let first = run(letters.get(length..)?);
    length += first;
    if first >= FEWEST {
        return Some(length);
    }
    let mut digits = first;
    while let Some((gap, group)) = next_group(letters, length) {
        if digits + group > MOST {
            break;
        }
        length += gap + group;
        digits += group;
    }
    (first > 0 && digits >= FEWEST).then_some(length)
}

/// The signs and the digits of the group after these letters.
fn next_group(letters: &[Letter<'_>], length: usize) -> Option<(usize, usize)> {
    let gap = joints(letters.get(length..)?);
    let group = run(letters.get(length + gap..)?);
    let is_clock = letters
        .get(length + gap + group)
        .is_some_and(|letter| letter.means == ':');
    ((1..=MOST_JOINTS).contains(&gap) && group > 0 && !is_clock).then_some((gap, group))
}

/// Groups of these lengths: "414 555 0118", "414-555-0118", "(414) 555-0118".
fn shaped(letters: &[Letter<'_>], groups: &[usize]) -> Option<usize> {
    let mut length = usize::from(letters.first()?.means == '(');
    let (first, more) = groups.split_first()?;
    length += Some(run(letters.get(length..)?)).filter(|run| run == first)?;
    for wanted in more {
        let (gap, group) = next_group(letters, length)?;
        length += (group == *wanted).then_some(gap + group)?;
    }
    Some(length)
}

/// Any groups: "1 217 555 0148", "0151 1234 5678". A date is none, and neither
/// is a figure with decimals.
fn chain(letters: &[Letter<'_>]) -> Option<usize> {
    let mut length = usize::from(letters.first()?.means == '(');
    let mut digits = run(letters.get(length..)?);
    length += digits;
    let is_date = shaped(letters, &[4, 2, 2]).is_some();
    let mut is_figure = true;
    while let Some((gap, group)) = next_group(letters, length) {
        let is_point = gap == 1 && letters.get(length).is_some_and(|joint| joint.means == '.');
        is_figure = is_figure && is_point && digits == run(letters);
        length += gap + group;
        digits += group;
    }
    (digits >= FEWEST_GROUPED && !is_date && !is_figure).then_some(length)
}

/// "555-0148": a number within its area.
fn local(letters: &[Letter<'_>]) -> Option<usize> {
    let length = shaped(letters, &[3, 4]).filter(|length| *length == 8)?;
    let goes_on = next_group(letters, length).is_some();
    let is_joined = letters.get(3).is_some_and(|joint| joint.means == '-');
    (is_joined && !goes_on).then_some(length)
}

/// Where UUIDs stand; one without a letter is not told from a number.
pub fn uuids(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let is_uuid = |(at, window): &(usize, &[u8])| {
        let fits = window.iter().enumerate().all(|(place, byte)| match place {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        });
        fits && window.iter().any(u8::is_ascii_alphabetic) && is_whole(text, *at, window.len())
    };
    let found = bytes.windows(36).enumerate().filter(is_uuid);
    found.map(|(at, window)| at..at + window.len()).collect()
}

/// Whether a part of a text is no part of a longer word.
pub fn is_whole(text: &str, at: usize, length: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let after = text
        .get(at + length..)
        .and_then(|after| after.chars().next());
    let ends = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    ends(before) && ends(after)
}
