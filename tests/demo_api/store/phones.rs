//! Telephone numbers in one text per campaign, so that a part of one is found
//! without looking at a million rows. Numbers never change.

use std::collections::HashMap;

/// The numbers of one campaign.
#[derive(Clone, Debug, Default)]
struct Book {
    /// Each number with a line break after it, which no query holds.
    text: String,
    /// Where each number begins, and its task's row.
    starts: Vec<(usize, i64)>,
}

/// The numbers of all campaigns.
#[derive(Clone, Debug, Default)]
pub struct Phones {
    books: HashMap<usize, Book>,
}

impl Phones {
    /// Adds the number of a task.
    pub fn add(&mut self, campaign: usize, row: i64, phone: &str) {
        let book = self.books.entry(campaign).or_default();
        book.starts.push((book.text.len(), row));
        book.text.push_str(phone);
        book.text.push('\n');
    }

    /// Forgets the numbers of rows from one on; rows are added in ascending order.
    pub fn forget_from(&mut self, row: i64) {
        for book in self.books.values_mut() {
            let kept = book.starts.partition_point(|&(_, known)| known < row);
            if let Some(&(start, _)) = book.starts.get(kept) {
                book.text.truncate(start);
                book.starts.truncate(kept);
            }
        }
    }

    /// The rows whose number holds some digits, at most `limit`; a number that holds them twice
    /// may come twice.
    pub fn rows_with(&self, campaign: usize, digits: &str, limit: usize) -> Vec<i64> {
        let Some(book) = self.books.get(&campaign) else {
            return Vec::new();
        };
        book.text
            .match_indices(digits)
            .take(limit)
            .filter_map(|(place, _)| {
                let after = book.starts.partition_point(|&(start, _)| start <= place);
                book.starts.get(after.checked_sub(1)?).map(|&(_, row)| row)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_found_within_a_number_and_not_across_two() {
        let mut phones = Phones::default();
        phones.add(3, 70, "+13125550148");
        phones.add(3, 71, "+14145550112");
        phones.add(4, 72, "+13125550148");
        assert_eq!(phones.rows_with(3, "555014", 9), [70]);
        assert_eq!(phones.rows_with(3, "0112", 9), [71]);
        assert_eq!(phones.rows_with(3, "481", 9), Vec::<i64>::new());
        assert_eq!(phones.rows_with(3, "5550", 1), [70]);
        phones.forget_from(71);
        assert_eq!(phones.rows_with(3, "5550", 9), [70]);
    }
}
