//! The end of a call: what it cost, what it says of the carrier, and what
//! becomes of the task.

use crate::agenda::{Agenda, Event};
use crate::campaign::{Campaign, Mark};
use crate::carrier::BreakerChange;
use crate::outcome::{Callback, Outcome};
use crate::task::{Call, Conclusion};
use crate::task_state::{Hold, State};
use crate::zone::{MINUTE, Ms};

/// Millionths of a dollar for a dial, a line minute and a minute of the agent.
const DIAL_MICROS: i64 = 4_000;
const LINE_MINUTE_MICROS: i64 = 14_000;
const AGENT_MINUTE_MICROS: i64 = 78_000;

/// What a dial costs, in millionths of a dollar: the agent, and telephony.
pub fn price(on_line: Ms, talked: Ms) -> (i64, i64) {
    (
        talked * AGENT_MINUTE_MICROS / MINUTE,
        DIAL_MICROS + on_line * LINE_MINUTE_MICROS / MINUTE,
    )
}

impl Campaign {
    pub(super) fn call_mut(&mut self, position: usize) -> Option<&mut Call> {
        self.tasks.get_mut(position)?.call.as_deref_mut()
    }

    /// Ends a dial: frees the line, settles the cost, tells the breakers, and moves the task on.
    pub(super) fn end_call(
        &mut self,
        position: usize,
        outcome: Outcome,
        sip: Option<i64>,
        agenda: &mut Agenda,
    ) {
        let now = agenda.now();
        let Some(call) = self.call_mut(position) else {
            return;
        };
        call.ended_at = Some(now);
        call.outcome = outcome;
        call.sip = sip;
        (call.ai_micros, call.telephony_micros) =
            price(now - call.dialed_at, call.talk().unwrap_or(0));
        let ended = call.clone();
        self.spent_micros += ended.telephony_micros + ended.ai_micros;
        let talk = ended.talk().or(ended.answered_at.map(|at| now - at));
        if let Some(task) = self.tasks.get_mut(position) {
            task.talk = talk.or(task.talk);
            task.talking_since = None;
            task.sip = sip;
            task.last_end = Some((outcome, sip));
        }
        self.settle(position, outcome, agenda);
        self.end_retried(position, outcome, sip, now);
        let failed = outcome == Outcome::CarrierFailure;
        self.recent.push_back((now, failed));
        let change = self.pool.as_mut().map_or(BreakerChange::None, |pool| {
            pool.release(ended.number, now, failed)
        });
        self.log_breaker(change, ended.number, now);
        self.check_budget(now);
        if let Some(task) = self.tasks.get(position) {
            self.ended_calls.push((task.row, ended));
        }
        self.line_is_free(agenda);
    }

    fn settle(&mut self, position: usize, outcome: Outcome, agenda: &mut Agenda) {
        let now = agenda.now();
        match outcome {
            Outcome::InFlight => {}
            Outcome::Talked | Outcome::CallbackAsked => {
                self.enter(position, State::Processing, now);
                // A few analyses get stuck; operators must be able to see them.
                if self.random.chance(0.003) {
                    self.step_in(position, 4 * MINUTE, 14 * MINUTE, agenda);
                } else {
                    self.step_in(position, 4_000, 18_000, agenda);
                }
            }
            Outcome::Machine => {
                let voicemail = self.voicemail_code();
                self.finish(position, State::Machine, Hold::None, now);
                if let Some(task) = self.tasks.get_mut(position) {
                    task.disposition = Some(voicemail);
                }
            }
            Outcome::Abandoned => self.finish(position, State::Abandoned, Hold::NoWorker, now),
            Outcome::InvalidNumber => {
                self.finish(position, State::Exhausted, Hold::InvalidNumber, now);
            }
            Outcome::NoAnswer | Outcome::Busy => self.retry(position, Hold::CoolOff, agenda),
            Outcome::CarrierFailure => self.settle_carrier_failure(position, agenda),
        }
    }

    /// What the analysis made of a conversation. A silent worker tells when it is back.
    pub(super) fn conclude(&mut self, position: usize, agenda: &mut Agenda) {
        let is_ended = self.status.is_ended();
        let Some(task) = self.tasks.get_mut(position) else {
            return;
        };
        let (worker, known) = (task.worker, task.conclusion.take());
        let conclusion = match known {
            Some(Conclusion::CallBack { .. }) if is_ended => self.draw_conclusion(position, agenda),
            Some(known) => known,
            None => self.draw_conclusion(position, agenda),
        };
        if let Some(back) = agenda.back_at(worker) {
            if let Some(task) = self.tasks.get_mut(position) {
                task.conclusion = Some(conclusion);
            }
            agenda.plan(back, self.index, Event::Step { task: position });
            return;
        }
        match conclusion {
            Conclusion::CallBack { due } => self.schedule_callback(position, due, agenda),
            Conclusion::Said { disposition, score } => {
                if let Some(task) = self.tasks.get_mut(position) {
                    task.disposition = Some(disposition);
                    task.score = score;
                    if task.callback == Callback::Pending {
                        task.callback = Callback::Completed;
                    }
                }
                self.finish(position, State::Completed, Hold::None, agenda.now());
            }
        }
    }

    fn draw_conclusion(&mut self, position: usize, agenda: &Agenda) -> Conclusion {
        let outcome = self.call_mut(position).map(|call| call.outcome);
        if outcome == Some(Outcome::CallbackAsked) && !self.status.is_ended() {
            let wait = self.random.between(20 * MINUTE, 200 * MINUTE);
            return Conclusion::CallBack {
                due: agenda.now() + wait,
            };
        }
        let weights = self.plan.dispositions.iter().map(|entry| entry.1);
        let chosen = self.random.weighted(weights).unwrap_or(0);
        let score = self
            .random
            .chance(0.95)
            .then(|| self.random.between(38, 98));
        Conclusion::Said {
            disposition: self.disposition_code(chosen),
            score,
        }
    }

    fn log_breaker(&mut self, change: BreakerChange, number: usize, now: Ms) {
        let carrier = self
            .pool
            .as_ref()
            .and_then(|pool| pool.trunks.get(pool.numbers.get(number)?.trunk))
            .map_or("Carrier", |trunk| trunk.carrier);
        match change {
            BreakerChange::None => {}
            BreakerChange::Opened => {
                let text = format!("{carrier} breaker open, SIP 503");
                self.mark(now, "critical", Mark::CarrierFails(carrier), text, None);
            }
            BreakerChange::Closed => {
                let text = format!("{carrier} breaker closed");
                self.mark(now, "clear", Mark::CarrierBack(carrier), text, None);
            }
        }
    }
}
