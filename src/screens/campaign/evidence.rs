//! Evidence to escalate with: copied from the page, or from a task's drawer.

use crate::domain::evidence::{Scope, evidence, masked};
use crate::domain::json_text::indented;
use crate::domain::raw_json::Sourced;
use crate::domain::report::plain_name;
use crate::domain::route::{Route, TriagePlace};
use crate::domain::task::TaskDebug;
use crate::state::live::{Live, use_live};
use crate::ui::{Button, ButtonKind, Card, Copier, IconName, MaskSwitch, save_file, use_copier};
use leptos::prelude::*;
use std::sync::Arc;

/// Whether evidence shows phone numbers in full; masked until someone says so.
#[derive(Clone, Copy)]
pub struct Numbers {
    shown: RwSignal<bool>,
}

impl Numbers {
    /// Makes the choice known to everything below.
    pub fn provide() {
        let shown = RwSignal::new(false);
        provide_context(Self { shown });
    }
}

/// The evidence of the page and, when given, of a task.
fn written(live: Live, numbers: Numbers, task: Option<&TaskDebug>) -> String {
    let snapshot = live.snapshot.get_untracked();
    let numbers_shown = numbers.shown.get_untracked();
    live.conclude(&snapshot, |snapshot, formats| {
        evidence(
            snapshot,
            Scope {
                task,
                numbers_shown,
            },
            formats,
        )
    })
}

/// The card for those who escalate the whole campaign.
#[component]
pub fn Escalate() -> impl IntoView {
    let live = use_live();
    let numbers: Numbers = expect_context();
    let copier = use_copier();
    let copy = move |()| copier.copy(&written(live, numbers, None), "Evidence copied.");
    view! {
        <Card title="Escalating?" part="escalate">
            <div class="card-body stack">
                <p class="secondary">
                    "One copy holds this page's verdict, dispatch health, blocker counts, IDs, and the time window with its zone. A task's drawer adds the task and its events."
                </p>
                <div class="evidence-actions">
                    <Button icon=IconName::Copy label="Copy evidence" on_press=copy/>
                    <MaskSwitch shown=numbers.shown/>
                </div>
            </div>
        </Card>
    }
}

/// What a task's drawer holds, to be taken along.
#[derive(Clone, Copy)]
pub struct TaskEvidence {
    live: Live,
    numbers: Numbers,
    copier: Copier,
    task: Signal<Option<Arc<Sourced<TaskDebug>>>>,
}

impl TaskEvidence {
    /// Of the task on screen. Call it while a component is built.
    pub fn of(task: Signal<Option<Arc<Sourced<TaskDebug>>>>) -> Self {
        Self {
            live: use_live(),
            numbers: expect_context(),
            copier: use_copier(),
            task,
        }
    }

    /// Copies the row, its events, the dispatch card, the IDs and the zone.
    pub fn copy(self) {
        if let Some(task) = self.task.get_untracked() {
            let text = written(self.live, self.numbers, Some(&task.value));
            self.copier.copy(&text, "Evidence copied.");
        }
    }

    fn download(self) {
        if let Some(task) = self.task.get_untracked() {
            let json = indented(&task.source.0);
            let text = match self.numbers.shown.get_untracked() {
                true => json,
                false => masked(&json),
            };
            let name = ["task-", &*plain_name(&task.value.task.id.0), ".json"].concat();
            if !save_file(&name, "application/json", &text) {
                self.copier.copy(
                    &text,
                    "The browser refused to save a file. The JSON was copied instead.",
                );
            }
        }
    }
}

/// The foot of a task's drawer.
#[component]
pub fn EvidenceFoot(
    /// What is taken along.
    evidence: TaskEvidence,
) -> impl IntoView {
    let there = Memo::new(move |_| evidence.task.with(Option::is_some));
    let numbers = evidence.numbers;
    let page = evidence.live.page;
    let task = Memo::new(move |_| {
        let task = |task: &Arc<Sourced<TaskDebug>>| task.value.task.id.0.clone();
        evidence.task.with(|shown| shown.as_ref().map(task))
    });
    let triage = move || {
        let place = TriagePlace::of_campaign(page.id.get_value()).with_record(task.get());
        page.session.navigation.href(&Route::Triage(place))
    };
    move || {
        there.get().then(|| {
            view! {
                <Button kind=ButtonKind::Primary icon=IconName::Copy label="Copy evidence" on_press=move |()| evidence.copy()/>
                <Button icon=IconName::Download label="Download JSON" on_press=move |()| evidence.download()/>
                <a class="button" href=triage>"Open triage"</a>
                <div class="evidence-scope">
                    <p>"Row, blocker, events, snapshots, dispatch card, IDs, zone."</p>
                    <MaskSwitch shown=numbers.shown/>
                </div>
            }
        })
    }
}
