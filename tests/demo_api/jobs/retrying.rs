//! Records that run again on request, a few at a time, by the workers of the
//! runtime.

use serde_json::{Value, json};

use super::course::Course;
use super::ending::Ending;
use super::job::{Job, Stage};
use super::pace::{Pace, Way};
use super::second_run::called_elsewhere;
use super::{Jobs, Runtime};
use crate::ids;
use crate::problem::Problem;
use crate::random::Random;
use crate::retry::Ordered;
use crate::retry::chosen::Chosen;
use crate::retry::reason::Reason;
use crate::retry::run::{Came, Ended, Retry};
use crate::retry::wish::{Filter, Selection, Who};
use crate::zone::Ms;

/// Records of one run that run again at the same time.
pub const AT_ONCE: usize = 5;
/// From the start of one to the start of the next.
pub const GAP: Ms = 1_500;
/// Share of the records that time out again.
const FAILS_AGAIN: f64 = 0.02;
/// The carrier's status behind an invalid number.
const NOT_FOUND: i64 = 404;

/// A record that runs again.
#[derive(Clone, Debug)]
pub struct Again {
    /// Its own clock, which begins with it and stands still with the runtime.
    pub pace: Pace,
    pub ending: Ending,
    /// The number of the retry that it runs again for; below 0 when it was asked for by itself.
    pub retry: i64,
    /// How often it has run again by now.
    pub times: i64,
    /// Why it was asked for by itself.
    pub reason: Option<String>,
}

/// The entry of a retry whose turn it is.
#[derive(Clone, Copy, Debug)]
struct Turn {
    /// Position of the retry in its run.
    retry: usize,
    /// Position of the entry in the retry.
    entry: usize,
    /// Index of the record.
    index: i64,
}

impl Job {
    /// How a record ends, or will: when it ran again, how that did.
    pub fn ending(&self, index: i64) -> Ending {
        let again = self.again.get(&index);
        again.map_or_else(|| self.first_ending(index), |again| again.ending)
    }

    /// The steps of a record with how long each takes.
    pub fn course(&self, index: i64) -> Course {
        let Some(again) = self.again.get(&index) else {
            return self.first_course(index);
        };
        let (row, seed) = (self.first_row + index, self.seed ^ again.retry as u64);
        Course::of(self.spinner().steps, row, seed, again.ending, Way::Usual)
    }

    /// How often a record has run again.
    pub(super) fn times_again(&self, index: i64) -> i64 {
        self.again.get(&index).map_or(0, |again| again.times)
    }

    /// The clock that a record runs by.
    fn pace_of(&self, index: i64) -> Option<&Pace> {
        let again = self.again.get(&index).map(|again| &again.pace);
        again.or(self.pace.as_ref())
    }

    /// When a record starts, in its working time; `None` while the run is queued, and for one that
    /// never runs.
    pub fn start_of(&self, index: i64) -> Option<Ms> {
        match self.again.get(&index) {
            Some(_) => Some(0),
            None => self.first_start_of(index),
        }
    }

    /// The working time of a record at an instant; 0 while the run is queued.
    pub fn work_of(&self, index: i64, now: Ms) -> Ms {
        self.pace_of(index).map_or(0, |pace| pace.work(now))
    }

    /// The instant of a working time of a record.
    pub fn instant_of(&self, index: i64, work: Ms) -> Option<Ms> {
        self.pace_of(index)?.instant(work)
    }

    /// Where a record is at its working time.
    pub fn stage(&self, index: i64, work: Ms) -> Stage {
        match self.again.get(&index) {
            None => self.first_stage(index, work),
            Some(again) if self.course(index).length() <= Some(work) => Stage::Done(again.ending),
            Some(_) => Stage::Running,
        }
    }

    /// When what ran again last ended by an instant.
    pub(super) fn last_again(&self, now: Ms) -> Option<Ms> {
        let ends = self
            .again
            .keys()
            .filter_map(|index| self.again_ends(*index));
        ends.filter(|end| *end <= now).max()
    }

    fn again_ends(&self, index: i64) -> Option<Ms> {
        self.instant_of(index, self.course(index).length()?)
    }

    /// What runs again stands still with the runtime.
    pub(super) fn stop_again(&mut self, is_down: bool, now: Ms) {
        for again in self.again.values_mut() {
            if is_down {
                again.pace.stop(now);
            } else {
                again.pace.go_on(now);
            }
        }
    }

