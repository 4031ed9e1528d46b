//! Who is asking, where, and what the API behind provides.

use super::block::Block;
use super::field::Field;
use super::json::wire;
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
}

impl Capabilities {
    /// Whether the API has a part of the contract: everything, where it does
    /// not say what it has.
    pub fn offers(&self, part: &str) -> bool {
        let provided = self.provides.value();
        provided.is_none_or(|parts| parts.iter().any(|known| known == part))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::json::decode;

    #[test]
    fn what_is_not_said_to_be_missing_is_there() {
        for (provides, there) in [
            ("", true),
            (r#","provides":null"#, true),
            (r#","provides":7"#, true),
            (r#","provides":["records","jobs"]"#, true),
            (r#","provides":["records"]"#, false),
            (r#","provides":[]"#, false),
        ] {
            let json = [r#"{"workspace":{"id":"w","name":"W"}"#, provides, "}"].concat();
            let known: Capabilities = decode(&json).unwrap();
            assert_eq!(known.offers("jobs"), there, "{provides}");
        }
    }
}
