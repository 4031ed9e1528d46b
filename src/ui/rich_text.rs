//! Sentences with strong words.

use leptos::prelude::*;

use crate::domain::rich::Rich;

/// A sentence whose figures stand out.
#[component]
pub fn RichText(
    /// The sentence.
    rich: Rich,
) -> impl IntoView {
    rich.0
        .into_iter()
        .map(|span| {
            let weight = if span.strong { "strong" } else { "plain" };
            view! { <span data-weight=weight>{span.text}</span> }
        })
        .collect::<Vec<_>>()
}
