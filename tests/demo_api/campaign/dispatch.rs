//! Which task goes next, and when a line is free for it.

use std::collections::VecDeque;

use crate::agenda::{Agenda, Event};
use crate::campaign::Campaign;
use crate::fleet::WORKERS;
use crate::task_state::{Family, Hold, State};
use crate::zone::{MINUTE, Ms};

/// Tasks that workers lease ahead of a free line.
const LEASED_AHEAD: usize = 4;
/// What a worker needs to prepare a call.
const PREPARATION: Ms = 700;

/// Tasks that may go, in the order in which they will, and those on their way.
#[derive(Clone, Debug, Default)]
pub(super) struct Lines {
    /// A part of the audience that goes before everything else.
    pub(super) ahead: VecDeque<usize>,
    pub(super) callbacks: VecDeque<usize>,
    pub(super) retries: VecDeque<usize>,
    pub(super) fresh: VecDeque<usize>,
    /// Enqueued for the workers.
    pub(super) queue: VecDeque<usize>,
    /// Leased by a worker, waiting for a line.
    pub(super) leased: VecDeque<usize>,
}

impl Campaign {
    /// Enqueues, leases and dials what may go.
    pub(super) fn dispatch(&mut self, periodic: bool, allowance: u32, agenda: &mut Agenda) {
        let now = agenda.now();
        self.dispatch_retries(allowance, agenda);
        if self.may_dial(now) {
            self.dispatch_tasks(allowance, agenda);
        } else if !self.is_retrying() {
            if periodic {
                self.is_ticking = false;
            }
            return;
        }
        if periodic {
            agenda.plan(
                now + self.interval(),
                self.index,
                Event::Dispatch { periodic },
            );
        }
    }

    fn dispatch_tasks(&mut self, allowance: u32, agenda: &mut Agenda) {
        let now = agenda.now();
        let cut_off = self.pool.as_ref().is_none_or(|pool| pool.is_cut_off(now));
        if cut_off {
            self.return_leases(now);
        } else {
            self.fill_queue(now);
            self.lease_ahead(allowance, agenda);
            self.dial_next(allowance, agenda);
        }
    }

    /// Begins the dispatcher's regular looks, unless they run already.
    pub(super) fn begin_dispatching(&mut self, agenda: &mut Agenda) {
        if !self.is_ticking {
            self.is_ticking = true;
            agenda.plan(agenda.now(), self.index, Event::Dispatch { periodic: true });
        }
    }

    fn interval(&self) -> Ms {
        (1_000.0 / self.plan.pace.calls_per_second.max(0.05)) as Ms
    }

    fn queue_depth(&self) -> usize {
        (self.concurrency as usize * 2).max(10)
    }

    fn fill_queue(&mut self, now: Ms) {
        while self.ready.queue.len() < self.queue_depth() {
            let Some(position) = self.take_ready() else {
                return;
            };
            if let Some(task) = self.tasks.get_mut(position) {
                task.queued_at = Some(now);
            }
            self.ready.queue.push_back(position);
            self.touch(position);
        }
    }

    /// The next task that may go: callbacks that are due, then retries, then first attempts.
    fn take_ready(&mut self) -> Option<usize> {
        loop {
            let position = self
                .ready
                .ahead
                .pop_front()
                .or_else(|| self.ready.callbacks.pop_front())
                .or_else(|| self.ready.retries.pop_front())
                .or_else(|| self.ready.fresh.pop_front())?;
            // A hold or a second entry may have overtaken this one.
            if self
                .tasks
                .get(position)
                .is_some_and(|task| task.is_ready() && task.queued_at.is_none())
            {
                return Some(position);
            }
        }
    }

    fn lease_ahead(&mut self, allowance: u32, agenda: &mut Agenda) {
        let now = agenda.now();
        // Above its limit no line comes free soon, and a lease would only grow old.
        let is_over = self.lines > self.own_limit();
        let ahead = if allowance == 0 || is_over {
            0
        } else {
            LEASED_AHEAD
        };
        while self.ready.leased.len() < ahead {
            let Some(position) = self.ready.queue.pop_front() else {
                return;
            };
            let worker = agenda.worker_for(self.random.between(1, WORKERS));
            let Some(task) = self.tasks.get_mut(position) else {
                continue;
            };
            task.queued_at = None;
            if task.hold == Hold::None && task.state.family() == Family::Waiting {
                task.leased_at = now;
                task.worker = worker;
                self.enter(position, State::Leased, now);
                self.ready.leased.push_back(position);
            } else {
                self.touch(position);
            }
        }
    }

