//! Campaigns and contacts before anything happened.

use super::Origin;
use crate::audience::{self, Contact};
use crate::campaign::Campaign;
use crate::scenario;

/// Everybody who takes part.
pub struct Cast {
    pub campaigns: Vec<Campaign>,
    pub contacts: Vec<Vec<Contact>>,
    /// By their stored codes; 0 is none.
    pub dispositions: Vec<&'static str>,
    /// The first row that no task has.
    pub next_row: i64,
}

impl Cast {
    /// Makes the campaigns and their contacts.
    pub fn of(origin: &Origin) -> Self {
        let mut cast = Self {
            campaigns: Vec::new(),
            contacts: Vec::new(),
            dispositions: vec![""],
            next_row: 1,
        };
        for (index, plan) in scenario::plans(origin.start, origin.million)
            .into_iter()
            .enumerate()
        {
            // A new run calls the contacts of the run before.
            let source = cast
                .campaigns
                .iter()
                .position(|earlier| plan.previous_run.as_ref() == Some(&earlier.plan.id))
                .unwrap_or(index);
            let (tasks, contacts) = audience::recruit(&plan, source, cast.next_row, origin.seed);
            cast.next_row += tasks.len() as i64;
            let base = cast.dispositions.len() as i64;
            cast.dispositions.push("Voicemail");
            cast.dispositions
                .extend(plan.dispositions.iter().map(|(words, _)| *words));
            cast.campaigns
                .push(Campaign::new(index, plan, tasks, origin.seed, base));
            cast.contacts.push(contacts);
        }
        cast
    }
}
