//! Tasks that wait: retries, callbacks, quiet hours, and the end of waiting.

use crate::agenda::{Agenda, Event};
use crate::campaign::{Campaign, Status};
use crate::outcome::Callback;
use crate::task_state::{Family, Hold, State};
use crate::zone::{Ms, Zone};

impl Campaign {
    /// Ends a task for good.
    pub(super) fn finish(&mut self, position: usize, state: State, hold: Hold, now: Ms) {
        if let Some(task) = self.tasks.get_mut(position) {
            task.hold = hold;
            task.hold_until = None;
            task.call = None;
            if task.callback == Callback::Pending {
                task.callback = match state {
                    State::ManualStopped | State::WindowClosed => Callback::Cancelled,
                    State::Completed => Callback::Completed,
                    _ => Callback::Exhausted,
                };
            }
        }
        self.enter(position, state, now);
    }

    /// Plans another attempt after the cool-off, or gives up when none is left.
    pub(super) fn retry(&mut self, position: usize, hold: Hold, agenda: &mut Agenda) {
        self.retry_after(position, hold, self.plan.pace.retry_delay, agenda);
    }

    /// The same after another wait.
    pub(super) fn retry_after(
        &mut self,
        position: usize,
        hold: Hold,
        wait: Ms,
        agenda: &mut Agenda,
    ) {
        let now = agenda.now();
        let Some(task) = self.tasks.get_mut(position) else {
            return;
        };
        task.call = None;
        if task.attempts >= self.plan.pace.max_attempts {
            self.finish(position, State::Exhausted, Hold::None, now);
        } else if self.status.is_ended() {
            self.finish(position, State::ManualStopped, Hold::None, now);
        } else {
            let state = task.waiting_state();
            let due = now + wait;
            self.wait_until(position, state, hold, due, agenda);
        }
    }

    /// Notes a callback that the contact asked for.
    pub(super) fn schedule_callback(&mut self, position: usize, due: Ms, agenda: &mut Agenda) {
        let Some(task) = self.tasks.get_mut(position) else {
            return;
        };
        task.call = None;
        if task.attempts >= self.plan.pace.max_attempts {
            task.callback = Callback::Pending;
            self.finish(position, State::Exhausted, Hold::None, agenda.now());
            return;
        }
        task.callback = Callback::Pending;
        self.wait_until(
            position,
            State::CallbackScheduled,
            Hold::CallbackNotDue,
            due,
            agenda,
        );
    }

    fn wait_until(
        &mut self,
        position: usize,
        state: State,
        hold: Hold,
        due: Ms,
        agenda: &mut Agenda,
    ) {
        if let Some(task) = self.tasks.get_mut(position) {
            task.hold = hold;
            task.hold_until = Some(due);
        }
        self.enter(position, state, agenda.now());
        agenda.plan(
            due,
            self.index,
            Event::TaskDue {
                task: position,
                due,
            },
        );
    }

    /// A cool-off is over, or a callback is due.
    pub(super) fn come_due(&mut self, position: usize, due: Ms, agenda: &mut Agenda) {
        let now = agenda.now();
        let Some(task) = self.tasks.get_mut(position) else {
            return;
        };
        if task.hold_until != Some(due) || task.state.family() != Family::Waiting {
            return;
        }
        let quiet_until = self
            .plan
            .quiet
            .filter(|quiet| quiet.cover(task.zone, now))
            .map(|quiet| quiet.next_edge(task.zone, now));
        match quiet_until {
            Some(until) => {
                task.hold = Hold::QuietHours;
                task.hold_until = Some(until);
            }
            None => {
                task.hold = Hold::None;
                task.hold_until = None;
                task.due_at = Some(due);
                self.make_ready(position, false);
            }
        }
        self.touch(position);
    }

    /// Quiet hours start or end for the contacts of a zone.
    pub(super) fn turn_quiet_hours(&mut self, zone: Zone, agenda: &mut Agenda) {
        let now = agenda.now();
        let Some(quiet) = self.plan.quiet else {
            return;
        };
        if self.status.is_ended() {
            return;
        }
        let until = quiet.next_edge(zone, now);
        agenda.plan(until, self.index, Event::QuietEdge(zone));
        let starts = quiet.cover(zone, now);
        let (from, to) = if starts {
            (Hold::None, Hold::QuietHours)
        } else {
            (Hold::QuietHours, Hold::None)
        };
        for position in 0..self.tasks.len() {
            let Some(task) = self.tasks.get_mut(position) else {
                continue;
            };
            if task.zone != zone || task.hold != from || task.state.family() != Family::Waiting {
                continue;
            }
            task.hold = to;
            task.hold_until = starts.then_some(until);
            task.queued_at = None;
            if !starts {
                self.make_ready(position, false);
            }
            self.touch(position);
        }
    }

    /// Ends the waiting tasks that were dialed before. Contacts that nobody ever called stay
    /// as they are, so that what the campaign reached is not mistaken for all of it.
    pub(super) fn abandon_waiting(&mut self, now: Ms) {
        self.return_leases(now);
        self.drain_queue();
        for position in self.waiting_positions() {
            let Some(task) = self.tasks.get_mut(position) else {
                continue;
            };
            if task.attempts > 0 {
                self.finish(position, State::ManualStopped, Hold::None, now);
            } else if !task.hold.needs_fix() {
                task.hold = Hold::None;
                task.hold_until = None;
                self.touch(position);
            }
        }
    }

    fn waiting_positions(&self) -> Vec<usize> {
        self.tasks
            .iter()
            .enumerate()
            .filter(|(_, task)| task.state.family() == Family::Waiting)
            .map(|(position, _)| position)
            .collect()
    }

    /// The window opens or closes.
    pub(super) fn turn_window(&mut self, agenda: &mut Agenda) {
        let now = agenda.now();
        let zone = self.plan.zone;
        if self.status.is_ended() {
            return;
        }
        let Some(window) = &self.plan.window else {
            return;
        };
        // Hours changed since this was planned.
        if self.window_edge != Some(now) {
            return;
        }
        let is_open = window.is_open(zone, now);
        self.plan_window_edge(agenda);
        self.version += 1;
        if self.status != Status::Running {
            return;
        }
        if is_open {
            self.note(now, "notice", String::from("Call window opened"), None);
            self.begin_dispatching(agenda);
            return;
        }
        self.note(now, "notice", String::from("Call window closed"), None);
        self.return_leases(now);
        self.drain_queue();
        if self.plan.ends_with_window() {
            for position in self.waiting_positions() {
                self.finish(position, State::WindowClosed, Hold::None, now);
            }
            self.complete(now);
        }
    }
}
