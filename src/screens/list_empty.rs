//! Why a list has no rows: filtered to nothing, past the last page, and nothing
//! there are different facts.

use crate::ui::{Button, EmptyState};
use leptos::prelude::*;

/// What is known of a list without rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Emptiness {
    /// Whether it has rows that could not be read, which are told elsewhere.
    pub unreadable: bool,
    /// Whether it is not its first page.
    pub beyond: bool,
    /// Whether some rows are left out.
    pub filtered: bool,
}

/// Says why, with the way out.
#[component]
pub fn ListEmpty(
    /// What one row is, and several: "record", "records".
    nouns: (&'static str, &'static str),
    /// What is known.
    #[prop(into)]
    why: Signal<Emptiness>,
    /// Why there are none at all.
    none_yet: &'static str,
    /// Goes to the first page.
    #[prop(into)]
    on_first: Callback<()>,
    /// Takes the filters off.
    #[prop(into)]
    on_clear: Callback<()>,
) -> impl IntoView {
    let first = move || view! { <Button label="To the first page" on_press=on_first/> };
    let clear = move || view! { <Button label="Clear filters" on_press=on_clear/> };
    let (row, rows) = nouns;
    let why = Memo::new(move |_| why.get());
    move || {
        let why = why.get();
        match (why.unreadable, why.beyond, why.filtered) {
            (true, ..) => ().into_any(),
            (_, true, _) => view! {
                <EmptyState
                    title=format!("This page is past the last {row}")
                    text=format!("Fewer {rows} match now than when the link was made.")
                    action=first
                />
            }
            .into_any(),
            (_, _, true) => view! {
                <EmptyState
                    title=format!("No {row} matches these filters")
                    text="The search and every filter must match at once."
                    action=clear
                />
            }
            .into_any(),
            _ => view! { <EmptyState title=format!("No {rows} yet") text=none_yet/> }.into_any(),
        }
    }
}
