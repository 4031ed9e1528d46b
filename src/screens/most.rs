//! Lists of which an API may send more than anybody reads.

use leptos::prelude::*;

/// Most rows drawn at once, the contract's largest page: thousands of them would
/// stop the page. Of an API that sends more, the rest is counted and not drawn.
pub const MOST: usize = 200;

/// Says that there are more than are drawn.
pub fn cut(count: usize) -> Option<impl IntoView> {
    (count > MOST).then(
        || view! { <p class="card-body secondary">"Only the first " {MOST} " are shown."</p> },
    )
}
