//! How long a record takes, step by step: drawn from its row alone, so that
//! nothing of it has to be kept.

use super::ending::Ending;
use super::pace::Way;
use super::spinner::{AI_LIMIT, Step};
use crate::random::Random;
use crate::zone::Ms;

/// No record takes longer from its start to its end.
pub const LONGEST: Ms = 170_000;

/// What becomes of a step of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It ends after so many milliseconds.
    Ends(Ms),
    /// It fails after so many.
    Fails(Ms),
    /// It does not end.
    Waits,
    /// It is passed over.
    PassedOver,
}

impl Fate {
    /// How long it takes, as far as that is known.
    pub const fn length(self) -> Ms {
        match self {
            Self::Ends(length) | Self::Fails(length) => length,
            Self::Waits | Self::PassedOver => 0,
        }
    }
}

/// The fates of a record's steps, in their order.
#[derive(Clone, Debug)]
pub struct Course {
    pub steps: Vec<(Step, Fate)>,
}

impl Course {
    /// The course of a record with this row and ending.
    pub fn of(steps: &[Step], row: i64, seed: u64, ending: Ending, way: Way) -> Self {
        let mut random = Random::new(seed ^ 0x00C0_FFEE, row as u64);
        let mut over = false;
        let mut fated = Vec::with_capacity(steps.len() + 1);
        let waits = match way {
            Way::ForPerson => Some(Step::Approval),
            Way::ForSystem => Some(Step::ClaimStatus),
            _ => None,
        };
        for step in steps.iter().copied() {
            // A spinner without such a step gets it before its call.
            if let Some(wait) = waits
                && !steps.contains(&wait)
                && step == first_of_the_rest(steps)
            {
                fated.push((wait, Fate::Waits));
                over = true;
            }
            let fate = if over {
                Fate::PassedOver
            } else if waits == Some(step) {
                Fate::Waits
            } else {
                fate(step, ending, way, &mut random)
            };
            over |= matches!(fate, Fate::Fails(_) | Fate::Waits);
            fated.push((step, fate));
        }
        Self { steps: fated }
    }

    /// How long until it ends; `None` when it waits.
    pub fn length(&self) -> Option<Ms> {
        self.steps.iter().try_fold(0, |sum, (_, fate)| match fate {
            Fate::Ends(length) | Fate::Fails(length) => Some(sum + length),
            Fate::PassedOver => Some(sum),
            Fate::Waits => None,
        })
    }

    /// How long until it ends or waits.
    pub fn until_rest(&self) -> Ms {
        self.steps.iter().map(|(_, fate)| fate.length()).sum()
    }

    /// The step that it is in after so long, and how long after its start that began.
    pub fn step_at(&self, after: Ms) -> Option<(Step, Ms)> {
        let mut begun = 0;
        for (step, fate) in &self.steps {
            match fate {
                Fate::Waits => return Some((*step, begun)),
                Fate::PassedOver => {}
                Fate::Ends(length) | Fate::Fails(length) => {
                    if after < begun + length {
                        return Some((*step, begun));
                    }
                    begun += length;
                }
            }
        }
        None
    }
}

/// The step before which a spinner without one would wait.
fn first_of_the_rest(steps: &[Step]) -> Step {
    let rest = [Step::Call, Step::Agent];
    let found = rest.into_iter().find(|step| steps.contains(step));
    found.unwrap_or(Step::Write)
}

fn fate(step: Step, ending: Ending, way: Way, random: &mut Random) -> Fate {
    let mut between = |low, high| random.between(low, high);
    Fate::Ends(match (step, ending) {
        (Step::Load, _) => between(100, 400),
        (Step::Enrich, _) => between(500, 1_600),
        (Step::ClaimStatus, _) => between(2_000, 8_000),
        (Step::Approval, _) => between(300, 1_200),
        (Step::Call | Step::Agent | Step::Write, Ending::Dropped) => return Fate::PassedOver,
        (Step::Call, Ending::InvalidNumber) => return Fate::Fails(between(200, 600)),
        (Step::Call, Ending::NoAnswer) => 30_000,
        (Step::Call, Ending::Voicemail) => between(18_000, 26_000),
        (Step::Call, _) => between(6_000, 22_000),
        (Step::Agent, Ending::NoAnswer) => return Fate::PassedOver,
        (Step::Agent, Ending::AiTimeout) => {
            between(0, 1);
            return Fate::Fails(AI_LIMIT);
        }
        (Step::Agent, _) if way == Way::SlowAi => between(100_000, 118_000),
        (Step::Agent, Ending::Voicemail) => between(11_000, 24_000),
        (Step::Agent, Ending::Scored | Ending::Unchanged) => between(18_000, 55_000),
        (Step::Agent, _) => {
            let long = between(0, 60);
            18_000 + long * long * 15 + between(0, 9_000)
        }
        (Step::Write, Ending::CrmRefused) => return Fate::Fails(between(300, 900)),
        (Step::Write, _) => between(200, 600),
    })
}
