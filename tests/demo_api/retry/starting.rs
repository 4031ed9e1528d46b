//! Previewing, starting and steering retries, each once under its key.

use serde_json::{Value, json};

use super::answer::{self, Nouns};
use super::book::Wanted;
use super::chosen::Chosen;
use super::run::{Phase, Retry};
use super::tasks;
use super::wish::{Scope, Selection, StartWish};
use crate::idempotency::{Known, Request};
use crate::ids;
use crate::problem::Problem;
use crate::scenario::USER;
use crate::world::World;

/// What a retry belongs to.
#[derive(Clone, Debug)]
pub enum Owner {
    /// A campaign, by its index.
    Campaign(usize),
    /// A run, by its ID.
    Job(String),
}

/// A retry with what it belongs to.
pub type Held<'a> = (Owner, &'a Retry);

impl World {
    /// The contract's `RetryPreview`.
    pub fn preview_retry(&self, selection: &Selection) -> Result<Value, Problem> {
        let (owner, chosen) = self.chosen(selection)?;
        Ok(answer::preview(self, &owner, &chosen))
    }

    fn chosen(&self, selection: &Selection) -> Result<(Owner, Chosen), Problem> {
        match &selection.scope {
            Scope::Campaign(id) => {
                let campaign = self.dialer.find(id).ok_or_else(|| {
                    let words = format!("There is no campaign \u{201c}{id}\u{201d} to dial again.");
                    Problem::value(&format!("{}/campaign_id", selection.at), words)
                })?;
                let chosen = tasks::choose(self, campaign, selection)?;
                Ok((Owner::Campaign(campaign.index), chosen))
            }
            Scope::Job(id) => {
                let chosen = self.jobs.choose(id, selection, self.now())?;
                Ok((Owner::Job(id.clone()), chosen))
            }
        }
    }

    /// The contract's `Retry`, started for the first time or under this key before.
    pub fn start_retry(&mut self, key: String, wish: StartWish) -> Result<Value, Problem> {
        let request = Request {
            on: String::from("retries"),
            action: String::from("start"),
            body: Wanted::Start(Box::new(wish.clone())),
        };
        self.once(key, request, |world| world.start_new_retry(wish))
    }

    /// Does something once under its key; `act` answers with the number of the retry.
    fn once(
        &mut self,
        key: String,
        request: Request<Wanted>,
        act: impl FnOnce(&mut Self) -> Result<i64, Problem>,
    ) -> Result<Value, Problem> {
        let known = match self.retries.ledger.look_up(&key, &request) {
            Known::New => None,
            Known::Same(number) => number.as_i64(),
            Known::Other => {
                return Err(Problem::value(
                    "/header/Idempotency-Key",
                    "This key was used for another request. Send a new key.",
                ));
            }
        };
        let number = match known {
            Some(number) => number,
            None => {
                let number = act(self)?;
                let answer = Value::from(number);
                self.retries.ledger.remember(key, request, answer);
                self.catch_up()?;
                number
            }
        };
        let (owner, retry) = self.held(number).ok_or_else(gone)?;
        let mut told = answer::retry(self, &owner, retry)?;
        crate::answer::put(&mut told, "replayed", Some(json!(known.is_some())));
        Ok(told)
    }

    fn start_new_retry(&mut self, wish: StartWish) -> Result<i64, Problem> {
        let (owner, chosen) = self.chosen(&wish.selection)?;
        let of_owner = self.retries_of(&owner);
        if let Some((_, other)) = { of_owner.iter() }.find(|(_, other)| other.is_unfinished()) {
            let noun = Nouns::of(&owner).scope;
            let words =
                format!("Another retry of this {noun} is not finished. Release or stop it first.");
            let problem = Problem::refused("RETRY_RUNNING", words);
            return Err(problem.with("retry_id", other.id.clone()));
        }
        if chosen.eligible.is_empty() {
            return Err(Problem::refused(
                "NOTHING_ELIGIBLE",
                answer::nothing_eligible(&chosen),
            ));
        }
        self.retries.made += 1;
        let number = self.retries.made;
        let entries = chosen.entries(wish.sample);
        let retry = Retry {
            id: ids::retry(number),
            number,
            selection: wish.selection.json,
            created_at: self.now(),
            reason: wish.reason,
            excluded: chosen.excluded.into_iter().collect(),
            sample: wish.sample.min(entries.len()),
            entries,
            phase: Phase::Sampling,
            decided_at: None,
            released_at: None,
        };
        match owner {
            Owner::Job(id) => self.jobs.begin_retry(&id, retry),
            Owner::Campaign(index) => {
                let dialer = &mut self.dialer;
                if let Some(campaign) = dialer.campaigns.get_mut(index) {
                    campaign.begin_retry(retry, USER.0, &mut dialer.agenda);
                }
            }
        }
        Ok(number)
    }

