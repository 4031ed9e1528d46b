//! How many records of a run end in which way, so that counting half a million
//! of them touches a thousand.

use super::ending::{ENDINGS, Ending};
use super::job::{Job, Stage};
use crate::zone::Ms;

const BLOCK: i64 = 1_024;

/// Records by how they ended.
pub type Endings = [i64; ENDINGS];

/// Endings of all records before each block.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    before: Vec<[u32; ENDINGS]>,
}

/// Where the records of a run are at an instant.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    pub total: i64,
    pub endings: Endings,
    pub running: i64,
    pub waiting: i64,
    pub queued: i64,
}

impl Tally {
    /// Counts a run's endings from the beginning.
    pub fn of(job: &Job) -> Self {
        let mut before = Vec::with_capacity((job.total / BLOCK + 1) as usize);
        let mut sum = [0_u32; ENDINGS];
        for index in 0..job.total {
            if index % BLOCK == 0 {
                before.push(sum);
            }
            if let Some(count) = sum.get_mut(job.first_ending(index) as usize) {
                *count += 1;
            }
        }
        Self { before }
    }

    /// Endings of the records before one.
    fn until(&self, job: &Job, index: i64) -> Endings {
        let block = (index / BLOCK).min(self.before.len() as i64 - 1).max(0);
        let known = self.before.get(block as usize);
        let mut endings = known.map_or([0; ENDINGS], |known| known.map(i64::from));
        for index in block * BLOCK..index {
            add(&mut endings, job.first_ending(index));
        }
        endings
    }
}

fn add(endings: &mut Endings, ending: Ending) {
    if let Some(count) = endings.get_mut(ending as usize) {
        *count += 1;
    }
}

impl Counts {
    /// Counts the records of a run as they are at an instant.
    pub fn of(job: &Job, now: Ms) -> Self {
        let mut counts = Self::of_first(job, now);
        for index in job.again.keys() {
            // Only what had ended runs again.
            if let Some(count) = counts.endings.get_mut(job.first_ending(*index) as usize) {
                *count -= 1;
            }
            match job.stage(*index, job.work_of(*index, now)) {
                Stage::Done(ending) => add(&mut counts.endings, ending),
                _ => counts.running += 1,
            }
        }
        counts
    }

    /// The same as if no record had run again.
    fn of_first(job: &Job, now: Ms) -> Self {
        let mut counts = Self {
            total: job.total,
            ..Self::default()
        };
        if job.ended.is_some() {
            counts.endings = job.tally.until(job, job.total);
            return counts;
        }
        let Some(pace) = &job.pace else {
            counts.queued = job.total;
            return counts;
        };
        let work = pace.work(now);
        let (settled, started) = (job.settled_by(work), job.started_by(work));
        let waits_from = pace.first_waiting().unwrap_or(job.total);
        counts.endings = job.tally.until(job, settled.min(waits_from));
        counts.waiting = (settled - waits_from).max(0);
        for index in settled..started {
            match job.first_stage(index, work) {
                Stage::Done(ending) => add(&mut counts.endings, ending),
                Stage::Waiting => counts.waiting += 1,
                Stage::Running => counts.running += 1,
                Stage::Queued => counts.queued += 1,
            }
        }
        counts.queued += job.total - started;
        counts
    }

    /// Records with a status that is final.
    pub fn with_status(&self, status: &str) -> i64 {
        let of_status = Ending::ALL
            .iter()
            .filter(|ending| ending.status() == status);
        of_status.map(|ending| self.with(*ending)).sum()
    }

    pub fn with(&self, ending: Ending) -> i64 {
        self.endings.get(ending as usize).copied().unwrap_or(0)
    }

    /// Completed, failed and skipped ones.
    pub fn done(&self) -> i64 {
        self.endings.iter().sum()
    }
}
