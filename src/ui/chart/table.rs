//! The figures of a chart.

use leptos::prelude::*;

/// A plain table: the first column names its rows, the others are figures.
#[component]
pub fn FigureTable(
    /// Name of the table for assistive technology.
    #[prop(into)]
    label: Signal<String>,
    /// Heads of the columns.
    #[prop(into)]
    head: Signal<Vec<String>>,
    /// The cells, row by row.
    #[prop(into)]
    rows: Signal<Vec<Vec<String>>>,
) -> impl IntoView {
    let heads = move || {
        let heads = head.get().into_iter().enumerate();
        heads
            .map(|(at, text)| view! { <th scope="col" class:num=at != 0>{text}</th> })
            .collect::<Vec<_>>()
    };
    let body = move || rows.get().into_iter().map(row).collect::<Vec<_>>();
    view! {
        <table class="table" aria-label=label>
            <thead>
                <tr>{heads}</tr>
            </thead>
            <tbody>{body}</tbody>
        </table>
    }
}

fn row(cells: Vec<String>) -> impl IntoView {
    let mut cells = cells.into_iter();
    let name = cells.next();
    let figures = cells
        .map(|text| view! { <td class="num">{text}</td> })
        .collect::<Vec<_>>();
    view! {
        <tr>
            <th scope="row">{name}</th>
            {figures}
        </tr>
    }
}
