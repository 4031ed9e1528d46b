//! Rows, and a copy of how they were at the start.

use rusqlite::Connection;

use crate::store::Store;

/// A store that can go back to its beginning.
pub struct Rows {
    pub store: Store,
    beginning: Connection,
}

impl Rows {
    /// Ends the writing in bulk and keeps a copy.
    pub fn begin(mut store: Store) -> rusqlite::Result<Self> {
        store.begin_counting()?;
        let beginning = store.duplicate()?;
        Ok(Self { store, beginning })
    }

    /// The same as they were at the start.
    #[cfg(test)]
    pub fn anew(&self) -> rusqlite::Result<Self> {
        let mut store = self.store.with_rows_of(&self.beginning)?;
        store.forget_newcomers();
        Ok(Self {
            beginning: store.duplicate()?,
            store,
        })
    }

    /// Goes back to the beginning.
    pub fn reset(&mut self) -> rusqlite::Result<()> {
        self.store.forget_newcomers();
        self.store.restore(&self.beginning)
    }
}
