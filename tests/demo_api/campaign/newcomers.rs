//! Contacts that come in while a campaign runs.

use crate::agenda::{Agenda, Event};
use crate::campaign::Campaign;
use crate::people;
use crate::task::Task;
use crate::wording::counted;
use crate::zone::{MINUTE, Ms};

/// Rows of newcomers begin here, behind those of every other task.
pub const FIRST_ROW: i64 = 20_000_000;
/// Rows kept free for the newcomers of one campaign.
const ROWS: i64 = 100_000;
/// How often some come in, and for how long.
const EVERY: Ms = 5_000;
const FOR: Ms = 60 * MINUTE;
/// How many come in at once.
const BATCH: usize = 5;

/// Who a task added later calls.
#[derive(Clone, Debug)]
pub struct Newcomer {
    /// Position of the task.
    pub task: usize,
    pub person: i64,
    pub phone: String,
}

impl Campaign {
    /// Lets new contacts come in for an hour, as from an integration.
    pub(super) fn open_to_newcomers(&mut self, agenda: &mut Agenda) {
        let now = agenda.now();
        let is_open = self.arrivals_until > now;
        self.arrivals_until = now + FOR;
        if !is_open {
            let pace = counted(BATCH as i64 * MINUTE / EVERY);
            let text = format!("The API adds {pace} contacts a minute");
            self.note(now, "notice", text, None);
            agenda.plan(now + EVERY, self.index, Event::Arrival);
        }
    }

    /// Adds a batch.
    pub(super) fn welcome_newcomers(&mut self, agenda: &mut Agenda) {
        let now = agenda.now();
        if now > self.arrivals_until || self.status.is_ended() {
            return;
        }
        for _ in 0..BATCH {
            self.welcome(now);
        }
        agenda.plan(now + EVERY, self.index, Event::Arrival);
    }

    fn welcome(&mut self, now: Ms) {
        let count = self.added;
        if count >= ROWS {
            return;
        }
        self.added += 1;
        let position = self.tasks.len();
        let row = FIRST_ROW + self.index as i64 * ROWS + count;
        let mut task = Task::new(row, self.plan.zone, now);
        task.readiness = 0.55 + 0.9 * self.random.fraction();
        self.tasks.push(task);
        self.open += 1;
        self.newcomers.push(Newcomer {
            task: position,
            person: self.random.between(0, people::NAMES as i64 - 1),
            phone: people::phone(self.plan.zone, 15_000 + count as u32),
        });
        self.ready.fresh.push_back(position);
        self.touch(position);
    }
}
