//! Lists of which an API may send more than anybody reads.

use super::list_head::write;
use crate::state::session::use_session;
use leptos::prelude::*;

/// Most rows drawn at once, the contract's largest page: thousands of them would
/// stop the page. Of an API that sends more, the rest is counted and not drawn.
pub const MOST: usize = 200;

/// Says how many there are, where that is more than are drawn.
pub fn cut(all: usize) -> Option<impl IntoView> {
    (all > MOST).then(|| {
        let shown = write(use_session(), None, None, |formats| {
            formats.of(MOST as i64, all as i64)
        });
        view! { <p class="card-body secondary">"Only the first " {shown} " are shown."</p> }
    })
}
