//! "Did you mean": the known word that is closest to a mistaken one.

/// Longest word that is compared, in letters.
const LONGEST: usize = 80;

/// The candidate that is fewest letters away, when that is close enough for a
/// slip of the keyboard or another spelling.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = plain(word);
    let allowed = 1 + plain.len() / 4;
    candidates
        .into_iter()
        .map(|candidate| (distance(&plain, &self::plain(candidate)), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// A fix that names the nearest candidate, or else lists all of them.
pub fn suggestion(word: &str, candidates: &[&str]) -> String {
    match nearest(word, candidates.iter().copied()) {
        Some(near) => format!("Did you mean \"{near}\"?"),
        None => format!("Known are {}", candidates.join(", ")),
    }
}

/// Most candidates that a fix lists.
const FEW: usize = 5;

/// A fix that names the nearest candidate; or else the few that are most like
/// the word, and where all of them are listed.
pub fn few_or_one(word: &str, candidates: &[String], listed: &str) -> String {
    let mut known: Vec<&str> = candidates.iter().map(String::as_str).collect();
    if known.len() <= FEW || nearest(word, known.iter().copied()).is_some() {
        return suggestion(word, &known);
    }
    let plain = plain(word);
    let unlike = |candidate: &str| {
        let name = candidate.rsplit('.').next().unwrap_or(candidate);
        distance(&plain, &self::plain(name)).min(distance(&plain, &self::plain(candidate)))
    };
    known.sort_by_cached_key(|candidate| unlike(candidate));
    known.truncate(FEW);
    format!("Most like it are {}; all are in {listed}", known.join(", "))
}

/// Letters and digits alone, in lower case: `pageCount` is `page_count`.
fn plain(word: &str) -> Vec<char> {
    let letters = word.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).take(LONGEST).collect()
}

/// Letters to change, add or take away.
fn distance(from: &[char], to: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (line, letter) in from.iter().enumerate() {
        let mut before = line;
        let mut left = line + 1;
        for (cell, other) in row.iter_mut().skip(1).zip(to) {
            let above = *cell;
            *cell = (before + usize::from(letter != other))
                .min(above + 1)
                .min(left + 1);
            before = above;
            left = *cell;
        }
        if let Some(first) = row.first_mut() {
            *first = line + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_word_and_another_word_finds_none() {
        let known = ["request", "rows", "paging", "fields", "status_counts"];
        for (word, found) in [
            ("row", Some("rows")),
            ("pagination", None),
            ("Paging", Some("paging")),
            ("feilds", Some("fields")),
            ("statusCounts", Some("status_counts")),
            ("zzz", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, known), found, "{word}");
        }
        assert_eq!(suggestion("row", &known), "Did you mean \"rows\"?");
        assert_eq!(suggestion("zzz", &["a1", "b2"]), "Known are a1, b2");
        let many = [
            "name",
            "id",
            "counts.total",
            "q",
            "priority",
            "status",
            "why.text",
        ];
        let many = many.map(str::to_owned);
        assert_eq!(
            few_or_one("sum_total", &many, "there"),
            "Most like it are counts.total, status, name, why.text, id; all are in there"
        );
        assert_eq!(few_or_one("nmae", &many, "there"), "Did you mean \"name\"?");
    }
}
