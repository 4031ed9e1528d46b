//! Table rows that keep their identity through a refresh.

use std::collections::HashMap;

use leptos::{ev, html, prelude::*, web_sys};
use wasm_bindgen::JsCast;

use super::{focus::has_marked_text, row_focus::RowFocus};

/// The body of a table whose rows are known by key.
///
/// A refresh that changes one cell touches that cell only: each row draws its
/// cells from its own signal, and the cells are diffed in place. So `cells`
/// returns plain values, without closures. Rows that moved keep the focus.
/// When no key survives, as on another page, the whole body is swapped at once.
///
/// With `on_open`, `↑ ↓ j k Home End` move between rows, and Enter or a press
/// on a row opens it; a press on a link or button inside does not.
#[component]
pub fn KeyedRows<T, V, K, C>(
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
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    K: Fn(&T) -> String + Copy + Send + Sync + 'static,
    C: Fn(T) -> V + Clone + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let store = StoredValue::new(RowStore::default());
    let generations = move || {
        rows.with(|rows| store.update_value(|store| store.take_in(rows, key)));
        [store.with_value(|store| store.generation)]
    };
    let body = move |_| {
        let keys = store.with_value(|store| store.keys.clone());
        let element = NodeRef::<html::Tbody>::new();
        let focus = RowFocus::new(element);
        let cells = cells.clone();
        let row = move |key: String| {
            let value = store.with_value(|store| store.row(&key));
            let cells = cells.clone();
            let content = move || value.as_ref().map(|value| cells(value.get()));
            view! { <Row key focus selected on_open>{content}</Row> }
        };
        let each = move || {
            let keys = keys.get();
            focus.keep_through(&keys);
            keys
        };
        let on_key = move |event: ev::KeyboardEvent| {
            if focus.on_key(&event) {
                press_row(&event);
            }
        };
        view! {
            <tbody node_ref=element on:keydown=on_key>
                <For each key=|key: &String| key.clone() children=row/>
            </tbody>
        }
    };
    view! { <For each=generations key=|generation: &u32| *generation children=body/> }
}

/// One row: its selection, its place in the tab order, and what opens it.
#[component]
fn Row(
    key: String,
    focus: RowFocus,
    selected: Signal<Option<String>>,
    on_open: Option<Callback<String>>,
    children: Children,
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
            if let Some(on_open) = on_open
                && !is_on_control(&event)
                && !has_marked_text()
            {
                on_open.run(key.clone());
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
            {children()}
        </tr>
    }
}

/// Opens the row that has the focus, the way a press would.
fn press_row(event: &ev::KeyboardEvent) {
    if let Some(row) = event
        .target()
        .and_then(|at| at.dyn_into::<web_sys::HtmlElement>().ok())
    {
        row.click();
    }
}

fn is_on_control(event: &ev::MouseEvent) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|target| {
            target
                .closest("a,button,input,label,select,summary,[popover]")
                .ok()
                .flatten()
                .is_some()
        })
}

/// The rows by key, each in a signal of its own.
struct RowStore<T: Send + Sync + 'static> {
    rows: HashMap<String, ArcRwSignal<T>>,
    /// The keys in order. A new signal for each generation, so that the body
    /// that leaves does not draw the rows of the one that comes.
    keys: ArcRwSignal<Vec<String>>,
    /// Counts how often no key survived.
    generation: u32,
}

impl<T: Send + Sync + 'static> Default for RowStore<T> {
    fn default() -> Self {
        Self {
            rows: HashMap::new(),
            keys: ArcRwSignal::new(Vec::new()),
            generation: 0,
        }
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> RowStore<T> {
    /// Passes each row's news to its signal, and the keys on if they changed.
    fn take_in(&mut self, rows: &[T], key: impl Fn(&T) -> String) {
        let mut kept = HashMap::with_capacity(rows.len());
        let mut keys = Vec::with_capacity(rows.len());
        // Nothing before and nothing now is the same body.
        let mut survivors = self.rows.is_empty() && rows.is_empty();
        for row in rows {
            let key = key(row);
            if kept.contains_key(&key) {
                continue;
            }
            let signal = self.rows.remove(&key).inspect(|signal| {
                survivors = true;
                if signal.with_untracked(|old| old != row) {
                    signal.set(row.clone());
                }
            });
            kept.insert(
                key.clone(),
                signal.unwrap_or_else(|| ArcRwSignal::new(row.clone())),
            );
            keys.push(key);
        }
        self.rows = kept;
        if !survivors {
            self.generation = self.generation.wrapping_add(1);
            self.keys = ArcRwSignal::new(keys);
        } else if self.keys.with_untracked(|old| *old != keys) {
            self.keys.set(keys);
        }
    }

    fn row(&self, key: &str) -> Option<ArcRwSignal<T>> {
        self.rows.get(key).cloned()
    }
}
