//! The runs that are over when the demo begins.

use super::{Cast, Clock};
use crate::jobs::cause::Cause;
use crate::jobs::ending::Ending::{self, AiTimeout, CrmRefused, InvalidNumber};
use crate::jobs::job::End;
use crate::jobs::tally::Tally;

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

impl Cast {
    /// The day, run by run.
    pub(super) fn ended_today(&mut self) {
        for past in &TODAY {
            self.past(past);
        }
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

    /// The days before: most are clean, and one was stopped half-way.
    pub(super) fn days_before(&mut self) {
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
}
