//! A campaign in the simulation: its plan, its state, and its tasks.

mod call;
mod containment;
mod dispatch;
mod incident;
mod lifecycle;
mod log;
mod newcomers;
pub mod renewal;
mod retrying;
pub mod settling;
pub mod status;
pub mod trouble;
mod waiting;

use std::collections::VecDeque;

use crate::agenda::{Agenda, Event};
use crate::plan::Plan;
use crate::pool::Pool;
use crate::random::Random;
use crate::retry::run::Retry;
use crate::sleepers::Sleepers;
use crate::task::{Call, LostLease, Task};
use crate::task_state::{Family, State};
use crate::zone::Ms;

pub use containment::Refused;
use dispatch::Lines;
use incident::Outage;
pub use newcomers::{FIRST_ROW, Newcomer};
pub use status::{Activity, Interruption, Mark, Status};

/// A campaign that the dialer works on.
#[derive(Clone, Debug)]
pub struct Campaign {
    /// Its position in the dialer, which is also its code in the store.
    pub index: usize,
    pub plan: Plan,
    pub pool: Option<Pool>,
    pub status: Status,
    pub started_at: Option<Ms>,
    pub ended_at: Option<Ms>,
    pub pause: Option<Interruption>,
    pub cancel: Option<Interruption>,
    pub failure: Option<Interruption>,
    pub concurrency: u32,
    pub concurrency_set: Option<(&'static str, Ms)>,
    pub tasks: Vec<Task>,
    pub activity: Vec<Activity>,
    /// Telephone lines in use.
    pub lines: u32,
    /// Counts every change of a row or of the campaign itself.
    pub version: u64,
    pub spent_micros: i64,
    /// Calls that ended since the last write.
    pub ended_calls: Vec<(i64, Call)>,
    /// Leases lost since the last write.
    pub lost_leases: Vec<LostLease>,
    /// Tasks changed since the last write.
    pub dirty: Vec<usize>,
    /// Tasks added since the last write.
    pub newcomers: Vec<Newcomer>,
    /// Its tasks that were tried again on request, the newest last.
    pub retries: Vec<Retry>,
    /// Waiting tasks that only exist as rows.
    pub sleeping: u64,
    /// Until when new contacts keep coming in.
    arrivals_until: Ms,
    /// Tasks that were added while it ran.
    added: i64,
    /// The next opening or closing of the window that is planned for.
    window_edge: Option<Ms>,
    talking: u32,
    /// Tasks that are not final, sleepers included.
    open: u64,
    ready: Lines,
    random: Random,
    next_dial: Ms,
    is_ticking: bool,
    recent: VecDeque<(Ms, bool)>,
    disposition_base: i64,
    /// The carrier that fails, on request.
    outage: Option<Outage>,
}

impl Campaign {
    /// A campaign that has not begun. `disposition_base` is the store's code of its first disposition.
    pub fn new(
        index: usize,
        plan: Plan,
        tasks: Vec<Task>,
        seed: u64,
        disposition_base: i64,
    ) -> Self {
        let fresh = (0..tasks.len()).collect();
        Self {
            index,
            pool: plan.pool.clone(),
            status: if plan.starts_at.is_some() {
                Status::Scheduled
            } else {
                Status::Draft
            },
            started_at: None,
            ended_at: None,
            pause: None,
            cancel: None,
            failure: None,
            concurrency: plan.pace.concurrency,
            concurrency_set: None,
            activity: Vec::new(),
            lines: 0,
            version: 1,
            spent_micros: 0,
            ended_calls: Vec::new(),
            lost_leases: Vec::new(),
            dirty: Vec::new(),
            newcomers: Vec::new(),
            retries: Vec::new(),
            arrivals_until: 0,
            added: 0,
            window_edge: None,
            talking: 0,
            open: tasks.len() as u64,
            sleeping: 0,
            ready: Lines {
                fresh,
                ..Lines::default()
            },
            random: Random::new(seed, 1_000 + index as u64),
            next_dial: 0,
            is_ticking: false,
            recent: VecDeque::new(),
            disposition_base,
            outage: None,
            tasks,
            plan,
        }
    }

    /// Takes note of tasks that were written as rows only, and of what they cost so far.
    pub fn add_sleepers(&mut self, sleepers: Sleepers) {
        self.sleeping += sleepers.waiting;
        self.open += sleepers.waiting;
        self.spent_micros += sleepers.spent_micros;
        self.version += 1;
    }

