//! Making campaigns from others while the demo runs: a restart and a clone.

use super::World;
use crate::campaign::renewal::Berth;
use crate::ids;
use crate::problem::Problem;
use crate::scenario::USER;
use crate::wording::counted_noun;

/// Campaigns that the demo holds, runs that were put away included; rows are kept free for them.
const MOST: usize = 60;
/// Rows of tasks that a restart makes begin here.
const FIRST_ROW: i64 = 26_000_000;
/// Rows kept free for a restart.
const ROWS: i64 = 100_000;

/// What was done.
#[derive(Clone, Debug)]
pub struct Done {
    /// In words.
    pub message: String,
    /// The ID of a campaign that was made.
    pub made: Option<String>,
}

impl Done {
    /// Something that made no campaign.
    pub fn message(message: String) -> Self {
        Self {
            message,
            made: None,
        }
    }
}

impl World {
    /// Prepares a new run of a campaign that has ended, under the same ID.
    pub fn restart(&mut self, index: usize) -> Result<Done, Problem> {
        let (berth, by) = (self.berth()?, USER.0);
        let campaign = self.dialer.campaigns.get(index).ok_or_else(gone)?;
        let contacts = self.store_of(campaign)?.contacts(index)?;
        let count = contacts.len() as i64;
        let first_row = FIRST_ROW + berth.index as i64 * ROWS;
        let campaign = self.dialer.campaigns.get_mut(index).ok_or_else(gone)?;
        let mut next = campaign.renew(berth, contacts, first_row);
        let text = String::from("Restarted: a new run is prepared");
        next.note(berth.now, "notice", text, Some(by));
        self.dialer.campaigns.push(next);
        let contacts = counted_noun(count, "contact waits", "contacts wait");
        Ok(Done::message(format!(
            "A new run is prepared as a draft: {contacts} to be called."
        )))
    }

    /// Copies a campaign's setup into a new draft.
    pub fn copy(&mut self, index: usize) -> Result<Done, Problem> {
        let (berth, by) = (self.berth()?, USER.0);
        let campaign = self.dialer.campaigns.get(index).ok_or_else(gone)?;
        let id = ids::campaign(berth.index as i64);
        let mut copy = campaign.copied(berth, id.clone());
        let text = format!("Cloned from {}", campaign.plan.name);
        copy.note(berth.now, "notice", text, Some(by));
        let message = format!("Copied into a new draft, {}.", copy.plan.name);
        self.dialer.campaigns.push(copy);
        Ok(Done {
            message,
            made: Some(id),
        })
    }

    fn berth(&self) -> Result<Berth, Problem> {
        let index = self.dialer.campaigns.len();
        if index >= MOST {
            return Err(Problem::conflict(format!(
                "The demo holds {MOST} campaigns at most. Reset it to go on."
            )));
        }
        Ok(Berth {
            index,
            seed: self.origin.seed,
            now: self.now(),
        })
    }
}

fn gone() -> Problem {
    Problem::missing("There is no such campaign.")
}
