//! How far the incident has to be handed on, by the evidence.

use super::Triage;
use super::sign::of_condition;
use crate::domain::triage::{Condition, ConditionState, Level};
use crate::ui::{Card, GlyphIcon};
use leptos::prelude::*;
use std::cmp::Ordering;

/// The three levels, with their conditions and where the incident stands.
#[component]
pub fn Escalation(
    /// The incident.
    triage: Triage,
) -> impl IntoView {
    let ladder = Memo::new(move |_| {
        triage
            .assessment
            .with(|assessment| assessment.ladder.clone())
    });
    let levels = move || {
        let ladder = ladder.get();
        let current = ladder.current;
        let levels = ladder.levels.into_iter().enumerate();
        let last = levels.len().saturating_sub(1);
        let level = |(at, told): (usize, Level)| level(told, at.cmp(&current), at == last);
        levels.map(level).collect::<Vec<_>>()
    };
    view! {
        <Card title="Escalation" part="escalation">
            <ol class="ladder">{levels}</ol>
        </Card>
    }
}

fn level(level: Level, place: Ordering, is_last: bool) -> impl IntoView {
    let conditions = level.conditions.into_iter();
    let conditions = conditions.map(|told| condition(told, is_last));
    let is_current = place == Ordering::Equal;
    let reach = match place {
        Ordering::Equal => "current",
        Ordering::Less => "past",
        Ordering::Greater if level.open => "open",
        Ordering::Greater => "shut",
    };
    view! {
        <li class="ladder-level" data-reach=reach aria-current=is_current.then_some("step")>
            <h3>{level.name} {is_current.then(|| view! { <span class="ladder-now">" now"</span> })}</h3>
            <ul>{conditions.collect::<Vec<_>>()}</ul>
            <p class="secondary">{level.why}</p>
        </li>
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
