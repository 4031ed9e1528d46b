//! A page of spinners.

use serde_json::{Value, json};

use super::paging::{Key, Tail, Wanted, page};
use super::spinner::{SPINNERS, Spinner};
use super::{Jobs, instant, project};
use crate::answer::counted;
use crate::asked::Asked;
use crate::problem::Problem;
use crate::task_list::mark;
use crate::zone::{DAY, HOUR, Ms};

impl Jobs {
    /// Reads and answers a request for spinners.
    pub fn spinners(&self, mut asked: Asked, now: Ms) -> Result<Value, Problem> {
        let wanted_project = asked.one("project", 120);
        let size = asked.size();
        let asked_page = asked.page()?;
        asked.finish()?;
        let mut by_name: Vec<(usize, &Spinner)> = SPINNERS.iter().enumerate().collect();
        by_name.sort_by_key(|(_, spinner)| spinner.name);
        let keys: Vec<Key> = (0..)
            .zip(&by_name)
            .filter(|(_, (_, spinner))| {
                let id = spinner.project.id();
                wanted_project.as_ref().is_none_or(|wanted| wanted == id)
            })
            .map(|(place, (position, _))| [place, *position as i64])
            .collect();
        let project: Vec<String> = wanted_project.into_iter().collect();
        let wanted = Wanted {
            page: asked_page,
            size,
            sort: "name",
            filter_mark: mark(&[&project]),
        };
        let (positions, info) = page(keys, &Tail::default(), &wanted)?;
        let items = positions
            .into_iter()
            .filter_map(|position| SPINNERS.get(usize::try_from(position).ok()?));
        Ok(json!({
            "items": items.map(|spinner| self.spinner(spinner)).collect::<Vec<_>>(),
            "page": info,
            "captured_at": instant(Some(now)),
            "plan": self.plan.to_json(),
        }))
    }

    /// The contract's `Spinner`.
    fn spinner(&self, spinner: &Spinner) -> Value {
        let published = self.start - spinner.published_days_ago as i64 * DAY - 4 * HOUR;
        let refusal = self.refusal(spinner).map(|(_, words)| words);
        let steps = spinner.steps.iter();
        json!({
            "id": spinner.id,
            "name": spinner.name,
            "version": spinner.version,
            "published_at": instant(spinner.version.map(|_| published)),
            "project": project(spinner.project),
            "steps": steps
                .map(|step| json!({"name": step.name(), "kind": step.kind()}))
                .collect::<Vec<_>>(),
            "records": spinner.records,
            "actions": [{
                "name": "start",
                "available": refusal.is_none(),
                "reason": refusal,
                "effect": format!("Queues a run over {} contacts.", counted(spinner.records)),
                "confirm": true,
            }],
        })
    }
}
