//! Out of an address that does not load.

use super::Listing;
use crate::domain::route::ListQuery;
use leptos::prelude::*;

/// A list that did not load has no filters to take off; the address may be what
/// the API does not accept.
#[component]
pub fn WayOut<L: Listing>(
    /// The list.
    list: L,
) -> impl IntoView {
    let remote = list.remote();
    let failed = Memo::new(move |_| {
        remote
            .state
            .with(|state| state.value().is_none() && state.error().is_some())
    });
    let query = list.query();
    let filtered = Memo::new(move |_| query.with(ListQuery::is_narrowed));
    move || {
        (failed.get() && filtered.get()).then(|| {
            let all = list.href(L::Query::default());
            let words = [L::WHAT, " without these filters"].concat();
            view! { <p><a class="row-link" href=all>{words}</a></p> }
        })
    }
}
