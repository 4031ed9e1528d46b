//! The file that a campaign's contacts came from.

use super::field::Field;
use super::json::wire;
use super::timestamp::Timestamp;

mod card;

pub use card::{UploadCard, card, size};

wire! {
    /// An uploaded file, and what became of its rows.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Upload {
        /// Its name in evidence.
        pub id: Field<String>,
        /// The file's name.
        pub name: String,
        /// Its size.
        pub size_bytes: Field<i64>,
        /// When it was uploaded.
        pub uploaded_at: Field<Timestamp>,
        /// By whom.
        pub uploaded_by: Field<String>,
        /// `applied`, `staged`, `failed`; open.
        pub status: Field<String>,
        /// Its rows: contacts, duplicates, invalid and do-not-call ones together.
        pub rows: Field<i64>,
        /// Contacts created from it.
        pub contacts: Field<i64>,
        /// Rows left out because their number was there already.
        pub duplicates: Field<i64>,
        /// Rows left out because their number cannot be dialed.
        pub invalid: Field<i64>,
        /// Rows left out because their number must not be called.
        pub do_not_call: Field<i64>,
        /// Its columns.
        pub columns: Field<Vec<UploadColumn>>,
        /// Where the rows left out can be fetched. Untrusted.
        pub skipped_url: Field<String>,
    }

    /// One column of the file.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct UploadColumn {
        /// As in the file.
        pub name: String,
        /// The field it fills; `null` when it is not used.
        pub maps_to: Field<String>,
    }
}
