//! Mistakes in a file that somebody wrote: where, what, and what to write.

use leptos::prelude::*;

/// One mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultLine {
    /// Where in the file: `auth.mode`.
    pub place: String,
    /// What is wrong there, without a period.
    pub problem: String,
    /// What to do about it, with or without a period; may be empty.
    pub fix: String,
}

/// The mistakes, each under its place.
#[component]
pub fn FaultList(
    /// The mistakes, in the order of the file.
    lines: Vec<FaultLine>,
) -> impl IntoView {
    let lines = lines.into_iter().map(|line| {
        let problem = sentence(&line.problem);
        let fix = (!line.fix.is_empty()).then(|| sentence(&line.fix));
        view! {
            <dt><code>{line.place}</code></dt>
            <dd>{problem} {fix.map(|fix| view! { <b>" " {fix}</b> })}</dd>
        }
    });
    view! { <dl class="fault-list">{lines.collect::<Vec<_>>()}</dl> }
}

/// With a capital at its start and a period at its end.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    let mut sentence: String = first.into_iter().flatten().chain(letters).collect();
    if !sentence.ends_with(['.', '!', '?']) {
        sentence.push('.');
    }
    sentence
}
