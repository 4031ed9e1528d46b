//! A list that is written into a file: its columns, and how a page of it is
//! asked for.

use crate::api::client::{Ask, Fetched};
use crate::api::error::{ApiError, ErrorKind};
use crate::domain::export::{Columns, Portion, head};
use crate::domain::page::{Listed, Place};
use std::future::Future;
use std::pin::Pin;

type Asking = Pin<Box<dyn Future<Output = Result<Portion, ApiError>>>>;

/// A list, as it is filtered and sorted.
pub struct List {
    /// The file's first line.
    pub head: String,
    /// Whether rows may come into it and leave it while it is read.
    pub moves: bool,
    page: Box<dyn Fn(Place, Ask) -> Asking>,
}

impl List {
    /// A list with these columns; `page` asks for one of its pages.
    pub fn new<P, A>(columns: Columns<P::Item>, page: impl Fn(Place, Ask) -> A + 'static) -> Self
    where
        P: Listed + 'static,
        A: Future<Output = Result<Fetched<P>, ApiError>> + 'static,
    {
        let page = move |place: Place, ask: Ask| -> Asking {
            let asked = page(place, ask);
            Box::pin(async move {
                match asked.await? {
                    Fetched::New { value, .. } => Ok(Portion::of(&value, columns)),
                    Fetched::Unchanged => Err(without_an_etag()),
                }
            })
        };
        Self {
            head: head(columns),
            moves: true,
            page: Box::new(page),
        }
    }

    /// The same of a list that no row comes into or leaves any more.
    pub fn at_rest(self) -> Self {
        Self {
            moves: false,
            ..self
        }
    }

    /// Asks for a page.
    pub fn page(&self, place: Place, ask: Ask) -> Asking {
        (self.page)(place, ask)
    }
}

fn without_an_etag() -> ApiError {
    ApiError::new(ErrorKind::Unreadable {
        path: String::new(),
        expected: "a page, and it says that nothing has changed".to_owned(),
    })
}
