//! The actions that have no button of their own: the menu, and the palette.

use super::actions::{icon_of, is_ending, label_of};
use crate::domain::action::Action;
use crate::domain::lifecycle::Arranged;
use crate::domain::route::{Route, TriagePlace};
use crate::domain::tone::Tone;
use crate::state::commands::Command;
use crate::state::live::Live;
use crate::state::navigation::Entry;
use crate::state::preferences::Interval;
use crate::state::session::Session;
use crate::ui::icon::IconName;
use crate::ui::menu::MenuItem;
use leptos::prelude::*;

/// What can be done now, by its name in the palette too.
pub fn offer_commands(
    live: Live,
    arranged: Memo<Arranged>,
    press: Callback<Action>,
    contain: Callback<Action>,
) {
    live.page.session.commands.offer(move || {
        let Arranged {
            main,
            ending,
            limit,
            more,
            ..
        } = arranged.get();
        let limit = limit.map(|action| (action, contain));
        let others = main.into_iter().chain(more).chain(ending);
        let all = limit
            .into_iter()
            .chain(others.map(|action| (action, press)));
        all.filter(|(action, _)| action.available)
            .map(|(action, run)| Command {
                label: label_of(&action),
                sub: action.effect.as_deref().map(str::to_owned),
                run: Callback::new(move |()| run.run(action.clone())),
            })
            .collect()
    });
}

/// The menu of the rest, and how often the page asks by itself.
pub fn more(
    live: Live,
    arranged: Memo<Arranged>,
    press: Callback<Action>,
    contain: Callback<Action>,
    save_report: Callback<Action>,
) -> Signal<Vec<MenuItem>> {
    let session = live.page.session;
    Signal::derive(move || {
        let Arranged {
            more,
            ending,
            limit,
            report,
            ..
        } = arranged.get();
        let limit = limit.map(|action| (action, contain));
        let report = report.map(|action| (action, save_report));
        let others = more.into_iter().chain(ending).map(|action| (action, press));
        let actions = limit
            .into_iter()
            .chain(report)
            .chain(others)
            .map(|(action, press)| MenuItem {
                label: label_of(&action),
                effect: action.effect.as_deref().map(str::to_owned),
                icon: Some(icon_of(&action.name)),
                tone: if is_ending(&action) {
                    Tone::Bad
                } else {
                    Tone::Mute
                },
                available: action.available,
                reason: action.why_not(),
                starts_group: false,
                on_select: Callback::from(move || press.run(action.clone())),
            });
        let triage = MenuItem {
            effect: Some("From what you notice to the likely cause.".to_owned()),
            icon: Some(IconName::TriangleAlert),
            starts_group: true,
            ..MenuItem::new("Open triage", move || open_triage(live))
        };
        actions
            .chain(std::iter::once(triage))
            .chain(intervals(session))
            .collect()
    })
}

/// How often a page asks by itself, the choice marked. Tracked.
pub fn intervals(session: Session) -> impl Iterator<Item = MenuItem> {
    let interval = session.preferences.interval;
    let chosen = interval.get();
    Interval::ALL.into_iter().map(move |choice| MenuItem {
        starts_group: choice == Interval::Manual,
        icon: (choice == chosen).then_some(IconName::Check),
        effect: (choice == Interval::Manual).then(|| "Only when you press Refresh.".to_owned()),
        ..MenuItem::new(
            &format!("Refresh: {}", choice.label().to_lowercase()),
            move || interval.set(choice),
        )
    })
}

fn open_triage(live: Live) {
    let place = TriagePlace::of_campaign(live.page.id.get_value());
    let navigation = live.page.session.navigation;
    navigation.go(&Route::Triage(place), Entry::New);
}
