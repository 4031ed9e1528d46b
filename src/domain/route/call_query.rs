//! Which calls of the workspace are shown, in which order.

use super::call_filter::CallFilter;
use super::list_query::{self, DEFAULT_SIZE};
use super::listing;
use crate::domain::percent::QueryText;
use crate::domain::sort::{Sort, SortKey};

/// What calls can be sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CallSortKey {
    /// By the time of the dial.
    #[default]
    Started,
    /// By talk time.
    Duration,
}

impl SortKey for CallSortKey {
    const KEYS: &'static [(Self, &'static str, bool)] = &[
        (Self::Started, "started", true),
        (Self::Duration, "duration", true),
    ];
}

/// The order of the call log.
pub type CallSort = Sort<CallSortKey>;

/// Which calls, in which order, and which page of them. The same text serves in
/// the address bar and in the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallQuery {
    /// Part of a phone number or a contact's name, or any ID; empty for all.
    pub q: String,
    /// Only the calls of one contact, by ID.
    pub contact: Option<String>,
    /// Only calls started at this moment or later, in RFC 3339.
    pub after: Option<String>,
    /// Only calls started before this moment, in RFC 3339.
    pub before: Option<String>,
    filters: [Vec<String>; 5],
    /// The order; newest first unless asked otherwise.
    pub sort: CallSort,
    /// Page number from 1; 1 when there is a cursor.
    pub page: u32,
    /// Where to go on, for lists that are paged by cursor.
    pub cursor: Option<String>,
    /// Rows a page holds, 1 to 200.
    pub size: u32,
}

impl Default for CallQuery {
    fn default() -> Self {
        Self {
            q: String::new(),
            contact: None,
            after: None,
            before: None,
            filters: Default::default(),
            sort: CallSort::descending(CallSortKey::Started),
            page: 1,
            cursor: None,
            size: DEFAULT_SIZE,
        }
    }
}

impl CallQuery {
    /// All calls of one campaign, newest first.
    pub fn of_campaign(id: &str) -> Self {
        Self::default().with(CallFilter::Campaign, vec![id.to_owned()])
    }

    fn take(&mut self, name: &str, value: String) {
        match name {
            "contact" => self.contact = list_query::cursor(value),
            "after" => self.after = list_query::moment(value),
            "before" => self.before = list_query::moment(value),
            name => {
                let known = CallFilter::NAMES.iter().zip(&mut self.filters);
                if let Some((_, values)) = { known }.find(|(known, _)| **known == name) {
                    list_query::add(values, value);
                }
            }
        }
    }

    /// The query without its question mark; only what differs from the default.
    pub fn to_query(&self) -> String {
        let mut text = QueryText::default();
        let q = Some(&self.q).filter(|q| !q.is_empty());
        let single = [
            ("q", q),
            ("contact", self.contact.as_ref()),
            ("after", self.after.as_ref()),
            ("before", self.before.as_ref()),
        ];
        for (name, value) in single {
            if let Some(value) = value {
                text.push(name, value);
            }
        }
        for (name, values) in CallFilter::NAMES.iter().zip(&self.filters) {
            for value in values {
                text.push(name, value);
            }
        }
        self.write_place(&mut text);
        text.finish()
    }

    /// The values that a property is kept to; none for any.
    pub fn chosen(&self, filter: CallFilter) -> &[String] {
        self.filters.get(filter as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether some calls are left out.
    pub fn is_filtered(&self) -> bool {
        let kept = [&self.contact, &self.after, &self.before];
        !self.q.is_empty()
            || kept.iter().any(|value| value.is_some())
            || self.filters.iter().any(|values| !values.is_empty())
    }

    /// The same with a property kept to exactly these values, from the first
    /// page.
    pub fn with(mut self, filter: CallFilter, values: Vec<String>) -> Self {
        if let Some(chosen) = self.filters.get_mut(filter as usize) {
            chosen.clear();
            values
                .into_iter()
                .for_each(|value| list_query::add(chosen, value));
        }
        self.with_page(1)
    }

    /// The same for one contact, or for all again, from the first page.
    pub fn with_contact(self, contact: Option<String>) -> Self {
        let contact = contact.and_then(list_query::cursor);
        Self { contact, ..self }.with_page(1)
    }

    /// The same for another stretch of time, from the first page. Moments are
    /// in RFC 3339; what is none leaves that end open.
    pub fn with_times(self, after: Option<String>, before: Option<String>) -> Self {
        let (after, before) = (
            after.and_then(list_query::moment),
            before.and_then(list_query::moment),
        );
        Self {
            after,
            before,
            ..self
        }
        .with_page(1)
    }
}

list_query::places!(CallQuery, CallSort);
listing::list_query!(CallQuery, CallFilter, Self::is_filtered);
