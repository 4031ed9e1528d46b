//! The canary board: the dispatches of the sample, as they come in.

use super::Plan;
use super::dispatches::Dispatches;
use crate::domain::canary::board::{BoardCell, cells, tally};
use crate::domain::canary::result::CellKind;
use crate::domain::canary::{Verdict, rule};
use crate::domain::glyph::Glyph;
use crate::domain::tone::Tone;
use crate::ui::{GlyphIcon, Note};
use leptos::prelude::*;

/// A cell for each place, what they come to, and the verdict.
#[component]
pub fn Board(plan: Plan) -> impl IntoView {
    let board = Memo::new(move |_| {
        let retry = plan.retrying.retry();
        let planned = planned(plan);
        plan.triage
            .write(|formats| cells(retry.as_deref(), planned, formats))
    });
    let foreign = Memo::new(move |_| plan.retrying.foreign());
    let there =
        Memo::new(move |_| foreign.with(Option::is_none) && board.with(|cells| !cells.is_empty()));
    let squares = move || board.get().into_iter().map(square).collect::<Vec<_>>();
    let dispatched = Memo::new(move |_| board.with(|cells| dispatched(plan, cells)));
    let has_begun = Memo::new(move |_| plan.retrying.retry().is_some());
    view! {
        <section class="sample" aria-label="Sample watch" hidden=move || !there.get()>
            <header class="sample-head"><h3>"Sample watch"</h3><span>{dispatched}</span></header>
            <ol class="sample-cells">{squares}</ol>
            {move || match has_begun.get() {
                true => view! { <Tally board/> }.into_any(),
                false => view! {
                    <p class="secondary">"Each cell fills with the result of one dispatch: answered, no answer, or carrier error."</p>
                }.into_any(),
            }}
            {move || has_begun.get().then(|| view! { <Dispatches plan board/> })}
        </section>
        {move || foreign.get().map(|words| view! {
            <Note tone=Tone::Warn glyph=Glyph::TriangleAlert>{words}</Note>
        })}
        <Stale plan/>
        <Judged plan/>
    }
}

/// Places of the sample that would be started now.
fn planned(plan: Plan) -> i64 {
    let contacts = plan.chosen_contacts().unwrap_or(0);
    plan.size.get().min(contacts)
}

/// "12 of 20 dispatched".
fn dispatched(plan: Plan, cells: &[BoardCell]) -> String {
    let begun = |cell: &&BoardCell| {
        matches!(
            cell.kind,
            CellKind::InFlight | CellKind::Good | CellKind::Error
        )
    };
    let of = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let (begun, all) = (of(cells.iter().filter(begun).count()), of(cells.len()));
    [
        &*plan.triage.write(|formats| formats.of(begun, all)),
        " dispatched",
    ]
    .concat()
}

fn square(cell: BoardCell) -> impl IntoView {
    let words = [&*cell.position.to_string(), ": ", &cell.word].concat();
    view! {
        <li class="sample-cell" data-kind=cell.kind.name() data-tone=cell.tone.name()>
            {(cell.kind != CellKind::Empty).then(|| view! { <GlyphIcon glyph=cell.glyph/> })}
            <span class="visually-hidden">{words}</span>
        </li>
    }
}

/// "16 went through · 1 error · 3 in flight", each with its sign.
#[component]
fn Tally(board: Memo<Vec<BoardCell>>) -> impl IntoView {
    let parts = Memo::new(move |_| board.with(|cells| tally(cells)));
    let part = |(kind, count): (CellKind, i64)| {
        let (words, tone, glyph) = told(kind);
        view! {
            <li data-tone=tone.name()><GlyphIcon glyph/><b>{count}</b> " " {words}</li>
        }
    };
    view! { <ul class="sample-tally">{move || parts.get().into_iter().map(part).collect::<Vec<_>>()}</ul> }
}

fn told(kind: CellKind) -> (&'static str, Tone, Glyph) {
    match kind {
        CellKind::Good => ("went through", Tone::Ok, Glyph::CircleCheck),
        CellKind::Error => ("failed", Tone::Bad, Glyph::OctagonX),
        CellKind::InFlight => ("in flight", Tone::Live, Glyph::RingCore),
        CellKind::Skipped => ("skipped", Tone::Mute, Glyph::CircleSlash),
        CellKind::Unclear => ("with an unknown result", Tone::Warn, Glyph::TriangleAlert),
        CellKind::Waiting | CellKind::Empty => ("waiting", Tone::Mute, Glyph::DashedCircle),
    }
}

