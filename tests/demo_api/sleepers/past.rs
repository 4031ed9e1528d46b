//! What the past of a sleeper was: how it was finished, and when.

use crate::campaign::Campaign;
use crate::outcome::Outcome;
use crate::random::Random;
use crate::task_state::{Hold, State};
use crate::zone::{DAY, HOUR, Ms};

/// The dialing day of the history: from 09:00 for nine hours.
const WORKDAY: Ms = 9 * HOUR;

/// A finished sleeper's last dial.
#[derive(Clone, Copy)]
pub struct LastDial {
    pub state: State,
    pub outcome: Outcome,
    pub sip: i64,
    pub attempts: i64,
}

/// Draws how a sleeper was finished.
pub fn draw(random: &mut Random, max_attempts: i64) -> LastDial {
    let draw = random.fraction();
    let attempts = if random.chance(0.68) {
        1
    } else {
        random.between(2, max_attempts)
    };
    let (state, outcome, sip, attempts) = if draw < 0.62 {
        (State::Completed, Outcome::Talked, 200, attempts)
    } else if draw < 0.68 {
        (State::Machine, Outcome::Machine, 200, attempts)
    } else if draw < 0.69 {
        (State::Exhausted, Outcome::InvalidNumber, 404, 1)
    } else {
        (State::Exhausted, Outcome::NoAnswer, 480, max_attempts)
    };
    LastDial {
        state,
        outcome,
        sip,
        attempts,
    }
}

/// What is known of a sleeper beyond its state.
#[derive(Clone, Copy)]
pub struct Ended {
    pub hold: i64,
    pub number: i64,
    pub disposition: i64,
    pub attempts: i64,
    pub talk: Ms,
    pub score: Option<i64>,
    pub dialed_at: Ms,
    pub sip: Option<i64>,
}

impl Default for Ended {
    fn default() -> Self {
        Self {
            hold: Hold::None.code(),
            number: 0,
            disposition: 0,
            attempts: 0,
            talk: -1,
            score: None,
            dialed_at: -1,
            sip: None,
        }
    }
}

/// Draws what a sleeper's last dial was concluded with.
pub fn conclude(random: &mut Random, campaign: &Campaign, outcome: Outcome, ended: &mut Ended) {
    match outcome {
        Outcome::Talked => {
            let weights = campaign.plan.dispositions.iter().map(|entry| entry.1);
            let chosen = random.weighted(weights).unwrap_or(0);
            ended.disposition = campaign.disposition_code(chosen);
            ended.score = Some(random.between(38, 98));
        }
        Outcome::Machine => ended.disposition = campaign.voicemail_code(),
        Outcome::InvalidNumber => ended.hold = Hold::InvalidNumber.code(),
        _ => {}
    }
}

/// The starts of the dialing days from the beginning of the history to the day before `now`.
pub fn workdays(campaign: &Campaign, now: Ms) -> Vec<Ms> {
    let from = campaign.plan.history_from.unwrap_or(now - DAY);
    let days = ((now - from) / DAY).max(1);
    (0..days)
        .map(|day| from + day * DAY)
        .filter(|start| campaign.window_is_open(start + HOUR))
        .collect()
}

/// The instant at a place in the dialing days: the second at half time is 1.5. Before the first
/// day is early on the first.
pub fn moment(workdays: &[Ms], day: f64) -> Ms {
    let index = day.max(0.0) as usize;
    let start = workdays.get(index).copied().unwrap_or(0);
    let time = if day < 0.0 {
        day.rem_euclid(1.0) / 8.0
    } else {
        day.fract()
    };
    start + (time * WORKDAY as f64) as Ms
}

/// A number in the exchange reserved for fiction, different for each of the first 7,800,000.
pub fn phone(position: u32) -> String {
    format!(
        "+1{}555{:04}",
        200 + position % 780,
        position / 780 % 10_000
    )
}

/// When a dial rang, was answered, and ended.
#[derive(Clone, Copy)]
pub struct Course {
    pub ringing_at: Option<Ms>,
    pub answered_at: Option<Ms>,
    pub talking_at: Option<Ms>,
    pub end: Ms,
}

/// Draws the course of a dial that ended in a known way.
pub fn course(random: &mut Random, outcome: Outcome, dialed_at: Ms) -> Course {
    let rings = dialed_at + random.between(1_000, 3_500);
    let answered = rings + random.between(4_000, 18_000);
    let (answered_at, talking_at, end) = match outcome {
        Outcome::Talked => {
            let talking = answered + 3_500;
            let end = talking + random.between(9_000, 88_000);
            (Some(answered), Some(talking), end)
        }
        Outcome::Machine => (Some(answered), None, answered + 9_000),
        Outcome::InvalidNumber => (None, None, rings),
        _ => (None, None, rings + 25_000),
    };
    Course {
        ringing_at: (outcome != Outcome::InvalidNumber).then_some(rings),
        answered_at,
        talking_at,
        end,
    }
}
