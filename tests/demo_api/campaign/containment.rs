//! Holding a running campaign back without stopping it: fewer calls at a time,
//! fewer numbers, fewer hours today.

use crate::agenda::{Agenda, Event};
use crate::campaign::{Campaign, Mark};
use crate::window::Hours;
use crate::wording::counted_noun;
use crate::zone::Ms;

/// A value that an action does not take: where it stands, and why not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    pub pointer: &'static str,
    pub detail: String,
}

impl Refused {
    /// A value refused.
    pub fn new(pointer: &'static str, detail: impl Into<String>) -> Self {
        Self {
            pointer,
            detail: detail.into(),
        }
    }
}

impl Campaign {
    /// Calls it may hold at a time from now on.
    pub fn set_concurrency(&mut self, limit: u32, by: &'static str, now: Ms) -> String {
        let text = format!("Concurrency {} → {limit}", self.concurrency);
        self.concurrency = limit;
        self.concurrency_set = Some((by, now));
        self.mark(now, "notice", Mark::Concurrency, text.clone(), Some(by));
        self.shed_leases(now);
        text
    }

    /// Marks numbers of the pool as spam-flagged, by their positions.
    pub(super) fn flag_numbers(&mut self, positions: &[usize], now: Ms) {
        let Some(pool) = self.pool.as_mut() else {
            return;
        };
        let before = pool.line_capacity();
        for &position in positions {
            pool.flag(position, now);
        }
        let after = pool.line_capacity();
        let numbers = counted_noun(positions.len() as i64, "number", "numbers");
        let text = format!("{numbers} spam-flagged, pool {before} → {after} lines");
        self.mark(now, "warning", Mark::Numbers, text, None);
        self.shed_leases(now);
    }

    /// Takes a number out of the pool for good. Its calls finish.
    pub fn remove_number(&mut self, id: &str, by: &str, now: Ms) -> Result<String, Refused> {
        let refused = |detail: &str| Refused::new("/number_id", detail);
        let pool = self
            .pool
            .as_mut()
            .ok_or_else(|| refused("The campaign has no number pool."))?;
        let before = pool.line_capacity();
        let in_rotation = pool.in_rotation();
        let number = pool
            .numbers
            .iter_mut()
            .find(|number| number.wire_id() == id)
            .ok_or_else(|| refused("The pool has no number with this ID."))?;
        if number.removed_at.is_some() {
            return Err(refused("This number has been removed already."));
        }
        if number.is_in_rotation() && in_rotation == 1 {
            return Err(refused(
                "This is the last number in rotation. Pause the campaign to stop its dialing.",
            ));
        }
        number.removed_at = Some(now);
        let e164 = number.e164.clone();
        let after = pool.line_capacity();
        let text = format!("{e164} removed from the pool, {before} → {after} lines");
        self.mark(now, "notice", Mark::Numbers, text.clone(), Some(by));
        self.shed_leases(now);
        Ok(text)
    }

    /// Narrows today's call window.
    pub fn narrow_window(
        &mut self,
        hours: Hours,
        by: &str,
        agenda: &mut Agenda,
    ) -> Result<String, Refused> {
        let (zone, now) = (self.plan.zone, agenda.now());
        let window = self
            .plan
            .window
            .as_mut()
            .ok_or_else(|| Refused::new("/closes", "The campaign has no call window."))?;
        window
            .narrow_today(zone, now, hours)
            .map_err(|(pointer, detail)| Refused::new(pointer, detail))?;
        let is_open = window.is_open(zone, now);
        let text = format!("Call window today {hours} {}", zone.label(now));
        self.mark(now, "notice", Mark::Window, text.clone(), Some(by));
        self.plan_window_edge(agenda);
        if !is_open {
            self.return_leases(now);
            self.drain_queue();
        }
        Ok(text)
    }

    /// Plans for the next opening or closing of the window; one planned before does not count any more.
    pub(super) fn plan_window_edge(&mut self, agenda: &mut Agenda) {
        let now = agenda.now();
        let window = self.plan.window.as_ref();
        self.window_edge = window.and_then(|window| window.next_edge(self.plan.zone, now));
        if let Some(edge) = self.window_edge {
            agenda.plan(edge, self.index, Event::WindowEdge);
        }
    }

    /// Gives leases back that no line will come free for soon.
    fn shed_leases(&mut self, now: Ms) {
        if self.lines > self.own_limit() {
            self.return_leases(now);
        }
    }
}
