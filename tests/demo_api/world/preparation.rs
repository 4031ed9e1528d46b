//! Writing the rows of the largest campaign, which takes seconds and may go on
//! while the others are served.

use std::path::PathBuf;

use crate::audience::Contact;
use crate::campaign::Campaign;
use crate::sleepers::{self, Sleepers};
use crate::store::Store;
use crate::zone::Ms;

use super::rows::Rows;

/// What is needed to write a campaign's rows as they stand at the start.
pub struct Preparation {
    pub(super) campaign: Campaign,
    pub(super) contacts: Vec<Contact>,
    pub(super) first_row: i64,
    pub(super) seed: u64,
    pub(super) now: Ms,
    pub(super) database: Option<PathBuf>,
}

/// The rows, written.
pub struct Prepared {
    pub(super) campaign: usize,
    pub(super) rows: Rows,
    pub(super) sleepers: Sleepers,
}

impl Preparation {
    /// Writes the rows into a database of their own.
    pub fn run(mut self) -> rusqlite::Result<Prepared> {
        let path = self.database.map(|path| path.with_extension("large"));
        let mut store = Store::create(path.as_deref())?;
        let person_of = store.write_names()?;
        store.write_all(&mut self.campaign, &self.contacts, &person_of)?;
        let sleepers = sleepers::write(
            &mut store,
            &self.campaign,
            self.first_row,
            self.seed,
            self.now,
        )?;
        Ok(Prepared {
            campaign: self.campaign.index,
            rows: Rows::begin(store)?,
            sleepers,
        })
    }
}
