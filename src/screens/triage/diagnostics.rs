//! The diagnostics bundle: what support needs, pre-filled, to copy or to save.

use super::Triage;
use crate::domain::diagnostics::{Diagnostics, Item, ItemKey, ItemState, summary};
use crate::domain::glyph::Glyph;
use crate::domain::tone::Tone;
use crate::ui::{Badge, Button, ButtonKind, Card, GlyphIcon, IconName, MaskSwitch};
use leptos::prelude::*;

mod hand_over;
mod pictures;
mod window;

pub use hand_over::HandOver;
use pictures::Pictures;
use window::WindowDialog;

/// The seven items with what the operator may change of them, and the two ways
/// to take them along.
#[component]
pub fn DiagnosticsBundle(
    /// What is taken along.
    hand_over: HandOver,
) -> impl IntoView {
    let items = Memo::new(move |_| hand_over.tell(Diagnostics::of));
    let badge = move || {
        let (ready, words) = items.with(|items| (items.ready(), items.words()));
        let (tone, glyph) = match ready {
            7 => (Tone::Ok, Glyph::CircleCheck),
            _ => (Tone::Warn, Glyph::TriangleAlert),
        };
        view! { <Badge tone glyph label=words/> }
    };
    let setting = RwSignal::new(false);
    let row = move |key: ItemKey| view! { <Row items key/> };
    view! {
        <Card title="Diagnostics bundle" badge=move || badge part="diagnostics">
            <div class="card-body stack">
                <dl class="bundle">
                    {[ItemKey::Workspace, ItemKey::Campaign, ItemKey::Job, ItemKey::Upload].map(row)}
                    <Row items key=ItemKey::TimeWindow>
                        <Button kind=ButtonKind::Quiet small=true label="Change…" on_press=move |()| setting.set(true)/>
                    </Row>
                    <Row items key=ItemKey::Counts/>
                    <Summary hand_over items/>
                    <Pictures hand_over/>
                </dl>
                <WindowDialog hand_over open=setting/>
                <div class="bundle-actions">
                    <Button small=true icon=IconName::Copy label="Copy as text" on_press=move |()| hand_over.copy()/>
                    <Button small=true icon=IconName::Download label="Download .zip" on_press=move |()| hand_over.save()/>
                    <MaskSwitch shown=hand_over.numbers_shown/>
                </div>
            </div>
        </Card>
    }
}

/// One item: its value, that there is none, or why it is not known.
#[component]
fn Row(
    items: Memo<Diagnostics>,
    key: ItemKey,
    /// A way to change it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let item = Memo::new(move |_| items.with(|items| items.item(key).cloned()));
    view! {
        <dt>{key.label()}</dt>
        <dd>{move || item.get().map(told)} {children.map(|children| children())}</dd>
    }
}

fn told(item: Item) -> AnyView {
    let is_id = item.key.is_id();
    match item.state {
        ItemState::There(id) if is_id => view! { <code>{id}</code> }.into_any(),
        ItemState::There(words) => view! { <span>{words}</span> }.into_any(),
        ItemState::None(why) => view! { <span class="secondary">"None: " {why}</span> }.into_any(),
        ItemState::Missing(why) => view! {
            <span class="bundle-missing" data-tone=Tone::Warn.name()>
                <GlyphIcon glyph=Glyph::TriangleAlert/>
                <span><span class="visually-hidden">"Missing: "</span> {why}</span>
            </span>
        }
        .into_any(),
    }
}

/// The symptom as the evidence has it, until somebody writes.
#[component]
fn Summary(hand_over: HandOver, items: Memo<Diagnostics>) -> impl IntoView {
    let text = Memo::new(move |_| hand_over.tell(summary));
    let written = Memo::new(move |_| hand_over.summary.with(Option::is_some));
    let missing = Memo::new(move |_| {
        let state = items.with(|items| Some(items.item(ItemKey::Symptom)?.state.clone()));
        match state {
            Some(ItemState::Missing(why)) => Some(why),
            _ => None,
        }
    });
    let refill = move || {
        let refill = move |()| hand_over.summary.set(None);
        written.get().then(|| {
            view! { <Button kind=ButtonKind::Quiet small=true label="Write it from the evidence" on_press=refill/> }
        })
    };
    view! {
        <dt>{ItemKey::Symptom.label()}</dt>
        <dd>
            <textarea
                class="field bundle-summary"
                rows="4"
                aria-label="Symptom summary"
                prop:value=text
                on:input=move |event| hand_over.summary.set(Some(event_target_value(&event)))
            ></textarea>
            <span class="bundle-missing" data-tone=Tone::Warn.name()>{missing}</span>
            {refill}
        </dd>
    }
}

/// Copies the same text as the card, from the head of the page.
#[component]
pub fn CopyDiagnostics(
    /// What is taken along.
    hand_over: HandOver,
) -> impl IntoView {
    view! {
        <Button
            kind=ButtonKind::Primary
            icon=IconName::Copy
            label="Copy diagnostics"
            on_press=move |()| hand_over.copy()
        />
    }
}
