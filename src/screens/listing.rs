//! What the lists of the whole workspace have in common: one page of rows,
//! filtered, sorted and paged by its address.

use super::list_head;
use crate::domain::facet::Faceted;
use crate::domain::format::Formats;
use crate::domain::route::{ListQuery, Route};
use crate::domain::timestamp::Timestamp;
use crate::state::navigation::Entry;
use crate::state::remote::RemoteHandle;
use crate::state::session::Session;
use leptos::prelude::*;

mod chips;
pub mod foot;
pub mod nothing;
mod save;
mod times;
pub mod tools;
pub mod views;
pub mod way_out;

/// The page that a list shows.
pub type PageOf<L> = <L as Listing>::Page;

/// Something that narrows a list, in words, and the query without it.
pub struct Kept<Q> {
    /// "All attempts of Maya Ortiz".
    pub label: String,
    /// Takes it off.
    pub without: fn(Q) -> Q,
}

/// A list and what is asked of it.
pub trait Listing: Copy + Send + Sync + 'static {
    /// Which rows, in which order.
    type Query: ListQuery;
    /// One page of them.
    type Page: Faceted<Filter = <Self::Query as ListQuery>::Filter> + Send + Sync + 'static;

    /// What one row is: "call".
    const ROW: &'static str;
    /// What several are: "calls".
    const ROWS: &'static str;
    /// The list, as the subject of a sentence: "The call log".
    const WHAT: &'static str;
    /// What can be searched for: "Phone, contact or any ID".
    const SEARCH: &'static str;
    /// Its resource in the contract.
    const RESOURCE: &'static str;
    /// Where the browser keeps its saved views.
    const VIEWS: &'static str;

    /// The console it belongs to.
    fn session(self) -> Session;

    /// What is asked of it.
    fn query(self) -> Memo<Self::Query>;

    /// The page on screen.
    fn remote(self) -> RemoteHandle<Self::Page>;

    /// The view that shows the rows of a query.
    fn route(query: Self::Query) -> Route;

    /// When a page was read, by the server's clock.
    fn captured_at(page: &Self::Page) -> Option<&Timestamp>;

    /// What narrows the list besides search, filters and times.
    fn also_kept(self, page: &Self::Page, query: &Self::Query) -> Vec<Kept<Self::Query>>;

    /// Goes to the same list with another query.
    fn ask(self, change: impl FnOnce(Self::Query) -> Self::Query) {
        let query = change(self.query().get_untracked());
        let route = Self::route(query);
        self.session().navigation.go(&route, Entry::New);
    }

    /// The address of the list with another query.
    fn href(self, query: Self::Query) -> String {
        self.session().navigation.href(&Self::route(query))
    }

    /// Writes something as of the page's moment, in the zone that the operator
    /// chose: the rows of many campaigns share one.
    fn write<R>(self, page: &Self::Page, write: impl FnOnce(&Formats<'_>) -> R) -> R {
        list_head::write(self.session(), Self::captured_at(page), None, write)
    }
}
