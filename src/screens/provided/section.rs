//! One section of the list: what of it is there, and what is not.

use crate::domain::glyph::Glyph;
use crate::domain::provision::{Missing as MissingMember, Offer, Provided, Share};
use crate::domain::tone::Tone;
use crate::ui::{Badge, Card};
use leptos::prelude::*;

/// A section of which something is there.
#[component]
pub fn Section(
    /// What of it is provided.
    provided: Provided,
) -> impl IntoView {
    let (tone, glyph, label) = match provided.share {
        Share::All => (Tone::Ok, Glyph::CircleCheck, "In full"),
        _ => (Tone::Mute, Glyph::HalfCircle, "In part"),
    };
    let badge = move || view! { <Badge tone glyph label/> };
    let Provided {
        title,
        there,
        missing,
        offers,
        remarks,
        ..
    } = provided;
    let there = (!there.is_empty()).then(|| {
        view! { <dt>"Provided"</dt><dd>{there.join(" · ")}</dd> }
    });
    let (told, plain): (Vec<_>, Vec<_>) = missing
        .into_iter()
        .partition(|member| !member.remarks.is_empty());
    let none = (!told.is_empty() || !plain.is_empty()).then(|| {
        let told = told.into_iter().map(member).collect::<Vec<_>>();
        let plain: Vec<String> = plain.into_iter().map(|member| member.label).collect();
        view! {
            <dt>"Not reported"</dt>
            <dd>
                {(!told.is_empty()).then(|| view! { <ul class="provided-missing">{told}</ul> })}
                {(!plain.is_empty()).then(|| view! { <p>{plain.join(" · ")}</p> })}
            </dd>
        }
    });
    view! {
        <Card title badge>
            <div class="card-body stack">
                {remarks.into_iter().map(|remark| view! { <p class="secondary">{remark}</p> }).collect::<Vec<_>>()}
                <dl class="provided-list">
                    {there}
                    {none}
                    {offers.into_iter().map(offer).collect::<Vec<_>>()}
                </dl>
            </div>
        </Card>
    }
}

fn member(missing: MissingMember) -> impl IntoView {
    let MissingMember { label, remarks } = missing;
    view! { <li><span class="provided-name">{label} ": "</span><span class="secondary">{remarks.join(" ")}</span></li> }
}

fn offer(offer: Offer) -> impl IntoView {
    let Offer {
        kind,
        there,
        missing,
    } = offer;
    let there = match there.is_empty() {
        true => "None".to_owned(),
        false => there.join(" · "),
    };
    let missing = (!missing.is_empty()).then(|| {
        view! { <span class="secondary provided-lacks">"This API lacks: " {missing.join(", ")}</span> }
    });
    view! { <dt>{kind}</dt><dd>{there} {missing}</dd> }
}

/// The sections of which nothing is there, each with what that means.
#[component]
pub fn Missing(
    /// They.
    sections: Vec<Provided>,
) -> impl IntoView {
    let badge = || view! { <Badge tone=Tone::Mute glyph=Glyph::CircleSlash label="Not reported"/> };
    let row = |section: Provided| {
        let remarks = section.remarks.join(" ");
        view! { <dt>{section.title}</dt><dd class="secondary">{remarks}</dd> }
    };
    view! {
        <Card title="Not reported by this API" badge>
            <div class="card-body">
                <dl class="provided-list">{sections.into_iter().map(row).collect::<Vec<_>>()}</dl>
            </div>
        </Card>
    }
}
