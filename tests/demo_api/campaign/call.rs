//! One call, step by step: dialing, ringing, screening, conversation, and what
//! becomes of the task afterwards.

use crate::agenda::{Agenda, Event};
use crate::campaign::Campaign;
use crate::outcome::{Callback, Outcome};
use crate::task::{Call, Fate, Task};
use crate::task_state::State;
use crate::zone::Ms;

/// Chance of an answer on the first, second, third and later attempts, relative to the number's rate.
const ATTEMPT_FACTORS: [f64; 4] = [1.0, 0.82, 0.6, 0.46];
/// How long a phone rings before the dial is given up.
const RING_OUT: Ms = 25_000;
/// How long a carrier that says nothing is waited for.
const TIMEOUT: Ms = 8_000;
/// Share of answers that are machines.
const MACHINE_SHARE: f64 = 0.06;
/// Share of dials that meet a busy line.
const BUSY_SHARE: f64 = 0.05;
/// Share of dials that phones reject from a number they do not trust.
const REJECTED_SHARE: f64 = 0.97;
/// Share of conversations that end with a request to call back.
const CALLBACK_SHARE: f64 = 0.03;
impl Campaign {
    /// Dials a leased task, if the pool has a number for it; else it goes back.
    pub(super) fn dial(&mut self, position: usize, agenda: &mut Agenda) {
        match self.choose_number(position, agenda.now()) {
            Some(number) => self.dial_from(position, number, agenda),
            None => self.ready.leased.push_front(position),
        }
    }

    /// The number of the pool that dials a task now, if one can.
    pub(super) fn choose_number(&mut self, position: usize, now: Ms) -> Option<usize> {
        let (task, pool) = (self.tasks.get(position)?, self.pool.as_ref()?);
        let sticky = if task.sticky { task.from } else { None };
        pool.choose(sticky, now, &mut self.random)
    }

    /// Dials a task from a number.
    pub(super) fn dial_from(&mut self, position: usize, number: usize, agenda: &mut Agenda) {
        let now = agenda.now();
        if let Some(pool) = self.pool.as_mut() {
            pool.seize(number, now);
        }
        let fate = self.draw_fate(position, number, now);
        let variant = self.draw_variant();
        let id = agenda.attempt_number();
        let number_id = self
            .pool
            .as_ref()
            .and_then(|pool| pool.numbers.get(number))
            .map_or(0, |number| number.id);
        if let Some(task) = self.tasks.get_mut(position) {
            task.attempts += 1;
            task.from = Some(number);
            task.last_attempted = Some(now);
            task.talking_since = None;
            task.sip = None;
            task.call = Some(Box::new(Call {
                id,
                attempt: task.attempts,
                number,
                number_id,
                variant,
                worker: task.worker,
                fate,
                leased_at: task.leased_at,
                dialed_at: now,
                ringing_at: None,
                answered_at: None,
                talking_at: None,
                ended_at: None,
                outcome: Outcome::InFlight,
                sip: None,
                ai_micros: 0,
                telephony_micros: 0,
            }));
        }
        self.enter(position, State::Dialing, now);
        if fate == Fate::CarrierTimeout {
            self.step_in(position, TIMEOUT, TIMEOUT, agenda);
        } else {
            self.step_in(position, 1_000, 3_500, agenda);
        }
    }

    /// 1 for the challenger of an A/B test, else 0.
    fn draw_variant(&mut self) -> i64 {
        let share = self.plan.challenger.map(|challenger| challenger.share);
        i64::from(share.is_some_and(|share| self.random.chance(share)))
    }

    fn draw_fate(&mut self, position: usize, number: usize, now: Ms) -> Fate {
        let (Some(task), Some(pool)) = (self.tasks.get(position), self.pool.as_ref()) else {
            return Fate::NoAnswer;
        };
        if !task.number_exists {
            return Fate::InvalidNumber;
        }
        let (failing, timeouts) = pool
            .numbers
            .get(number)
            .and_then(|number| pool.trunks.get(number.trunk))
            .map_or((0.0, 0.0), |trunk| {
                (trunk.failure_share(now), trunk.timeouts)
            });
        let factor = ATTEMPT_FACTORS
            .get(task.attempts as usize)
            .copied()
            .unwrap_or(0.4);
        // A callback is expected, so it is answered far more often.
        let answer = if task.callback == Callback::Pending {
            0.8
        } else {
            pool.answer_chance(number) * task.readiness * factor
        };
        if pool.is_rejected(number) && self.random.chance(REJECTED_SHARE) {
            Fate::Busy
        } else if self.random.chance(failing) {
            // Only asked where there is such a share, so that other worlds stay as they are.
            if timeouts > 0.0 && self.random.chance(timeouts) {
                Fate::CarrierTimeout
            } else {
                Fate::CarrierFailure
            }
        } else if self.random.chance(answer) {
            if self.random.chance(MACHINE_SHARE) {
                Fate::Machine
            } else {
                Fate::Person
            }
        } else if self.random.chance(BUSY_SHARE) {
            Fate::Busy
        } else {
            Fate::NoAnswer
        }
    }

