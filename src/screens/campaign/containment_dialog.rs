//! The dialog of a containment: what is asked for, and its effect before it is
//! done.

use super::actions::send;
use super::containment::{Containment, REMOVE_NUMBER, SET_CONCURRENCY, SET_WINDOW, use_containing};
use crate::domain::action::ActionBody;
use crate::domain::effect::{self, Preview};
use crate::domain::format::Formats;
use crate::domain::history::History;
use crate::domain::limits::Limits;
use crate::domain::snapshot::Snapshot;
use crate::state::live::{Live, use_live};
use crate::ui::{ActionButton, Announcer, Button, ButtonKind, Dialog, DialogField, RichText};
use leptos::prelude::*;

/// Opens with what was asked to be contained.
#[component]
pub fn ContainmentDialog() -> impl IntoView {
    let live = use_live();
    let announcer = expect_context::<Announcer>();
    let asked = use_containing().asked;
    let open = RwSignal::new(false);
    let wanted = RwSignal::new(String::new());
    let kept = RwSignal::new(Containment::Concurrency);
    Effect::new(move |_| {
        if let Some(containment) = asked.get() {
            wanted.set(untrack(|| proposal(live, &containment)));
            kept.set(containment);
            open.set(true);
            asked.set(None);
        }
    });
    // A preview works on a copy of the snapshot: not at every refresh while nobody asks.
    let preview = live.recalls(move |history, snapshot, formats| {
        if !open.get() {
            return Preview::default();
        }
        let (containment, wanted) = (kept.get(), wanted.get());
        previewed(&containment, &wanted, snapshot, history, formats)
    });
    let refused = Memo::new(move |_| preview.with(|preview| preview.refused.clone()));
    let title = Memo::new(move |_| {
        let snapshot = live.snapshot.get();
        kept.with(|kept| {
            live.conclude(&snapshot, |snapshot, formats| {
                question(kept, snapshot, formats)
            })
        })
    });
    let confirm = move |()| {
        if refused.with_untracked(Option::is_none) {
            let (name, body) = request(&kept.get_untracked(), &wanted.get_untracked());
            open.set(false);
            send(live, announcer, name.to_owned(), body);
        }
    };
    let footer = move || {
        let verb = Memo::new(move |_| kept.with(|kept| verb(kept, &wanted.get())));
        let available = Signal::derive(move || refused.with(Option::is_none));
        let keep = kept.with(|kept| match kept {
            Containment::Concurrency => "Leave it as it is",
            Containment::Number(_) => "Keep the number",
            Containment::Window => "Keep the window",
        });
        view! {
            <Button label=keep autofocus=true on_press=move |()| open.set(false)/>
            <ActionButton kind=ButtonKind::Primary label=verb available reason=refused on_press=confirm/>
        }
    };
    view! {
        <Dialog open title footer>
            {move || field(live, kept.get(), wanted)}
            <Effects preview/>
        </Dialog>
    }
}

#[component]
fn Effects(preview: Memo<Preview>) -> impl IntoView {
    let rows = move || {
        let rows = preview.with(|preview| preview.rows.clone());
        rows.into_iter()
            .map(|row| {
                view! {
                    <tr>
                        <th scope="row">{row.label}</th>
                        <td class="num">{row.now}</td>
                        <td class="num strong">{row.after}</td>
                    </tr>
                }
            })
            .collect::<Vec<_>>()
    };
    let bare = move || preview.with(|preview| preview.rows.is_empty());
    let sentence = move || {
        let text = preview.with(|preview| preview.sentence.clone());
        view! { <RichText rich=text/> }
    };
    view! {
        <p class="dialog-refused" role="status">{move || preview.with(|preview| preview.refused.clone())}</p>
        <table class="table table-effects" aria-label="What changes" hidden=bare>
            <thead>
                <tr>
                    <th scope="col">"Effect (est.)"</th>
                    <th scope="col" class="num">"Now"</th>
                    <th scope="col" class="num">"After"</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        <p class="secondary">{sentence}</p>
    }
}