    /// Indexes of the records that a retry has in flight.
    fn in_flight(retry: &Retry) -> impl Iterator<Item = i64> + '_ {
        let entries = retry.entries.iter();
        let in_flight = entries.filter(|entry| entry.in_flight_since().is_some());
        in_flight.map(|entry| entry.place as i64)
    }

    /// When something happens to its retries next.
    pub(super) fn next_of_retries(&self, runtime: &Runtime) -> Option<Ms> {
        let ends = self.retries.iter().flat_map(Self::in_flight);
        let ends = ends.filter_map(|index| self.again_ends(index));
        let deadlines = self.retries.iter().filter_map(Retry::deadline);
        ends.chain(deadlines)
            .chain(self.next_dispatch(runtime))
            .min()
    }

    fn next_dispatch(&self, runtime: &Runtime) -> Option<Ms> {
        let retry = self.retries.iter().find(|retry| retry.is_dispatching())?;
        retry.due().next()?;
        if runtime.is_down() || Self::in_flight(retry).count() >= AT_ONCE {
            return None;
        }
        let dispatched = retry.entries.iter().filter_map(|entry| entry.dispatched_at);
        let ended = retry.entries.iter().filter_map(|entry| entry.ended);
        let last = dispatched.max().map_or(retry.created_at, |last| last + GAP);
        let freed = ended.map(|ended| ended.at).max().unwrap_or(0);
        let released = retry.released_at.unwrap_or(0);
        Some(last.max(freed).max(released).max(runtime.up_since()))
    }

    /// Takes note of what has ended by an instant.
    fn end_retried(&mut self, now: Ms) {
        let ends: Vec<(i64, Ms)> = { self.retries.iter().flat_map(Self::in_flight) }
            .filter_map(|index| Some((index, self.again_ends(index)?)))
            .filter(|(_, end)| *end <= now)
            .collect();
        for (index, at) in ends {
            let ending = self.ending(index);
            let ended = Ended {
                at,
                came: came(ending),
                reached: ending.reached() == Some(true),
                sip: sip(ending),
                code: ending.wire().filter(|_| ending.status() == "failed"),
            };
            for retry in &mut self.retries {
                retry.end(index as usize, ended);
            }
        }
        for retry in &mut self.retries {
            retry.settle(now);
        }
    }

    /// What stands against running a record again in its own run.
    fn own_obstacle(&self, index: i64, now: Ms) -> Option<Reason> {
        match self.stage(index, self.work_of(index, now)) {
            Stage::Running | Stage::Waiting => Some(Reason::InFlight),
            Stage::Queued => Some(Reason::NotFailed),
            Stage::Done(ending) if ending.reached() == Some(true) => Some(Reason::Reached),
            Stage::Done(ending) if ending.status() != "failed" => Some(Reason::NotFailed),
            Stage::Done(Ending::InvalidNumber) => Some(Reason::Permanent),
            Stage::Done(_) => None,
        }
    }

    /// Whose turn it is in the retry that may dispatch.
    fn turn(&self) -> Option<Turn> {
        let retry = self.retries.iter().position(Retry::is_dispatching)?;
        let dispatching = self.retries.get(retry)?;
        let entry = dispatching.due().next()?;
        Some(Turn {
            retry,
            entry,
            index: dispatching.entries.get(entry)?.place as i64,
        })
    }

    /// Lets a record whose turn has come run again, unless something stands against it.
    fn take_turn(
        &mut self,
        turn: Turn,
        obstacle: Option<Reason>,
        ordered: Option<Ordered>,
        now: Ms,
    ) {
        let Some(retry) = self.retries.get_mut(turn.retry) else {
            return;
        };
        if obstacle.is_some() {
            retry.skip(turn.entry, now);
            return;
        }
        retry.dispatch(turn.entry, now);
        let number = retry.number;
        let again = Again {
            pace: Pace::new(now, 1),
            ending: self.ending_again(turn.index, number, ordered),
            retry: number,
            times: self.times_again(turn.index) + 1,
            reason: None,
        };
        self.again.insert(turn.index, again);
    }

    pub(super) fn ending_again(&self, index: i64, number: i64, ordered: Option<Ordered>) -> Ending {
        let seed = self.seed ^ 0x0A6A_1200 ^ number as u64;
        let mut random = Random::new(seed, (self.first_row + index) as u64);
        let fails = random.chance(FAILS_AGAIN);
        if ordered == Some(Ordered::Errors) || ordered.is_none() && fails {
            return Ending::AiTimeout;
        }
        let endings = self.spinner().endings;
        let chosen = random.weighted(endings.iter().map(|(_, weight)| f64::from(*weight)));
        let chosen = chosen.and_then(|chosen| endings.get(chosen));
        chosen.map_or(Ending::NoAnswer, |(ending, _)| *ending)
    }
}

impl Jobs {
    /// Lives through what is due of a run's retries.
    pub(super) fn follow_retries(&mut self, position: usize, at: Ms) {
        if let Some(job) = self.list.get_mut(position) {
            job.end_retried(at);
        }
        let Some((turn, obstacle)) = self.next_turn(position, at) else {
            return;
        };
        let ordered = self.ordered;
        if let Some(job) = self.list.get_mut(position) {
            job.take_turn(turn, obstacle, ordered, at);
        }
    }

