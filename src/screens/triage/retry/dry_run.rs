//! The dry run: who would be retried and who not, before anything is done.

use super::Plan;
use super::refusal::Refusal;
use crate::domain::canary::{LARGEST_SAMPLE, SMALLEST_SAMPLE};
use crate::domain::dry_run::{DryLine, doubt, lines, lines_of_rest, obstacle, promise};
use crate::domain::glyph::Glyph;
use crate::domain::targeted_retry::{Retry, RetryPreview};
use crate::domain::tone::Tone;
use crate::state::navigation::Entry;
use crate::state::retrying::Asked;
use crate::state::retrying::requests::Start;
use crate::ui::reason_field::given;
use crate::ui::{
    ActionButton, Announcer, Button, ButtonKind, Dialog, DialogField, Note, ReasonField, Skeleton,
    SkeletonKind,
};
use leptos::prelude::*;

/// The dialog.
#[component]
pub fn DryRun(plan: Plan) -> impl IntoView {
    let reason = RwSignal::new(String::new());
    let announcer = expect_context::<Announcer>();
    let open = plan.rehearsal;
    let title = Signal::derive(move || {
        let preview = plan.retrying.preview.get();
        let size = plan.size.get();
        let size = preview.map_or(size, |preview| {
            crate::domain::dry_run::sample_of(&preview, size)
        });
        match size {
            1 => "Retry 1 contact?".to_owned(),
            size => ["Retry a sample of ", &*size.to_string(), "?"].concat(),
        }
    });
    let started = move |retry: Retry| {
        announcer.say("The sample was started.");
        plan.rehearsal.set(false);
        plan.show(retry.id, Entry::New);
    };
    let start = move |()| {
        // Not what is chosen by now: the figures on screen are of this one.
        if let Some(selection) = plan.retrying.rehearsed_selection() {
            let start = Start {
                selection,
                size: plan.size.get_untracked(),
                reason: given(reason),
            };
            plan.retrying.start(start, started);
        }
    };
    // A colleague may have started one, or the answer to a start was lost.
    Effect::new(move |_| {
        if open.get() && plan.retrying.running().is_some() {
            open.set(false);
            announcer.say("A retry is running. The card shows it.");
        }
    });
    let footer = move || {
        let reason = Memo::new(move |_| why_not(plan));
        let available = Signal::derive(move || reason.with(Option::is_none));
        let busy = Signal::derive(move || plan.retrying.is_pending(Asked::Start));
        view! {
            <Button label="Close" autofocus=true on_press=move |()| open.set(false)/>
            <ActionButton
                label="Start the sample"
                kind=ButtonKind::Primary
                available
                reason
                busy
                on_press=start
            />
        }
    };
    view! {
        <Dialog open title footer>
            <Figures plan/>
            <SampleSize plan/>
            <ReasonField label="Reason (kept with the retry)" reason/>
            <Refusal plan asked=Asked::Start/>
        </Dialog>
    }
}

/// Why the sample cannot be started; `None` when it can.
fn why_not(plan: Plan) -> Option<String> {
    if !(SMALLEST_SAMPLE..=LARGEST_SAMPLE).contains(&plan.size.get()) {
        return Some("A sample has 10 to 20 contacts.".to_owned());
    }
    if plan.retrying.running().is_some() {
        return Some("Another retry is not over; the card shows it.".to_owned());
    }
    match plan.retrying.preview.get() {
        Some(preview) => obstacle(&preview),
        None => Some("The dry run comes first.".to_owned()),
    }
}

#[component]
fn SampleSize(plan: Plan) -> impl IntoView {
    // What cannot be read as a number is no size, and says so at the button.
    let write = move |event| {
        plan.size
            .set(event_target_value(&event).trim().parse().unwrap_or(0))
    };
    let shown = plan.size.get_untracked().to_string();
    let promise = move || {
        let preview = plan.retrying.preview.get()?;
        let is_possible = (SMALLEST_SAMPLE..=LARGEST_SAMPLE).contains(&plan.size.get());
        is_possible.then(|| promise(&preview, plan.size.get()))
    };
    view! {
        <DialogField label="Sample size, 10 to 20">
            <input
                class="field"
                type="number"
                min=SMALLEST_SAMPLE.to_string()
                max=LARGEST_SAMPLE.to_string()
                step="1"
                value=shown
                on:input=write
            />
        </DialogField>
        <p class="secondary">{promise}</p>
    }
}

/// What the API would do, with what changed and what does not add up; also for
/// the confirmation of the release.
#[component]
pub fn Figures(
    plan: Plan,
    /// Without the sample, which has gone before.
    #[prop(optional)]
    of_rest: bool,
) -> impl IntoView {
    let retrying = plan.retrying;
    let rows = Memo::new(move |_| {
        let size = plan.size.get().clamp(SMALLEST_SAMPLE, LARGEST_SAMPLE);
        let preview = retrying.preview.get()?;
        Some(plan.triage.write(|formats| match of_rest {
            true => lines_of_rest(&preview, formats),
            false => lines(&preview, size, formats),
        }))
    });
    let caution = Memo::new(move |_| {
        let doubted = |preview: &RetryPreview| plan.triage.write(|formats| doubt(preview, formats));
        let doubted = retrying.preview.get().and_then(|preview| doubted(&preview));
        let changed = retrying.changed.get();
        let changed =
            changed.map(|told| [&*told, " Nothing was started. Look again, then start."].concat());
        let told: Vec<String> = changed.into_iter().chain(doubted).collect();
        (!told.is_empty()).then(|| told.join(" "))
    });
    let line = |line: DryLine| {
        view! {
            <div data-kind=line.is_left_out.then_some("out")><dt>{line.label}</dt><dd>{line.figure}</dd></div>
        }
    };
    let failed = Memo::new(move |_| {
        let refused = retrying.refused.get();
        refused.is_some_and(|(asked, _)| asked == Asked::DryRun)
    });
    let waits = move || (rows.with(Option::is_none) && retrying.rehearsing.get()).then_some(());
    view! {
        {move || waits().map(|()| view! {
            <div aria-busy="true"><p>"Asking the API what it would do…"</p><Skeleton kind=SkeletonKind::Lines(6)/></div>
        })}
        <div role="status">
            {move || caution.get().map(|words| view! { <Note tone=Tone::Warn glyph=Glyph::TriangleAlert>{words}</Note> })}
        </div>
        <dl class="dialog-facts" aria-label="Dry run" hidden=move || rows.with(Option::is_none)>
            {move || rows.get().unwrap_or_default().into_iter().map(line).collect::<Vec<_>>()}
        </dl>
        <Refusal plan asked=Asked::DryRun/>
        {move || failed.get().then(|| view! {
            <Button label="Try again" small=true on_press=move |()| retrying.rehearse_again()/>
        })}
    }
}
