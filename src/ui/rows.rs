//! Table rows that keep their identity through a refresh.

use std::sync::Arc;

use leptos::{ev, html, prelude::*, web_sys};
use wasm_bindgen::JsCast;

use crate::living::after_paint;

use super::{Fragment, Markup, focus::has_marked_text, row_focus::RowFocus, row_store::RowStore};

/// The body of a table whose rows are known by key.
///
/// A refresh that changes one cell touches that cell only: each row draws its
/// cells from its own signal, and the cells, which are data, are compared with
/// what stands there. Rows that moved keep the focus. When no key survives, as
/// on another page, the whole body is swapped at once.
///
/// With `on_open`, `↑ ↓ j k Home End` move between rows, and Enter or a press
/// on a row opens it; a press on a link or button inside does not, unless it is
/// marked `data-press`: then `on_press`, or `on_open`, gets it.
#[component]
pub fn KeyedRows<T, K, C>(
    /// The rows, in order. Of rows with the same key only the first is drawn.
    #[prop(into)]
    rows: Signal<Vec<T>>,
    /// The identity of a row.
    key: K,
    /// The cells of a row: one `<th scope="row">` and `<td>`s.
    cells: C,
    /// The key of the row whose details are open.
    #[prop(optional, into)]
    selected: Signal<Option<String>>,
    /// Called with the key of the row to open.
    #[prop(optional, into)]
    on_open: Option<Callback<String>>,
    /// Called with the key of the row whose marked control was pressed, if
    /// that is available.
    #[prop(optional, into)]
    on_press: Option<Callback<String>>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    K: Fn(&T) -> String + Copy + Send + Sync + 'static,
    C: Fn(T) -> Vec<Markup> + Clone + Send + Sync + 'static,
{
    let store = StoredValue::new(RowStore::default());
    let source = RowSource {
        take_in: Arc::new(move || {
            rows.with(|rows| store.update_value(|store| store.take_in(rows, key)));
            store.with_value(|store| store.generation)
        }),
        keys: Arc::new(move || store.with_value(|store| store.keys.clone())),
        cells: Arc::new(move |key| {
            let value = store.with_value(|store| store.row(key));
            let cells = cells.clone();
            (move || value.as_ref().map(|value| Fragment::of(cells(value.get())))).into_any()
        }),
    };
    let on_press = on_press.or(on_open);
    let selected = marked(selected);
    view! { <Bodies source selected on_open on_press/> }
}

/// The row that is marked: the selected one, once what it opens is on screen. A
/// mark has the browser paint the whole table.
fn marked(selected: Signal<Option<String>>) -> Signal<Option<String>> {
    let marked = RwSignal::new(selected.get_untracked());
    Effect::new(move |_| {
        if selected.get() != marked.get_untracked() {
            after_paint(marked, move || marked.set(selected.get_untracked()));
        }
    });
    marked.into()
}

/// The rows without their type, so that what draws them is compiled once.
#[derive(Clone)]
struct RowSource {
    /// Takes in the news; returns the generation of the body. Tracked.
    take_in: Arc<dyn Fn() -> u32 + Send + Sync>,
    /// The keys of the current generation.
    keys: Arc<dyn Fn() -> ArcRwSignal<Vec<String>> + Send + Sync>,
    /// The cells of a row, which follow its news.
    cells: Arc<dyn Fn(&str) -> AnyView + Send + Sync>,
}

/// The body, a new one for each generation.
#[component]
fn Bodies(
    source: RowSource,
    selected: Signal<Option<String>>,
    on_open: Option<Callback<String>>,
    on_press: Option<Callback<String>>,
) -> impl IntoView {
    let take_in = source.take_in.clone();
    let body = move |_| {
        let keys = (source.keys)();
        let element = NodeRef::<html::Tbody>::new();
        let focus = RowFocus::new(element);
        let cells = source.cells.clone();
        let row = move |key: String| {
            let content = cells(&key);
            view! { <Row key focus selected on_open on_press content/> }
        };
        let each = move || {
            let keys = keys.get();
            focus.keep_through(&keys);
            keys
        };
        let on_key = move |event: ev::KeyboardEvent| {
            if let (Some(key), Some(on_open)) = (focus.on_key(&event), on_open) {
                on_open.run(key);
            }
        };
        view! {
            <tbody node_ref=element on:keydown=on_key>
                <For each key=|key: &String| key.clone() children=row/>
            </tbody>
        }
    };
    view! { <For each=move || [take_in()] key=|generation: &u32| *generation children=body/> }
}

/// One row: its selection, its place in the tab order, and what opens it.
#[component]
fn Row(
    key: String,
    focus: RowFocus,
    selected: Signal<Option<String>>,
    on_open: Option<Callback<String>>,
    on_press: Option<Callback<String>>,
    content: AnyView,
) -> impl IntoView {
    let is_selected = {
        let key = key.clone();
        move || selected.with(|selected| selected.as_deref() == Some(key.as_str()))
    };
    let is_selected = Memo::new(move |_| is_selected());
    let tab_stop = {
        let key = key.clone();
        move || on_open.map(|_| if focus.is_at(&key) { "0" } else { "-1" })
    };
    let on_focus = {
        let key = key.clone();
        move |_| focus.moved_to(&key)
    };
    let on_click = {
        let key = key.clone();
        move |event: ev::MouseEvent| {
            let called = match control(&event) {
                Some(control) => on_press.filter(|_| is_marked(&control)),
                None => on_open.filter(|_| !has_marked_text()),
            };
            if let Some(called) = called {
                called.run(key.clone());
            }
        }
    };
    view! {
        <tr
            data-row=key
            data-opens=on_open.map(|_| "")
            data-selected=move || is_selected.get().then_some("")
            aria-selected=move || on_open.map(|_| if is_selected.get() { "true" } else { "false" })
            tabindex=tab_stop
            on:focusin=on_focus
            on:click=on_click
        >
            {content}
        </tr>
    }
}

/// What reacts by itself at the place that was pressed.
fn control(event: &ev::MouseEvent) -> Option<web_sys::Element> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    target
        .closest("a,button,input,label,select,summary,[popover]")
        .ok()
        .flatten()
}

/// Whether it leaves what it does to its row, and may do it now.
fn is_marked(control: &web_sys::Element) -> bool {
    control.has_attribute("data-press")
        && control.get_attribute("aria-disabled").as_deref() != Some("true")
}
