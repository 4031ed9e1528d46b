//! The list of what needs a person. It holds still until it is told to move.

use crate::domain::attention::{AttentionList, Entry, Link, since, unchecked_notes};
use crate::domain::format::Formats;
use crate::domain::glyph::Glyph;
use crate::domain::live_ops::Cards;
use crate::domain::tone::Tone;
use crate::screens::most::MOST;
use crate::state::live_ops::{LiveOps, use_live_ops, write};
use crate::ui::{Button, Card, EmptyState, GlyphIcon, Note, Skeleton, SkeletonKind};
use leptos::ev;
use leptos::prelude::*;

/// The list, with what has changed since it was shown.
#[component]
pub fn Attention(
    /// Buttons at the end of its head.
    #[prop(optional, into)]
    actions: ViewFnOnce,
) -> impl IntoView {
    let live = use_live_ops();
    let sub = Signal::derive(move || {
        live.shown
            .with(|list| match list.as_ref().map(|list| list.entries.len()) {
                None => String::new(),
                Some(0) => "nothing".to_owned(),
                Some(1) => "1 entry".to_owned(),
                Some(count) => {
                    let of = told(live, |_, formats| match count > MOST {
                        true => formats.of(MOST as i64, count as i64),
                        false => formats.count(count as i64),
                    });
                    [&*of, ", most urgent first"].concat()
                }
            })
    });
    let as_of = Memo::new(move |_| {
        live.shown.with(|list| {
            let list = list.as_ref()?;
            Some(told(live, |_, formats| formats.clock_seconds(&list.at)))
        })
    });
    let badge = move || {
        view! { {move || as_of.get().map(|at| view! { <span class="secondary">"as of " {at}</span> })} }
    };
    view! {
        <Card title="Needs attention" sub badge actions part="attention">
            <Changes live/>
            {move || match live.shown.with(Option::is_some) {
                true => view! { <Shown live/> }.into_any(),
                false => view! { <Skeleton kind=SkeletonKind::Rows(4)/> }.into_any(),
            }}
        </Card>
    }
}

/// Writes something with the zone and the clock of the cards.
fn told<R>(live: LiveOps, tell: impl FnOnce(&Cards, &Formats<'_>) -> R) -> R {
    let cards = live.cards.get_untracked();
    write(live.session, &cards, |formats| tell(&cards, formats))
}

/// "2 changes since this list. Show them"
#[component]
fn Changes(live: LiveOps) -> impl IntoView {
    let count = Memo::new(move |_| {
        live.fresh.with(|fresh| {
            live.shown.with(|shown| match (shown, fresh) {
                (Some(shown), Some(fresh)) => shown.changes(fresh),
                _ => 0,
            })
        })
    });
    let words = Memo::new(move |_| match count.get() {
        1 => "1 change since this list.".to_owned(),
        count => format!("{count} changes since this list."),
    });
    let there = Memo::new(move |_| count.get() > 0);
    view! {
        <div class="changes" role="status">
            {move || there.get().then(|| view! {
                <p data-tone="accent"><GlyphIcon glyph=Glyph::CircleInfo/> <span>{words}</span></p>
                <Button small=true label="Show them" on_press=move |()| live.show_fresh()/>
            })}
        </div>
    }
}

#[component]
fn Shown(live: LiveOps) -> impl IntoView {
    let list = move || {
        let list = live.shown.get()?;
        Some(match list.entries.is_empty() {
            true => nothing(&list).into_any(),
            false => entries(live, list.entries).into_any(),
        })
    };
    let notes = Memo::new(move |_| {
        let list = live.fresh.get();
        list.map(|list| {
            told(live, |cards, formats| {
                unchecked_notes(&list, cards, formats)
            })
        })
        .unwrap_or_default()
    });
    let unchecked = move || {
        let notes = notes.get();
        (!notes.is_empty()).then(|| {
            view! {
                <div class="card-body">
                    <Note tone=Tone::Warn glyph=Glyph::TriangleAlert>
                        <b>"Not everything could be checked. "</b> {notes.join(" ")}
                    </Note>
                </div>
            }
        })
    };
    view! { {list} {unchecked} }
}

fn nothing(list: &AttentionList) -> impl IntoView {
    let text = match list.checked.is_empty() {
        true => "Nothing could be checked yet.".to_owned(),
        false => ["Checked: ", &*list.checked.join(", "), "."].concat(),
    };
    view! { <EmptyState title="Nothing needs a person" text/> }
}

fn entries(live: LiveOps, entries: Vec<Entry>) -> impl IntoView {
    let row = |entry: Entry| {
        let since = live
            .past
            .with_untracked(|past| told(live, |_, formats| since(&entry, past, formats)));
        let way = |link: &Link| {
            let address = live.session.navigation.href(&link.route);
            let name = [link.label, ": ", &entry.sentence].concat();
            let part = link.part;
            let lead = move |event: ev::MouseEvent| {
                let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key();
                live.session.leads_to.set(part.filter(|_| !elsewhere));
            };
            view! { <a class="button" data-kind="secondary" href=address aria-label=name on:click=lead>{link.label}</a> }
        };
        let triage = entry.triage();
        let ways = view! { {triage.as_ref().map(way)} {way(&entry.link)} };
        view! {
            <li class="attention-entry" data-tone=entry.severity.tone().name()>
                <GlyphIcon glyph=entry.severity.glyph()/>
                <div class="attention-text">
                    <p><span class="attention-severity">{entry.severity.label().into_owned()}</span> " " <b>{entry.sentence}</b></p>
                    <p class="secondary">{entry.evidence}</p>
                </div>
                <span class="attention-since secondary">{since}</span>
                <span class="attention-ways">{ways}</span>
            </li>
        }
    };
    view! { <ol class="attention-list">{entries.into_iter().take(MOST).map(row).collect::<Vec<_>>()}</ol> }
}
