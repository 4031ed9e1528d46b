//! A second world that has not to live through its history again.

use super::{World, edition, figures};
use crate::archive::Archive;
use crate::clock::Clock;
use crate::fault::Outages;
use crate::idempotency::Ledger;

impl World {
    /// The world as it was at its start, in rows of its own.
    pub fn anew(&self) -> rusqlite::Result<Self> {
        let origin = self.origin.clone();
        Ok(Self {
            dialer: self.beginning.clone(),
            clock: Clock::new(origin.start, origin.speed),
            ledger: Ledger::default(),
            edition: edition(&origin, 0),
            archive: Archive::of(origin.archived, origin.start),
            outages: Outages::default(),
            dograh: crate::foreign::Dograh::default(),
            spare: crate::spare::Spare::default(),
            jobs: self.jobs.anew(),
            retries: crate::retry::book::Book::default(),
            rows: self.rows.anew()?,
            large: self.large.as_ref().map(|rows| rows.anew()).transpose()?,
            kept: figures::Kept::default(),
            dispositions: self.dispositions.clone(),
            numbers: self.numbers.clone(),
            number_ids: self.number_ids.clone(),
            beginning: self.beginning.clone(),
            resets: 0,
            origin,
        })
    }
}
