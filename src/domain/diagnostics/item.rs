//! The seven items that an escalation needs.

use super::{Subject, found, window};
use crate::domain::triage::Known;

/// Which item it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemKey {
    /// Whose work it is.
    Workspace,
    /// Which campaign.
    Campaign,
    /// Which run of a spinner.
    Job,
    /// Which file the contacts came from.
    Upload,
    /// From when to when, and in which zone.
    TimeWindow,
    /// How many failed and how many succeeded.
    Counts,
    /// What is seen, with a picture.
    Symptom,
}

impl ItemKey {
    /// Its name in the JSON document.
    pub fn code(self) -> &'static str {
        match self {
            Self::Workspace => "workspace_id",
            Self::Campaign => "campaign_id",
            Self::Job => "batch_job_id",
            Self::Upload => "upload_id",
            Self::TimeWindow => "time_window",
            Self::Counts => "counts",
            Self::Symptom => "symptom",
        }
    }

    /// Its name on screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Workspace => "Workspace ID",
            Self::Campaign => "Campaign ID",
            Self::Job => "Batch job ID",
            Self::Upload => "Upload ID",
            Self::TimeWindow => "Time window",
            Self::Counts => "Failed and done",
            Self::Symptom => "Symptom",
        }
    }

    /// Whether its value is an ID.
    pub fn is_id(self) -> bool {
        matches!(
            self,
            Self::Workspace | Self::Campaign | Self::Job | Self::Upload
        )
    }
}

/// One item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Which one.
    pub key: ItemKey,
    /// What is known of it.
    pub state: ItemState,
}

/// What is known of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemState {
    /// An ID, or words.
    There(String),
    /// There is none to tell, and why: "the contacts came from no upload".
    None(&'static str),
    /// It is not known, and why: a sentence.
    Missing(String),
}

impl Item {
    /// Whether it is known, be it that there is none.
    pub fn is_ready(&self) -> bool {
        !matches!(self.state, ItemState::Missing(_))
    }

    /// The item in words: its value; "none" and why; or why it is not known.
    pub fn words(&self) -> String {
        match &self.state {
            ItemState::There(value) => value.clone(),
            ItemState::None(why) => ["none: ", why].concat(),
            ItemState::Missing(why) => why.clone(),
        }
    }
}

/// The items, nothing masked.
pub fn items(subject: &Subject<'_>) -> [Item; 7] {
    use ItemKey::{Campaign, Counts, Job, Symptom, TimeWindow, Upload, Workspace};
    [
        Workspace, Campaign, Job, Upload, TimeWindow, Counts, Symptom,
    ]
    .map(|key| {
        let found = match key {
            Workspace => match &subject.workspace {
                Known::Read(id) => Ok(ItemState::There((*id).to_owned())),
                Known::Unknown(why) => Err(why.clone()),
            },
            Campaign => found::campaign(subject),
            Job => found::job(subject),
            Upload => found::upload(subject),
            TimeWindow => window::told(subject),
            Counts => found::counts(subject),
            Symptom => Some(found::summary(subject))
                .filter(|text| !text.trim().is_empty())
                .map(ItemState::There)
                .ok_or_else(|| "Say what is seen.".to_owned()),
        };
        let state = found.unwrap_or_else(ItemState::Missing);
        Item { key, state }
    })
}
