//! What a card says of itself when it could not be read, in its own place.

use crate::domain::format::Zone;
use crate::domain::glyph::Glyph;
use crate::domain::live_ops::CardKind;
use crate::domain::timestamp::Timestamp;
use crate::state::live_ops::{Feed, use_live_ops, write};
use crate::ui::{Announcer, GlyphIcon, Skeleton, SkeletonKind};
use leptos::prelude::*;

/// Nothing while all is well; that the API does not report it; else how old the figures are, why, when it is
/// tried again, and Try now.
#[component]
pub fn CardNote(
    /// The card.
    kind: CardKind,
) -> impl IntoView {
    use_live_ops().feed(kind).map(|feed| view! { <Note feed/> })
}

#[component]
fn Note(feed: Feed) -> impl IntoView {
    let there = Memo::new(move |_| feed.trouble.with(Option::is_some));
    let subject = feed.kind.subject();
    let announcer = expect_context::<Announcer>();
    Effect::new(move |before: Option<bool>| {
        let failing = there.get();
        match (before, failing) {
            (Some(false) | None, true) => announcer.say(&[subject, " did not load."].concat()),
            (Some(true), false) => announcer.say(&[subject, " loads again."].concat()),
            _ => {}
        }
        failing
    });
    let retry = move |_| feed.refresh();
    let name = ["Try now: ", subject].concat();
    move || {
        let name = name.clone();
        if feed.absent.get() {
            let words = [subject, ": not reported by this API."].concat();
            return Some(view! { <p class="card-absent">{words}</p> }.into_any());
        }
        there.get().then(|| {
            view! {
                <div class="card-note" data-tone="warn">
                    <GlyphIcon glyph=Glyph::TriangleAlert/>
                    <p><Words feed/></p>
                    <button type="button" class="button" data-kind="secondary" data-size="small" aria-label=name on:click=retry>
                        <span>"Try now"</span>
                    </button>
                </div>
            }
            .into_any()
        })
    }
}

/// "Showing 14:31:58 CST, 40 s ago. HTTP 503. Tried again every 20 s."
#[component]
fn Words(feed: Feed) -> impl IntoView {
    let live = use_live_ops();
    let session = live.session;
    let age = Memo::new(move |_| {
        let read = live.cards.with(|cards| {
            let at = cards.read_at(feed.kind)?;
            Some(write(session, cards, |formats| formats.clock_seconds(&at)))
        });
        let Some((read, came)) = read.zip(feed.fetched_at.get().map(Timestamp::from_ms)) else {
            return "Did not load. ".to_owned();
        };
        let now = session.clock.get();
        let ago = session
            .presentation
            .written_in(&Zone::Utc, now, |formats| formats.ago(&came));
        ["Showing ", &*read, ", ", &ago, ". "].concat()
    });
    let cause = Memo::new(move |_| {
        let cause = feed.trouble.with(|error| Some(error.as_ref()?.cause()));
        cause.map_or_else(String::new, |cause| crate::domain::rich::sentence(&cause))
    });
    let next = move || match feed.wait.get() {
        Some(wait) => format!(" Tried again every {wait} s."),
        None => " Not tried again while cards are held.".to_owned(),
    };
    view! { {age} <b>{cause}</b> {next} }
}

/// Stands in for a card's figures until its first answer; says nothing once it
/// has failed, because its note does.
#[component]
pub fn Awaited(
    /// The card.
    kind: CardKind,
    /// At the size of what follows.
    skeleton: SkeletonKind,
) -> impl IntoView {
    let feed = use_live_ops().feed(kind);
    let waits = Memo::new(move |_| {
        feed.is_some_and(|feed| {
            !feed.absent.get()
                && feed.fetched_at.get().is_none()
                && feed.trouble.with(Option::is_none)
        })
    });
    move || waits.get().then(|| view! { <Skeleton kind=skeleton/> })
}
