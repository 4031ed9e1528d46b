//! Filters and orders that an API may lack.

use crate::domain::sort::{Sort, SortKey};
use crate::state::session::Session;
use crate::ui::Lacking;
use leptos::prelude::*;

/// The filter `filter` where the API can narrow `resource` by `name`, else its
/// name with the reason why not.
pub fn filtered(
    session: Session,
    resource: &'static str,
    name: &'static str,
    label: &'static str,
    filter: impl Fn() -> AnyView + Send + 'static,
) -> impl IntoView {
    let search = name == "q";
    let reason = Memo::new(move |_| session.cannot_filter(resource, name));
    let lacks = Memo::new(move |_| reason.with(Option::is_some));
    let words = Signal::derive(move || reason.get().unwrap_or_default());
    move || match lacks.get() {
        true => view! { <Lacking label reason=words search/> }.into_any(),
        false => filter(),
    }
}

/// The order after a column's head was pressed, passing over a direction that
/// the API lacks; the reason, where it lacks both. Tracked.
pub fn next_order<K: SortKey>(
    session: Session,
    resource: &str,
    sort: Sort<K>,
    key: K,
) -> Result<Sort<K>, String> {
    let first = sort.pressed(key);
    let other = first.pressed(key);
    let mut reason = None;
    for order in [first, other] {
        match session.cannot_sort(resource, &order.to_wire()) {
            None => return Ok(order),
            Some(why) => reason = Some(why),
        }
    }
    Err(reason.unwrap_or_default())
}
