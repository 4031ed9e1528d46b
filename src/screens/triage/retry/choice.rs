//! What to try again and what to leave out: a bar for each kind of failure.

use super::{Plan, is_nameable};
use crate::domain::format::NONE;
use crate::domain::glyph::Glyph;
use crate::domain::tone::Tone;
use crate::domain::triage::StrategyRow;
use crate::state::navigation::Entry;
use crate::ui::{Button, MeterBar, Note};
use leptos::prelude::*;

/// Both columns; or the one task or record that is retried by itself.
#[component]
pub fn Choice(plan: Plan) -> impl IntoView {
    let is_single = Memo::new(move |_| plan.record.with(Option::is_some));
    move || match is_single.get() {
        true => view! { <Single plan/> }.into_any(),
        false => view! { <Kinds plan/> }.into_any(),
    }
}

#[component]
fn Single(plan: Plan) -> impl IntoView {
    let id = move || plan.record.get().unwrap_or_default();
    let all = move |()| {
        plan.triage
            .choose(|place| place.with_record(None), Entry::New)
    };
    view! {
        <div class="retry-single">
            <p>"Only " <code>{id}</code> " is retried. The dry run says whether it may be."</p>
            <Button small=true label="Choose by kind of failure" on_press=all/>
        </div>
    }
}

/// One row as it is drawn.
#[derive(Clone, PartialEq)]
struct Line {
    key: String,
    label: String,
    /// What kind of failure it is, and what that means.
    class: Option<String>,
    /// Whether a retry can ask for it.
    nameable: bool,
    contacts: String,
    share: f64,
}

#[component]
fn Kinds(plan: Plan) -> impl IntoView {
    let retry = lines(plan, |plan| {
        plan.strategy.with(|strategy| strategy.retry.clone())
    });
    let leave_out = lines(plan, |plan| {
        plan.strategy.with(|strategy| strategy.leave_out.clone())
    });
    let chosen = move || head("Retry: ", count(plan, plan.chosen_contacts()));
    let left_out = move || {
        let contacts = plan.strategy.with(|strategy| strategy.leave_out_contacts);
        head("Leave out: ", count(plan, contacts))
    };
    let caution = Memo::new(move |_| {
        plan.strategy.with(|strategy| {
            let speaks = !strategy.is_retry_wise && !strategy.retry.is_empty();
            let told = speaks && !plan.is_running();
            told.then(|| strategy.why.clone())
        })
    });
    let keys = Memo::new(move |_| {
        retry.with(|lines| {
            lines
                .iter()
                .map(|line| line.key.clone())
                .collect::<Vec<_>>()
        })
    });
    let option = move |key: String| {
        let line = Memo::new(move |before: Option<&Option<Line>>| {
            let now = retry.with(|lines| lines.iter().find(|line| line.key == key).cloned());
            now.or_else(|| before.cloned().flatten())
        });
        view! { <Kind plan line/> }
    };
    let out = move || leave_out.get().into_iter().map(bar).collect::<Vec<_>>();
    view! {
        {move || caution.get().map(|words| view! {
            <Note tone=Tone::Warn glyph=Glyph::TriangleAlert>{words}</Note>
        })}
        <div class="retry-kinds">
            <fieldset class="retry-column">
                <legend>{chosen}</legend>
                <For each=move || keys.get() key=|key: &String| key.clone() children=option/>
                {move || retry.with(Vec::is_empty).then_some(view! { <p class="secondary">"No failure is worth another attempt."</p> })}
            </fieldset>
            <section class="retry-column" aria-label="Left out">
                <h3>{left_out}</h3>
                <ul class="retry-bars" data-kind="out">{out}</ul>
                {move || leave_out.with(Vec::is_empty).then_some(view! { <p class="secondary">"Nobody."</p> })}
            </section>
        </div>
    }
}

/// A kind of failure that can be chosen.
#[component]
fn Kind(plan: Plan, line: Memo<Option<Line>>) -> impl IntoView {
    let key = move || {
        line.with(|line| line.as_ref().map(|line| line.key.clone()))
            .unwrap_or_default()
    };
    let text = move |of: fn(&Line) -> String| {
        Memo::new(move |_| line.with(|line| line.as_ref().map(of)).unwrap_or_default())
    };
    let class =
        Memo::new(move |_| line.with(|line| line.as_ref().and_then(|line| line.class.clone())));
    let nameable =
        Memo::new(move |_| line.with(|line| line.as_ref().is_some_and(|line| line.nameable)));
    let share = Memo::new(move |_| line.with(|line| line.as_ref().map_or(0.0, |line| line.share)));
    let is_on = move || nameable.get() && !plan.off.with(|off| off.contains(&key()));
    let turn = move |_| {
        let key = untrack(key);
        plan.off.update(|off| {
            if !off.remove(&key) {
                off.insert(key);
            }
        });
    };
    let (label, contacts) = (
        text(|line| line.label.clone()),
        text(|line| line.contacts.clone()),
    );
    view! {
        <label class="retry-bar" title=class>
            <input type="checkbox" prop:checked=is_on disabled=move || !nameable.get() on:change=turn/>
            <span class="retry-label">{label}</span>
            {move || view! { <MeterBar fraction=share.get() tone=Tone::Accent/> }}
            <b>{contacts}</b>
        </label>
    }
}

/// A kind of failure that is left alone.
fn bar(line: Line) -> impl IntoView {
    view! {
        <li class="retry-bar" title=line.class>
            <span class="retry-label">{line.label}</span>
            <MeterBar fraction=line.share tone=Tone::Mute/>
            <b>{line.contacts}</b>
        </li>
    }
}

/// The rows of one column, each against the largest of its column.
fn lines(plan: Plan, rows: fn(Plan) -> Vec<StrategyRow>) -> Memo<Vec<Line>> {
    Memo::new(move |_| {
        let rows = rows(plan);
        let most = rows
            .iter()
            .map(|row| row.contacts)
            .max()
            .unwrap_or(0)
            .max(1);
        let line = |row: StrategyRow| Line {
            key: row.filter.json(),
            class: row
                .class
                .as_ref()
                .map(|class| [&*class.label(), ". ", class.meaning().unwrap_or_default()].concat()),
            nameable: is_nameable(&row),
            share: row.contacts as f64 / most as f64,
            contacts: count(plan, Some(row.contacts)),
            label: row.label,
        };
        rows.into_iter().map(line).collect()
    })
}

fn count(plan: Plan, count: Option<i64>) -> String {
    count.map_or_else(
        || NONE.to_owned(),
        |count| plan.triage.write(|formats| formats.count(count)),
    )
}

fn head(what: &str, contacts: String) -> String {
    [
        what,
        &contacts,
        if contacts == "1" {
            " contact"
        } else {
            " contacts"
        },
    ]
    .concat()
}
