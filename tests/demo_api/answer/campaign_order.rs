//! The orders of the list of campaigns, and the part of one that is shown.

use std::cmp::Ordering;
use std::sync::Arc;

use super::campaign_row::Entry;

/// An order of the list. No two entries are equal in it.
#[derive(Clone, Copy)]
pub struct Order {
    by: fn(&Entry, &Entry) -> Ordering,
    descending: bool,
}

impl Order {
    /// The order of a contract name.
    pub fn named(name: &str) -> Self {
        let (key, descending) = name
            .strip_prefix('-')
            .map_or((name, false), |key| (key, true));
        let by: fn(&Entry, &Entry) -> Ordering = match key {
            "name" => |a, b| a.folded.cmp(&b.folded),
            "created" => |a, b| a.created.cmp(&b.created),
            "progress" => |a, b| a.progress.total_cmp(&b.progress),
            "priority" => |a, b| a.priority.cmp(&b.priority),
            "status" => |a, b| a.attention.1.cmp(&b.attention.1),
            _ => |a, b| {
                a.attention
                    .cmp(&b.attention)
                    .then(b.created.cmp(&a.created))
            },
        };
        Self { by, descending }
    }

    fn compare(self, a: &Entry, b: &Entry) -> Ordering {
        let order = (self.by)(a, b);
        let order = if self.descending {
            order.reverse()
        } else {
            order
        };
        order.then(a.place.cmp(&b.place))
    }

    /// How many entries come before one.
    pub fn rank(self, entries: &[Arc<Entry>], of: &Entry) -> usize {
        let before = |entry: &&Arc<Entry>| self.compare(entry, of) == Ordering::Less;
        entries.iter().filter(before).count()
    }

    /// The entries from one rank up to another, in order. The others are only moved out of the
    /// way: a page of a long list costs a pass over it and not a sort.
    pub fn stretch(self, entries: &mut [Arc<Entry>], start: usize, end: usize) -> &[Arc<Entry>] {
        if start >= end || end > entries.len() {
            return &[];
        }
        if end < entries.len() {
            entries.select_nth_unstable_by(end, |a, b| self.compare(a, b));
        }
        let (head, _) = entries.split_at_mut(end);
        if start > 0 {
            head.select_nth_unstable_by(start, |a, b| self.compare(a, b));
        }
        let (_, shown) = head.split_at_mut(start);
        shown.sort_unstable_by(|a, b| self.compare(a, b));
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::Archive;

    #[test]
    fn a_stretch_is_that_part_of_the_whole_order() {
        let entries = Archive::of(157, 1_794_515_400_000).entries().to_vec();
        let all = entries.len();
        for name in [
            "attention",
            "name",
            "-name",
            "-created",
            "progress",
            "-priority",
            "status",
        ] {
            let order = Order::named(name);
            let places = |some: &[Arc<Entry>]| some.iter().map(|one| one.place).collect::<Vec<_>>();
            let mut whole = entries.clone();
            whole.sort_by(|a, b| order.compare(a, b));
            for (start, end) in [(0, 50), (0, all), (50, 100), (150, all), (all, all), (1, 2)] {
                let mut shuffled = entries.clone();
                shuffled.rotate_left(61);
                let shown = places(order.stretch(&mut shuffled, start, end));
                let wanted = places(whole.get(start..end).unwrap_or_default());
                assert_eq!(shown, wanted, "{name} {start} {end}");
            }
            for (rank, entry) in whole.iter().enumerate() {
                assert_eq!(order.rank(&entries, entry), rank, "{name}");
            }
        }
    }
}
