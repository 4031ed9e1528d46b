//! Who is asking, where, and what the API behind provides.

use super::block::Block;
use super::field::Field;
use super::json::wire;

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
