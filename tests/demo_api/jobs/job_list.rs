//! A page of runs.

use serde_json::{Map, Value, json};

use super::job::{End, Job};
use super::paging::{Key, LAST, Tail, Wanted, page};
use super::spinner::Project;
use super::tally::Counts;
use super::{Jobs, instant, project};
use crate::asked::Asked;
use crate::people::folded;
use crate::problem::Problem;
use crate::task_list::mark;
use crate::zone::Ms;

const SORTS: [&str; 5] = ["-started", "started", "-duration", "duration", "attention"];

/// Runs that are asked for.
#[derive(Debug, Default)]
struct Filter {
    project: Option<String>,
    query: Option<String>,
    statuses: Option<Vec<String>>,
    spinners: Option<Vec<String>>,
    after: Option<Ms>,
    before: Option<Ms>,
}

/// A name of [`SORTS`].
pub fn sort_of(text: &str, sorts: &[&'static str]) -> Option<&'static str> {
    sorts.iter().copied().find(|sort| *sort == text)
}

impl Jobs {
    /// Reads and answers a request for runs.
    pub fn list(&self, mut asked: Asked, now: Ms) -> Result<Value, Problem> {
        let filter = Filter {
            project: asked.one("project", 120),
            query: asked.one("q", 200),
            statuses: asked.some("status", 60),
            spinners: asked.some("spinner", 120),
            after: asked.instant("after"),
            before: asked.instant("before"),
        };
        let sort = asked.sort("-started", |text| sort_of(text, &SORTS));
        let size = asked.size();
        let asked_page = asked.page()?;
        asked.finish()?;
        let mut status_counts = Map::new();
        let mut keys: Vec<Key> = Vec::new();
        let found = self.list.iter().filter(|job| filter.finds(job));
        for job in found {
            let counts = Counts::of(job, now);
            let status = self.status(job, &counts);
            let count = status_counts.entry(status).or_insert_with(|| json!(0));
            *count = json!(count.as_i64().unwrap_or(0) + 1);
            if filter
                .statuses
                .as_ref()
                .is_none_or(|wanted| wanted.iter().any(|one| one == status))
            {
                keys.push([self.sort_value(job, &counts, sort, now), job.first_row]);
            }
        }
        let wanted = Wanted {
            page: asked_page,
            size,
            sort: sort.unwrap_or_default(),
            filter_mark: filter.mark(),
        };
        let (rows, info) = page(keys, &Tail::default(), &wanted)?;
        let jobs = rows
            .iter()
            .filter_map(|row| self.list.iter().find(|job| job.first_row == *row));
        let mut answer = json!({
            "items": jobs.map(|job| self.row(job, now)).collect::<Vec<_>>(),
            "page": info,
            "captured_at": instant(Some(now)),
            "status_counts": status_counts,
            "runtime": self.runtime.to_json(now),
        });
        let asked_for = filter.project.as_deref();
        let of_id = |of: &Project| Some(of.id()) == asked_for;
        let known = Project::ALL.into_iter().find(of_id).map(project);
        crate::answer::put(&mut answer, "project", known);
        Ok(answer)
    }

    /// The contract's `JobDetail`.
    pub fn detail(&self, id: &str, now: Ms) -> Result<Value, Problem> {
        let job = self
            .find(id)
            .ok_or_else(|| Problem::missing(format!("There is no job \u{201c}{id}\u{201d}.")))?;
        let mut detail = self.row(job, now);
        crate::answer::put(&mut detail, "captured_at", Some(instant(Some(now))));
        crate::answer::put(&mut detail, "runtime", Some(self.runtime.to_json(now)));
        Ok(detail)
    }

    fn sort_value(&self, job: &Job, counts: &Counts, sort: Option<&str>, now: Ms) -> i64 {
        let started = job.started_or_queued_at();
        match sort {
            Some("started") => started,
            Some("duration") => job.took(now).unwrap_or(LAST),
            Some("-duration") => job.took(now).map_or(LAST, |took| -took),
            Some("attention") => self.rank(job, counts) * RANK - started,
            _ => -started,
        }
    }

    /// What needs attention most has the smallest rank.
    fn rank(&self, job: &Job, counts: &Counts) -> i64 {
        match (job.ended, self.status(job, counts)) {
            (None, "queued" | "running") if self.runtime.is_down() => 0,
            (None, _) if job.is_stalled => 0,
            (Some((_, End::Failed(..))), _) => 1,
            (None, "waiting") => 2,
            (Some(_), _) if counts.with_status("failed") > 0 => 3,
            (Some((_, End::Partial(_))), _) => 3,
            (None, "running") => 4,
            (None, _) => 5,
            _ => 6,
        }
    }
}

/// More than any instant.
const RANK: i64 = 10_000_000_000_000;

impl Filter {
    fn finds(&self, job: &Job) -> bool {
        let spinner = job.spinner();
        let has_text = |query: &String| {
            job.id.eq_ignore_ascii_case(query.trim())
                || folded(spinner.name).contains(&folded(query.trim()))
        };
        let is_spinner = |ids: &Vec<String>| ids.iter().any(|id| id == spinner.id);
        self.project
            .as_ref()
            .is_none_or(|id| id == spinner.project.id())
            && self.query.as_ref().is_none_or(has_text)
            && self.spinners.as_ref().is_none_or(is_spinner)
            && self.after.is_none_or(|after| job.queued_at >= after)
            && self.before.is_none_or(|before| job.queued_at < before)
    }

    fn mark(&self) -> u64 {
        let one = |text: &Option<String>| text.iter().cloned().collect::<Vec<_>>();
        let instant = |at: Option<Ms>| at.iter().map(Ms::to_string).collect::<Vec<_>>();
        mark(&[
            &one(&self.project),
            &one(&self.query.as_deref().map(|query| folded(query.trim()))),
            self.statuses.as_deref().unwrap_or_default(),
            self.spinners.as_deref().unwrap_or_default(),
            &instant(self.after),
            &instant(self.before),
        ])
    }
}