    /// Whether most of its tasks only exist as rows.
    pub fn has_sleepers(&self) -> bool {
        self.plan.audience.asleep > 0
    }

    /// Tasks that were added while it ran.
    pub fn added(&self) -> i64 {
        self.added
    }

    /// The store's code of a disposition of the plan; voicemail is not among those.
    pub fn disposition_code(&self, position: usize) -> i64 {
        self.disposition_base + 1 + position as i64
    }

    /// The store's code of a voicemail left.
    pub fn voicemail_code(&self) -> i64 {
        self.disposition_base
    }

    /// Lets something happen. `allowance` is the number of lines it may hold now.
    pub fn happen(&mut self, event: Event, allowance: u32, agenda: &mut Agenda) {
        match event {
            // A person may have started or ended it before its time.
            Event::Launch if self.status == Status::Scheduled => self.launch(agenda),
            Event::Launch => {}
            Event::Script(position) => self.follow_script(position, agenda),
            Event::Dispatch { periodic } => self.dispatch(periodic, allowance, agenda),
            Event::TaskDue { task, due } => self.come_due(task, due, agenda),
            Event::Step { task } => self.step(task, agenda),
            Event::WindowEdge => self.turn_window(agenda),
            Event::QuietEdge(zone) => self.turn_quiet_hours(zone, agenda),
            Event::WorkerRestart => self.restart_worker(agenda),
            Event::FailureCheck => self.check_failures(agenda),
            Event::Arrival => self.welcome_newcomers(agenda),
        }
    }

    /// Whether the call window, where there is one, is open.
    pub fn window_is_open(&self, at: Ms) -> bool {
        self.plan
            .window
            .as_ref()
            .is_none_or(|window| window.is_open(self.plan.zone, at))
    }

    /// Whether it may dial: running, inside its window.
    pub fn may_dial(&self, at: Ms) -> bool {
        self.status == Status::Running && self.window_is_open(at)
    }

    /// Whether it would dial if it had a line.
    pub fn wants_lines(&self, at: Ms) -> bool {
        self.may_dial(at)
            && !self.pool.as_ref().is_some_and(|pool| pool.is_cut_off(at))
            && (!self.ready.leased.is_empty() || !self.ready.queue.is_empty() || self.has_ready())
    }

    /// Dials that a task with so many may have: a retry may have granted one more.
    pub fn most_attempts(&self, attempts: i64) -> i64 {
        attempts.max(i64::from(self.plan.pace.max_attempts))
    }

    /// Lines it could hold by its own limits.
    pub fn own_limit(&self) -> u32 {
        self.concurrency
            .min(self.pool.as_ref().map_or(0, Pool::line_capacity))
    }

    /// Tasks leased by a worker that wait for a line.
    pub fn leased(&self) -> u32 {
        self.ready.leased.len() as u32
    }

    fn has_ready(&self) -> bool {
        !(self.ready.ahead.is_empty()
            && self.ready.callbacks.is_empty()
            && self.ready.retries.is_empty()
            && self.ready.fresh.is_empty())
    }

    fn touch(&mut self, position: usize) {
        self.version += 1;
        if let Some(task) = self.tasks.get_mut(position)
            && !task.is_dirty
        {
            task.is_dirty = true;
            self.dirty.push(position);
        }
    }

    /// Moves a task to a state and keeps the counts that the dispatcher decides by.
    fn enter(&mut self, position: usize, state: State, at: Ms) {
        let Some(task) = self.tasks.get_mut(position) else {
            return;
        };
        let before = task.state;
        task.state = state;
        task.since = at;
        if state.family() != Family::Waiting {
            task.queued_at = None;
        }
        self.lines = self.lines + u32::from(state.holds_line()) - u32::from(before.holds_line());
        self.talking = self.talking + u32::from(state == State::InProgress)
            - u32::from(before == State::InProgress);
        match (before.family(), state.family()) {
            (Family::Final, Family::Final) => {}
            // A retry dials what had a result.
            (Family::Final, _) => self.open += 1,
            (_, Family::Final) => self.open = self.open.saturating_sub(1),
            _ => {}
        }
        self.touch(position);
        if self.open == 0 && self.status == Status::Running {
            self.complete(at);
        }
    }
}
