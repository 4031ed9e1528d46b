//! What of an answer the asked thing is.

use super::ItemTask;
use crate::api::error::{ApiError, ErrorKind};
use crate::api::mapping::document::Item;
use crate::api::mapping::frame::unreadable;
use crate::api::mapping::path::Found;
use crate::api::mapping::rows;
use crate::api::mapping::scope::Scope;
use crate::domain::block::Unreadable;
use crate::domain::json::{Json, Kind};

impl ItemTask<'_> {
    /// What the item's fields start at.
    pub(super) fn own<'s>(
        &self,
        item: &Item,
        whole: &Scope<'s>,
    ) -> Result<rows::RowAt<'s>, ApiError> {
        if let Some(rows) = &item.rows {
            let found = rows::found(rows, whole).map_err(unreadable)?;
            let (kind, wanted) = self.subject();
            let ids = &self.frame.mapping.conventions.ids;
            let is_it = |row: &rows::RowAt<'s>| {
                let id = ids.of_row(kind, &row.scope(whole));
                let id = id.or_else(|| row.key.as_deref().map(str::to_owned));
                id.as_deref() == Some(wanted)
            };
            return { found.into_iter() }.find(is_it).ok_or_else(|| {
                let message = format!("The API's answer has no {kind} with this ID.");
                ApiError::new(ErrorKind::NotFound(Some(message)))
            });
        }
        let at = |json: Json<'s>| rows::RowAt {
            json,
            key: None,
            around: None,
        };
        let Some(path) = &item.at else {
            return Ok(at(whole.row));
        };
        match path.find(whole) {
            Found::One(json) if json.kind() == Kind::Object => Ok(at(json)),
            Found::Many(found) if !found.is_empty() => Ok(at(*found.first().unwrap_or(&whole.row))),
            _ => Err(unreadable(Unreadable {
                path: path.text.clone(),
                expected: "an object, as the mapping says".to_owned(),
            })),
        }
    }

    /// The kind of the thing, and its ID.
    fn subject(&self) -> (&'static str, &str) {
        let kinds: &[&'static str] = match self.name {
            "task" => &["task"],
            "record" | "journey" => &["record"],
            "job" => &["job"],
            _ => &["campaign", "job"],
        };
        let named = { kinds.iter() }.find_map(|kind| Some((*kind, self.asked.id(kind)?)));
        named.unwrap_or(("entry", ""))
    }
}
