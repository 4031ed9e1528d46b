//! The workers that lease tasks, hold conversations and analyze them, and the
//! silence of one of them.

use crate::agenda::Agenda;
use crate::zone::Ms;

/// How many there are, counted from 1.
pub const WORKERS: i64 = 12;

/// A span in which a worker does nothing: it leases no task, and what it has to analyze waits.
#[derive(Clone, Copy, Debug)]
pub struct Silence {
    pub worker: i64,
    pub from: Ms,
    pub to: Ms,
}

/// A worker's name.
pub fn name(worker: i64) -> String {
    format!("bc-{worker:02}")
}

impl Agenda {
    /// Who takes a lease that was drawn for a worker: the next one when it is silent.
    pub fn worker_for(&self, drawn: i64) -> i64 {
        match self.back_at(drawn) {
            Some(_) => drawn % WORKERS + 1,
            None => drawn,
        }
    }

    /// When a worker that is silent now goes on.
    pub fn back_at(&self, worker: i64) -> Option<Ms> {
        self.silent_now()
            .filter(|silence| silence.worker == worker)
            .map(|silence| silence.to)
    }

    /// The silence that goes on now.
    pub fn silent_now(&self) -> Option<Silence> {
        self.silence
            .filter(|silence| (silence.from..silence.to).contains(&self.now()))
    }
}
