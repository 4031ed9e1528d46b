//! The tasks of the largest campaign that the simulation leaves alone: rows
//! only, written in bulk, most of them finished in the weeks before.

mod past;

use rusqlite::{Statement, params};

use crate::campaign::Campaign;
use crate::campaign::settling::price;
use crate::outcome::Outcome;
use crate::people::NAMES;
use crate::random::Random;
use crate::store::Store;
use crate::store::counting::BulkCount;
use crate::store::phones::Phones;
use crate::task_state::State;
use crate::zone::{Ms, Zone};
use past::{Course, Ended, conclude, course, draw, moment, phone, workdays};

/// Share of the sleepers that are finished.
const FINISHED: f64 = 0.53;
/// Attempts of sleepers are numbered from here, so that they never meet those of the simulation.
const FIRST_ATTEMPT: i64 = 10_000_000;
/// Where the rank of a task that may go begins; see `Task::rank`.
const READY: i64 = 1 << 52;
const INSERT_TASK: &str = "INSERT INTO task VALUES
  (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,NULL,?11,?12,?13,?14,0,?15,NULL,?16,?17,?18,NULL,0)";
const INSERT_ATTEMPT: &str = "INSERT INTO attempt VALUES
  (?1,?2,?3,?4,?5,0,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17)";

/// What the sleepers of a campaign add to it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sleepers {
    /// Those that wait.
    pub waiting: u64,
    /// What they have cost, in millionths of a dollar.
    pub spent_micros: i64,
}

/// Writes the rows that a campaign's plan leaves asleep, from `first_row` on.
pub fn write(
    store: &mut Store,
    campaign: &Campaign,
    first_row: i64,
    seed: u64,
    now: Ms,
) -> rusqlite::Result<Sleepers> {
    let (bulk, phones) = (&mut store.bulk, &mut store.phones);
    let transaction = store.connection.transaction()?;
    let sleepers = Writer {
        task: transaction.prepare(INSERT_TASK)?,
        attempt: transaction.prepare(INSERT_ATTEMPT)?,
        bulk,
        phones,
        random: Random::new(seed, 5_000),
        row: first_row,
        attempts: FIRST_ATTEMPT,
        spent: 0,
    }
    .write(campaign, now)?;
    transaction.commit()?;
    Ok(sleepers)
}

struct Writer<'a> {
    task: Statement<'a>,
    attempt: Statement<'a>,
    bulk: &'a mut BulkCount,
    phones: &'a mut Phones,
    random: Random,
    row: i64,
    attempts: i64,
    spent: i64,
}

impl Writer<'_> {
    fn write(mut self, campaign: &Campaign, now: Ms) -> rusqlite::Result<Sleepers> {
        let count = campaign.plan.audience.asleep;
        let finished = (f64::from(count) * FINISHED) as u32;
        let workdays = workdays(campaign, now);
        for position in 0..count {
            if position < finished {
                let day = f64::from(position) / f64::from(finished) * workdays.len() as f64;
                self.finished(campaign, position, &workdays, day)?;
            } else {
                let since = campaign.plan.created_at;
                self.insert(campaign, position, State::Pending, since, Ended::default())?;
            }
            self.row += 1;
        }
        Ok(Sleepers {
            waiting: u64::from(count - finished),
            spent_micros: self.spent,
        })
    }

    fn insert(
        &mut self,
        campaign: &Campaign,
        position: u32,
        state: State,
        since: Ms,
        ended: Ended,
    ) -> rusqlite::Result<()> {
        let rank = if state == State::Pending {
            READY + self.row
        } else {
            -since
        };
        let phone = phone(position);
        self.phones.add(campaign.index, self.row, &phone);
        let person = self.random.between(0, NAMES as i64 - 1);
        self.task.execute(params![
            self.row,
            campaign.index as i64,
            person,
            phone,
            Zone::Chicago.code(),
            state.code(),
            since,
            state.family().code(),
            rank,
            ended.hold,
            ended.number,
            ended.talk >= 0 && state == State::Completed,
            ended.disposition,
            ended.attempts,
            ended.talk,
            ended.score,
            ended.dialed_at,
            ended.sip,
        ])?;
        self.bulk.task([
            campaign.index as i64,
            state.code(),
            ended.hold,
            ended.disposition,
            ended.number,
            ended.attempts,
        ]);
        Ok(())
    }

    fn finished(
        &mut self,
        campaign: &Campaign,
        position: u32,
        workdays: &[Ms],
        day: f64,
    ) -> rusqlite::Result<()> {
        let last = draw(&mut self.random, i64::from(campaign.plan.pace.max_attempts));
        let pool = campaign.pool.as_ref().map_or(0, |pool| pool.numbers.len()) as i64;
        let first_number = campaign
            .pool
            .as_ref()
            .and_then(|pool| pool.numbers.first())
            .map_or(0, |number| number.id);
        let mut ended = Ended::default();
        conclude(&mut self.random, campaign, last.outcome, &mut ended);
        let mut since = 0;
        for attempt in 1..=last.attempts {
            let (outcome, sip) = if attempt == last.attempts {
                (last.outcome, last.sip)
            } else {
                (Outcome::NoAnswer, 480)
            };
            ended.number = first_number + self.random.between(0, pool - 1);
            // Retries followed on the next dialing days, at the same hour.
            ended.dialed_at = moment(workdays, day - (last.attempts - attempt) as f64);
            since = self.dial(campaign, attempt, outcome, sip, &mut ended)?;
        }
        ended.attempts = last.attempts;
        ended.sip = Some(last.sip);
        self.insert(campaign, position, last.state, since, ended)
    }

    /// Writes one dial and answers when it ended.
    fn dial(
        &mut self,
        campaign: &Campaign,
        attempt: i64,
        outcome: Outcome,
        sip: i64,
        ended: &mut Ended,
    ) -> rusqlite::Result<Ms> {
        let dialed_at = ended.dialed_at;
        let Course {
            ringing_at,
            answered_at,
            talking_at,
            end,
        } = course(&mut self.random, outcome, dialed_at);
        let (ai, telephony) = price(end - dialed_at, talking_at.map_or(0, |since| end - since));
        self.spent += ai + telephony;
        if let Some(answered) = talking_at.or(answered_at) {
            ended.talk = end - answered;
        }
        self.attempt.execute(params![
            self.attempts,
            campaign.index as i64,
            self.row,
            attempt,
            ended.number,
            1 + self.attempts % 12,
            dialed_at - 2_000,
            dialed_at,
            ringing_at,
            answered_at,
            talking_at,
            end,
            outcome.code(),
            sip,
            ai,
            telephony,
            if outcome.is_answer() {
                ended.disposition
            } else {
                0
            },
        ])?;
        self.bulk.attempt(
            [
                campaign.index as i64,
                ended.number,
                attempt,
                0,
                outcome.code(),
            ],
            [
                1,
                end - dialed_at,
                talking_at.map_or(0, |since| end - since),
                ai,
                telephony,
            ],
        );
        self.attempts += 1;
        Ok(end)
    }
}
