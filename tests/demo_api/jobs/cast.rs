//! The runs that there are when the demo begins.

mod ended;

use chrono::{Days, NaiveDate};

use super::cause::Cause;
use super::ending::Ending::{AiTimeout, InvalidNumber};
use super::job::{End, Job};
use super::pace::{Pace, Way};
use super::spinner::Spinner;
use super::tally::{Counts, Tally};
use crate::scenario::USER;
use crate::zone::{Ms, Zone};

/// A time of day: hours, minutes, seconds.
type Clock = (i64, i64, i64);

/// Makes runs one after the other.
pub struct Cast {
    today: NaiveDate,
    start: Ms,
    seed: u64,
    next_row: i64,
    jobs: Vec<Job>,
}

impl Cast {
    /// Every run, oldest last. `has_large` adds the one of half a million records.
    pub fn of(start: Ms, seed: u64, has_large: bool) -> Vec<Job> {
        let mut cast = Self {
            today: Zone::Chicago.local(start).date(),
            start,
            seed,
            next_row: 1,
            jobs: Vec::new(),
        };
        cast.ended_today();
        cast.running();
        cast.waiting();
        cast.queued();
        cast.lost();
        cast.days_before();
        if has_large {
            cast.large();
        }
        cast.jobs
    }

    /// The row after the last record.
    pub fn next_row(jobs: &[Job]) -> i64 {
        let ends = jobs.iter().map(|job| job.first_row + job.total);
        ends.max().unwrap_or(1)
    }

    fn at(&self, days_ago: u64, (hour, minute, second): Clock) -> Ms {
        let day = self.today.checked_sub_days(Days::new(days_ago));
        let minutes = hour * 60 + minute;
        Zone::Chicago.instant(day.unwrap_or(self.today), minutes) + second * 1_000
    }

    fn add(&mut self, id: &str, spinner: &str, version: i64, queued_at: Ms) -> Job {
        let position = Spinner::position(spinner).unwrap_or(0);
        let job = Job::queued(id, position, version, self.next_row, queued_at, self.seed);
        self.next_row += job.total;
        job
    }

    /// Renewal outreach: 412 of 640 done, and the rest twice as fast.
    fn running(&mut self) {
        let mut job = self.add("job_2f10c", "spn_renewal", 12, self.at(0, (14, 1, 40)));
        job.upload = Some(String::from("upl_31d4e"));
        job.started_by = USER.0;
        let early = job.total * 6 / 10;
        job.causes = vec![
            Cause::new(AiTimeout, early / 3, early, 9),
            Cause::new(InvalidNumber, 0, early / 3, 2),
            Cause::new(AiTimeout, early, job.total, 2),
        ];
        let (started, done) = (self.at(0, (14, 2, 11)), 412);
        let done_with = |gap: i64| {
            let mut trial = job.clone();
            trial.pace = Some(Pace::new(started, gap));
            Counts::of(&trial, self.start).done()
        };
        let gap = largest((1, 60_000_000), |gap| done_with(gap) >= done);
        let mut pace = Pace::new(started, gap);
        let begun = pace.started_by(pace.work(self.start));
        pace.turn(begun, Way::Usual, gap * 2 / 5);
        job.pace = Some(pace);
        job.tally = Tally::of(&job);
        self.jobs.push(job);
    }

    /// Claims follow-up: 88 done, the others wait for a person.
    fn waiting(&mut self) {
        let mut job = self.add("job_5c3d1", "spn_claims", 3, self.at(0, (13, 31, 22)));
        let (started, since, done) = (self.at(0, (13, 31, 40)), self.at(0, (13, 58, 20)), 88);
        // The gap at which those that are done took until then.
        job.cut = done;
        job.lasts(started, since - started);
        job.cut = job.total;
        let gap = job.pace.as_ref().map_or(1, |pace| pace.gap_micros(0));
        let mut pace = Pace::new(started, gap);
        pace.turn(done, Way::ForPerson, 1_000);
        job.pace = Some(pace);
        job.waits_since = Some(since);
        job.tally = Tally::of(&job);
        self.jobs.push(job);
    }

    fn queued(&mut self) {
        let mut job = self.add("job_90b2e", "spn_noshow", 5, self.at(0, (14, 28, 47)));
        job.upload = Some(String::from("upl_7k2"));
        job.tally = Tally::of(&job);
        self.jobs.push(job);
    }

    /// Welcome calls: the runtime was lost before any record was read.
    fn lost(&mut self) {
        let mut job = self.add("job_e41f7", "spn_welcome", 9, self.at(0, (12, 47, 50)));
        job.cut = 0;
        job.pace = Some(Pace::new(self.at(0, (12, 48, 2)), 1_000_000));
        let end = End::Failed(
            "runtime_lost",
            "The runtime was lost at step 1, load_contact.",
        );
        job.ended = Some((self.at(0, (12, 50, 7)), end));
        job.tally = Tally::of(&job);
        self.jobs.push(job);
    }

    /// Half a million records, since early morning.
    fn large(&mut self) {
        let mut job = self.add(
            "job_half_million",
            "spn_archive",
            2,
            self.at(0, (5, 59, 31)),
        );
        job.causes = vec![Cause::new(AiTimeout, 20_000, job.total, 2_113)];
        job.pace = Some(Pace::new(self.at(0, (6, 0, 0)), 300_000));
        job.tally = Tally::of(&job);
        self.jobs.push(job);
    }
}

impl Job {
    /// Gives the run the pace at which it takes so long in all.
    pub fn lasts(&mut self, started_at: Ms, length: Ms) {
        let takes = |gap: i64| {
            let mut trial = self.clone();
            trial.pace = Some(Pace::new(started_at, gap));
            trial.length().unwrap_or(0)
        };
        let gap = largest((1, 600_000_000), |gap| takes(gap) <= length);
        self.pace = Some(Pace::new(started_at, gap));
    }
}

/// The largest number of a range that holds, where all smaller ones hold, too.
fn largest((low, high): (i64, i64), holds: impl Fn(i64) -> bool) -> i64 {
    let (mut low, mut high) = (low, high);
    while low < high {
        let middle = (low + high + 1) / 2;
        if holds(middle) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    low
}
