//! What the operator takes along, and what they changed of it.

use super::Triage;
use crate::domain::diagnostics::{Bundle, Edits, OwnPicture, Subject, bundle};
use crate::domain::format::Formats;
use crate::domain::timestamp::Timestamp;
use crate::domain::triage::Known;
use crate::ui::{Copier, save_bytes, use_copier};
use leptos::prelude::*;

/// The bundle of an incident. What was changed is kept across refreshes, and
/// gone with the incident.
#[derive(Clone, Copy)]
pub struct HandOver {
    triage: Triage,
    copier: Copier,
    /// The symptom in the operator's words.
    pub summary: RwSignal<Option<String>>,
    /// Both ends of the time window, where they set them.
    pub window: RwSignal<[Option<Timestamp>; 2]>,
    /// A picture of their own.
    pub picture: RwSignal<Option<OwnPicture>>,
    /// Whether phone numbers are told in full.
    pub numbers_shown: RwSignal<bool>,
}

impl HandOver {
    /// Of an incident. Call it while a component is built.
    pub fn of(triage: Triage) -> Self {
        Self {
            triage,
            copier: use_copier(),
            summary: RwSignal::new(None),
            window: RwSignal::new([None, None]),
            picture: RwSignal::new(None),
            numbers_shown: RwSignal::new(false),
        }
    }

    /// Tells something of the bundle as it stands. Tracked.
    pub fn tell<R>(self, tell: impl FnOnce(&Subject<'_>) -> R) -> R {
        let [from, to] = self.window.get();
        let edits = Edits {
            summary: self.summary.get(),
            from,
            to,
            picture: self.picture.get(),
            numbers_shown: self.numbers_shown.get(),
        };
        let triage = self.triage;
        let (campaign, job) = (triage.campaign_id(), triage.job_id());
        let assessment = triage.assessment.get();
        let symptom = triage.symptom.get();
        let capabilities = triage.session.capabilities.state;
        let workspace = capabilities.with(|state| Some(state.value()?.workspace.id.clone()));
        triage.with_evidence(|evidence| {
            let unread = || Known::Unknown("The workspace was not read yet.".to_owned());
            tell(&Subject {
                workspace: workspace.as_deref().map_or_else(unread, Known::Read),
                campaign: campaign.as_deref(),
                job: job.as_deref(),
                evidence,
                assessment: &assessment,
                symptom,
                edits: &edits,
            })
        })
    }

    /// Writes a moment, or reads one, on the clocks of the incident. Tracked.
    pub fn write<R>(self, write: impl FnOnce(&Formats<'_>) -> R) -> R {
        self.triage.write(write)
    }

    /// The bundle as it stands. Not tracked.
    pub fn bundle(self) -> Bundle {
        untrack(|| self.tell(bundle))
    }

    /// Copies the text.
    pub fn copy(self) {
        let done = match self.numbers_shown.get_untracked() {
            true => "Diagnostics copied, phone numbers shown.",
            false => "Diagnostics copied, phone numbers masked.",
        };
        self.copier.copy(&self.bundle().markdown, done);
    }

    /// Saves the archive.
    pub fn save(self) {
        let bundle = self.bundle();
        let archive = bundle.archive();
        let saved =
            archive.is_some_and(|bytes| save_bytes(&bundle.name, "application/zip", &bytes));
        if !saved {
            self.copier.copy(
                &bundle.markdown,
                "The browser refused to save a file. The text was copied instead.",
            );
        }
    }
}
