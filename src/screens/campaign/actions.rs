//! What can be done with the campaign. Whether it can be done is the server's
//! word; what cannot be done stays in place and says why.

use super::action_menu::{more, offer_commands};
use super::containment::{Containment, SET_CONCURRENCY, use_containing};
use super::ending::Confirm;
use crate::domain::action::{Action, ActionBody};
use crate::domain::campaign::CampaignId;
use crate::domain::lifecycle::{Arranged, arrange, verb_label};
use crate::domain::route::Route;
use crate::part;
use crate::state::acting::Acting;
use crate::state::live::{Live, use_live};
use crate::state::navigation::Entry;
use crate::state::report::Reporting;
use crate::ui::action_button::ActionButton;
use crate::ui::button::ButtonKind;
use crate::ui::icon::IconName;
use crate::ui::live_region::Announcer;
use crate::ui::menu::Menu;
use crate::ui::save_blob;
use leptos::prelude::*;

part!(
    /// Fetches the buttons: they come with the frame, right after the figures.
    fetch, frame, build
);

fn build() -> AnyView {
    view! { <Actions/> }.into_any()
}

/// Refresh, the main action, the ending, and the menu of the rest.
#[component]
fn Actions() -> impl IntoView {
    let live = use_live();
    let arranged = live.shows(|snapshot, _| arrange(snapshot));
    let asked = RwSignal::new(None::<Action>);
    let announcer = expect_context::<Announcer>();
    let press = Callback::new(move |action: Action| {
        if action.must_confirm() {
            asked.set(Some(action));
        } else {
            send(live, announcer, action.name, ActionBody::default());
        }
    });
    let confirmed = Callback::new(move |(action, reason): (Action, Option<String>)| {
        let body = ActionBody {
            reason,
            ..ActionBody::default()
        };
        send(live, announcer, action.name, body);
    });
    let refreshing = Signal::derive(move || live.page.remote.state.with(|state| state.is_asking()));
    let has = move |pick: fn(&Arranged) -> &Option<Action>| {
        Memo::new(move |_| arranged.with(|arranged| pick(arranged).is_some()))
    };
    let no_reason = Signal::derive(|| None::<String>);
    let (has_main, has_ending) = (has(|a| &a.main), has(|a| &a.ending));
    let has_limit = has(|a| &a.limit);
    let containing = use_containing();
    let contain = Callback::new(move |_: Action| containing.ask(Containment::Concurrency));
    offer_commands(live, arranged, press, contain);
    let reporting = expect_context::<Reporting>();
    let report = Callback::new(move |_: Action| {
        reporting.start_attempts(live.page.session, live.page.id.get_value(), save_blob);
    });
    view! {
        <div class="page-actions">
            <ActionButton
                label="Refresh"
                icon=IconName::Refresh
                available=true
                reason=no_reason
                busy=refreshing
                on_press=move |()| live.page.remote.refresh()
            />
            {move || has_main.get().then(|| verb_button(live, arranged, |a| &a.main, ButtonKind::Primary, press))}
            {move || has_limit.get().then(|| view! {
                <span data-wide="">{verb_button(live, arranged, |a| &a.limit, ButtonKind::Secondary, contain)}</span>
            })}
            {move || has_ending.get().then(|| view! {
                <span data-wide="">
                    {verb_button(live, arranged, |a| &a.ending, ButtonKind::DangerOutline, press)}
                </span>
            })}
            <Menu label="More actions" icon=IconName::Dots items=more(live, arranged, press, contain, report)/>
        </div>
        <Confirm asked on_confirm=confirmed/>
    }
}

fn verb_button(
    live: Live,
    arranged: Memo<Arranged>,
    pick: fn(&Arranged) -> &Option<Action>,
    kind: ButtonKind,
    press: Callback<Action>,
) -> impl IntoView {
    let action = Memo::new(move |_| arranged.with(|arranged| pick(arranged).clone()));
    let read = move |of: fn(&Action) -> String| {
        Signal::derive(move || action.with(|action| action.as_ref().map(of).unwrap_or_default()))
    };
    let name = read(|action| action.name.clone());
    let pending = live.page.acting.pending;
    let icon = icon_of(&name.get_untracked());
    let busy = Signal::derive(move || pending.with(|p| p.as_deref() == Some(&name.get())));
    let available = Signal::derive(move || {
        action.with(|action| action.as_ref().is_some_and(|action| action.available))
    });
    let reason =
        Signal::derive(move || action.with(|action| action.as_ref().and_then(Action::why_not)));
    let on_press = move |()| {
        if let Some(action) = action.get_untracked() {
            press.run(action);
        }
    };
    view! { <ActionButton label=read(label_of) icon kind available reason busy on_press/> }
}

/// Sends the action; a good answer is followed by a fresh snapshot, a refusal
/// too, because the state was not what the page showed.
pub fn send(live: Live, announcer: Announcer, action: String, body: ActionBody) {
    let acting: Acting = live.page.acting;
    let remote = live.page.remote;
    let verb = verb_label(&action);
    acting.act(live.page.id.get_value(), &action, body, move |answer| {
        announcer.say(&match &answer {
            Ok(result) => result.told(),
            Err(error) => [&*verb, " was not done. ", &error.to_string()].concat(),
        });
        match answer
            .ok()
            .and_then(|result| result.campaign_id.value().cloned())
        {
            Some(made) => go_to(live, made),
            None => remote.ask(),
        }
    });
}

/// Goes to the campaign that an action has made.
fn go_to(live: Live, campaign: String) {
    let route = Route::to_campaign(CampaignId(campaign));
    live.page.session.navigation.go(&route, Entry::New);
}

/// The label of an action's button: an ellipsis when a dialog follows.
pub fn label_of(action: &Action) -> String {
    match action.name.eq_ignore_ascii_case(SET_CONCURRENCY) {
        true => "Lower concurrency…".to_owned(),
        false => action.label(),
    }
}

/// Whether an action ends the campaign for good.
pub fn is_ending(action: &Action) -> bool {
    matches!(action.name.as_str(), "cancel" | "stop")
}

/// The picture of an action.
pub fn icon_of(name: &str) -> IconName {
    match name {
        "start" | "resume" => IconName::Play,
        "pause" => IconName::Pause,
        "stop" => IconName::Stop,
        "cancel" => IconName::Cancel,
        "attempt_report" => IconName::Download,
        "restart" => IconName::Restart,
        "clone" => IconName::Copy,
        _ => IconName::Gear,
    }
}
