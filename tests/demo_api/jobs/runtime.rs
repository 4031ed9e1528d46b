//! The service that runs spinners: up with its workers, or down.

use serde_json::{Value, json};

use super::{Jobs, instant};
use crate::zone::{HOUR, MINUTE, Ms};

/// It gives a sign of life this often.
const HEARTBEAT: Ms = 10_000;
const WORKERS: i64 = 4;
const DOWN: &str = "The service does not answer. Nothing moves until it is started again.";

/// The state of the runtime.
#[derive(Clone, Debug)]
pub struct Runtime {
    /// When it went down, while it is down.
    down_since: Option<Ms>,
    up_since: Ms,
}

impl Runtime {
    /// Up since the morning.
    pub fn new(start: Ms) -> Self {
        Self {
            down_since: None,
            up_since: start - 8 * HOUR - 30 * MINUTE,
        }
    }

    pub fn is_down(&self) -> bool {
        self.down_since.is_some()
    }

    /// Nothing starts before this.
    pub fn up_since(&self) -> Ms {
        self.up_since
    }

    /// The contract's `Runtime`.
    pub fn to_json(&self, now: Ms) -> Value {
        let since = self.down_since.unwrap_or(self.up_since);
        let heartbeat = self.down_since.unwrap_or(now) / HEARTBEAT * HEARTBEAT;
        json!({
            "status": if self.is_down() { "down" } else { "running" },
            "heartbeat_at": instant(Some(heartbeat)),
            "message": self.is_down().then_some(DOWN),
            "workers": {"up": if self.is_down() { 0 } else { WORKERS }, "total": WORKERS},
            "since": instant(Some(since)),
        })
    }
}

impl Jobs {
    /// Takes the runtime down, and everything stands still, or up again.
    pub fn set_runtime(&mut self, is_down: bool, now: Ms) {
        if is_down == self.runtime.is_down() {
            return;
        }
        self.runtime.down_since = is_down.then_some(now);
        if !is_down {
            self.runtime.up_since = now;
        }
        for job in self.list.iter_mut().filter(|job| job.ended.is_none()) {
            let is_stalled = job.is_stalled;
            if let Some(pace) = &mut job.pace {
                if is_down {
                    pace.stop(now);
                } else if !is_stalled {
                    pace.go_on(now);
                }
            }
        }
        for job in &mut self.list {
            job.stop_again(is_down, now);
        }
    }
}
