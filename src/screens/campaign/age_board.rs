//! How long the campaign's tasks have been where they are.

use crate::domain::state_age::board;
use crate::screens::age_table::AgeTable;
use crate::state::live::use_live;
use leptos::prelude::*;

/// The board, only if the API reports ages.
#[component]
pub fn AgeInState() -> impl IntoView {
    let shown = use_live().shows(board);
    view! { <AgeTable shown/> }
}
