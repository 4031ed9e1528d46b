//! Campaigns that are made from others: the next run of one, and a copy.

use std::borrow::Cow;

use crate::campaign::{Campaign, Newcomer};
use crate::plan::{Audience, Plan};
use crate::retry::run::Retry;
use crate::task::Task;
use crate::task_state::Hold;
use crate::zone::Ms;

/// Who a campaign calls, as the store knows it.
#[derive(Clone, Debug)]
pub struct Listed {
    pub person: i64,
    pub phone: String,
}

/// Where a new campaign stands in the dialer, and what its chances are drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Berth {
    pub index: usize,
    pub seed: u64,
    pub now: Ms,
}

impl Campaign {
    /// Prepares a new run under the same ID for the same contacts, whose rows begin at
    /// `first_row`, and puts this one away.
    pub fn renew(&mut self, berth: Berth, contacts: Vec<Listed>, first_row: i64) -> Self {
        let id = self.plan.id.clone();
        let before = self.plan.previous_run.as_deref();
        let runs: u32 = before
            .and_then(|before| before.rsplit('~').next()?.parse().ok())
            .unwrap_or(0);
        let away: Cow<'static, str> = format!("{id}~{}", runs + 1).into();
        self.plan.id = away.clone();
        self.plan.is_put_away = true;
        self.retries.iter_mut().for_each(Retry::stop);
        let plan = Plan {
            id,
            starts_at: None,
            previous_run: Some(away),
            is_put_away: false,
            script: Vec::new(),
            ..self.plan.clone()
        };
        let tasks = self.tasks_again(&contacts, first_row, berth.now);
        let mut next = Self::new(berth.index, plan, tasks, berth.seed, self.disposition_base);
        next.newcomers = (0..)
            .zip(contacts)
            .map(|(task, listed)| Newcomer {
                task,
                person: listed.person,
                phone: listed.phone,
            })
            .collect();
        for position in 0..next.tasks.len() {
            next.touch(position);
        }
        next
    }

    fn tasks_again(&self, contacts: &[Listed], first_row: i64, now: Ms) -> Vec<Task> {
        let reaches = |phone: &str| self.pool.as_ref().is_none_or(|pool| pool.reaches(phone));
        self.tasks
            .iter()
            .zip(contacts)
            .zip(first_row..)
            .map(|((before, listed), row)| {
                let mut task = Task::new(row, before.zone, now);
                task.readiness = before.readiness;
                task.number_exists = before.number_exists;
                if !reaches(&listed.phone) {
                    task.hold = Hold::NoNumber;
                }
                task
            })
            .collect()
    }

    /// Copies the setup, without the contacts, into a draft of its own.
    pub fn copied(&self, berth: Berth, id: String) -> Self {
        let plan = Plan {
            id: id.into(),
            name: format!("{} (copy)", self.plan.name).into(),
            created_at: berth.now,
            starts_at: None,
            history_from: None,
            audience: Audience {
                contacts: 0,
                asleep: 0,
                ..self.plan.audience.clone()
            },
            upload: None,
            previous_run: None,
            script: Vec::new(),
            ..self.plan.clone()
        };
        Self::new(
            berth.index,
            plan,
            Vec::new(),
            berth.seed,
            self.disposition_base,
        )
    }
}
