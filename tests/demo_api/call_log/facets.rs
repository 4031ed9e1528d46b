//! What calls can be filtered by, counted from the kept figures.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::attempt_state::{left_in, sip_status};
use crate::campaign::Campaign;
use crate::problem::Problem;
use crate::store::call_filter::CallFilter;
use crate::store::figures::{AttemptCell, Figures};
use crate::task_state::State;
use crate::world::World;

/// The figures of every campaign whose rows are there.
pub struct Facets {
    figures: Vec<(usize, Figures)>,
}

/// Names with what they stand for and how often it is there.
#[derive(Default)]
struct Facet(BTreeMap<String, (Option<String>, i64)>);

impl Facet {
    fn add(&mut self, value: String, label: Option<String>, count: i64) {
        self.0.entry(value).or_insert((label, 0)).1 += count;
    }

    /// Most frequent first.
    fn to_json(&self) -> Vec<Value> {
        let mut values: Vec<_> = self.0.iter().filter(|(_, (_, count))| *count > 0).collect();
        values.sort_by(|a, b| b.1.1.cmp(&a.1.1).then_with(|| a.0.cmp(b.0)));
        values
            .into_iter()
            .map(|(value, (label, count))| match label {
                Some(label) => json!({"value": value, "label": label, "count": count}),
                None => json!({"value": value, "count": count}),
            })
            .collect()
    }
}

impl Facets {
    /// Reads the figures.
    pub fn of(world: &World) -> Result<Self, Problem> {
        let mut figures = Vec::new();
        for campaign in &world.dialer.campaigns {
            if let Ok(store) = world.store_of(campaign) {
                figures.push((campaign.index, store.figures(campaign.index)?));
            }
        }
        Ok(Self { figures })
    }

    /// How many calls a filter finds that asks for nothing but what the figures count.
    pub fn count(&self, world: &World, filter: &CallFilter) -> i64 {
        let mut count = 0;
        for scope in &filter.campaigns {
            let Some((campaign, figures)) = self.campaign(world, scope.campaign) else {
                continue;
            };
            let fits_number = |cell: &AttemptCell| {
                let numbers = filter.from_numbers.as_ref();
                numbers.is_none_or(|numbers| numbers.contains(&cell.number))
            };
            let fits_status = |cell: &AttemptCell| {
                filter.sip_statuses.as_ref().is_none_or(|statuses| {
                    sip_status(cell.outcome).is_some_and(|status| statuses.contains(&status))
                })
            };
            let fits_state = |cell: &AttemptCell| {
                filter.states.as_ref().is_none_or(|states| {
                    state(campaign, cell).is_some_and(|state| states.contains(&state))
                })
            };
            count += figures
                .attempts_where(|cell| fits_number(cell) && fits_status(cell) && fits_state(cell));
            if filter.sip_statuses.is_none() {
                let states = filter.states.as_deref().unwrap_or_default();
                count += figures.tasks_where(|cell| {
                    let fits_number = filter
                        .from_numbers
                        .as_ref()
                        .is_none_or(|numbers| numbers.contains(&cell.from_number));
                    cell.state.holds_line() && states.contains(&cell.state) && fits_number
                });
            }
        }
        count
    }

    fn campaign<'a>(
        &'a self,
        world: &'a World,
        index: usize,
    ) -> Option<(&'a Campaign, &'a Figures)> {
        let (_, figures) = self.figures.iter().find(|(of, _)| *of == index)?;
        Some((world.dialer.campaigns.get(index)?, figures))
    }

    /// The contract's filters.
    pub fn to_json(&self, world: &World) -> Value {
        let [
            mut campaigns,
            mut states,
            mut dispositions,
            mut statuses,
            mut from,
        ] = std::array::from_fn(|_| Facet::default());
        for (index, figures) in &self.figures {
            let Some(campaign) = world.dialer.campaigns.get(*index) else {
                continue;
            };
            let id = world.dialer.shown_id(campaign).to_owned();
            campaigns.add(id, Some(campaign.plan.name.to_string()), figures.dialed());
            for cell in &figures.attempts {
                if let Some(state) = state(campaign, cell) {
                    states.add(state.wire().to_owned(), None, cell.count);
                }
                if let Some(status) = sip_status(cell.outcome) {
                    statuses.add(status.to_string(), None, cell.count);
                }
                if let Some(number) = world.number(cell.number) {
                    from.add(number.to_owned(), None, cell.count);
                }
            }
            for cell in &figures.tasks {
                if cell.state.holds_line() {
                    states.add(cell.state.wire().to_owned(), None, cell.count);
                }
                if let Some(words) = world.disposition(cell.disposition) {
                    dispositions.add(words.to_owned(), None, cell.count);
                }
            }
        }
        json!({
            "campaign": campaigns.to_json(),
            "state": states.to_json(),
            "disposition": dispositions.to_json(),
            "sip_status": statuses.to_json(),
            "from": from.to_json(),
        })
    }
}

fn state(campaign: &Campaign, cell: &AttemptCell) -> Option<State> {
    let max = i64::from(campaign.plan.pace.max_attempts);
    left_in(cell.outcome, cell.attempt, max)
}
