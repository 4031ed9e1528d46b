//! The answer: one sentence on why it is, or is not, dialing, and the evidence.

use super::waterfall::WaterfallRows;
use crate::domain::campaign::CampaignId;
use crate::domain::route::{Route, TaskQuery};
use crate::domain::verdict::{Target, VerdictAction, verdict};
use crate::state::live::{Live, use_live};
use crate::state::navigation::Entry;
use crate::state::session::Session;
use crate::ui::button::Button;
use crate::ui::rich_text::RichText;
use leptos::prelude::*;

/// The verdict beside the capacity waterfall. Always visible.
#[component]
pub fn Verdict() -> impl IntoView {
    let live = use_live();
    let verdict = live.shows(verdict);
    let stale = live.stale();
    let as_of = live.shows(|snapshot, formats| formats.clock(&snapshot.captured_at));
    let answer = move || {
        let verdict = verdict.get();
        let why = verdict
            .why
            .into_iter()
            .map(|rich| view! { <RichText rich/> " " });
        view! {
            <p class="verdict-sentence">{verdict.answer}</p>
            <p class="verdict-why">{why.collect::<Vec<_>>()}</p>
        }
    };
    let actions = Memo::new(move |_| verdict.with(|verdict| verdict.actions.clone()));
    view! {
        <section
            class="verdict"
            part="verdict"
            aria-labelledby="verdict-question"
            data-tone=move || verdict.with(|verdict| verdict.tone.name())
            data-stale=move || stale.get().then_some("")
        >
            <div class="verdict-answer">
                <h2 class="verdict-question" id="verdict-question">
                    {move || verdict.with(|verdict| verdict.question)}
                    {move || stale.get().then(|| view! { <span>"As of " {as_of.get()}</span> })}
                </h2>
                {answer}
                <div class="verdict-actions">
                    <For
                        each=move || actions.get()
                        key=|action| action.label.clone()
                        children=move |action| link(live, action)
                    />
                </div>
            </div>
            <WaterfallRows/>
        </section>
    }
}

fn link(live: Live, action: VerdictAction) -> impl IntoView {
    let VerdictAction { label, target } = action;
    view! { <Button small=true label on_press=move |()| follow(live, &target)/> }
}

/// Takes the operator to a place on this page, or to another campaign.
pub fn follow(live: Live, target: &Target) {
    let navigation = live.page.session.navigation;
    let own = |tasks: TaskQuery| Route::Campaign {
        id: live.page.id.get_value(),
        tasks,
        open: None,
    };
    let query = TaskQuery::default();
    match target {
        Target::TasksBlockedBy(code) => {
            navigation.go(&own(query.with_blocker(vec![code.clone()])), Entry::New);
            show_part(live.page.session, "tasks");
        }
        Target::TasksInStatus(status) => {
            navigation.go(&own(query.with_status(vec![status.clone()])), Entry::New);
            show_part(live.page.session, "tasks");
        }
        Target::Numbers => show_part(live.page.session, "numbers"),
        Target::Campaign(id) => {
            let route = Route::to_campaign(CampaignId(id.clone()));
            navigation.go(&route, Entry::New);
        }
    }
}

/// Scrolls a part of the page into view.
pub fn show_part(session: Session, part: &str) {
    let selector = ["[data-part=", part, "]"].concat();
    if let Some(element) = session.around.find(&selector) {
        element.scroll_into_view();
    }
}
