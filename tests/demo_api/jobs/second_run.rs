//! A second run over the same upload, by mistake: what it delivers again is
//! dropped at dispatch where the key is known, and some gets through.

use super::Jobs;
use super::course::Course;
use super::job::{Job, Stage};
use super::spinner::Step;
use super::tally::Tally;
use crate::ids;
use crate::problem::Problem;
use crate::random::Random;
use crate::retry::reason::Reason;
use crate::zone::Ms;

/// Share of the repeated deliveries that get through.
const THROUGH: f64 = 0.1;
/// What starts the second run.
const STARTED_BY: &str = "Integration policy-sync";

/// What a second run repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// The row of the first run's first record.
    pub of: i64,
    /// Records before this one were delivered by the first run, or will be before it.
    covered: i64,
}

impl Repeat {
    /// Whether a record of the second run is dropped at dispatch.
    pub fn drops(self, job: &Job, index: i64) -> bool {
        let row = (job.first_row + index) as u64;
        self.repeats(index) && !Random::new(job.seed ^ 0x00D0_0B1E, row).chance(THROUGH)
    }

    /// Whether the first run had delivered the same before.
    pub fn repeats(self, index: i64) -> bool {
        index < self.covered
    }
}

impl Jobs {
    /// Starts a second run over the upload of one.
    pub(super) fn run_again(&mut self, id: &str, now: Ms) -> Result<(), Problem> {
        let missing = || Problem::missing(format!("There is no job \u{201c}{id}\u{201d}."));
        let first = self.find(id).ok_or_else(missing)?;
        let calls = first.spinner().steps.contains(&Step::Call);
        if !calls || first.upload.is_none() || first.pace.is_none() || first.repeat.is_some() {
            return Err(Problem::conflict(
                "Only a run that has begun, calls, and has an upload can be run a second time.",
            ));
        }
        // What the first has not begun when it stands still, the second delivers first.
        let started = first.started_by(first.work(now).unwrap_or(0));
        let moves = first.ended.is_some() || !first.is_stalled;
        let repeat = Repeat {
            of: first.first_row,
            covered: if moves { first.cut } else { started },
        };
        let (spinner, version) = (first.spinner, first.version);
        let (upload, length) = (first.upload.clone(), first.usual_length());
        self.made += 1;
        let id = ids::job(self.made);
        let mut second = Job::queued(&id, spinner, version, self.next_row, now, self.seed);
        second.upload = upload;
        second.started_by = STARTED_BY;
        second.repeat = Some(repeat);
        second.lasts(now, length);
        second.tally = Tally::of(&second);
        self.next_row += second.total;
        self.plan.take(second.total);
        self.list.push(second);
        Ok(())
    }

    /// The other runs over the upload of a run, whose records at an index are about the same
    /// contact; none for a run without one.
    pub(super) fn others_over_upload(&self, job: &Job) -> Vec<&Job> {
        let is_other = |other: &&Job| {
            job.upload.is_some()
                && other.upload == job.upload
                && other.spinner == job.spinner
                && other.id != job.id
        };
        self.list.iter().filter(is_other).collect()
    }
}

/// Whether other runs over the same upload have reached the contact of a record, or are about to.
pub(super) fn called_elsewhere(others: &[&Job], index: i64, now: Ms) -> Option<Reason> {
    let has_reached = |other: &&Job| other.reached_at(index, now).is_some();
    let is_at_it = |other: &&Job| {
        let stage = other.stage(index, other.work_of(index, now));
        matches!(stage, Stage::Running | Stage::Waiting)
    };
    if others.iter().any(has_reached) {
        Some(Reason::Reached)
    } else {
        { others.iter().any(is_at_it) }.then_some(Reason::InFlight)
    }
}

impl Job {
    /// How long its runs usually take, in the middle.
    pub(super) fn usual_length(&self) -> Ms {
        let (low, high, _) = self.spinner().usual.unwrap_or((600, 600, 0));
        (low + high) / 2 * 1_000
    }

    /// When a record is handed over to be called, once that has come.
    pub(super) fn delivered_at(&self, index: i64, now: Ms) -> Option<Ms> {
        let before = until_call(&self.course(index));
        self.passed(index, before, now)
    }

    /// When the person of a record was spoken to, once that has come.
    pub(super) fn reached_at(&self, index: i64, now: Ms) -> Option<Ms> {
        let course = self.course(index);
        let call = course.steps.iter().find(|(step, _)| *step == Step::Call)?;
        let answered = until_call(&course) + call.1.length();
        let reaches = self.ending(index).reached() == Some(true);
        self.passed(index, answered, now).filter(|_| reaches)
    }

    /// When a record was so far after its start, once that has come.
    fn passed(&self, index: i64, after: Ms, now: Ms) -> Option<Ms> {
        let at = self.instant_of(index, self.start_of(index)? + after)?;
        (at <= now).then_some(at)
    }
}

/// How long a record takes until its call.
fn until_call(course: &Course) -> Ms {
    let before = course
        .steps
        .iter()
        .take_while(|(step, _)| *step != Step::Call);
    before.map(|(_, fate)| fate.length()).sum()
}
