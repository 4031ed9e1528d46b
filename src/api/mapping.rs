//! The mapping of a foreign API: a document that says how its answers become
//! those of the contract.

mod action;
mod address;
mod capabilities;
mod compact;
pub mod condition;
mod contract;
pub mod conventions;
mod decimal;
mod dialogue;
pub mod document;
mod draft;
mod duration;
mod error_reading;
pub mod field;
mod field_reading;
mod filling;
mod filter;
mod find_task;
mod frame;
pub mod identity;
mod item_task;
mod list_task;
mod looking;
mod members;
mod memory;
mod merge;
mod order;
mod paging;
mod parts;
pub mod path;
mod position;
mod question;
mod rows;
pub mod scope;
mod site;
mod slots;
mod start;
pub mod template;
mod time;
mod together;
mod trail;
mod value;
mod whole_list;

pub use super::checked::fault;
use super::checked::{nearest, reading};

pub use dialogue::{Dialogue, Step};
pub use frame::Setting;
pub use memory::Memory;
pub use nearest::nearest;
pub use question::Question;

use conventions::Conventions;
use document::{Action, ErrorRules, Item, List};

/// A mapping that has been read and checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Mapping {
    /// The API that it is for.
    pub name: String,
    /// The version of that API that it was written for.
    pub version: Option<String>,
    /// What it covers, in a sentence.
    pub about: Option<String>,
    /// Constants for templates, which the configuration may override.
    pub variables: Vec<(String, String)>,
    /// How to sign in, where the configuration does not say: the JSON as
    /// written, to be read as the configuration's `auth`.
    pub auth: Option<String>,
    /// Zone, empty values and IDs.
    pub conventions: Conventions,
    /// What failures look like.
    pub errors: ErrorRules,
    /// Lists by the contract's name: `campaigns`, `tasks`, ….
    pub lists: Vec<(String, List)>,
    /// Single things by the contract's name: `snapshot`, `live/jobs`, ….
    pub items: Vec<(String, Item)>,
    /// What can be done.
    pub actions: Vec<Action>,
    /// Words about what is not there, by what they are about.
    pub notes: Vec<(String, String)>,
}

impl Mapping {
    /// The list of that name.
    pub fn list(&self, name: &str) -> Option<&List> {
        let mut lists = self.lists.iter();
        lists.find(|(known, _)| known == name).map(|(_, list)| list)
    }

    /// The single thing of that name.
    pub fn item(&self, name: &str) -> Option<&Item> {
        let mut items = self.items.iter();
        items.find(|(known, _)| known == name).map(|(_, item)| item)
    }

    /// The action of that name on a `campaign`, `record` or `spinner`.
    pub fn action(&self, of: &str, name: &str) -> Option<&Action> {
        let mut actions = self.actions.iter();
        actions.find(|action| action.of == of && action.name == name)
    }
}

#[cfg(test)]
mod served;
#[cfg(test)]
mod tests;
