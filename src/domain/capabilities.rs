//! Who is asking, where, and what the API behind provides.

use super::block::{Block, Row, good_rows};
use super::field::Field;
use super::json::wire;
use super::later::Later;
use super::project::Project;

wire! {
    /// The answer of the first request.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Capabilities {
        /// Whose campaigns these are.
        pub workspace: Workspace,
        /// Who is signed in.
        pub user: Block<User>,
        /// What answers, with its version.
        pub product: Field<String>,
        /// Names of the blocks this API can report; open.
        pub provides: Block<Vec<String>>,
        /// The projects of the workspace.
        pub projects: Block<Vec<Project>>,
        /// What is reported of each resource; everything, where it is absent.
        pub resources: Later<Vec<Row<Resource>>>,
        /// The actions that there are; whatever each object says, where it is
        /// absent.
        pub actions: Later<Vec<Row<ActionOf>>>,
        /// Why something is not reported, or what a figure means here.
        pub notes: Later<Vec<Row<Note>>>,
        /// What translates another API into the contract.
        pub mapping: Later<Translation>,
    }

    /// A customer's own room in the dialer.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Workspace {
        /// Opaque.
        pub id: String,
        /// Shown in the top bar.
        pub name: String,
    }

    /// The person signed in.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct User {
        /// Full name.
        pub name: String,
        /// What they are here, in words: "Supervisor".
        pub role: Field<String>,
    }

    /// What is reported of one resource.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Resource {
        /// `tasks`, `snapshot`, `live/calls`; open.
        pub name: String,
        /// Members by path; all of them, where it does not say.
        pub fields: Field<Vec<String>>,
        /// What a list can be filtered by; by everything, where it does not say.
        pub filters: Field<Vec<String>>,
        /// The orders that a list can have; all, where it does not say.
        pub sorts: Field<Vec<String>>,
    }

    /// One action on a kind of thing.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ActionOf {
        /// `campaign`, `record`, `spinner`, `retry`; open.
        pub of: String,
        /// `pause`; open.
        pub name: String,
    }

    /// A word of whoever provides the API.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Note {
        /// A resource, a member by its path, or an action.
        pub about: String,
        /// For operators.
        pub text: String,
    }

    /// What translates another API into the contract.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Translation {
        /// The API's name.
        pub name: String,
        /// Of the mapping, or of the API that it was made for.
        pub version: Field<String>,
        /// One sentence.
        pub about: Field<String>,
    }
}

impl Capabilities {
    /// Whether the API has a part of the contract: everything, where it does
    /// not say what it has.
    pub fn offers(&self, part: &str) -> bool {
        let provided = self.provides.value();
        provided.is_none_or(|parts| parts.iter().any(|known| known == part))
    }

    /// Whether the API has a resource, as far as it says.
    pub fn has(&self, resource: &str) -> bool {
        // Any card will do.
        if resource == "live" {
            return self.offers("live");
        }
        let part = match resource {
            "task" => "task_debug",
            "job" => "jobs",
            "record" => "records",
            "retries" => "targeted_retries",
            card if card.starts_with("live/") => "live",
            // The console is of no use without campaigns; an API that names only what it has
            // besides has them.
            "campaigns" | "snapshot" | "tasks" | "numbers" | "attempt_report" => "",
            part => part,
        };
        (part.is_empty() || self.offers(part)) && self.extent(resource) != Extent::Nothing
    }

    /// What is reported of a resource, as far as the API says: everything,
    /// where it says nothing, and nothing, where it says only of others.
    pub fn extent(&self, resource: &str) -> Extent {
        let Some(told) = self.resources.value() else {
            return Extent::Unsaid;
        };
        good_rows(&told)
            .find(|known| known.name == resource)
            .map_or(Extent::Nothing, |known| Extent::Of(known.clone()))
    }

    /// Whether a member of a resource is reported, as far as the API says. A
    /// block is when anything in it is, and so is what is inside of a block
    /// that is named as a whole.
    pub fn reports(&self, resource: &str, field: &str) -> bool {
        self.extent(resource).reports(field)
    }

    /// Whether a list can be filtered by `name`, as far as the API says.
    pub fn filters_by(&self, resource: &str, name: &str) -> bool {
        self.extent(resource).filters_by(name)
    }

    /// Whether a list can be put into the order `word`, as far as the API says.
    pub fn sorts_by(&self, resource: &str, word: &str) -> bool {
        self.extent(resource).sorts_by(word)
    }

    /// Whether there is an action on a kind of thing, as far as the API says.
    pub fn can(&self, of: &str, action: &str) -> bool {
        let told = self.actions.value();
        told.is_none_or(|told| good_rows(&told).any(|known| known.of == of && known.name == action))
    }
}

/// What is reported of one resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The API does not say: taken for everything.
    Unsaid,
    /// The API does not have it.
    Nothing,
    /// What it says of it.
    Of(Resource),
}

impl Extent {
    /// As [`Capabilities::reports`].
    pub fn reports(&self, field: &str) -> bool {
        self.has(|known| &known.fields, |known| covers(known, field))
    }

    /// As [`Capabilities::filters_by`].
    pub fn filters_by(&self, name: &str) -> bool {
        self.has(|known| &known.filters, |known| known == name)
    }

    /// As [`Capabilities::sorts_by`].
    pub fn sorts_by(&self, word: &str) -> bool {
        self.has(|known| &known.sorts, |known| known == word)
    }

    fn has(
        &self,
        list: impl FnOnce(&Resource) -> &Field<Vec<String>>,
        is_it: impl Fn(&str) -> bool,
    ) -> bool {
        match self {
            Self::Unsaid => true,
            Self::Nothing => false,
            Self::Of(known) => list(known)
                .value()
                .is_none_or(|names| names.iter().any(|name| is_it(name))),
        }
    }
}

/// Whether one of two members is the other one, or is inside it.
pub fn covers(one: &str, other: &str) -> bool {
    let begins = |long: &str, short: &str| {
        long.strip_prefix(short)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    begins(one, other) || begins(other, one)
}

#[cfg(test)]
mod tests;
