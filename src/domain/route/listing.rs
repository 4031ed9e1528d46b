//! What a list of the whole workspace can be asked.

/// The query of a list of the whole workspace.
pub trait ListQuery: Clone + Default + PartialEq + Send + Sync + 'static {
    /// A property that several values can be kept of.
    type Filter: Copy + Send + Sync + 'static;

    /// Every one, in the order of the page.
    const FILTERS: &'static [Self::Filter];

    /// What a property is called in a request.
    fn wire_name(filter: Self::Filter) -> &'static str;

    /// Reads a query, without its question mark.
    fn read(query: &str) -> Self;

    /// The query without its question mark; only what differs from the default.
    fn written(&self) -> String;

    /// What is searched for; empty for everything.
    fn searched(&self) -> &str;

    /// The same with another search, from the first page.
    fn search(self, text: &str) -> Self;

    /// The values that a property is kept to; none for any.
    fn kept(&self, filter: Self::Filter) -> &[String];

    /// The same with a property kept to exactly these values, from the first
    /// page.
    fn keep(self, filter: Self::Filter, values: Vec<String>) -> Self;

    /// Only rows started at this moment or later, in RFC 3339.
    fn after(&self) -> Option<&str>;

    /// Only rows started before this moment, in RFC 3339.
    fn before(&self) -> Option<&str>;

    /// The same for another stretch of time, from the first page.
    fn between(self, after: Option<String>, before: Option<String>) -> Self;

    /// Whether some rows are left out.
    fn is_narrowed(&self) -> bool;

    /// Whether the page is another than the first.
    fn is_beyond_first(&self) -> bool;

    /// The same at another page number.
    fn at_page(self, page: u32) -> Self;

    /// The same order and size of all rows, from the first page.
    fn all(self) -> Self;

    /// What may be kept of it: its filters, its times, its order. Nothing about
    /// customers may: neither what was searched for nor whose rows were looked
    /// at.
    fn keepable(self) -> Self;
}

/// Implements [`ListQuery`] for a query that has all its parts under their
/// usual names; `$narrowed` tells whether some rows are left out.
macro_rules! list_query {
    ($query:ty, $filter:ty, $narrowed:expr) => {
        impl $crate::domain::route::ListQuery for $query {
            type Filter = $filter;

            const FILTERS: &'static [$filter] = &<$filter>::ALL;

            fn wire_name(filter: $filter) -> &'static str {
                let pairs = <$filter>::ALL.iter().zip(<$filter>::NAMES);
                let mut known = pairs.filter(|(known, _)| **known == filter);
                known.next().map_or("", |(_, name)| name)
            }

            fn read(query: &str) -> Self {
                Self::from_query(query)
            }

            fn written(&self) -> String {
                self.to_query()
            }

            fn searched(&self) -> &str {
                &self.q
            }

            fn search(self, text: &str) -> Self {
                self.with_q(text)
            }

            fn kept(&self, filter: $filter) -> &[String] {
                self.chosen(filter)
            }

            fn keep(self, filter: $filter, values: Vec<String>) -> Self {
                self.with(filter, values)
            }

            fn after(&self) -> Option<&str> {
                self.after.as_deref()
            }

            fn before(&self) -> Option<&str> {
                self.before.as_deref()
            }

            fn between(self, after: Option<String>, before: Option<String>) -> Self {
                self.with_times(after, before)
            }

            fn is_narrowed(&self) -> bool {
                let narrowed: fn(&Self) -> bool = $narrowed;
                narrowed(self)
            }

            fn is_beyond_first(&self) -> bool {
                self.page > 1 || self.cursor.is_some()
            }

            fn at_page(self, page: u32) -> Self {
                self.with_page(page)
            }

            fn all(self) -> Self {
                self.cleared()
            }

            fn keepable(self) -> Self {
                self.with_q("").with_contact(None)
            }
        }
    };
}

pub(super) use list_query;
