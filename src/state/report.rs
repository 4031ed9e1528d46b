//! The file that is being saved: an attempt report, or a list as it is
//! filtered. One at a time, whichever screen the operator goes to meanwhile,
//! and never as a whole in memory.

use super::clock::now;
use super::session::Session;
use crate::api::error::ApiError;
use crate::domain::campaign::CampaignId;
use crate::domain::report::{Progress, file_name};
use crate::domain::timestamp::Timestamp;
use file::{File, NotPicked};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{AbortController, Blob};

mod file;
mod list;
mod sources;

pub use list::List;

/// What is written into the file.
pub enum Source {
    /// Every attempt of a campaign.
    Attempts(CampaignId),
    /// A list as it is filtered, on all its pages.
    List(List),
}

/// What has become of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Phase {
    /// On its way.
    Running,
    /// Complete, and handed to the browser or written to where the operator
    /// chose.
    Saved,
    /// The API failed or was cut off.
    Failed(ApiError),
    /// Fewer rows came than were announced.
    Short,
    /// The browser could not write the file.
    NotWritten,
}

/// A file, and how far it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Saving {
    /// The file's name.
    pub name: String,
    /// What is there.
    pub progress: Progress,
    /// What has become of it.
    pub phase: Phase,
}

/// The one file of this console.
#[derive(Clone, Copy)]
pub struct Reporting {
    saving: RwSignal<Option<Saving>>,
    asked: StoredValue<Option<AbortController>, LocalStorage>,
}

/// Hands a finished file to the browser under a name; whether it took it.
pub type Offer = fn(&str, &Blob) -> bool;

impl Reporting {
    /// Makes the place for files known to everything below.
    pub fn provide() {
        let reporting = Self {
            saving: RwSignal::new(None),
            asked: StoredValue::new_local(None),
        };
        // There is nobody left whom a file could be for.
        on_cleanup(move || reporting.cancel());
        provide_context(reporting);
    }

    /// The file, tracked, from its beginning until it is dismissed.
    pub fn saving(self) -> Option<Saving> {
        self.saving.get()
    }

    /// Whether a file is on its way, tracked.
    pub fn is_running(self) -> bool {
        let running = |saving: &Saving| saving.phase == Phase::Running;
        self.saving
            .with(|saving| saving.as_ref().is_some_and(running))
    }

    /// Starts a file. While another is on its way this does nothing. Call it
    /// right on the press of a button: the browser asks where to save.
    pub fn start(self, session: Session, source: Source, name: String, offer: Offer) {
        let running = untrack(|| self.is_running());
        let Some(controller) = AbortController::new().ok().filter(|_| !running) else {
            return;
        };
        self.asked.set_value(Some(controller.clone()));
        self.saving.set(None);
        // Goes on without its console as far as it takes to leave nothing behind.
        spawn_local(async move {
            let file = match File::open(&name).await {
                Ok(file) => file,
                Err(NotPicked) => return,
            };
            let _ = self.saving.try_set(Some(Saving {
                name: name.clone(),
                progress: Progress::default(),
                phase: Phase::Running,
            }));
            let run = Run {
                reporting: self,
                session,
                controller,
            };
            if let Some(phase) = run.write(source, file, &name, offer).await {
                self.update(|saving| saving.phase = phase);
            }
        });
    }

    /// Starts the file of a campaign's attempts.
    pub fn start_attempts(self, session: Session, id: CampaignId, offer: Offer) {
        let today = Timestamp::from_ms(now()).text;
        let name = file_name(&["attempts-", &id.0].concat(), &today);
        self.start(session, Source::Attempts(id), name, offer);
    }

    /// Gives the file up; nothing of it stays.
    pub fn cancel(self) {
        if let Some(controller) = self.asked.try_get_value().flatten() {
            controller.abort();
        }
        self.dismiss();
    }

    /// Takes what was said of the last file away.
    pub fn dismiss(self) {
        let _ = self.saving.try_set(None);
    }

    fn update(self, change: impl FnOnce(&mut Saving)) {
        let _ = self.saving.try_update(|saving| saving.as_mut().map(change));
    }
}

/// One file on its way.
struct Run {
    reporting: Reporting,
    session: Session,
    controller: AbortController,
}

impl Run {
    fn is_canceled(&self) -> bool {
        self.controller.signal().aborted()
    }

    /// Tells how far the file is.
    fn tell(&self, progress: Progress) {
        if !self.is_canceled() {
            self.reporting.update(|saving| saving.progress = progress);
        }
    }

    /// Writes the file to its end; `None` when it was given up.
    async fn write(
        &self,
        source: Source,
        mut file: File,
        name: &str,
        offer: Offer,
    ) -> Option<Phase> {
        let end = match source {
            // While the operator was asked where to save.
            _ if self.is_canceled() => Err(Phase::Short),
            Source::Attempts(campaign) => self.attempts(campaign, &mut file).await,
            Source::List(list) => self.list(list, &mut file).await,
        };
        if self.is_canceled() {
            file.discard().await;
            return None;
        }
        if let Err(phase) = end {
            // What is still on its way is wanted no more.
            self.controller.abort();
            file.discard().await;
            return Some(phase);
        }
        let saved = match file.finish().await {
            Ok(None) => true,
            Ok(Some(whole)) => !self.is_canceled() && offer(name, &whole),
            Err(_) => false,
        };
        Some(match saved {
            true => Phase::Saved,
            false => Phase::NotWritten,
        })
    }
}