    /// Releases or stops a retry.
    pub fn act_on_retry(
        &mut self,
        id: &str,
        action: &str,
        key: String,
        reason: Option<String>,
    ) -> Result<Value, Problem> {
        let missing = || Problem::missing(format!("There is no retry \u{201c}{id}\u{201d}."));
        let number = ids::retry_number(id).ok_or_else(missing)?;
        self.held(number).ok_or_else(missing)?;
        let request = Request {
            on: id.to_owned(),
            action: action.to_owned(),
            body: Wanted::Act(reason),
        };
        let wanted = action.to_owned();
        self.once(key, request, move |world| {
            world.steer_retry(number, &wanted)?;
            Ok(number)
        })
    }

    fn steer_retry(&mut self, number: i64, action: &str) -> Result<(), Problem> {
        let (owner, retry) = self.held(number).ok_or_else(gone)?;
        let obstacle = match action {
            "release" => answer::no_release(retry.phase),
            "stop" => answer::no_stop(retry.phase),
            _ => {
                let words = format!("A retry has no action \u{201c}{action}\u{201d}.");
                return Err(Problem::missing(words));
            }
        };
        if let Some(obstacle) = obstacle {
            return Err(Problem::conflict(obstacle));
        }
        let now = self.now();
        let releases = action == "release";
        match owner {
            Owner::Campaign(index) => {
                let dialer = &mut self.dialer;
                if let Some(campaign) = dialer.campaigns.get_mut(index) {
                    if releases {
                        campaign.release_retry(number, USER.0, &mut dialer.agenda);
                    } else {
                        campaign.stop_retry(number, USER.0, now);
                    }
                }
            }
            Owner::Job(_) => {
                if let Some(retry) = self.jobs.retry_mut(number) {
                    if releases {
                        retry.release(now);
                    } else {
                        retry.stop();
                    }
                }
            }
        }
        Ok(())
    }

    /// A retry by its number.
    pub fn held(&self, number: i64) -> Option<Held<'_>> {
        let campaigns = self.dialer.campaigns.iter();
        let of_campaigns = campaigns.flat_map(|campaign| {
            let retries = campaign.retries.iter();
            retries.map(|retry| (Owner::Campaign(campaign.index), retry))
        });
        let found = { of_campaigns }.find(|(_, retry)| retry.number == number);
        found.or_else(|| {
            let (job, retry) = self.jobs.retry(number)?;
            Some((Owner::Job(job.to_owned()), retry))
        })
    }

    /// The retries of a campaign with its earlier runs, or of a run.
    pub fn retries_of(&self, owner: &Owner) -> Vec<Held<'_>> {
        match owner {
            Owner::Campaign(index) => {
                let campaign = self.dialer.campaigns.get(*index);
                let runs = campaign.into_iter();
                let runs = runs.flat_map(|campaign| self.dialer.runs(campaign));
                let retries = runs.flat_map(|run| {
                    let of_run = run.retries.iter();
                    of_run.map(|retry| (Owner::Campaign(run.index), retry))
                });
                retries.collect()
            }
            Owner::Job(id) => {
                let retries = self.jobs.retries(id).unwrap_or_default();
                let retries = retries.iter();
                retries.map(|retry| (owner.clone(), retry)).collect()
            }
        }
    }
}

fn gone() -> Problem {
    Problem::missing("There is no such retry.")
}
