//! Runs that end, and others that take their place.

use super::job::{End, Job};
use super::spinner::Project;
use super::{Jobs, LANES};
use crate::zone::Ms;

/// From the end of one run to the start of the next.
const CHANGEOVER: Ms = 2_000;
/// From the request to the start, where a place is free.
const PREPARING: Ms = 12_000;

/// What happens next in a project.
enum Event {
    Ends(usize),
    Starts(usize),
    /// Something of its retries.
    Retries(usize),
}

impl Jobs {
    /// Lives through everything that happens until an instant, in its order.
    pub fn run(&mut self, now: Ms) {
        while let Some((at, event)) = self.next_event().filter(|(at, _)| *at <= now) {
            match event {
                Event::Ends(position) => self.end(position, at),
                Event::Starts(position) => self.begin(position, at),
                Event::Retries(position) => self.follow_retries(position, at),
            }
        }
    }

    fn next_event(&self) -> Option<(Ms, Event)> {
        let ends = self.list.iter().enumerate().filter_map(|(position, job)| {
            let pace = job.pace.as_ref().filter(|_| job.ended.is_none())?;
            Some((pace.instant(job.length()?)?, Event::Ends(position)))
        });
        let starts = Project::ALL.into_iter().filter_map(|project| {
            let (at, position) = self.next_start(project)?;
            Some((at, Event::Starts(position)))
        });
        let retries = self.list.iter().enumerate().filter_map(|(position, job)| {
            Some((
                job.next_of_retries(&self.runtime)?,
                Event::Retries(position),
            ))
        });
        ends.chain(starts).chain(retries).min_by_key(|(at, _)| *at)
    }

    /// When the first run of a project's queue starts, unless that is not known yet.
    fn next_start(&self, project: Project) -> Option<(Ms, usize)> {
        if self.runtime.is_down() || self.holding(project).count() >= LANES {
            return None;
        }
        let queued = self.list.iter().enumerate().filter(|(_, job)| {
            job.spinner().project == project && job.pace.is_none() && job.ended.is_none()
        });
        let (position, job) = queued.min_by_key(|(_, job)| (job.queued_at, job.first_row))?;
        let freed = self.freed.get(project.id()).copied().unwrap_or(0);
        let at = (job.queued_at + PREPARING)
            .max(freed + CHANGEOVER)
            .max(self.runtime.up_since() + CHANGEOVER);
        Some((at, position))
    }

    /// Runs that take a place of a project.
    pub(super) fn holding(&self, project: Project) -> impl Iterator<Item = &Job> {
        self.list.iter().filter(move |job| {
            job.spinner().project == project && job.pace.is_some() && job.ended.is_none()
        })
    }

    fn end(&mut self, position: usize, at: Ms) {
        if let Some(job) = self.list.get_mut(position) {
            job.ended = Some((at, End::Completed));
            self.freed.insert(job.spinner().project.id(), at);
        }
    }

    fn begin(&mut self, position: usize, at: Ms) {
        if let Some(job) = self.list.get_mut(position) {
            job.lasts(at, job.usual_length());
        }
    }
}
