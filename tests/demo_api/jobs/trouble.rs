//! Trouble that a run can be put into.

use super::Jobs;
use super::pace::Way;
use super::tally::Tally;
use crate::problem::Problem;
use crate::zone::Ms;

/// What can be made to happen to a running run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    Stalled,
    SlowAi,
    AiTimeouts,
    HumanWait,
    ExternalWait,
    SecondRun,
}

/// How much longer the gap between records becomes when AI steps are slow.
const SLOWER: i64 = 3;
/// The gap between records that only come to wait, in microseconds.
const COMING_TO_WAIT: i64 = 20_000;

impl Trouble {
    pub const ALL: [Self; 6] = [
        Self::Stalled,
        Self::SlowAi,
        Self::AiTimeouts,
        Self::HumanWait,
        Self::ExternalWait,
        Self::SecondRun,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Stalled => "stalled",
            Self::SlowAi => "slow_ai",
            Self::AiTimeouts => "ai_timeouts",
            Self::HumanWait => "human_wait",
            Self::ExternalWait => "external_wait",
            Self::SecondRun => "second_run",
        }
    }

    pub const fn effect(self) -> &'static str {
        match self {
            Self::Stalled => "No counter of the run moves any more while records are queued",
            Self::SlowAi => "AI steps that begin from now on take 100 to 118 s; the run goes on",
            Self::AiTimeouts => "A third of the records from now on fail in ai_agent after 120 s",
            Self::HumanWait => "All records that have not begun wait for a person",
            Self::ExternalWait => "All records that have not begun wait for another system",
            Self::SecondRun => {
                "An integration starts a second run over the same upload: most of what it delivers again is dropped, a tenth gets through and is called again"
            }
        }
    }
}

impl Jobs {
    /// Puts a run into trouble, until the demo is reset.
    pub fn suffer(&mut self, id: &str, trouble: Trouble, now: Ms) -> Result<(), Problem> {
        if trouble == Trouble::SecondRun {
            return self.run_again(id, now);
        }
        let missing = || Problem::missing(format!("There is no job \u{201c}{id}\u{201d}."));
        let mut jobs = self.list.iter_mut();
        let job = jobs.find(|job| job.id == id).ok_or_else(missing)?;
        let (started, total) = (job.started_by(job.work(now).unwrap_or(0)), job.total);
        let is_over = job.ended.is_some();
        let Some(pace) = job.pace.as_mut().filter(|_| !is_over && started < total) else {
            return Err(Problem::conflict(
                "Only a run that still has records to begin can get into trouble.",
            ));
        };
        let gap = pace.gap_micros(started);
        match trouble {
            Trouble::Stalled => {
                pace.stop(now);
                job.is_stalled = true;
            }
            Trouble::SlowAi => pace.turn(started, Way::SlowAi, gap * SLOWER),
            Trouble::AiTimeouts => pace.turn(started, Way::AiTimeouts, gap),
            Trouble::HumanWait => pace.turn(started, Way::ForPerson, COMING_TO_WAIT),
            // A second run leaves the first as it is.
            Trouble::SecondRun => {}
            Trouble::ExternalWait => pace.turn(started, Way::ForSystem, COMING_TO_WAIT),
        }
        if matches!(trouble, Trouble::HumanWait | Trouble::ExternalWait) {
            job.waits_since = Some(now);
        }
        job.tally = Tally::of(job);
        Ok(())
    }
}
