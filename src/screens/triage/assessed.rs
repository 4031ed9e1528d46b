//! What is concluded from the evidence, again with every answer.

use super::asked::Asked;
use crate::domain::format::Formats;
use crate::domain::history::History;
use crate::domain::snapshot::Snapshot;
use crate::domain::targeted_retry::Retry;
use crate::domain::triage::{Assessment, Evidence, Known, Symptom, assess};
use crate::state::clock::now;
use crate::state::remote::RemoteHandle;
use crate::state::session::Session;
use leptos::prelude::*;
use std::sync::Arc;

impl Asked {
    /// IANA name of the campaign's zone, else the run's. Tracked.
    pub fn zone(self) -> Option<String> {
        let of_campaign = self.campaign.remote.state.with(|state| {
            let zone = state.value()?.campaign.time_zone.as_deref()?;
            Some(zone.to_owned())
        });
        of_campaign.or_else(|| {
            self.job.remote.state.with(|state| {
                let zone = state.value()?.job.time_zone.as_deref()?;
                Some(zone.to_owned())
            })
        })
    }

    /// When the youngest evidence was read, by the server's clock, in epoch
    /// milliseconds. Tracked.
    pub fn captured_ms(self) -> Option<i64> {
        let parts = [
            self.campaign.captured_ms(),
            self.job.captured_ms(),
            self.failures.captured_ms(),
            self.duplicates.captured_ms(),
        ];
        parts.into_iter().flatten().max()
    }
}

/// Writes something as of the youngest evidence, in the incident's zone.
pub fn write<R>(session: Session, asked: Asked, write: impl FnOnce(&Formats<'_>) -> R) -> R {
    let zone = asked.zone();
    let at = asked.captured_ms().unwrap_or_else(now);
    session.presentation.with(zone.as_deref(), at, write)
}

/// The campaign's snapshots from here on.
pub fn history(campaign: RemoteHandle<Snapshot>) -> RwSignal<History> {
    let history = RwSignal::new(History::default());
    Effect::new(move |before: Option<Option<Arc<Snapshot>>>| {
        let now = campaign.state.with(|state| state.value().cloned());
        let known = before.flatten();
        if let Some(now) = &now
            && known.is_none_or(|known| !Arc::ptr_eq(&known, now))
        {
            history.update(|history| history.push(now));
        }
        now
    });
    history
}

/// Tells something of the evidence as it stands. Tracks all of it.
pub fn with_evidence<R>(
    session: Session,
    asked: Asked,
    history: RwSignal<History>,
    retry: RwSignal<Known<Option<Arc<Retry>>>>,
    tell: impl FnOnce(&Evidence<'_>) -> R,
) -> R {
    let campaign = asked.campaign.known();
    let job = asked.job.known();
    let failures = asked.failures.known();
    let duplicates = asked.duplicates.known();
    let retry = retry.get();
    let retry = match &retry {
        Known::Read(retry) => Known::Read(retry.as_deref()),
        Known::Unknown(why) => Known::Unknown(why.clone()),
    };
    write(session, asked, |formats| {
        history.with(|history| {
            tell(&Evidence {
                campaign: campaign.as_ref().map(borrowed),
                history: campaign.is_some().then_some(history),
                job: job.as_ref().map(borrowed),
                failures: always(failures.as_ref()),
                duplicates: always(duplicates.as_ref()),
                retry,
                formats,
            })
        })
    })
}

/// The conclusions; whoever reads them runs again only when they change.
pub fn assessment(
    session: Session,
    asked: Asked,
    history: RwSignal<History>,
    retry: RwSignal<Known<Option<Arc<Retry>>>>,
    symptom: Memo<Option<Symptom>>,
) -> Memo<Arc<Assessment>> {
    Memo::new(move |_| {
        let assess = |evidence: &Evidence<'_>| Arc::new(assess(evidence, symptom.get()));
        with_evidence(session, asked, history, retry, assess)
    })
}

fn borrowed<T>(known: &Known<Arc<T>>) -> Known<&T> {
    match known {
        Known::Read(value) => Known::Read(value),
        Known::Unknown(why) => Known::Unknown(why.clone()),
    }
}

/// A report is always concerned.
fn always<T>(known: Option<&Known<Arc<T>>>) -> Known<&T> {
    known.map_or_else(|| Known::Unknown("Not read yet.".to_owned()), borrowed)
}
