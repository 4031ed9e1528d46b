//! The projects that a workspace's work is kept in.

use super::field::Field;
use super::json::wire;

wire! {
    /// One project.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Project {
        /// Its name in requests and addresses.
        pub id: String,
        /// As its people call it.
        pub name: Field<String>,
    }
}

impl Project {
    /// The name, else the ID.
    pub fn label(&self) -> &str {
        let name = self.name.as_deref().map(str::trim);
        name.filter(|name| !name.is_empty()).unwrap_or(&self.id)
    }
}
