//! The values that the placeholders of requests stand for.

use super::identity::Ids;
use super::question::Asked;
use super::template::Slot;
use crate::domain::json::{Document, Made};

/// Everything that a request can be made of.
pub(super) struct Slots<'a> {
    /// What was asked.
    pub asked: &'a Asked,
    /// What IDs consist of.
    pub ids: &'a Ids,
    /// The mapping's variables, and those of the configuration before them.
    pub variables: [&'a [(String, String)]; 2],
    /// The API's word for the order.
    pub sort: Option<&'a str>,
    /// The body of an action, contract JSON.
    pub body: Option<&'a str>,
}

impl Slots<'_> {
    /// The value of a placeholder.
    pub fn value(&self, slot: &Slot) -> Option<Made> {
        match slot {
            Slot::Asked(kind, part) => {
                let id = self.asked.id(kind)?;
                self.part(kind, id, part.as_deref())
            }
            Slot::Filter(name, part) => {
                let values = self.asked.filter(name);
                match (values, part) {
                    ([], _) => None,
                    ([one, ..], Some(part)) => self.part(name, one, Some(part)),
                    ([one], None) => Some(one.into()),
                    (several, None) => Some(several.iter().map(Made::from).collect()),
                }
            }
            Slot::Sort => { self.sort.filter(|word| !word.is_empty()) }.map(Made::from),
            Slot::Body(name) => {
                let document = Document::parse(self.body?).ok()?;
                let member = document.root().get(name)?;
                Some(Made::copy(&member)).filter(|value| *value != Made::Null)
            }
            Slot::Either(slots) => slots.iter().find_map(|slot| self.value(slot)),
            Slot::Variable(name) => {
                let mut known = self.variables.iter().rev().flat_map(|known| known.iter());
                known
                    .find(|(known, _)| known == name)
                    .map(|(_, value)| Made::from(value))
                    .filter(|value| *value != Made::from(""))
            }
        }
    }

    fn part(&self, kind: &str, id: &str, part: Option<&str>) -> Option<Made> {
        let text = self.ids.part_of(kind, id, part)?;
        Some(Made::Text(text.into_owned())).filter(|_| !id.is_empty())
    }
}
