//! The whole demo: the dialer, its rows, and the clock that moves both.

#[cfg(test)]
mod anew;
mod cast;
mod figures;
mod naming;
mod preparation;
mod renewal;
mod rows;

use std::collections::HashMap;
use std::path::PathBuf;

use crate::agenda::Agenda;
use crate::archive::Archive;
use crate::campaign::Campaign;
use crate::clock::Clock;
use crate::dialer::Dialer;
use crate::fault::Outages;
use crate::foreign::Dograh;
use crate::idempotency::Ledger;
use crate::jobs::Jobs;
use crate::problem::Problem;
use crate::retry::book::Book;
use crate::scenario;
use crate::spare::Spare;
use crate::store::Store;
use crate::wish::Wish;
use crate::zone::{DAY, Ms};
use cast::Cast;
pub use preparation::{Preparation, Prepared};
pub use renewal::Done;
use rows::Rows;

/// What a world is made from. The same origin always makes the same world.
#[derive(Clone, Debug)]
pub struct Origin {
    pub start: Ms,
    pub seed: u64,
    pub speed: f64,
    /// Tasks of the largest campaign.
    pub million: u32,
    /// Campaigns of which only a summary is kept.
    pub archived: u32,
    pub database: Option<PathBuf>,
}

/// The demo's world.
pub struct World {
    pub dialer: Dialer,
    pub clock: Clock,
    /// Answers given to actions, by their idempotency keys.
    pub ledger: Ledger<Wish>,
    /// Names this world among all worlds and resets; part of every ETag.
    pub edition: String,
    /// Campaigns of which only a summary is kept.
    pub archive: Archive,
    /// Parts of the API that are made to fail.
    pub outages: Outages,
    /// What was done to the foreign system beside it.
    pub dograh: Dograh,
    /// Whether the API reports little.
    pub spare: Spare,
    /// Runs of spinners.
    pub jobs: Jobs,
    /// Requests to try contacts again.
    pub retries: Book,
    rows: Rows,
    /// The rows of the campaign with sleepers; absent while they are written.
    large: Option<Rows>,
    kept: figures::Kept,
    dispositions: Vec<&'static str>,
    numbers: HashMap<i64, String>,
    number_ids: HashMap<String, i64>,
    /// The dialer as it was at the start.
    beginning: Dialer,
    resets: u64,
    origin: Origin,
}

impl World {
    /// Makes the campaigns and dials through their history up to the start. A campaign with
    /// sleepers gets its rows by [`Preparation::run`] and [`World::attach`].
    pub fn create(origin: Origin) -> rusqlite::Result<(Self, Option<Preparation>)> {
        let mut store = Store::create(origin.database.as_deref())?;
        let person_of = store.write_names()?;
        let Cast {
            campaigns,
            contacts,
            dispositions,
            next_row,
        } = Cast::of(&origin);
        let numbers = numbers_of(&campaigns);
        let mut dialer = dialed_until(origin.start, campaigns);
        let mut jobs = Jobs::new(origin.start, origin.seed, origin.million > 0);
        let mut preparation = None;
        for (campaign, contacts) in dialer.campaigns.iter_mut().zip(contacts) {
            if campaign.has_sleepers() {
                preparation = Some(Preparation {
                    campaign: campaign.clone(),
                    contacts,
                    first_row: next_row,
                    seed: origin.seed,
                    now: origin.start,
                    database: origin.database.clone(),
                });
                campaign.forget_changes();
            } else {
                store.write_all(campaign, &contacts, &person_of)?;
                jobs.learn(campaign, &contacts);
            }
        }
        let world = Self {
            number_ids: numbers
                .iter()
                .map(|(id, e164)| (e164.clone(), *id))
                .collect(),
            numbers,
            dispositions,
            edition: edition(&origin, 0),
            clock: Clock::new(origin.start, origin.speed),
            ledger: Ledger::default(),
            archive: Archive::of(origin.archived, origin.start),
            outages: Outages::default(),
            dograh: Dograh::default(),
            spare: Spare::default(),
            jobs,
            retries: Book::default(),
            resets: 0,
            beginning: dialer.clone(),
            dialer,
            rows: Rows::begin(store)?,
            large: None,
            kept: figures::Kept::default(),
            origin,
        };
        Ok((world, preparation))
    }

