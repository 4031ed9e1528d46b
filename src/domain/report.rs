//! A table on its way into a file: how far it is, and whether all of it came.

use super::format::Formats;
use super::upload::size;

/// Counts the records of a CSV file that comes in pieces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RecordCounter {
    records: u64,
    in_quotes: bool,
}

impl RecordCounter {
    /// Takes in the next piece, wherever it was cut.
    pub fn take_in(&mut self, piece: &[u8]) {
        for byte in piece {
            match byte {
                b'"' => self.in_quotes = !self.in_quotes,
                b'\n' if !self.in_quotes => self.records += 1,
                _ => {}
            }
        }
    }

    /// Rows so far, without the header.
    pub fn rows(self) -> u64 {
        self.records.saturating_sub(1)
    }
}

/// How far a file is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Rows so far, without the header.
    pub rows: u64,
    /// Rows to come in all, when told.
    pub total: Option<u64>,
    /// Bytes so far.
    pub bytes: u64,
    /// Rows that came but could not be read; the file is without them.
    pub unreadable: u64,
}

impl Progress {
    /// "412,000 of 1,000,000 rows, 61.2 MB".
    pub fn words(self, formats: &Formats<'_>) -> String {
        let number = |count: u64| formats.count(whole(count));
        let rows = match self.total {
            Some(total) => formats.of(whole(self.rows), whole(total)),
            None => number(self.rows),
        };
        let unit = match self.total.unwrap_or(self.rows) {
            1 => " row, ",
            _ => " rows, ",
        };
        [&*rows, unit, &size(whole(self.bytes), formats)].concat()
    }

    /// The part that is there, from 0 to 1; `None` when the total is not told.
    pub fn fraction(self) -> Option<f64> {
        let total = self.total?;
        Some(match total {
            0 => 1.0,
            total => (self.rows as f64 / total as f64).min(1.0),
        })
    }

    /// Whether fewer rows came than were announced.
    pub fn is_short(self) -> bool {
        let came = self.rows.saturating_add(self.unreadable);
        self.total.is_some_and(|total| came < total)
    }
}

fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A name for a file: "attempts-cmp_8f3k2q-2026-11-12.csv". What a file system
/// may not take becomes a hyphen; `today` is a moment in RFC 3339.
pub fn file_name(subject: &str, today: &str) -> String {
    let day = today.get(..10).unwrap_or_default();
    [&*plain_name(subject), "-", day, ".csv"].concat()
}

/// An ID as part of a file's name, cut to 80 characters.
pub fn plain_name(id: &str) -> String {
    let kept = |letter: char| {
        let plain = letter.is_ascii_alphanumeric() || "-_".contains(letter);
        if plain { letter } else { '-' }
    };
    id.chars().take(80).map(kept).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::csv::record;
    use crate::domain::mock;
    use proptest::prelude::*;

    fn words(rows: u64, total: Option<u64>, bytes: u64) -> String {
        let progress = Progress {
            rows,
            total,
            bytes,
            unreadable: 0,
        };
        mock::at(0, |formats| progress.words(formats))
    }

    #[test]
    fn progress_is_told_in_rows_and_bytes() {
        assert_eq!(
            words(412_000, Some(1_000_000), 64_172_851),
            "412,000 of 1,000,000 rows, 61.2 MB"
        );
        assert_eq!(words(3, None, 900), "3 rows, 900 bytes");
        assert_eq!(words(0, Some(1), 0), "0 of 1 row, 0 bytes");
        assert!(words(u64::MAX, Some(u64::MAX), u64::MAX).contains("rows"));
    }

    #[test]
    fn a_file_that_ends_early_is_short() {
        let at = |rows, total| Progress {
            rows,
            total,
            ..Progress::default()
        };
        assert!(at(9, Some(10)).is_short());
        for whole in [
            at(10, Some(10)),
            at(11, Some(10)),
            at(0, Some(0)),
            at(0, None),
        ] {
            assert!(!whole.is_short(), "{whole:?}");
        }
        assert_eq!(at(5, Some(10)).fraction(), Some(0.5));
        assert_eq!(at(0, Some(0)).fraction(), Some(1.0));
        assert_eq!(at(20, Some(10)).fraction(), Some(1.0));
        assert_eq!(at(20, None).fraction(), None);
    }

    #[test]
    fn a_name_is_one_of_a_file() {
        let name = |subject: &str| file_name(subject, "2026-11-12T20:32:08Z");
        assert_eq!(
            name("attempts-cmp_8f3k2q"),
            "attempts-cmp_8f3k2q-2026-11-12.csv"
        );
        assert_eq!(name("../a b\u{e9}\n"), "---a-b---2026-11-12.csv");
        assert_eq!(file_name("calls", ""), "calls-.csv");
    }

    proptest! {
        #[test]
        fn every_row_is_counted_wherever_the_file_is_cut(
            rows in proptest::collection::vec("[\"\r\n, a]{0,6}", 0..12), cut in 1..9_usize,
        ) {
            let head = record(["a", "b"]);
            let body: String = rows.iter().map(|cell| record([cell.as_str(), "x"])).collect();
            let mut counter = RecordCounter::default();
            for piece in [head, body].concat().as_bytes().chunks(cut) {
                counter.take_in(piece);
            }
            prop_assert_eq!(counter.rows(), rows.len() as u64);
        }
    }
}
