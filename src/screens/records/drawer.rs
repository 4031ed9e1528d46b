//! The drawer of a record: what came of it. Its steps are one deliberate click
//! further, on the Jobs page.

use super::Records;
use super::cells::journey;
use crate::domain::record::detail::told;
use crate::domain::record::status::RecordStatus;
use crate::domain::record::{Record, RecordDetail};
use crate::domain::route::{RecordQuery, Route, TriagePlace};
use crate::screens::list_head;
use crate::screens::list_notes::Stale;
use crate::screens::listed::Step;
use crate::screens::listing::Listing;
use crate::screens::loaded::Loaded;
use crate::screens::not_provided::from_row;
use crate::screens::record_actions::RecordActions;
use crate::screens::record_outcome::RecordOutcome;
use crate::state::remote::{RemoteHandle, use_remote};
use crate::ui::{Badge, CopyText, Drawer, Skeleton, SkeletonKind, on_plain_key};
use leptos::prelude::*;
use std::sync::Arc;

/// Opens with the record that the address names.
#[component]
pub fn RecordDrawer(
    /// The records.
    list: Records,
) -> impl IntoView {
    let wanted = list.open;
    let session = list.session;
    let listed = Memo::new(move |_| {
        (!session.has("record")).then(|| list.remote.state.with(|state| state.fetched_at()))
    });
    let detail = use_remote(
        move || match (wanted.get(), listed.get()) {
            (_, Some(None)) => None,
            (wanted, read) => Some((wanted?, read.flatten())),
        },
        move |(id, read), ask| match read {
            None => Box::pin(session.client().record(id, ask)),
            Some(_) => from_row(
                list.remote
                    .state
                    .with_untracked(|state| RecordDetail::of_row(state.value()?, &id)),
            ),
        },
    );
    session.follow_key(detail);
    let open = Signal::derive(move || wanted.with(Option::is_some));
    let title = Signal::derive(move || {
        let known = detail.state.with(|state| {
            let detail = state.value()?;
            Some(detail.record.who().to_owned())
        });
        known.unwrap_or_else(|| "Record".to_owned())
    });
    let head = move || view! { <Head list detail/> };
    let foot = move || view! { <RecordActions session detail/> <Ways list detail/> };
    on_plain_key(move |key| {
        let open = wanted.get_untracked();
        let Some((record, step)) = open.zip(Step::of_key(key)) else {
            return false;
        };
        if let Some(record) = list.listed.neighbor(&record, step) {
            list.turn(record);
        }
        true
    });
    view! {
        <Drawer open title head foot on_close=move |()| list.show(None)>
            <Stale remote=detail fact="Showing this record as it was read last."/>
            <Loaded
                remote=detail
                what="This record"
                skeleton=|| view! { <Skeleton kind=SkeletonKind::Lines(8)/> }
                content=move |shown| view! { <Body list shown/> }.into_any()
            />
        </Drawer>
    }
}

#[component]
fn Head(list: Records, detail: RemoteHandle<RecordDetail>) -> impl IntoView {
    let known = Memo::new(move |_| {
        detail.state.with(|state| {
            let record = &state.value()?.record;
            let phone = record.phone.as_deref();
            let phone = phone.map(|phone| {
                list_head::write(list.session, None, None, |formats| formats.phone(phone))
            });
            let status = RecordStatus::from_wire(&record.status);
            Some((status, phone, record.id.clone()))
        })
    });
    let row = move || list.listed.place(&list.open.get()?);
    move || {
        known.get().map(|(status, phone, id)| {
            let id = Signal::stored(id);
            view! {
                <Badge tone=status.tone() glyph=status.glyph() label=status.label().to_string()/>
                <p class="drawer-sub">
                    <span>{phone}</span>
                    <CopyText text=id label="Copy record ID"/>
                    <span>{row}</span>
                </p>
            }
        })
    }
}

#[component]
fn Body(list: Records, shown: RwSignal<Arc<RecordDetail>>) -> impl IntoView {
    let told = Memo::new(move |_| {
        shown.with(|detail| {
            let captured = detail.captured_at.value();
            list_head::write(list.session, captured, None, |formats| {
                told(detail, formats)
            })
        })
    });
    view! { <RecordOutcome told/> }
}

/// Where the record leads.
#[derive(Clone, PartialEq)]
struct Leads {
    journey: Option<Route>,
    triage: Option<Route>,
    task: Option<Route>,
    contact: Option<Route>,
}

impl Leads {
    fn of(record: &Record, has_triage: bool) -> Self {
        let contact = record.contact.value();
        let contact = contact.and_then(|contact| contact.id.value().cloned());
        let query = RecordQuery::default();
        let job = record.job.value().map(|job| job.id.clone());
        let failed = RecordStatus::from_wire(&record.status) == RecordStatus::Failed;
        let triage = |job| TriagePlace::of_job(job).with_record(Some(record.id.clone()));
        Self {
            journey: journey(job.as_ref().map(|id| &*id.0), &record.id),
            triage: { job.filter(|_| failed && has_triage) }.map(|job| Route::Triage(triage(job))),
            task: record.task(),
            contact: contact.map(|id| Route::to_records(&query.with_contact(Some(id)))),
        }
    }
}

#[component]
fn Ways(list: Records, detail: RemoteHandle<RecordDetail>) -> impl IntoView {
    let leads = Memo::new(move |_| {
        let state = detail.state;
        let has_triage = list.session.offers("targeted_retries");
        state.with(|state| Some(Leads::of(&state.value()?.record, has_triage)))
    });
    let link = move |route: Option<Route>, class: &'static str, label: &'static str| {
        route.map(|route| {
            let address = list.session().navigation.href(&route);
            view! { <a class=class href=address>{label}</a> }
        })
    };
    move || {
        leads.get().map(|leads| {
            view! {
                {link(leads.journey, "button", "Open the journey")}
                {link(leads.triage, "button", "Open triage")}
                {link(leads.task, "row-link", "Its task")}
                {link(leads.contact, "row-link", "All records of this contact")}
            }
        })
    }
}
