//! The words that led through a list that is paged by cursor, so that its
//! pages can be gone back to by their numbers.

/// Most pages of one list that are remembered.
const MOST: usize = 500;

/// What was learned of a list: page numbers from 2 on, and what each was asked
/// with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Trail {
    words: Vec<(u32, String)>,
    /// Rows that a full page was seen to have.
    pub size: Option<u64>,
}

impl Trail {
    /// The last known page up to `number`, and its word.
    pub fn nearest(&self, number: u32) -> Option<(u32, &str)> {
        let known = self.words.iter().rev().find(|(known, _)| *known <= number);
        known.map(|(known, word)| (*known, word.as_str()))
    }

    /// Which page a word leads to.
    pub fn number_of(&self, word: &str) -> Option<u32> {
        let known = self.words.iter().find(|(_, known)| known == word);
        known.map(|(number, _)| *number)
    }

    /// Takes in the word for a page. What was known of pages beyond goes when
    /// it is another than before. Tells whether it leads on: a word of an
    /// earlier page would go in circles.
    pub fn learn(&mut self, number: u32, word: &str) -> bool {
        let earlier = self.number_of(word).filter(|known| *known < number);
        if earlier.is_some() {
            return false;
        }
        if self.nearest(number) != Some((number, word)) {
            self.words.retain(|(known, _)| *known < number);
            if self.words.len() < MOST {
                self.words.push((number, word.to_owned()));
            }
        }
        true
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_trail_leads_back_and_never_in_circles() {
        let mut trail = Trail::default();
        assert_eq!(trail.nearest(5), None);
        assert!(trail.learn(2, "b") && trail.learn(3, "c") && trail.learn(4, "d"));
        assert_eq!(trail.nearest(3), Some((3, "c")));
        assert_eq!(trail.nearest(9), Some((4, "d")));
        assert_eq!(trail.number_of("c"), Some(3));
        assert!(!trail.learn(5, "b"));
        assert!(trail.learn(3, "c"));
        assert_eq!(trail.nearest(9), Some((4, "d")));
        assert!(trail.learn(2, "x"));
        assert_eq!(trail.nearest(9), Some((2, "x")));
    }
}
