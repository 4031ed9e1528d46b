//! The head of a list's screen: its name, how old it is, and what can be done.

use crate::domain::format::Formats;
use crate::domain::timestamp::Timestamp;
use crate::state::remote::RemoteHandle;
use crate::state::session::Session;
use crate::ui::{ActionButton, IconName, TipText, Tipped};
use leptos::prelude::*;

/// Title, age and Refresh, with room for more actions.
#[component]
pub fn ListHead<T: Send + Sync + 'static>(
    /// The screen's name.
    title: &'static str,
    /// The console it belongs to.
    session: Session,
    /// The list.
    remote: RemoteHandle<T>,
    /// When its page was read, by the server's clock.
    captured_at: fn(&T) -> Option<&Timestamp>,
    /// What Refresh does; asks for the list again unless told otherwise.
    #[prop(optional, into)]
    on_refresh: Option<Callback<()>>,
    /// What is said of Refresh when it is pointed at.
    #[prop(optional)]
    tip: &'static str,
    /// What else can be done.
    #[prop(optional, into)]
    actions: ViewFnOnce,
) -> impl IntoView {
    let busy = Signal::derive(move || remote.state.with(|state| state.is_asking()));
    let no_reason = Signal::derive(|| None::<String>);
    let updated = Memo::new(move |_| {
        remote.state.with(|state| {
            let at = captured_at(state.value()?)?;
            let zone = session.presentation.campaign_zone.get();
            Some(write(session, Some(at), zone.as_deref(), |formats| {
                formats.clock_seconds(at)
            }))
        })
    });
    let age = session.age(remote);
    view! {
        <div class="page-head" part="head">
            <div class="page-title"><h1>{title}</h1></div>
            <div class="page-side">
                <p class="age">
                    {move || updated.get().map(|at| view! { <b>"Updated " {at}</b> })}
                    <span data-part="age">{age}</span>
                </p>
                <div class="page-actions">
                    <Tipped text=move || (!tip.is_empty()).then(|| TipText::from(tip.to_owned()))>
                        <ActionButton
                            label="Refresh"
                            icon=IconName::Refresh
                            available=true
                            reason=no_reason
                            busy
                            on_press=move |()| match on_refresh {
                                Some(refresh) => refresh.run(()),
                                None => remote.refresh(),
                            }
                        />
                    </Tipped>
                    {actions.run()}
                </div>
            </div>
        </div>
    }
}

/// Writes something of a page as of the moment it was read, in the zone that
/// the operator chose; `zone` is the campaign's, where one is meant.
pub fn write<R>(
    session: Session,
    captured_at: Option<&Timestamp>,
    zone: Option<&str>,
    write: impl FnOnce(&Formats<'_>) -> R,
) -> R {
    let now = captured_at.and_then(|at| at.ms);
    let now = now.unwrap_or_else(crate::state::clock::now);
    session.presentation.with(zone, now, write)
}