    fn dial_next(&mut self, allowance: u32, agenda: &mut Agenda) {
        let now = agenda.now();
        if now < self.next_dial || self.lines >= allowance.min(self.own_limit()) {
            return;
        }
        let prepared = self
            .ready
            .leased
            .front()
            .and_then(|&position| self.tasks.get(position))
            .map(|task| task.leased_at + PREPARATION);
        match prepared {
            Some(at) if at <= now => {
                if let Some(position) = self.ready.leased.pop_front() {
                    self.take_turn(now);
                    self.dial(position, agenda);
                }
            }
            Some(at) => agenda.plan(at, self.index, Event::Dispatch { periodic: false }),
            None => {}
        }
    }

    /// Takes the carrier's rate up by one dial.
    pub(super) fn take_turn(&mut self, now: Ms) {
        // One dial that was due may be made up for, so that a free line is taken at once.
        let interval = self.interval();
        self.next_dial = self.next_dial.max(now - interval) + interval;
    }

    /// A line came free: look at once, as far as the carrier's rate allows.
    pub(super) fn line_is_free(&mut self, agenda: &mut Agenda) {
        let at = agenda.now().max(self.next_dial);
        agenda.plan(at, self.index, Event::Dispatch { periodic: false });
    }

    /// Gives leased tasks back without a dial.
    pub fn return_leases(&mut self, now: Ms) {
        while let Some(position) = self.ready.leased.pop_back() {
            self.return_lease(position, now);
        }
    }

    fn return_lease(&mut self, position: usize, now: Ms) {
        if let Some(task) = self.tasks.get(position) {
            let waiting = task.waiting_state();
            self.enter(position, waiting, now);
            self.make_ready(position, true);
        }
    }

    /// Takes every task out of the job queue, back to where it came from.
    pub(super) fn drain_queue(&mut self) {
        while let Some(position) = self.ready.queue.pop_back() {
            if let Some(task) = self.tasks.get_mut(position) {
                task.queued_at = None;
            }
            self.make_ready(position, true);
            self.touch(position);
        }
    }

    /// Puts a task that nothing holds where the dispatcher finds it.
    pub(super) fn make_ready(&mut self, position: usize, first: bool) {
        let Some(task) = self.tasks.get(position) else {
            return;
        };
        let waiting = match task.waiting_state() {
            State::CallbackScheduled => &mut self.ready.callbacks,
            State::RetryScheduled => &mut self.ready.retries,
            _ => &mut self.ready.fresh,
        };
        if first {
            waiting.push_front(position);
        } else {
            waiting.push_back(position);
        }
    }

    /// A worker restarts: stale recovery puts its leased tasks back, and no attempt is used.
    pub(super) fn restart_worker(&mut self, agenda: &mut Agenda) {
        let now = agenda.now();
        if self.status.is_ended() {
            return;
        }
        let worker = self
            .ready
            .leased
            .front()
            .and_then(|&position| self.tasks.get(position))
            .map(|task| task.worker);
        if let Some(worker) = worker {
            let (lost, kept): (Vec<usize>, Vec<usize>) =
                self.ready.leased.iter().partition(|&&position| {
                    self.tasks
                        .get(position)
                        .is_some_and(|task| task.worker == worker)
                });
            self.ready.leased = kept.into();
            for position in lost {
                self.lose_lease(position, worker, now);
            }
        }
        let pause = self.random.between(3 * MINUTE, 12 * MINUTE);
        agenda.plan(now + pause, self.index, Event::WorkerRestart);
    }

    fn lose_lease(&mut self, position: usize, worker: i64, now: Ms) {
        if let Some(task) = self.tasks.get_mut(position) {
            task.system_retries += 1;
            self.lost_leases.push(crate::task::LostLease {
                row: task.row,
                leased_at: task.leased_at,
                lost_at: now,
                worker,
            });
            self.return_lease(position, now);
        }
    }
}
