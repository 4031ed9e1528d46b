//! The state of the page: refused actions, stale figures, and a paused or
//! ended campaign.

use super::polling;
use crate::api::error::ErrorKind;
use crate::domain::banner::{self, Banner as Facts};
use crate::domain::glyph::Glyph;
use crate::domain::lifecycle::verb_label;
use crate::domain::route::{Route, TriagePlace};
use crate::domain::tone::Tone;
use crate::state::live::use_live;
use crate::ui::banner::Banner;
use crate::ui::button::Button;
use crate::ui::rich_text::RichText;
use leptos::prelude::*;

/// What a stale page can still do.
const STILL: &str =
    "Pause and Cancel still work: they go straight to the dialer and say if they did not arrive. ";

/// At most one banner a fact, the worst first.
#[component]
pub fn Banners() -> impl IntoView {
    let live = use_live();
    let paused = live.shows(banner::paused);
    let ended = live.shows(banner::ended);
    let id = live.page.id;
    let triage = live
        .page
        .session
        .navigation
        .href(&Route::Triage(TriagePlace::of_campaign(id.get_value())));
    let facts = move |banner: Facts| {
        let way = (banner.tone != Tone::Ok && banner.tone != Tone::Mute).then(|| triage.clone());
        facts(banner, way)
    };
    let of_end = facts.clone();
    view! {
        <Refused/>
        <Stale still=Some(STILL)/>
        {move || paused.get().map(&facts)}
        {move || ended.get().map(&of_end)}
    }
}

/// With the way to triage, unless all is well or was meant to be so.
fn facts(banner: Facts, triage: Option<String>) -> impl IntoView {
    let action = move || {
        triage.map(|address| {
            view! { <a class="button" data-size="small" href=address>"Open triage"</a> }
        })
    };
    view! {
        <Banner tone=banner.tone glyph=banner.glyph action>
            <p><RichText rich=banner.fact/></p>
            <p class="banner-line">{banner.line}</p>
        </Banner>
    }
}

/// What the server said when it refused an action; the page stays as it was.
#[component]
pub fn Refused() -> impl IntoView {
    let refused = use_live().page.acting.refused;
    move || {
        refused.get().map(|told| {
            let id = told.error.request_id.clone();
            view! {
                <Banner
                    tone=Tone::Bad
                    glyph=Glyph::OctagonX
                    action=move || view! { <Button small=true label="Dismiss" on_press=move |()| refused.set(None)/> }
                >
                    <p><b>{format!("{} was not done.", verb_label(&told.action))}</b> " " {told.error.to_string()}</p>
                    <p class="banner-line">
                        {told.error.advice()}
                        {id.map(|id| view! { " Request " <code>{id}</code> })}
                    </p>
                </Banner>
            }
        })
    }
}

/// The last good figures are still on screen, and this says how old they are.
#[component]
pub fn Stale(
    /// What a page in this state can still do, if anything.
    still: Option<&'static str>,
) -> impl IntoView {
    let live = use_live();
    let session = live.page.session;
    let error = Memo::new(move |_| {
        live.page
            .remote
            .state
            .with(|s| s.value().and(s.error()).cloned())
    });
    let fact = Memo::new(move |_| {
        let fetched = live.page.remote.state.with(|state| state.fetched_at())?;
        let cause = error.get()?.to_string();
        let elapsed = session.clock.get().saturating_sub(fetched);
        let snapshot = live.snapshot.get();
        let read = snapshot.captured_at.ms?;
        let zone = snapshot.campaign.time_zone.as_deref();
        Some(
            session
                .presentation
                .with(zone, read.saturating_add(elapsed), |formats| {
                    banner::stale(&snapshot.captured_at, &cause, formats)
                }),
        )
    });
    let next = Memo::new(move |_| {
        let wait = polling::following(live.page).wait(live.page.remote)?;
        Some(format!("It is asked again every {wait} s. "))
    });
    let retry = move || {
        view! {
            <Button small=true label="Try now" on_press=move |()| live.page.remote.refresh()/>
        }
    };
    move || {
        error.get().map(|error| {
            let id = error.request_id.clone();
            // Nothing is asked by itself, and nothing is done, for who is signed out.
            let is_out = error.kind == ErrorKind::SignedOut;
            let act = still.filter(|_| !session.config().read_only);
            let tries = live.page.remote.failures;
            let tried = move || match tries.get() {
                0 | 1 => String::new(),
                n => format!(" Tried {n} times."),
            };
            view! {
                <Banner tone=Tone::Warn glyph=Glyph::TriangleAlert action=retry>
                    <p>
                        {move || fact.get().map(|banner| view! { <RichText rich=banner.fact/> " " {banner.line} })}
                        {tried}
                    </p>
                    <p class="banner-line">
                        {(!is_out).then(|| view! { {next} {act} })}
                        {error.advice()}
                        {id.map(|id| view! { " Request " <code>{id}</code> })}
                    </p>
                </Banner>
            }
        })
    }
}
