//! The most likely cause: the answer that the page exists for.

use super::Triage;
use crate::ui::element_id::element_id;
use crate::ui::{Announcer, GlyphIcon, Skeleton, SkeletonKind};
use leptos::prelude::*;

/// The cause, once every part of the evidence was answered or has failed.
#[component]
pub fn Cause(
    /// The incident.
    triage: Triage,
) -> impl IntoView {
    let cause = Memo::new(move |_| {
        triage
            .assessment
            .with(|assessment| assessment.cause.clone())
    });
    let settled = Memo::new(move |_| triage.is_settled());
    announce(triage);
    let id = element_id("cause");
    let labelled_by = id.clone();
    let tone = move || {
        settled
            .get()
            .then(|| cause.with(|cause| cause.severity.tone().name()))
    };
    let answer = move || match settled.get() {
        false => view! { <Skeleton kind=SkeletonKind::Lines(2)/> }.into_any(),
        true => {
            let cause = cause.get();
            view! {
                <p class="cause-sentence">
                    <GlyphIcon glyph=cause.severity.glyph()/>
                    <span class="visually-hidden">{cause.severity.label().into_owned()} ": "</span>
                    <span>{cause.sentence}</span>
                </p>
                <p class="secondary">{cause.detail}</p>
            }
            .into_any()
        }
    };
    view! {
        <section
            class="card cause"
            aria-labelledby=labelled_by
            aria-busy=move || (!settled.get()).then_some("true")
            data-tone=tone
        >
            <h2 class="cause-question" id=id>"Most likely cause, from the checks below"</h2>
            {answer}
        </section>
    }
}

/// Says what a refresh or another symptom has changed, for those who do not
/// see it.
fn announce(triage: Triage) {
    let announcer: Announcer = expect_context();
    Effect::new(move |before: Option<(bool, Option<String>)>| {
        let busy = triage.is_asking() || !triage.is_settled();
        let told = triage
            .assessment
            .with(|assessment| assessment.cause.sentence.clone());
        let (was_busy, last) = before.unwrap_or((true, None));
        if busy {
            return (true, last);
        }
        match &last {
            Some(last) if *last != told => {
                announcer.say(&["Most likely cause: ", &*told].concat());
            }
            Some(_) if was_busy => announcer.say("Evidence read. The likely cause is the same."),
            _ => {}
        }
        (false, Some(told))
    });
}
