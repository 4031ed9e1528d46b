//! Pages of a longer list.

use super::block::Row;
use super::field::Field;
use super::json::wire;
use super::parts::Parts;
use super::timestamp::Timestamp;

wire! {
    /// Where a page stands in its list.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct PageInfo {
        /// Rows a full page holds.
        pub size: i64,
        /// Page number from 1; `null` when the page was asked for by cursor.
        pub number: Field<i64>,
        /// Rows in the whole list, to be read together with `total_is`.
        pub total: Field<i64>,
        /// `exact`, `at_least` or `unknown`; see [`PageInfo::known_total`].
        pub total_is: Field<String>,
        /// Cursor of the following page; `null` on the last.
        pub next: Field<String>,
        /// Cursor of the page before; `null` on the first.
        pub prev: Field<String>,
    }
}

impl PageInfo {
    /// How many rows the whole list has, as far as the dialer says.
    ///
    /// A total without `total_is` is taken as exact; a negative one as unknown.
    pub fn known_total(&self) -> Total {
        let Some(total) = self
            .total
            .copied()
            .and_then(|rows| u64::try_from(rows).ok())
        else {
            return Total::Unknown;
        };
        match self.total_is.as_deref() {
            None | Some("exact") => Total::Exact(total),
            Some("at_least") => Total::AtLeast(total),
            Some(_) => Total::Unknown,
        }
    }
}

/// The number of rows in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    /// Counted.
    Exact(u64),
    /// Counting stopped there.
    AtLeast(u64),
    /// Not told.
    Unknown,
}

/// Pages that a list fills: at least 1, so that an empty list has a page to
/// stand on. `None` when the total is not exactly known or `size` is 0.
pub fn pages(total: Total, size: u32) -> Option<u64> {
    match (total, size) {
        (_, 0) | (Total::AtLeast(_) | Total::Unknown, _) => None,
        (Total::Exact(rows), size) => Some(rows.div_ceil(u64::from(size)).max(1)),
    }
}

wire! {
    /// One page of rows.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Page<T> {
        /// The rows, in the order asked for.
        pub items: Vec<Row<T>>,
        /// Where the page stands.
        pub page: PageInfo,
        /// The server's clock when the rows were read.
        pub captured_at: Field<Timestamp>,
        /// The further requests that it was made of.
        pub parts: Parts,
    }
}

/// Where a page of a list begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// At a page number, from 1.
    Number(u32),
    /// Where a cursor says.
    Cursor(String),
}

/// An answer that is one page of a list.
pub trait Listed {
    /// One row of it.
    type Item;

    /// The rows, those that could not be read among them.
    fn rows(&self) -> &[Row<Self::Item>];

    /// Where the page stands.
    fn info(&self) -> &PageInfo;
}

macro_rules! listed {
    ($page:ty, $item:ty) => {
        impl $crate::domain::page::Listed for $page {
            type Item = $item;

            fn rows(&self) -> &[$crate::domain::block::Row<$item>] {
                &self.items
            }

            fn info(&self) -> &$crate::domain::page::PageInfo {
                &self.page
            }
        }
    };
}

pub(super) use listed;

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::json::decode;

    fn info(json: &str) -> PageInfo {
        decode(json).unwrap()
    }

    #[test]
    fn a_total_is_as_certain_as_the_dialer_says() {
        for (json, total) in [
            (r#"{"size":50,"total":4812}"#, Total::Exact(4812)),
            (
                r#"{"size":50,"total":0,"total_is":"exact"}"#,
                Total::Exact(0),
            ),
            (
                r#"{"size":50,"total":1000,"total_is":"at_least"}"#,
                Total::AtLeast(1000),
            ),
            (
                r#"{"size":50,"total":1000,"total_is":"unknown"}"#,
                Total::Unknown,
            ),
            (
                r#"{"size":50,"total":1000,"total_is":"guessed"}"#,
                Total::Unknown,
            ),
            (
                r#"{"size":50,"total":null,"total_is":"exact"}"#,
                Total::Unknown,
            ),
            (r#"{"size":50,"total":-7}"#, Total::Unknown),
            (r#"{"size":50}"#, Total::Unknown),
        ] {
            assert_eq!(info(json).known_total(), total, "{json}");
        }
    }

    #[test]
    fn only_an_exact_total_tells_the_number_of_pages() {
        for (total, size, expected) in [
            (Total::Exact(0), 50, Some(1)),
            (Total::Exact(50), 50, Some(1)),
            (Total::Exact(51), 50, Some(2)),
            (Total::Exact(u64::MAX), 1, Some(u64::MAX)),
            (Total::Exact(10), 0, None),
            (Total::AtLeast(51), 50, None),
            (Total::Unknown, 50, None),
        ] {
            assert_eq!(pages(total, size), expected, "{total:?} by {size}");
        }
    }
}
