//! What is being worked on: campaigns, lines, jobs, workers.

use super::{Cards, Figure, when};
use crate::domain::attention::stalled;
use crate::domain::figures::share;
use crate::domain::format::Formats;

pub fn dialing(cards: &Cards, formats: &Formats<'_>) -> Option<Figure> {
    let campaigns = cards.campaigns.as_deref()?;
    let running = campaigns
        .running
        .copied()
        .map(|n| ["of ", &*formats.count(n), " running"].concat());
    let outside = campaigns
        .outside_window
        .copied()
        .filter(|n| *n != 0)
        .map(|n| {
            let whose = if n == 1 {
                " outside its window"
            } else {
                " outside their window"
            };
            [&*formats.count(n), whose].concat()
        });
    Some(Figure {
        value: campaigns.dialing.copied().map(|n| formats.count(n)),
        sub: joined([running, outside]),
        ..Figure::default()
    })
}

pub fn lines(cards: &Cards, formats: &Formats<'_>) -> Option<Figure> {
    let calls = cards.calls.as_deref()?;
    let used = calls.lines_in_use.copied();
    let cap = calls.line_cap.copied();
    let of = cap.map(|cap| ["of ", &*formats.count(cap)].concat());
    let share = used.zip(cap).and_then(|(used, cap)| share(used, cap));
    let share = share.map(|share| [&*formats.percent(share), " of the tenant cap"].concat());
    Some(Figure {
        value: used.map(|used| formats.count(used)),
        sub: joined([of, share]),
        ..Figure::default()
    })
}

pub fn jobs(cards: &Cards, formats: &Formats<'_>) -> Option<Figure> {
    let jobs = cards.jobs.as_deref()?;
    let part = |count: Option<i64>, word: &str| count.map(|n| [&*formats.count(n), word].concat());
    let stalled = i64::try_from(stalled(cards, formats).count()).ok();
    Some(Figure {
        value: jobs.running.copied().map(|n| formats.count(n)),
        sub: joined([
            part(stalled.filter(|n| *n > 0), " stalled"),
            part(jobs.waiting.copied(), " waiting"),
            part(jobs.queued.copied(), " queued"),
        ]),
        ..Figure::default()
    })
}

pub fn workers(cards: &Cards, formats: &Formats<'_>) -> Option<Figure> {
    let runtime = cards.runtime.as_deref()?;
    let workers = runtime.workers.value();
    let total = workers.and_then(|workers| workers.total.copied());
    let of = total.map(|total| ["of ", &*formats.count(total)].concat());
    let silent = runtime.silent_workers().next().map(|worker| {
        let since = worker.since.value();
        let since = since.map_or_else(String::new, |at| [" since ", &*when(at, formats)].concat());
        [&*worker.name, " silent", &since].concat()
    });
    Some(Figure {
        value: workers
            .and_then(|workers| workers.up.copied())
            .map(|up| formats.count(up)),
        sub: joined([of, silent]),
        ..Figure::default()
    })
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(", ")
}
