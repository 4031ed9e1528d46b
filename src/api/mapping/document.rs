//! The parts of a mapping document, checked.

mod action;
mod error_rules;
mod item;
mod list;
mod paging;
mod request;

pub use action::{ACTIONS, Action};
pub use error_rules::{ErrorRules, Rule};
pub use item::Item;
pub use list::{Filter, Joining, List, Merge, On, Place, Rows};
pub use paging::{NextAddress, Paging, Style};
pub use request::Request;
