//! How far the incident has to be handed on, by the evidence.

use super::Triage;
use super::diagnostics::HandOver;
use super::sign::of_condition;
use crate::domain::triage::{Condition, ConditionState, Ladder, Level};
use crate::ui::{Button, Card, GlyphIcon, IconName};
use leptos::prelude::*;
use std::cmp::Ordering;

/// The button of each level beyond one's own.
const HAND_OVERS: [Option<&str>; 3] = [
    None,
    Some("Copy hand-over for support"),
    Some("Copy hand-over for engineering"),
];

/// The three levels, with their conditions and where the incident stands.
#[component]
pub fn Escalation(
    /// The incident.
    triage: Triage,
    /// What is taken along.
    hand_over: HandOver,
) -> impl IntoView {
    let ladder = Memo::new(move |_| {
        triage
            .assessment
            .with(|assessment| assessment.ladder.clone())
    });
    let levels = HAND_OVERS.into_iter().enumerate();
    let levels = levels.map(move |(at, button)| view! { <Step ladder at button hand_over/> });
    view! {
        <Card title="Escalation" part="escalation">
            <ol class="ladder">{levels.collect::<Vec<_>>()}</ol>
        </Card>
    }
}

#[component]
fn Step(
    ladder: Memo<Ladder>,
    at: usize,
    button: Option<&'static str>,
    hand_over: HandOver,
) -> impl IntoView {
    let level = Memo::new(move |_| ladder.with(|ladder| ladder.levels.get(at).cloned()));
    let place = Memo::new(move |_| ladder.with(|ladder| at.cmp(&ladder.current)));
    let is_open = Memo::new(move |_| level.with(|level| level.as_ref().is_some_and(|it| it.open)));
    let is_trouble = at + 1 == HAND_OVERS.len();
    let reach = move || match place.get() {
        Ordering::Equal => "current",
        Ordering::Less => "past",
        Ordering::Greater if is_open.get() => "open",
        Ordering::Greater => "shut",
    };
    let is_current = move || (place.get() == Ordering::Equal).then_some("step");
    let told = move || {
        level
            .get()
            .map(|level| told(level, place.get(), is_trouble))
    };
    let copy = move || {
        let label = button.filter(|_| is_open.get())?;
        Some(
            view! { <Button small=true icon=IconName::Copy label on_press=move |()| hand_over.copy()/> },
        )
    };
    view! {
        <li class="ladder-level" data-reach=reach aria-current=is_current>
            {told}
            <div class="ladder-way">{copy}</div>
        </li>
    }
}

fn told(level: Level, place: Ordering, is_trouble: bool) -> impl IntoView {
    let now = (place == Ordering::Equal).then(|| view! { <span class="ladder-now">" now"</span> });
    let conditions = level.conditions.into_iter();
    let conditions = conditions.map(|told| condition(told, is_trouble));
    view! {
        <h3>{level.name} {now}</h3>
        <ul>{conditions.collect::<Vec<_>>()}</ul>
        <p class="secondary">{level.why}</p>
    }
}

fn condition(condition: Condition, is_trouble: bool) -> impl IntoView {
    let (tone, glyph, word) = of_condition(&condition.state, is_trouble);
    let why = match condition.state {
        ConditionState::Unknown(why) => Some(why),
        ConditionState::Met | ConditionState::NotMet => None,
    };
    view! {
        <li data-tone=tone.name()>
            <GlyphIcon glyph/>
            <span>
                <span class="visually-hidden">{word} ": "</span>
                {condition.text}
                {why.map(|why| view! { <span class="secondary">" " {word} ". " {why}</span> })}
            </span>
        </li>
    }
}
