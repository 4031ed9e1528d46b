//! Lists of which an API may send more than anybody reads.

use leptos::prelude::*;

/// So many rows are drawn: thousands of them would stop the page.
pub const MOST: usize = 200;

/// Says that there are more than are drawn.
pub fn cut(count: usize) -> Option<impl IntoView> {
    (count > MOST).then(
        || view! { <p class="card-body secondary">"Only the first " {MOST} " are shown."</p> },
    )
}
