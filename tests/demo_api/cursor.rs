//! Cursors: a place between two rows of a sorted, filtered list.

use crate::problem::Problem;

/// The sort values of the row that a page starts after, or ends before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    pub key: Vec<i64>,
    pub before: bool,
}

impl Cursor {
    /// The opaque text. It names its sort and filters, and is refused with others.
    pub fn write(&self, sort: &str, filter_mark: u64) -> String {
        let direction = if self.before { 'b' } else { 'a' };
        let key: Vec<String> = self.key.iter().map(i64::to_string).collect();
        format!("{direction}.{sort}.{filter_mark:x}.{}", key.join("_"))
    }

    /// Reads such a text, with `width` sort values.
    pub fn read(text: &str, sort: &str, filter_mark: u64, width: usize) -> Result<Self, Problem> {
        let refused = || {
            Problem::value(
                "/query/cursor",
                "The cursor does not belong to this list, sort and filter. Start again without it.",
            )
        };
        let mut parts = text.splitn(4, '.');
        let direction = parts.next();
        let same_sort = parts.next() == Some(sort);
        let same_filter = parts
            .next()
            .and_then(|mark| u64::from_str_radix(mark, 16).ok())
            == Some(filter_mark);
        let key: Option<Vec<i64>> = parts
            .next()
            .and_then(|key| key.split('_').map(|value| value.parse().ok()).collect());
        match (direction, key) {
            (Some("a" | "b"), Some(key)) if same_sort && same_filter && key.len() == width => {
                Ok(Self {
                    key,
                    before: direction == Some("b"),
                })
            }
            _ => Err(refused()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_back_only_where_it_belongs() {
        let cursor = Cursor {
            key: vec![2, -1_794_515_400_000, 55],
            before: true,
        };
        let text = cursor.write("-attempts", 77);
        assert_eq!(Cursor::read(&text, "-attempts", 77, 3).ok(), Some(cursor));
        assert!(Cursor::read(&text, "attempts", 77, 3).is_err());
        assert!(Cursor::read(&text, "-attempts", 78, 3).is_err());
        assert!(Cursor::read(&text, "-attempts", 77, 2).is_err());
        assert!(Cursor::read("x", "-attempts", 77, 3).is_err());
    }
}