/// Says that the board or the list is older than it looks, or that the board is missing.
#[component]
fn Stale(plan: Plan) -> impl IntoView {
    let (remote, list) = (plan.retrying.current, plan.retrying.list);
    let of_board = move || {
        plan.retrying.id.get()?;
        remote.state.with(|state| {
            let error = state.error()?;
            let what = match state.value() {
                Some(_) => "The board is not up to date. ",
                None => "The retry did not load. ",
            };
            Some([what, &error.to_string(), " ", error.advice()].concat())
        })
    };
    // One that was never read is told among the checks.
    let of_list = move || {
        list.state.with(|state| {
            let cause = state.value().and(state.error())?.cause();
            Some(
                [
                    "The list of retries did not load: ",
                    &*cause,
                    ". What was read before stands, and may miss a retry of someone else.",
                ]
                .concat(),
            )
        })
    };
    let trouble = Memo::new(move |_| {
        let told: Vec<String> = of_board().into_iter().chain(of_list()).collect();
        (!told.is_empty()).then(|| told.join(" "))
    });
    let again = move |_| {
        remote.refresh();
        list.refresh();
    };
    move || {
        trouble.get().map(|words| {
            view! {
                <Note tone=Tone::Warn glyph=Glyph::TriangleAlert>
                    {words}
                    " "
                    <button type="button" class="text-button" on:click=again>"Try now"</button>
                </Note>
            }
        })
    }
}

/// The verdict in words, and what to do next.
#[component]
fn Judged(plan: Plan) -> impl IntoView {
    let judged = Memo::new(move |_| {
        let size = plan
            .retrying
            .retry()
            .and_then(|retry| Some(retry.sample.value()?.size));
        plan.verdict.get().map(|verdict| words(plan, verdict, size))
    });
    move || {
        judged.get().map(|(tone, glyph, fact, more)| {
            view! {
                <Note tone glyph><b>{fact}</b> " " {more}</Note>
            }
        })
    }
}

fn words(plan: Plan, verdict: Verdict, size: Option<i64>) -> (Tone, Glyph, String, String) {
    let count = |count: i64| plan.triage.write(|formats| formats.count(count));
    match verdict {
        Verdict::Sampling { finished, of, errors, allowed } => (
            Tone::Live,
            Glyph::Play,
            [&*count(finished), " of ", &count(of), " dispatches have ended, ", &count(errors), " of them with an error."].concat(),
            [&*rule(of), " With more than ", &count(allowed), " errors the rest stays shut."].concat(),
        ),
        Verdict::Passed { rest } => (
            Tone::Ok,
            Glyph::CircleCheck,
            "The sample passed.".to_owned(),
            [&*size.map(rule).unwrap_or_default(), " The remaining ", &count(rest), " may be retried."].concat(),
        ),
        Verdict::Failed { why } => (
            Tone::Bad,
            Glyph::OctagonX,
            "The sample failed. The rest stays shut.".to_owned(),
            [&*why, " Refresh the evidence and start a new sample when the cause is gone; else hand the incident to level 2 with the diagnostics."].concat(),
        ),
        Verdict::Shut { why } => (
            Tone::Warn,
            Glyph::TriangleAlert,
            "The rest stays shut.".to_owned(),
            [&*why, " Only a sample whose figures all agree opens it. Tell support if it stays so."].concat(),
        ),
        Verdict::Over { why } => over(plan, why),
    }
}

fn over(plan: Plan, why: String) -> (Tone, Glyph, String, String) {
    let told = plan.retrying.retry().and_then(|retry| {
        let counts = retry.counts.value()?;
        let count = |field: &crate::domain::field::Field<i64>| field.copied();
        let (eligible, dispatched) = (count(&counts.eligible)?, count(&counts.dispatched)?);
        let parts = [
            (Some(counts.in_flight.copied()), "in flight"),
            (Some(counts.reached.copied()), "reached"),
            (Some(counts.errors.copied()), "failed again"),
            (Some(counts.skipped.copied()), "skipped"),
        ];
        Some(plan.triage.write(|formats| {
            let mut text = [&*formats.of(dispatched, eligible), " dispatched"].concat();
            for (figure, words) in parts {
                if let Some(Some(figure)) = figure {
                    text.push_str(&[", ", &*formats.count(figure), " ", words].concat());
                }
            }
            [&*text, "."].concat()
        }))
    });
    (Tone::Mute, Glyph::CircleInfo, why, told.unwrap_or_default())
}
