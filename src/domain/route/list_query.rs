//! What the queries of all lists have in common.

use crate::domain::calendar;
use crate::domain::percent::QueryText;

/// Rows a page holds unless asked otherwise.
pub const DEFAULT_SIZE: u32 = 50;

/// Rows a page holds at most.
pub const MAXIMUM_SIZE: u32 = 200;

/// Characters a search may have.
const SEARCH_LIMIT: usize = 200;

/// Search text without space around it, cut to what the API takes.
pub(super) fn search(text: &str) -> String {
    let cut: String = text.trim().chars().take(SEARCH_LIMIT).collect();
    cut.trim_end().to_owned()
}

/// A page number from 1; anything else is the first page.
pub(super) fn page(text: &str) -> u32 {
    text.parse().unwrap_or(1).max(1)
}

/// Rows a page holds, within what the API takes.
pub(super) fn size(text: &str) -> u32 {
    text.parse()
        .map_or(DEFAULT_SIZE, |size: u32| size.clamp(1, MAXIMUM_SIZE))
}

/// Where to go on; an empty cursor is none.
pub(super) fn cursor(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

/// A moment in RFC 3339, when it can be read.
pub(super) fn moment(text: String) -> Option<String> {
    let text = text.trim();
    calendar::moment(text).map(|_| text.to_owned())
}

/// Writes where a page stands: by cursor or by number, never both.
pub(super) fn push_place(text: &mut QueryText, page: u32, cursor: Option<&str>, size: u32) {
    match cursor {
        Some(cursor) => text.push("cursor", cursor),
        None if page > 1 => text.push("page", &page.to_string()),
        None => {}
    }
    if size != DEFAULT_SIZE {
        text.push("size", &size.to_string());
    }
}

/// Adds a value to a filter; empty ones and doubles are left out.
pub(super) fn add(values: &mut Vec<String>, value: String) {
    if !value.is_empty() && !values.contains(&value) {
        values.push(value);
    }
}

/// The filter with `value` added, or taken out when it was there.
pub fn toggled(mut values: Vec<String>, value: &str) -> Vec<String> {
    let before = values.len();
    values.retain(|known| known != value);
    if values.len() == before {
        add(&mut values, value.to_owned());
    }
    values
}

/// What the query of every list has: `q`, `sort`, `page`, `cursor` and `size`,
/// read, written and set. The query takes the other names in its own `take`.
macro_rules! places {
    ($query:ty, $sort:ty) => {
        impl $query {
            /// Reads a query, without its question mark. What cannot be read is as if
            /// it were not there.
            pub fn from_query(query: &str) -> Self {
                use $crate::domain::route::list_query;
                let mut read = Self::default();
                for (name, value) in $crate::domain::percent::pairs(query) {
                    match &*name {
                        "q" => read.q = list_query::search(&value),
                        "sort" => {
                            read.sort = <$sort>::from_wire(&value).unwrap_or(Self::default().sort);
                        }
                        "page" => read.page = list_query::page(&value),
                        "cursor" => read.cursor = list_query::cursor(value),
                        "size" => read.size = list_query::size(&value),
                        name => read.take(name, value),
                    }
                }
                if read.cursor.is_some() {
                    read.page = 1;
                }
                read
            }

            /// Writes the order and the place, as far as they differ from the default.
            fn write_place(&self, text: &mut $crate::domain::percent::QueryText) {
                if self.sort != Self::default().sort {
                    text.push("sort", &self.sort.to_wire());
                }
                $crate::domain::route::list_query::push_place(
                    text,
                    self.page,
                    self.cursor.as_deref(),
                    self.size,
                );
            }

            /// The same with another search, from the first page.
            pub fn with_q(self, q: &str) -> Self {
                let q = $crate::domain::route::list_query::search(q);
                Self { q, ..self }.with_page(1)
            }

            /// The same in another order, from the first page.
            pub fn with_sort(self, sort: $sort) -> Self {
                Self { sort, ..self }.with_page(1)
            }

            /// The same with pages of another size (kept within 1 to 200), from the
            /// first page.
            pub fn with_size(self, size: u32) -> Self {
                let size = size.clamp(1, $crate::domain::route::list_query::MAXIMUM_SIZE);
                Self { size, ..self }.with_page(1)
            }

            /// The same at another page number.
            pub fn with_page(self, page: u32) -> Self {
                let page = page.max(1);
                Self {
                    page,
                    cursor: None,
                    ..self
                }
            }

            /// The same from another cursor on.
            pub fn with_cursor(self, cursor: String) -> Self {
                Self {
                    page: 1,
                    cursor: $crate::domain::route::list_query::cursor(cursor),
                    ..self
                }
            }

            /// The same from another place of the list on.
            pub fn at(self, place: $crate::domain::page::Place) -> Self {
                match place {
                    $crate::domain::page::Place::Number(page) => self.with_page(page),
                    $crate::domain::page::Place::Cursor(cursor) => self.with_cursor(cursor),
                }
            }

            /// The same order and size without any filter, from the first page.
            pub fn cleared(self) -> Self {
                Self {
                    sort: self.sort,
                    size: self.size,
                    ..Self::default()
                }
            }
        }
    };
}

pub(super) use places;
