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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::json::decode;

    #[test]
    fn a_project_without_a_name_is_told_by_its_id() {
        for (json, label) in [
            (r#"{"id":"p1","name":" North "}"#, "North"),
            (r#"{"id":"p1","name":"  "}"#, "p1"),
            (r#"{"id":"p1","name":null}"#, "p1"),
            (r#"{"id":"p1"}"#, "p1"),
        ] {
            assert_eq!(decode::<Project>(json).unwrap().label(), label, "{json}");
        }
    }
}
