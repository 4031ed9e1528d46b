//! Whose turn it is: an alternating sentinel's requests, counted by address.

use std::collections::{HashMap, VecDeque};

/// Remembers for a bounded number of addresses whether the next one fails.
pub struct Turns {
    capacity: usize,
    next_fails: HashMap<String, bool>,
    oldest_first: VecDeque<String>,
}

impl Turns {
    /// Remembers at most `capacity` addresses and forgets the oldest beyond.
    pub fn remembering(capacity: usize) -> Self {
        Self {
            capacity,
            next_fails: HashMap::new(),
            oldest_first: VecDeque::new(),
        }
    }

    /// Takes a turn: the first request to an address is good, the second fails.
    pub fn take(&mut self, address: &str) -> bool {
        if let Some(fails) = self.next_fails.get_mut(address) {
            let now = *fails;
            *fails = !now;
            return now;
        }
        self.remember(address);
        false
    }

    fn remember(&mut self, address: &str) {
        if self.oldest_first.len() >= self.capacity
            && let Some(oldest) = self.oldest_first.pop_front()
        {
            self.next_fails.remove(&oldest);
        }
        self.next_fails.insert(address.to_owned(), true);
        self.oldest_first.push_back(address.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::Turns;

    #[test]
    fn every_second_request_of_an_address_fails() {
        let mut turns = Turns::remembering(10);
        let taken: Vec<_> = (0..4).map(|_| turns.take("a")).collect();
        assert_eq!(taken, [false, true, false, true]);
        assert!(!turns.take("b"), "another address has its own turns");
    }

    #[test]
    fn the_oldest_address_is_forgotten_and_memory_stays_bounded() {
        let mut turns = Turns::remembering(2);
        for address in ["a", "b", "c"] {
            turns.take(address);
        }
        assert!(turns.take("b"));
        assert!(!turns.take("a"), "forgotten, so good again");
        assert_eq!(turns.next_fails.len(), 2);
        assert_eq!(turns.oldest_first.len(), 2);
    }
}