    /// Takes over the rows of the campaign with sleepers.
    pub fn attach(&mut self, prepared: Prepared) {
        for dialer in [&mut self.dialer, &mut self.beginning] {
            dialer.credit_micros += prepared.sleepers.spent_micros;
            if let Some(campaign) = dialer.campaigns.get_mut(prepared.campaign) {
                campaign.add_sleepers(prepared.sleepers);
            }
        }
        self.large = Some(prepared.rows);
    }

    /// Lets the world catch up with its clock.
    pub fn catch_up(&mut self) -> rusqlite::Result<()> {
        self.dialer.run(self.clock.now());
        self.jobs.run(self.dialer.now());
        let (large, others): (Vec<_>, Vec<_>) = self
            .dialer
            .campaigns
            .iter_mut()
            .partition(|campaign| campaign.has_sleepers());
        self.rows.store.write_changes(others.into_iter())?;
        match &mut self.large {
            Some(rows) => rows.store.write_changes(large.into_iter()),
            None => Ok(()),
        }
    }

    /// Skips ahead and catches up.
    pub fn advance(&mut self, by: Ms) -> rusqlite::Result<()> {
        self.clock.skip(by);
        self.catch_up()
    }

    /// Puts everything back to the start.
    pub fn reset(&mut self) -> rusqlite::Result<()> {
        self.dialer = self.beginning.clone();
        self.kept.take();
        self.rows.reset()?;
        if let Some(rows) = &mut self.large {
            rows.reset()?;
        }
        self.clock.restart();
        self.ledger = Ledger::default();
        self.outages.end();
        self.dograh.reset();
        self.spare.set(false);
        self.jobs.reset();
        self.retries = Book::default();
        self.resets += 1;
        self.edition = edition(&self.origin, self.resets);
        Ok(())
    }

    /// The rows of a campaign, unless they are still being written.
    pub fn store_of(&self, campaign: &Campaign) -> Result<&Store, Problem> {
        if campaign.has_sleepers() {
            self.large
                .as_ref()
                .map(|rows| &rows.store)
                .ok_or_else(Problem::preparing)
        } else {
            Ok(&self.rows.store)
        }
    }

    /// Simulated time.
    pub fn now(&self) -> Ms {
        self.dialer.now()
    }

    /// Whether the rows of every campaign are there.
    pub fn is_complete(&self) -> bool {
        self.dialer
            .campaigns
            .iter()
            .all(|campaign| self.store_of(campaign).is_ok())
    }
}

/// A dialer that has lived through its campaigns' history.
fn dialed_until(start: Ms, campaigns: Vec<Campaign>) -> Dialer {
    let first = campaigns
        .iter()
        .filter_map(|campaign| campaign.plan.starts_at)
        .min()
        .map_or(start, |first| first.min(start));
    let mut dialer = Dialer::new(
        Agenda::at(first - DAY, scenario::silence(start)),
        campaigns,
        scenario::LINE_CAP,
        scenario::line_groups(),
        i64::MAX / 2,
    );
    dialer.run(start);
    dialer.credit_micros = scenario::CREDIT_LEFT + dialer.spent();
    dialer
}

fn edition(origin: &Origin, resets: u64) -> String {
    format!(
        "{:x}.{:x}.{:x}.{resets}",
        origin.start / 1_000,
        origin.seed,
        origin.million
    )
}

fn numbers_of(campaigns: &[Campaign]) -> HashMap<i64, String> {
    campaigns
        .iter()
        .filter_map(|campaign| campaign.pool.as_ref())
        .flat_map(|pool| &pool.numbers)
        .map(|number| (number.id, number.e164.clone()))
        .collect()
}
