//! The stretch of time that a list is kept to. The address carries moments, so
//! that a link shows the same rows tomorrow.

use super::{Listing, PageOf};
use crate::domain::call::span::{self, Preset};
use crate::domain::route::ListQuery;
use crate::domain::spelling::humanized;
use crate::ui::{Button, ButtonKind, Dialog, Menu, MenuItem, SpanDraft, SpanFields};
use leptos::prelude::*;
use std::sync::Arc;

/// A menu of stretches, and a dialog for any other.
#[component]
pub fn Times<L: Listing>(
    /// The list.
    list: L,
    /// Its page on screen.
    page: RwSignal<Arc<PageOf<L>>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let items = Signal::derive(move || {
        let preset = |preset: Preset| {
            MenuItem::new(preset.label(), move || {
                let begin = page.with_untracked(|page| {
                    untrack(|| list.write(page, |formats| preset.begin(formats)))
                });
                list.ask(move |query| query.between(Some(begin), None));
            })
        };
        let any = MenuItem::new("Any time", move || {
            list.ask(|query| query.between(None, None));
        });
        let custom = MenuItem {
            starts_group: true,
            ..MenuItem::new("From and to…", move || open.set(true))
        };
        let presets = Preset::ALL.into_iter().map(preset);
        presets.chain([any, custom]).collect::<Vec<_>>()
    });
    view! {
        <span class="times"><Menu label="Started" items/></span>
        <FromAndTo list page open/>
    }
}

/// Both ends of the stretch, on the clocks of the zone that is shown.
#[component]
fn FromAndTo<L: Listing>(
    list: L,
    page: RwSignal<Arc<PageOf<L>>>,
    open: RwSignal<bool>,
) -> impl IntoView {
    let draft = SpanDraft::empty();
    let SpanDraft {
        from,
        to,
        backwards,
    } = draft;
    let shown = move |moment: Option<String>| {
        page.with_untracked(|page| {
            list.write(page, |formats| span::to_field(moment.as_deref(), formats))
        })
    };
    let read = move |field: RwSignal<String>| {
        page.with_untracked(|page| {
            field.with_untracked(|text| list.write(page, |formats| span::from_field(text, formats)))
        })
    };
    Effect::new(move |_| {
        if open.get() {
            let query = list.query().get_untracked();
            untrack(|| {
                from.set(shown(query.after().map(str::to_owned)));
                to.set(shown(query.before().map(str::to_owned)));
            });
        }
    });
    let zone =
        Memo::new(move |_| page.with(|page| list.write(page, |formats| formats.zone_label())));
    let apply = move |()| {
        if !backwards.get_untracked() {
            let ends = untrack(|| (read(from), read(to)));
            open.set(false);
            list.ask(move |query| query.between(ends.0, ends.1));
        }
    };
    let footer = move || {
        view! {
            <Button label="Close" on_press=move |()| open.set(false)/>
            <Button kind=ButtonKind::Primary label=["Show these ", L::ROWS].concat() on_press=apply/>
        }
    };
    view! {
        <Dialog open title=[humanized(L::ROWS).as_str(), " started between"].concat() footer>
            <SpanFields draft to_label="To, not included" zone empty="An empty field leaves that end open."/>
        </Dialog>
    }
}