    /// Whose turn it is by now in a run, and what stands against it.
    fn next_turn(&self, position: usize, now: Ms) -> Option<(Turn, Option<Reason>)> {
        let job = self.list.get(position)?;
        let due = job.next_dispatch(&self.runtime)?;
        let turn = job.turn().filter(|_| due <= now)?;
        let others = self.others_over_upload(job);
        Some((turn, retry_obstacle(job, &others, turn.index, now)))
    }

    /// The retries of a run; `None` when there is no such run.
    pub fn retries(&self, id: &str) -> Option<&[Retry]> {
        self.find(id).map(|job| job.retries.as_slice())
    }

    /// The ID of the run that has a retry, and the retry.
    pub fn retry(&self, number: i64) -> Option<(&str, &Retry)> {
        let all = self.list.iter().flat_map(|job| {
            let retries = job.retries.iter();
            retries.map(move |retry| (job.id.as_str(), retry))
        });
        { all }.find(|(_, retry)| retry.number == number)
    }

    /// The same retry, to be changed.
    pub fn retry_mut(&mut self, number: i64) -> Option<&mut Retry> {
        let all = self.list.iter_mut().flat_map(|job| &mut job.retries);
        { all }.find(|retry| retry.number == number)
    }

    /// Takes a retry on.
    pub fn begin_retry(&mut self, id: &str, retry: Retry) {
        if let Some(job) = self.list.iter_mut().find(|job| job.id == id) {
            job.retries.push(retry);
        }
    }

    /// The ID of a record, and its contact as the contract shows it.
    pub fn whom(&self, id: &str, place: usize) -> Option<(String, Value)> {
        let job = self.find(id)?;
        let person = self.contacts.of(job.spinner, place as i64);
        let contact = json!({"id": person.id(), "name": person.full_name()});
        Some((ids::record(job.first_row + place as i64), contact))
    }

    /// The records of a run that a selection names, and which of them may run again.
    pub fn choose(&self, id: &str, selection: &Selection, now: Ms) -> Result<Chosen, Problem> {
        let missing = || {
            let words = format!("There is no job \u{201c}{id}\u{201d}.");
            Problem::value(&format!("{}/job_id", selection.at), words)
        };
        let job = self.find(id).ok_or_else(missing)?;
        let indexes: Vec<i64> = match &selection.who {
            Who::Ids(ids) => selection.named(ids, "record", |id| {
                let row = ids::record_row(id)?;
                let rows = job.first_row..job.first_row + job.total;
                rows.contains(&row).then_some(row - job.first_row)
            })?,
            Who::Filter(filter) => (0..job.total)
                .filter(|index| job.has_failed_as(*index, filter, now))
                .collect(),
        };
        let others = self.others_over_upload(job);
        let mut chosen = Chosen::default();
        for index in indexes {
            chosen.add(index as usize, retry_obstacle(job, &others, index, now));
        }
        Ok(chosen)
    }
}

impl Job {
    fn has_failed_as(&self, index: i64, filter: &Filter, now: Ms) -> bool {
        let is_among = |wanted: &[String], value: Option<&str>| {
            wanted.is_empty() || wanted.iter().any(|one| Some(one.as_str()) == value)
        };
        let ending = self.ending(index);
        let could_fit = ending.status() == "failed"
            && is_among(&filter.code, ending.wire())
            && is_among(&filter.outcome, ending.wire())
            && is_among(&filter.carrier, None);
        let has_status = filter.sip_status.is_empty()
            || sip(ending).is_some_and(|sip| filter.sip_status.contains(&sip));
        if !could_fit
            || !has_status
            || self.stage(index, self.work_of(index, now)) != Stage::Done(ending)
        {
            return false;
        }
        let course = self.course(index).length();
        let ended = self.start_of(index).zip(course);
        let ended = ended.and_then(|(start, length)| self.instant_of(index, start + length));
        filter
            .after
            .is_none_or(|after| ended.is_some_and(|at| at >= after))
            && filter
                .before
                .is_none_or(|before| ended.is_some_and(|at| at < before))
    }
}

/// Why a record must not run again now: what its own run says of it, and what the `others` over
/// the same upload did with its contact.
pub(super) fn retry_obstacle(job: &Job, others: &[&Job], index: i64, now: Ms) -> Option<Reason> {
    match job.own_obstacle(index, now) {
        own @ Some(Reason::InFlight | Reason::Reached) => own,
        own => called_elsewhere(others, index, now).or(own),
    }
}

fn sip(ending: Ending) -> Option<i64> {
    (ending == Ending::InvalidNumber).then_some(NOT_FOUND)
}

fn came(ending: Ending) -> Came {
    match ending {
        Ending::AiTimeout | Ending::CrmRefused | Ending::NotRun => Came::Failed,
        Ending::InvalidNumber => Came::InvalidNumber,
        Ending::Voicemail => Came::Voicemail,
        Ending::NoAnswer => Came::NoAnswer,
        _ => Came::Completed,
    }
}
