//! Who is asking, where, and what the API behind provides.

use serde::Deserialize;

use super::block::Block;
use super::field::Field;

/// The answer of the first request.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Capabilities {
    /// Whose campaigns these are.
    pub workspace: Workspace,
    /// Who is signed in.
    #[serde(default)]
    pub user: Block<User>,
    /// What answers, with its version.
    #[serde(default)]
    pub product: Field<String>,
    /// Names of the blocks this API can report; open.
    #[serde(default)]
    pub provides: Block<Vec<String>>,
}

/// A customer's own room in the dialer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Workspace {
    /// Opaque.
    pub id: String,
    /// Shown in the top bar.
    pub name: String,
}

/// The person signed in.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct User {
    /// Full name.
    pub name: String,
    /// What they are here, in words: "Supervisor".
    #[serde(default)]
    pub role: Field<String>,
}
