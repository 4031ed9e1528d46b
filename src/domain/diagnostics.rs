//! The diagnostics bundle: what support needs to take an incident over, from
//! the same evidence that the page shows.
//!
//! The seven items are those of source document 003. See docs/diagnostics.md.

use super::evidence::Masking;
use super::timestamp::Timestamp;
use super::triage::{Assessment, Evidence, Known, Symptom};

mod bundle;
mod document;
mod found;
mod item;
mod markdown;
mod numbers;
mod picture;
mod reports;
mod window;

pub use bundle::{Bundle, CAUSE_PICTURE, DISPATCH_PICTURE, bundle};
pub use found::summary;
pub use item::{Item, ItemKey, ItemState};
pub use picture::own::{MOST_BYTES, OwnPicture, PictureKind, PictureTrouble, data_address};
pub use window::ends as time_window;

/// What a bundle is made from.
#[derive(Clone)]
pub struct Subject<'a> {
    /// The workspace's ID.
    pub workspace: Known<&'a str>,
    /// The campaign that the incident's address names.
    pub campaign: Option<&'a str>,
    /// The run that the incident's address names.
    pub job: Option<&'a str>,
    /// What is known.
    pub evidence: &'a Evidence<'a>,
    /// What is concluded from it.
    pub assessment: &'a Assessment,
    /// What somebody has noticed.
    pub symptom: Option<Symptom>,
    /// What the operator wrote and chose.
    pub edits: &'a Edits,
}

/// What the operator changes of a bundle. What is `None` is pre-filled.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edits {
    /// The symptom in their words.
    pub summary: Option<String>,
    /// The beginning of the time window.
    pub from: Option<Timestamp>,
    /// Its end.
    pub to: Option<Timestamp>,
    /// A picture of their own in place of ours.
    pub picture: Option<OwnPicture>,
    /// Whether phone numbers are told in full.
    pub numbers_shown: bool,
}

/// The items of a bundle, as they stand now.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostics {
    /// The seven, in the order of the runbook.
    pub items: [Item; 7],
}

impl Diagnostics {
    /// The items of a subject, nothing masked.
    pub fn of(subject: &Subject<'_>) -> Self {
        Self {
            items: item::items(subject),
        }
    }

    /// How many of them are known.
    pub fn ready(&self) -> usize {
        self.items.iter().filter(|item| item.is_ready()).count()
    }

    /// "7 of 7 ready".
    pub fn words(&self) -> String {
        [&*self.ready().to_string(), " of 7 ready"].concat()
    }

    /// One of them.
    pub fn item(&self, key: ItemKey) -> Option<&Item> {
        self.items.iter().find(|item| item.key == key)
    }
}

/// Hides the phone numbers of a subject in whatever is written of it, unless
/// they are to be shown.
struct Telling {
    masking: Option<Masking>,
    /// A picture that goes along, which cannot be masked.
    own: Option<PictureKind>,
}

impl Telling {
    fn of(subject: &Subject<'_>) -> Self {
        let hides = !subject.edits.numbers_shown;
        Self {
            masking: hides.then(|| numbers::masking(subject)),
            own: subject.edits.picture.as_ref().map(|own| own.kind),
        }
    }

    fn text(&self, text: &str) -> String {
        match &self.masking {
            Some(masking) => masking.masked(text),
            None => text.to_owned(),
        }
    }

    /// The ID of a person or of a call to one.
    fn person(&self, id: &str) -> String {
        match &self.masking {
            Some(masking) => masking.masked_person(id),
            None => id.to_owned(),
        }
    }

    /// What the files say of themselves.
    fn note(&self) -> String {
        let masked = "Phone numbers masked";
        match (&self.masking, self.own) {
            (Some(_), Some(own)) => [masked, ", except on ", own.file_name()].concat(),
            (Some(_), None) => masked.to_owned(),
            (None, _) => "Phone numbers shown".to_owned(),
        }
    }

    /// The same as a word of the JSON document.
    fn code(&self) -> &'static str {
        match (&self.masking, self.own) {
            (Some(_), Some(_)) => "masked_except_screenshot",
            (Some(_), None) => "masked",
            (None, _) => "shown",
        }
    }
}

#[cfg(test)]
mod tests;