    /// The store's identity of the number that a task was last dialed from; 0 for none.
    pub fn dialed_from(&self, task: &Task) -> i64 {
        self.pool
            .as_ref()
            .and_then(|pool| pool.numbers.get(task.from?))
            .map_or(0, |number| number.id)
    }

    pub(super) fn step_in(&mut self, position: usize, low: Ms, high: Ms, agenda: &mut Agenda) {
        let at = agenda.now() + self.random.between(low, high);
        agenda.plan(at, self.index, Event::Step { task: position });
    }

    /// Moves a live task to its next state.
    pub(super) fn step(&mut self, position: usize, agenda: &mut Agenda) {
        let Some((state, fate)) = self
            .tasks
            .get(position)
            .and_then(|task| Some((task.state, task.call.as_ref()?.fate)))
        else {
            return;
        };
        match (state, fate) {
            (State::Dialing, Fate::CarrierFailure) => {
                self.end_call(position, Outcome::CarrierFailure, Some(503), agenda);
            }
            (State::Dialing, Fate::CarrierTimeout) => {
                self.end_call(position, Outcome::CarrierFailure, Some(504), agenda);
            }
            (State::Dialing, Fate::InvalidNumber) => {
                let lacks_digits = self
                    .tasks
                    .get(position)
                    .is_some_and(|task| task.is_incomplete);
                let sip = if lacks_digits { 484 } else { 404 };
                self.end_call(position, Outcome::InvalidNumber, Some(sip), agenda);
            }
            (State::Dialing, Fate::Busy) => {
                self.end_call(position, Outcome::Busy, Some(486), agenda);
            }
            (State::Dialing, _) => self.ring(position, fate, agenda),
            (State::Ringing, Fate::NoAnswer) => {
                self.end_call(position, Outcome::NoAnswer, Some(480), agenda);
            }
            (State::Ringing, _) => self.screen(position, agenda),
            (State::Screening, Fate::Machine) => {
                self.end_call(position, Outcome::Machine, Some(200), agenda);
            }
            (State::Screening, _) => {
                self.enter(position, State::Attaching, agenda.now());
                self.step_in(position, 700, 2_200, agenda);
            }
            (State::Attaching, _) => self.attach(position, agenda),
            (State::InProgress, _) => self.hang_up(position, agenda),
            (State::Processing, _) => self.conclude(position, agenda),
            _ => {}
        }
    }

    fn ring(&mut self, position: usize, fate: Fate, agenda: &mut Agenda) {
        let now = agenda.now();
        if let Some(call) = self.call_mut(position) {
            call.ringing_at = Some(now);
        }
        self.enter(position, State::Ringing, now);
        if fate == Fate::NoAnswer {
            self.step_in(position, RING_OUT, RING_OUT, agenda);
        } else {
            self.step_in(position, 4_000, 18_000, agenda);
        }
    }

    fn screen(&mut self, position: usize, agenda: &mut Agenda) {
        let now = agenda.now();
        let Some(call) = self.call_mut(position) else {
            return;
        };
        call.answered_at = Some(now);
        let is_machine = call.fate == Fate::Machine;
        self.enter(position, State::Screening, now);
        if is_machine {
            // The voicemail message is left while the line is still screened.
            self.step_in(position, 6_000, 11_000, agenda);
        } else {
            self.step_in(position, 1_800, 3_600, agenda);
        }
    }

    fn attach(&mut self, position: usize, agenda: &mut Agenda) {
        let now = agenda.now();
        if self.talking >= self.plan.pace.workers {
            self.end_call(position, Outcome::Abandoned, Some(200), agenda);
            return;
        }
        if let Some(call) = self.call_mut(position) {
            call.talking_at = Some(now);
        }
        if let Some(task) = self.tasks.get_mut(position) {
            task.talking_since = Some(now);
            task.sticky = true;
        }
        self.enter(position, State::InProgress, now);
        let seconds = self
            .random
            .log_normal(self.plan.pace.talk_seconds, 0.62)
            .clamp(6.0, 590.0);
        let talk = (seconds * 1_000.0) as Ms;
        self.step_in(position, talk, talk, agenda);
    }

    fn hang_up(&mut self, position: usize, agenda: &mut Agenda) {
        let asks_for_callback = self.plan.callbacks && self.random.chance(CALLBACK_SHARE);
        let outcome = if asks_for_callback {
            Outcome::CallbackAsked
        } else {
            Outcome::Talked
        };
        self.end_call(position, outcome, Some(200), agenda);
    }
}
