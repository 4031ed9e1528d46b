//! The pictures that go along: ours, and one of the operator's own.

use super::HandOver;
use crate::domain::diagnostics::{
    CAUSE_PICTURE, DISPATCH_PICTURE, MOST_BYTES, OwnPicture, data_address,
};
use crate::ui::{Button, ButtonKind, Dialog, FileField, IconName};
use leptos::prelude::*;

const UNREADABLE: &str = "The browser could not read that file.";

/// The pictures by name, each to be looked at, and a way to add one.
#[component]
pub fn Pictures(
    /// What is taken along.
    hand_over: HandOver,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let viewed = RwSignal::new("");
    let trouble = RwSignal::new(None::<&'static str>);
    let has_dispatch = Memo::new(move |_| hand_over.tell(|of| of.evidence.snapshot().is_some()));
    let own = Memo::new(move |_| {
        let picture = hand_over.picture;
        picture.with(|own| own.as_ref().map(|own| own.kind.file_name()))
    });
    let view_of = move |name: &'static str| {
        let look = move |()| {
            viewed.set(name);
            open.set(true);
        };
        view! { <Button kind=ButtonKind::Quiet small=true icon=IconName::File label=name on_press=look/> }
    };
    let dispatch = move || has_dispatch.get().then(|| view_of(DISPATCH_PICTURE));
    let added = move || {
        own.get().map(|name| {
            let remove = move |()| hand_over.picture.set(None);
            view! {
                {view_of(name)}
                <Button kind=ButtonKind::Quiet small=true label="Remove" on_press=remove/>
                <span class="secondary">"Goes along as it looks: numbers on it cannot be masked."</span>
            }
        })
    };
    let take = move |bytes: Option<Vec<u8>>| {
        let taken = bytes.map(|bytes| OwnPicture::of(&bytes).map_err(|trouble| trouble.words()));
        match taken.unwrap_or(Err(UNREADABLE)) {
            Ok(picture) => {
                hand_over.picture.set(Some(picture));
                trouble.set(None);
            }
            Err(why) => trouble.set(Some(why)),
        }
    };
    view! {
        <dt>"Screenshot"</dt>
        <dd class="bundle-pictures">
            {view_of(CAUSE_PICTURE)}
            {dispatch}
            {added}
            <FileField label="Add your own…" accept="image/png,image/jpeg" most=MOST_BYTES on_file=take/>
            <span class="bundle-missing" role="status">{trouble}</span>
        </dd>
        <Viewer hand_over open viewed/>
    }
}

/// One picture as it goes into the bundle.
#[component]
fn Viewer(
    hand_over: HandOver,
    open: RwSignal<bool>,
    viewed: RwSignal<&'static str>,
) -> impl IntoView {
    let footer = move || view! { <Button label="Close" on_press=move |()| open.set(false)/> };
    let picture = move || {
        let name = viewed.get_untracked();
        let address = address(hand_over, name);
        view! { <img class="bundle-picture" src=address alt=alternative(name)/> }
    };
    view! { <Dialog open title=move || viewed.get() footer>{picture}</Dialog> }
}

fn address(hand_over: HandOver, name: &str) -> Option<String> {
    let bundle = hand_over.bundle();
    let file = bundle.files.iter().find(|file| file.name == name)?;
    let own = hand_over.picture.get_untracked();
    let own = own.filter(|own| own.kind.file_name() == name);
    let media_type = own.map_or("image/svg+xml", |own| own.kind.media_type());
    Some(data_address(media_type, &file.bytes))
}

fn alternative(name: &str) -> &'static str {
    match name {
        CAUSE_PICTURE => "The likely cause and the checks behind it, as on this page",
        DISPATCH_PICTURE => {
            "The dispatch verdict, its limits and blockers, as on the campaign's page"
        }
        _ => "Your picture",
    }
}
