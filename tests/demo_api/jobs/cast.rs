//! The runs that there are when the demo begins.

use chrono::{Days, NaiveDate};

use super::cause::Cause;
use super::ending::Ending::{self, AiTimeout, CrmRefused, InvalidNumber};
use super::job::{End, Job};
use super::pace::{Pace, Way};
use super::spinner::Spinner;
use super::tally::{Counts, Tally};
use crate::scenario::USER;
use crate::zone::{Ms, Zone};

/// A time of day: hours, minutes, seconds.
type Clock = (i64, i64, i64);

/// A run that was over before the demo began.
struct Past {
    id: &'static str,
    spinner: &'static str,
    version: i64,
    days_ago: u64,
    started: Clock,
    ended: Clock,
    /// Failures: ending, the part of the run in percent in which they are, and how many.
    failures: &'static [(Ending, i64, i64, i64)],
}

/// The day, in the order of the designs.
const TODAY: [Past; 5] = [
    Past {
        id: "job_77ae0",
        spinner: "spn_payment",
        version: 7,
        days_ago: 0,
        started: (13, 5, 0),
        ended: (13, 41, 22),
        failures: &[(AiTimeout, 38, 100, 29), (InvalidNumber, 0, 38, 8)],
    },
    Past {
        id: "job_b8a03",
        spinner: "spn_leads",
        version: 21,
        days_ago: 0,
        started: (12, 10, 0),
        ended: (12, 16, 12),
        failures: &[],
    },
    Past {
        id: "job_a41c9",
        spinner: "spn_renewal",
        version: 11,
        days_ago: 0,
        started: (11, 2, 10),
        ended: (11, 29, 33),
        failures: &[(AiTimeout, 0, 60, 3), (CrmRefused, 60, 100, 1)],
    },
    Past {
        id: "job_6e0d2",
        spinner: "spn_winback",
        version: 2,
        days_ago: 0,
        started: (10, 40, 5),
        ended: (10, 52, 31),
        failures: &[],
    },
    Past {
        id: "job_d7713",
        spinner: "spn_address",
        version: 4,
        days_ago: 0,
        started: (9, 15, 0),
        ended: (9, 22, 48),
        failures: &[],
    },
];

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
        for past in &TODAY {
            cast.past(past);
        }
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

    fn past(&mut self, past: &Past) {
        let (started, ended) = (
            self.at(past.days_ago, past.started),
            self.at(past.days_ago, past.ended),
        );
        let mut job = self.add(past.id, past.spinner, past.version, started - 29_000);
        let part = |percent: i64| job.total * percent / 100;
        job.causes = past
            .failures
            .iter()
            .map(|(ending, from, to, count)| Cause::new(*ending, part(*from), part(*to), *count))
            .collect();
        job.lasts(started, ended - started);
        job.ended = Some((ended, End::Completed));
        job.tally = Tally::of(&job);
        self.jobs.push(job);
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

    /// The days before: most are clean, and one was stopped half-way.
    fn days_before(&mut self) {
        for day in 1..=6 {
            let id = |letter: char| format!("job_{letter}0{day}d7");
            let shift = day as i64 * 7 % 5;
            for (letter, spinner, version, started, ended, failed) in [
                (
                    '1',
                    "spn_payment",
                    7,
                    (13, 5, shift),
                    (13, 24, 10 + shift),
                    shift,
                ),
                (
                    '2',
                    "spn_leads",
                    if day > 2 { 20 } else { 21 },
                    (12, 10, 0),
                    (12, 16, shift),
                    0,
                ),
                (
                    '3',
                    "spn_welcome",
                    9,
                    (12, 48, shift),
                    (13, 11, 4),
                    shift / 3,
                ),
                ('4', "spn_intake", 6, (8, 0, 0), (8, 0, 14 + shift), 0),
            ] {
                let queued = self.at(day, started) - 21_000;
                let mut job = self.add(&id(letter), spinner, version, queued);
                if failed > 0 {
                    job.causes = vec![Cause::new(AiTimeout, 0, job.total, failed)];
                }
                let (started, ended) = (self.at(day, started), self.at(day, ended));
                job.lasts(started, ended - started);
                job.ended = Some((ended, End::Completed));
                job.tally = Tally::of(&job);
                self.jobs.push(job);
            }
        }
        let mut stopped = self.add("job_c93f0", "spn_winback", 2, self.at(1, (10, 40, 2)));
        stopped.cut = 187;
        let (started, ended) = (self.at(1, (10, 40, 20)), self.at(1, (10, 48, 2)));
        stopped.lasts(started, ended - started);
        stopped.ended = Some((
            ended,
            End::Partial("Stopped by J. Park; 123 records were left out."),
        ));
        stopped.tally = Tally::of(&stopped);
        self.jobs.push(stopped);
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