fn field(live: Live, containment: Containment, wanted: RwSignal<String>) -> Option<AnyView> {
    let write = move |event| wanted.set(event_target_value(&event));
    match containment {
        Containment::Concurrency => {
            let bounds = live.shows(|snapshot, _| effect::concurrency_bounds(snapshot));
            Some(
                view! {
                    <DialogField label="Calls at a time">
                        <input
                            class="field"
                            type="number"
                            min=move || bounds.get().0.to_string()
                            max=move || bounds.get().1.to_string()
                            step="1"
                            prop:value=wanted
                            on:input=write
                        />
                    </DialogField>
                }
                .into_any(),
            )
        }
        Containment::Window => Some(
            view! {
                <DialogField label="Close today at, campaign time">
                    <input class="field" type="time" prop:value=wanted on:input=write/>
                </DialogField>
            }
            .into_any(),
        ),
        Containment::Number(_) => None,
    }
}

/// What the dialog opens with: a third fewer calls, or the end of the hour.
fn proposal(live: Live, containment: &Containment) -> String {
    let snapshot = live.snapshot.get_untracked();
    match containment {
        Containment::Concurrency => {
            let (fewest, most) = effect::concurrency_bounds(&snapshot);
            let limits = Limits::of(&snapshot);
            let set = limits.concurrency().unwrap_or(most);
            // Above the smallest limit a lower concurrency changes nothing.
            let now = limits.smallest().map_or(set, |(_, lines)| lines.min(set));
            (now.saturating_mul(2) / 3).clamp(fewest, most).to_string()
        }
        Containment::Window => live.conclude(&snapshot, |_, formats| {
            effect::next_hour(&snapshot, formats)
        }),
        Containment::Number(_) => String::new(),
    }
}

fn previewed(
    containment: &Containment,
    wanted: &str,
    snapshot: &Snapshot,
    history: &History,
    formats: &Formats<'_>,
) -> Preview {
    let preview = match containment {
        Containment::Concurrency => {
            let lines = wanted.trim().parse().unwrap_or(-1);
            Some(effect::concurrency(snapshot, history, lines, formats))
        }
        Containment::Number(id) => effect::number_removal(snapshot, history, id, formats),
        Containment::Window => effect::window(snapshot, history, wanted, formats),
    };
    preview.unwrap_or_else(|| Preview {
        rows: Vec::new(),
        sentence: crate::domain::rich::Rich::default(),
        refused: Some("The dialer no longer reports it. Refresh and look again.".to_owned()),
    })
}

fn question(containment: &Containment, snapshot: &Snapshot, formats: &Formats<'_>) -> String {
    match containment {
        Containment::Concurrency => "How many calls at a time?".to_owned(),
        Containment::Number(id) => {
            let number = effect::number_of(snapshot, id).map(|number| formats.phone(number));
            let number = number.as_deref().unwrap_or("the number");
            ["Remove ", number, " from ", pool(snapshot), "?"].concat()
        }
        Containment::Window => "Close today's window earlier?".to_owned(),
    }
}

fn pool(snapshot: &Snapshot) -> &str {
    snapshot
        .campaign
        .number_pool
        .as_deref()
        .unwrap_or("the pool")
}

fn verb(containment: &Containment, wanted: &str) -> String {
    match containment {
        Containment::Concurrency => ["Set to ", wanted.trim()].concat(),
        Containment::Number(_) => "Remove from pool".to_owned(),
        Containment::Window => ["Close at ", wanted].concat(),
    }
}

fn request(containment: &Containment, wanted: &str) -> (&'static str, ActionBody) {
    let empty = ActionBody::default();
    match containment {
        Containment::Concurrency => (
            SET_CONCURRENCY,
            ActionBody {
                concurrency: wanted.trim().parse().ok(),
                ..empty
            },
        ),
        Containment::Number(id) => (
            REMOVE_NUMBER,
            ActionBody {
                number_id: Some(id.clone()),
                ..empty
            },
        ),
        Containment::Window => (
            SET_WINDOW,
            ActionBody {
                closes: Some(wanted.to_owned()),
                ..empty
            },
        ),
    }
}
