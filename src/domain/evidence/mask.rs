//! Phone numbers that are passed on without being told.

mod letters;
mod shapes;

use letters::{Letter, letters};

/// Digits that are kept, so that two numbers can still be told apart.
const KEPT: usize = 2;

/// Digits in a row by which a known number is recognized: those of a number
/// without the codes of its country and area.
const WINDOW: usize = 7;

/// What is known of the numbers that must not be told, and of what may look
/// like one and is none.
#[derive(Clone, Debug, Default)]
pub struct Masking {
    /// Every [`WINDOW`] digits in a row of a known number, as one figure.
    windows: Vec<u32>,
    /// IDs that stay as they are.
    ids: Vec<String>,
}

impl Masking {
    /// Learns numbers, however they are written: from then on they are found
    /// in any text, inside of IDs and addresses as well.
    pub fn learn<'a>(&mut self, numbers: impl IntoIterator<Item = &'a str>) {
        for number in numbers {
            let digits = letters(number)
                .into_iter()
                .filter_map(|letter| letter.digit);
            let digits: Vec<u32> = digits.collect();
            self.windows.extend(digits.windows(WINDOW).map(figure));
        }
        self.windows.sort_unstable();
        self.windows.dedup();
    }

    /// Keeps IDs as they are, though their digits be many. One that holds a
    /// known number is masked all the same.
    pub fn keep<'a>(&mut self, ids: impl IntoIterator<Item = &'a str>) {
        let is_id = |id: &&str| id.len() >= WINDOW && !id.starts_with('+');
        self.ids
            .extend(ids.into_iter().filter(is_id).map(str::to_owned));
    }

    /// The text with every phone number masked: its last two digits stay.
    ///
    /// Masked is what was learned, in any notation, and what looks like a
    /// number: `+` and 7 to 15 digits, a bare run of 10 to 15 digits, groups of
    /// 9 digits or more, 3 and 4 digits with a hyphen. Times, dates, figures
    /// and IDs stay. Digits may be of any script, percent-encoded, or escaped
    /// as in JSON and HTML.
    pub fn masked(&self, text: &str) -> String {
        self.hiding(text, shapes::hide)
    }

    /// The ID of a person or of a call to one, masked as any text is and
    /// wherever 10 to 15 digits stand in a row: such an ID may be made of the
    /// person's number, with letters before it.
    pub fn masked_person(&self, id: &str) -> String {
        self.hiding(id, |letters, hidden| {
            shapes::hide(letters, hidden);
            shapes::hide_runs(letters, hidden);
        })
    }

    fn hiding(&self, text: &str, hide: impl Fn(&[Letter<'_>], &mut [bool])) -> String {
        let letters = letters(text);
        let mut hidden = vec![false; letters.len()];
        self.hide_known(&letters, &mut hidden);
        let known = hidden.clone();
        hide(&letters, &mut hidden);
        self.show_ids(text, &letters, &known, &mut hidden);
        let mut out = String::with_capacity(text.len() * 2);
        for (letter, hidden) in letters.iter().zip(hidden) {
            out.push_str(if hidden { "•" } else { letter.text });
        }
        out
    }

    /// Hides what holds [`WINDOW`] digits of a known number, with anything but
    /// letters between them.
    fn hide_known(&self, letters: &[Letter<'_>], hidden: &mut [bool]) {
        for chain in chains(letters) {
            let mut found = Vec::new();
            for window in chain.windows(WINDOW) {
                let digits: Vec<u32> = window.iter().map(|(_, digit)| *digit).collect();
                if self.windows.binary_search(&figure(&digits)).is_ok() {
                    found.extend(window.iter().map(|(at, _)| *at));
                }
            }
            found.sort_unstable();
            found.dedup();
            shapes::hide_digits(&found, hidden);
        }
    }

    /// Shows the IDs again that only look like numbers.
    fn show_ids(&self, text: &str, letters: &[Letter<'_>], known: &[bool], hidden: &mut [bool]) {
        let uuids = shapes::uuids(text);
        let ids = self.ids.iter().flat_map(|id| {
            let whole = move |(at, id): &(usize, &str)| shapes::is_whole(text, *at, id.len());
            text.match_indices(id.as_str()).filter(whole)
        });
        let ids = ids.map(|(at, id)| at..at + id.len());
        for id in ids.chain(uuids) {
            let inside = |letter: &Letter<'_>| id.contains(&letter.at);
            let mut of_id = letters
                .iter()
                .zip(known)
                .filter(|(letter, _)| inside(letter));
            if of_id.all(|(_, known)| !known) {
                let shown = letters.iter().zip(&mut *hidden);
                let shown = shown.filter(|(letter, _)| inside(letter));
                shown.for_each(|(_, hidden)| *hidden = false);
            }
        }
    }
}

/// The text with everything masked that looks like a phone number; see
/// [`Masking::masked`].
pub fn masked(text: &str) -> String {
    Masking::default().masked(text)
}

/// Digits as one figure.
fn figure(digits: &[u32]) -> u32 {
    digits.iter().fold(0, |figure, digit| figure * 10 + digit)
}

/// The digits that may belong to one number, with their places: those with no
/// letter, colon or comma and no more than four other signs between them.
fn chains(letters: &[Letter<'_>]) -> Vec<Vec<(usize, u32)>> {
    let mut chains = vec![Vec::new()];
    let mut apart = 0;
    for (at, letter) in letters.iter().enumerate() {
        match letter.digit {
            Some(digit) => {
                if apart > 4 {
                    chains.push(Vec::new());
                }
                apart = 0;
                chains
                    .last_mut()
                    .into_iter()
                    .for_each(|chain| chain.push((at, digit)));
            }
            None if letter.means.is_alphanumeric() => apart = 5,
            None if matches!(letter.means, ':' | ',') => apart = 5,
            None => apart += 1,
        }
    }
    chains
}

#[cfg(test)]
mod tests;
