//! The whole demo: the dialer, its rows, and the clock that moves both.

use std::collections::HashMap;
use std::path::PathBuf;

use rusqlite::Connection;

use crate::agenda::Agenda;
use crate::audience::{self, Contact};
use crate::campaign::Campaign;
use crate::clock::Clock;
use crate::dialer::Dialer;
use crate::idempotency::Ledger;
use crate::scenario;
use crate::store::Store;
use crate::zone::{DAY, Ms};

/// What a world is made from. The same origin always makes the same world.
#[derive(Clone, Debug)]
pub struct Origin {
    pub start: Ms,
    pub seed: u64,
    pub speed: f64,
    /// Tasks of the largest campaign.
    pub million: u32,
    pub database: Option<PathBuf>,
}

/// A world as it was at its start.
struct Beginning {
    dialer: Dialer,
    rows: Connection,
}

/// The demo's world.
pub struct World {
    pub dialer: Dialer,
    pub store: Store,
    pub clock: Clock,
    /// Answers given to actions, by their idempotency keys.
    pub ledger: Ledger,
    /// Names this world among all worlds and resets; part of every ETag.
    pub edition: String,
    dispositions: Vec<&'static str>,
    numbers: HashMap<i64, String>,
    number_ids: HashMap<String, i64>,
    beginning: Beginning,
    resets: u64,
    origin: Origin,
}

impl World {
    /// Makes the campaigns and dials through their history up to the start.
    pub fn create(origin: Origin) -> rusqlite::Result<Self> {
        let mut store = Store::create(origin.database.as_deref())?;
        let person_of = store.write_names()?;
        let Cast {
            campaigns,
            contacts,
            dispositions,
            next_row,
        } = Cast::of(&origin);
        let numbers = numbers_of(&campaigns);
        let first = campaigns
            .iter()
            .filter_map(|campaign| campaign.plan.starts_at)
            .min()
            .unwrap_or(origin.start)
            .min(origin.start);
        let mut dialer = Dialer::new(
            Agenda::at(first - DAY),
            campaigns,
            scenario::LINE_CAP,
            scenario::line_groups(),
            i64::MAX / 2,
        );
        dialer.run(origin.start);
        for (campaign, contacts) in dialer.campaigns.iter_mut().zip(&contacts) {
            store.write_all(campaign, contacts, &person_of)?;
        }
        crate::sleepers::write(&mut store, &mut dialer, next_row, origin.seed)?;
        dialer.credit_micros = scenario::CREDIT_LEFT + dialer.spent();
        store.begin_counting()?;
        let beginning = Beginning {
            dialer: dialer.clone(),
            rows: store.duplicate()?,
        };
        Ok(Self {
            number_ids: numbers
                .iter()
                .map(|(id, e164)| (e164.clone(), *id))
                .collect(),
            numbers,
            dispositions,
            edition: edition(&origin, 0),
            clock: Clock::new(origin.start, origin.speed),
            ledger: Ledger::default(),
            resets: 0,
            dialer,
            store,
            beginning,
            origin,
        })
    }

    /// Lets the world catch up with its clock.
    pub fn catch_up(&mut self) -> rusqlite::Result<()> {
        self.dialer.run(self.clock.now());
        self.store.write_changes(&mut self.dialer)
    }

    /// Skips ahead and catches up.
    pub fn advance(&mut self, by: Ms) -> rusqlite::Result<()> {
        self.clock.skip(by);
        self.catch_up()
    }

    /// Puts everything back to the start.
    pub fn reset(&mut self) -> rusqlite::Result<()> {
        self.dialer = self.beginning.dialer.clone();
        self.store.restore(&self.beginning.rows)?;
        self.clock.restart();
        self.ledger = Ledger::default();
        self.resets += 1;
        self.edition = edition(&self.origin, self.resets);
        Ok(())
    }

    /// Simulated time.
    pub fn now(&self) -> Ms {
        self.dialer.now()
    }

    /// The words of a stored disposition.
    pub fn disposition(&self, code: i64) -> Option<&'static str> {
        self.dispositions
            .get(usize::try_from(code).ok()?)
            .copied()
            .filter(|words| !words.is_empty())
    }

    /// The stored code of a disposition of a campaign.
    pub fn disposition_code(&self, campaign: &Campaign, words: &str) -> Option<i64> {
        let first = campaign.voicemail_code();
        let last = first + campaign.plan.dispositions.len() as i64;
        (first..=last).find(|&code| self.disposition(code) == Some(words))
    }

    /// A number of a pool by its stored identity.
    pub fn number(&self, id: i64) -> Option<&str> {
        self.numbers.get(&id).map(String::as_str)
    }

    /// The stored identities of a from-number, of which a campaign has one at most.
    pub fn number_id(&self, campaign: &Campaign, e164: &str) -> Option<i64> {
        campaign
            .pool
            .as_ref()?
            .numbers
            .iter()
            .find(|number| number.e164 == e164)
            .map(|number| number.id)
            .or_else(|| self.number_ids.get(e164).copied())
    }
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

/// Campaigns and contacts before anything happened.
struct Cast {
    campaigns: Vec<Campaign>,
    contacts: Vec<Vec<Contact>>,
    dispositions: Vec<&'static str>,
    next_row: i64,
}

impl Cast {
    fn of(origin: &Origin) -> Self {
        let mut cast = Self {
            campaigns: Vec::new(),
            contacts: Vec::new(),
            dispositions: vec![""],
            next_row: 1,
        };
        for (index, plan) in scenario::plans(origin.start, origin.million)
            .into_iter()
            .enumerate()
        {
            let (tasks, contacts) = audience::recruit(&plan, index, cast.next_row, origin.seed);
            cast.next_row += tasks.len() as i64;
            let base = cast.dispositions.len() as i64;
            cast.dispositions.push("Voicemail");
            cast.dispositions
                .extend(plan.dispositions.iter().map(|(words, _)| *words));
            cast.campaigns
                .push(Campaign::new(index, plan, tasks, origin.seed, base));
            cast.contacts.push(contacts);
        }
        cast
    }
}
