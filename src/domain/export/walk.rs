//! From the first page of a list to its last.

use super::Portion;
use crate::domain::page::{PageInfo, Place, Total};
use crate::domain::report::Progress;

/// A list on its way into a file.
///
/// Cursors are followed where the API gives them, since rows that come or go
/// meanwhile do not move others over the edges of such pages; else the pages
/// are counted.
#[derive(Debug)]
pub struct Walk {
    place: Option<Place>,
    progress: Progress,
    ended_by_cursor: bool,
}

impl Walk {
    /// Before the first page.
    pub fn begin() -> Self {
        Self {
            place: Some(Place::Number(1)),
            progress: Progress::default(),
            ended_by_cursor: false,
        }
    }

    /// The page to ask for next; `None` at the end.
    pub fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// Takes in the page that was asked for.
    pub fn take_in(&mut self, portion: &Portion) {
        let progress = &mut self.progress;
        progress.rows += portion.rows;
        progress.unreadable += portion.unreadable;
        progress.bytes += portion.text.len() as u64;
        progress.total = match portion.info.known_total() {
            Total::Exact(total) => Some(total),
            Total::AtLeast(_) | Total::Unknown => None,
        };
        let asked = self.place.take();
        if portion.rows + portion.unreadable > 0 {
            self.place = asked.and_then(|asked| self.following(&asked, &portion.info));
        }
    }

    fn following(&mut self, asked: &Place, info: &PageInfo) -> Option<Place> {
        let next = info.next.as_deref().filter(|next| !next.is_empty());
        let next = next.map(|next| Place::Cursor(next.to_owned()));
        match (next, asked) {
            // A cursor that leads to its own page would never end.
            (Some(next), asked) if next != *asked => Some(next),
            (None, Place::Number(number)) if self.progress.is_short() => {
                Some(Place::Number(number.saturating_add(1)))
            }
            (None, Place::Cursor(_)) => {
                self.ended_by_cursor = true;
                None
            }
            _ => None,
        }
    }

    /// Whether all of the list came. A list that moves may have other rows at
    /// its end than when the walk began: the API's word that a page is the
    /// last must do.
    pub fn is_whole(&self, moves: bool) -> bool {
        (moves && self.ended_by_cursor) || !self.progress.is_short()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::json::decode;

    fn portion(rows: u64, info: &str) -> Portion {
        Portion {
            text: "12\r\n".to_owned(),
            rows,
            unreadable: 0,
            info: decode(info).unwrap(),
        }
    }

    fn walked(pages: &[(u64, &str)]) -> (Walk, Vec<Place>) {
        let mut walk = Walk::begin();
        let mut asked = Vec::new();
        for (rows, info) in pages {
            asked.extend(walk.place().cloned());
            walk.take_in(&portion(*rows, info));
        }
        (walk, asked)
    }

    fn cursor(text: &str) -> Place {
        Place::Cursor(text.to_owned())
    }

    #[test]
    fn cursors_are_followed_to_the_page_without_one() {
        let (walk, asked) = walked(&[
            (200, r#"{"size":200,"number":1,"total":450,"next":"a"}"#),
            (200, r#"{"size":200,"number":null,"total":451,"next":"b"}"#),
            (50, r#"{"size":200,"number":null,"total":451,"next":null}"#),
        ]);
        assert_eq!(asked, [Place::Number(1), cursor("a"), cursor("b")]);
        assert_eq!((walk.place(), walk.progress().rows), (None, 450));
        assert_eq!(walk.progress().bytes, 12);
        assert!(walk.is_whole(true) && !walk.is_whole(false));
    }

    #[test]
    fn without_cursors_the_pages_are_counted() {
        let page = r#"{"size":200,"total":250}"#;
        let (walk, asked) = walked(&[(200, page), (50, page)]);
        assert_eq!(asked, [Place::Number(1), Place::Number(2)]);
        assert_eq!(walk.place(), None);
        assert!(walk.is_whole(false));
    }

    #[test]
    fn a_list_that_ends_early_is_not_whole() {
        let page = r#"{"size":200,"total":250}"#;
        let (walk, _) = walked(&[(200, page), (0, page)]);
        assert_eq!(walk.place(), None);
        assert!(!walk.is_whole(true) && !walk.is_whole(false));
    }

    #[test]
    fn a_cursor_that_leads_nowhere_ends_the_walk() {
        let page = r#"{"size":200,"next":"a"}"#;
        let (walk, asked) = walked(&[(200, page), (200, page)]);
        assert_eq!(asked, [Place::Number(1), cursor("a")]);
        assert_eq!(walk.place(), None);
    }

    #[test]
    fn an_unreadable_row_is_counted_and_does_not_make_the_file_short() {
        let mut walk = Walk::begin();
        walk.take_in(&Portion {
            unreadable: 1,
            ..portion(1, r#"{"size":200,"total":2}"#)
        });
        assert!(walk.is_whole(false));
        assert_eq!(walk.progress().unreadable, 1);
    }
}
