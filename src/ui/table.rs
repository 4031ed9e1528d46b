//! The frame of a table and its sortable heads.

use leptos::{html, prelude::*};

use super::{
    element_id::element_id,
    icon::{Icon, IconName},
    mounted::mounted,
    observer::Observer,
    tip::{TipText, Tipped},
};
use crate::domain::sort::{Sort, SortKey};

/// A native table; where it is wider than its place it scrolls sideways, and
/// the region can then be focused and scrolled by keyboard. Where it fits, its
/// head sticks below `--sticky-top` while the page scrolls.
///
/// `head` is one `<tr>` of `<th scope="col">` and [`SortHead`]; children are
/// one [`super::KeyedRows`] (which brings the `<tbody>`); `foot` stands below.
/// Cell classes: `num` right-aligned figures, `two` two lines, `sub` the second
/// line, `dash` the "—" of what does not apply.
#[component]
pub fn TableFrame(
    /// Name of the table for assistive technology.
    #[prop(into)]
    label: Signal<String>,
    /// The row of column heads.
    #[prop(into)]
    head: ViewFnOnce,
    /// "Showing 17 of 4,812 tasks", pager, hints.
    #[prop(optional, into)]
    foot: ViewFnOnce,
    /// `data-density`: `compact`, `default` or `comfortable`.
    #[prop(optional, into)]
    density: Signal<Option<&'static str>>,
    /// The rows.
    children: Children,
) -> impl IntoView {
    let region = NodeRef::<html::Div>::new();
    let overflows = RwSignal::new(false);
    let measure = move || {
        if let (Some(region), Some(known)) = (mounted(region), overflows.try_get_untracked()) {
            let now = region.scroll_width() > region.client_width();
            if known != now {
                overflows.set(now);
            }
        }
    };
    let observers = StoredValue::new_local(None::<Observer>);
    region.on_load(move |region| {
        let observer = Observer::of_sizes(measure);
        observer.watch(&region);
        if let Some(table) = region.first_element_child() {
            observer.watch(&table);
        }
        observers.set_value(Some(observer));
    });
    view! {
        <div
            class="table-region"
            role=move || overflows.get().then_some("region")
            aria-label=move || overflows.get().then(|| [label.get().as_str(), ", scrolls sideways"].concat())
            tabindex=move || overflows.get().then_some("0")
            data-density=move || density.get()
            node_ref=region
        >
            <table class="table" part="table" aria-label=label>
                <thead>{head.run()}</thead>
                {children()}
            </table>
        </div>
        <div class="table-foot">{foot.run()}</div>
    }
}

/// How a column is sorted now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorted {
    /// Smallest, oldest or first letter on top.
    Ascending,
    /// Largest, newest or last letter on top.
    Descending,
}

impl Sorted {
    /// How the column of `key` stands in a list's order; `None` when it is sorted
    /// by another.
    pub fn of<K: SortKey>(sort: Sort<K>, key: K) -> Option<Self> {
        (sort.key() == key).then(|| match sort.is_descending() {
            true => Self::Descending,
            false => Self::Ascending,
        })
    }

    /// The value of `aria-sort`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ascending => "ascending",
            Self::Descending => "descending",
        }
    }
}

/// A column head that sorts the table.
#[component]
pub fn SortHead(
    /// The column's name.
    #[prop(into)]
    label: Signal<String>,
    /// Whether figures stand below it: right-aligned.
    #[prop(optional)]
    num: bool,
    /// The order if the table is sorted by this column, else nothing.
    #[prop(into)]
    sorted: Signal<Option<Sorted>>,
    /// Why the table cannot be sorted by it, where it cannot.
    #[prop(optional, into)]
    reason: Signal<Option<String>>,
    /// Called on press; the screen decides on the next order.
    #[prop(into)]
    on_sort: Callback<()>,
) -> impl IntoView {
    let id = element_id("order");
    let lacks = Memo::new(move |_| reason.with(Option::is_some));
    let described_by = {
        let id = id.clone();
        move || lacks.get().then(|| id.clone())
    };
    let picture = move || match sorted.get() {
        None => IconName::Sort,
        Some(Sorted::Ascending) => IconName::SortUp,
        Some(Sorted::Descending) => IconName::SortDown,
    };
    view! {
        <th
            scope="col"
            class=num.then_some("num")
            aria-sort=move || sorted.get().map(Sorted::name)
        >
            <Tipped text=move || reason.try_get_untracked()?.map(TipText::from)>
                <button
                    type="button"
                    class="sort-head"
                    aria-disabled=move || lacks.get().then_some("true")
                    aria-describedby=described_by
                    on:click=move |_| if !lacks.get_untracked() { on_sort.run(()) }
                >
                    <span>{label}</span>
                    {move || (!lacks.get()).then(|| view! { <Icon name=picture()/> })}
                </button>
                <span id=id hidden=true>{reason}</span>
            </Tipped>
        </th>
    }
}
