//! Which attempts the call log shows.

use rusqlite::types::Value;

use super::search::{COUNTED, Matches};
use crate::attempt_state::{left_in, sip_status};
use crate::outcome::Outcome;
use crate::task_state::{Family, State};
use crate::zone::Ms;

/// A campaign of the store, as far as a filter needs it.
#[derive(Clone, Copy, Debug)]
pub struct Scope {
    pub campaign: usize,
    pub max_attempts: i64,
}

/// Which attempts are asked for. What is `None` is not asked.
#[derive(Clone, Debug, Default)]
pub struct CallFilter {
    /// The campaigns; never empty.
    pub campaigns: Vec<Scope>,
    /// Whether these are all campaigns of the store.
    pub is_everywhere: bool,
    pub states: Option<Vec<State>>,
    pub sip_statuses: Option<Vec<i64>>,
    pub dispositions: Option<Vec<i64>>,
    pub from_numbers: Option<Vec<i64>>,
    /// The task of a contact.
    pub task: Option<i64>,
    /// Started at this instant or later.
    pub after: Option<Ms>,
    /// Started before this instant.
    pub before: Option<Ms>,
    /// One attempt, or those of the tasks that a search found.
    pub search: Option<CallSearch>,
}

/// What a search text stands for.
#[derive(Clone, Debug)]
pub enum CallSearch {
    Attempt(i64),
    Tasks(Matches),
}

impl CallFilter {
    /// Whether the counts alone tell how many attempts there are.
    pub fn is_counted(&self) -> bool {
        self.dispositions.is_none()
            && self.task.is_none()
            && self.after.is_none()
            && self.before.is_none()
            && self.search.is_none()
    }

    /// How far it is worth counting: each call of a search that finds much is looked up by itself.
    pub(super) fn counted(&self) -> i64 {
        match &self.search {
            Some(CallSearch::Tasks(matches)) if !matches.is_listed() => COUNTED / 10,
            _ => COUNTED,
        }
    }

    /// The index to walk where SQLite would choose a worse one.
    pub(super) fn access(&self) -> &'static str {
        match &self.search {
            _ if self.task.is_some() => "INDEXED BY attempt_task",
            Some(CallSearch::Tasks(matches)) if matches.is_listed() => "INDEXED BY attempt_task",
            None if self.asks_only_for_live() => "INDEXED BY attempt_live",
            _ => "",
        }
    }

    fn asks_only_for_live(&self) -> bool {
        self.states.as_ref().is_some_and(|states| {
            !states.is_empty() && states.iter().all(|state| state.family() == Family::Live)
        })
    }

    /// The condition, as SQL that is true or false of an attempt. The numbers are our own.
    pub(super) fn condition(&self) -> String {
        let mut parts = vec![String::from("1")];
        if !self.is_everywhere {
            let campaigns = self.campaigns.iter().map(|scope| scope.campaign as i64);
            parts.push(one_of("campaign", campaigns));
        }
        if let Some(states) = &self.states {
            parts.push(self.states_condition(states));
        }
        if let Some(statuses) = &self.sip_statuses {
            let fits = |outcome: &Outcome| {
                sip_status(*outcome).is_some_and(|status| statuses.contains(&status))
            };
            let outcomes = Outcome::ALL.into_iter().filter(fits);
            parts.push(one_of("outcome", outcomes.map(Outcome::code)));
        }
        if let Some(codes) = &self.dispositions {
            parts.push(one_of("disposition", codes.iter().copied()));
        }
        if let Some(numbers) = &self.from_numbers {
            parts.push(one_of("number", numbers.iter().copied()));
        }
        parts.extend(self.task.map(|row| format!("task = {row}")));
        parts.extend(self.after.map(|at| format!("dialed_at >= {at}")));
        parts.extend(self.before.map(|at| format!("dialed_at < {at}")));
        match &self.search {
            Some(CallSearch::Attempt(id)) => parts.push(format!("id = {id}")),
            Some(CallSearch::Tasks(matches)) => parts.push(tasks_condition(matches)),
            None => {}
        }
        parts.join(" AND ")
    }

    pub(super) fn parameters(&self) -> Vec<Value> {
        match &self.search {
            Some(CallSearch::Tasks(matches)) => matches.parameters(),
            _ => Vec::new(),
        }
    }

    fn states_condition(&self, states: &[State]) -> String {
        let live = states.iter().filter(|state| state.family() == Family::Live);
        let live: Vec<i64> = live.map(|state| state.code()).collect();
        let in_flight = format!(
            "outcome = {} AND EXISTS (SELECT 1 FROM task WHERE row = attempt.task AND {})",
            Outcome::InFlight.code(),
            one_of("status", live.iter().copied()),
        );
        if self.asks_only_for_live() {
            return in_flight;
        }
        let mut choices = Vec::new();
        if !live.is_empty() {
            choices.push(format!("({in_flight})"));
        }
        choices.extend(self.ended_condition(states, false));
        choices.extend(self.ended_condition(states, true));
        if choices.is_empty() {
            return String::from("0");
        }
        format!("({})", choices.join(" OR "))
    }

    /// The outcomes that lead to one of the states, on a contact's last possible attempt or before.
    fn ended_condition(&self, states: &[State], is_last: bool) -> Option<String> {
        let (attempt, max) = if is_last { (1, 1) } else { (0, 1) };
        let outcomes: Vec<i64> = Outcome::ALL
            .into_iter()
            .filter(|outcome| {
                left_in(*outcome, attempt, max).is_some_and(|state| states.contains(&state))
            })
            .map(Outcome::code)
            .collect();
        let limits: Vec<String> = self
            .campaigns
            .iter()
            .map(|scope| format!(" WHEN {} THEN {}", scope.campaign, scope.max_attempts))
            .collect();
        let comparison = if is_last { ">=" } else { "<" };
        (!outcomes.is_empty()).then(|| {
            format!(
                "({} AND attempt {comparison} CASE campaign{} ELSE 0 END)",
                one_of("outcome", outcomes.into_iter()),
                limits.concat()
            )
        })
    }
}

fn tasks_condition(matches: &Matches) -> String {
    if matches.is_listed() {
        String::from("task IN (SELECT value FROM json_each(?1))")
    } else {
        format!(
            "EXISTS (SELECT 1 FROM task WHERE row = attempt.task AND {})",
            matches.condition()
        )
    }
}

pub(super) fn one_of(column: &str, codes: impl Iterator<Item = i64>) -> String {
    let codes: Vec<String> = codes.map(|code| code.to_string()).collect();
    match codes.as_slice() {
        [code] => format!("{column} = {code}"),
        _ => format!("{column} IN ({})", codes.join(",")),
    }
}
