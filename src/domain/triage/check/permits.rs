//! Whether permits and concurrency leave room to dispatch.

use super::{CheckState, Evidence, Finding, worse};
use crate::domain::cause::{Cause, cause};
use crate::domain::contradiction;
use crate::domain::format::Formats;
use crate::domain::job::JobDetail;
use crate::domain::limits::{LimitKind, Limits};
use crate::domain::moment::when;
use crate::domain::runtime::{Runtime, RuntimeStatus};
use crate::domain::snapshot::Snapshot;

/// The limits that are permits: lines that somebody else may hold, or that were
/// never given.
const PERMITS: [LimitKind; 3] = [
    LimitKind::TenantLines,
    LimitKind::Concurrency,
    LimitKind::NumberPool,
];

pub fn find(evidence: &Evidence<'_>) -> Finding {
    let formats = evidence.formats;
    worse(
        evidence,
        |snapshot| of_campaign(snapshot, formats),
        |detail| of_job(detail, formats),
    )
}

fn of_campaign(snapshot: &Snapshot, formats: &Formats<'_>) -> Finding {
    let limits = Limits::of(snapshot);
    if let Some(trouble) = snapshot.dispatch.unreadable() {
        let why = ["Dispatch health could not be read: ", &*trouble.to_string()].concat();
        return Finding::unknown(&why);
    }
    let lines = |kind: &LimitKind| Some((*kind, limits.lines(*kind)?));
    let reported: Vec<(LimitKind, i64)> = PERMITS.iter().filter_map(lines).collect();
    let Some((kind, smallest)) = reported.iter().copied().min_by_key(|(_, lines)| *lines) else {
        return Finding::unknown("Lines and concurrency are not reported.");
    };
    let told = told(&limits, formats);
    let contradictions: Vec<String> = contradiction::find(snapshot, formats)
        .into_iter()
        .filter(|found| found.about == "dispatch")
        .map(|found| found.text)
        .collect();
    let in_use = limits.in_use().unwrap_or(0).max(0);
    let found = match cause(&limits) {
        Cause::Outranked => {
            let first = "A higher-priority campaign goes first. ";
            Finding::fail("Permits are the limit", [first, &told].concat())
        }
        _ if smallest == 0 => Finding::fail("Permits are the limit", told),
        Cause::AtLimit { kind, .. }
            if PERMITS.contains(&kind) && kind != LimitKind::Concurrency =>
        {
            Finding::warn("Permits are all in use", told)
        }
        _ if limits.lines(LimitKind::TenantLines).is_none() && in_use == 0 => {
            let why = ["Tenant lines are not reported. ", &*told].concat();
            Finding::new(CheckState::Unknown, "", why)
        }
        _ => Finding::pass("Permits are not the limit", told),
    };
    let free = smallest.saturating_sub(in_use).max(0);
    let free = match found.state {
        CheckState::Unknown => String::new(),
        _ if kind == LimitKind::Concurrency && free == 0 && smallest > 0 => {
            [&*formats.of(in_use, smallest), " in use"].concat()
        }
        _ => [&*formats.count(free), " free"].concat(),
    };
    found.figure(free).doubted(&contradictions)
}

/// "Tenant 74 of 120 lines in use; campaign concurrency 40; 0 in use."
fn told(limits: &Limits<'_>, formats: &Formats<'_>) -> String {
    let own = limits.in_use();
    let capacity = limits.capacity;
    let tenant = capacity.and_then(|capacity| capacity.tenant.value());
    let tenant = tenant.map(|tenant| match tenant.used_by_others.copied() {
        Some(others) => {
            let used = others.saturating_add(own.unwrap_or(0));
            [
                "Tenant ",
                &*formats.of(used, tenant.line_cap),
                " lines in use",
            ]
            .concat()
        }
        None => ["Tenant ", &*formats.count(tenant.line_cap), " lines"].concat(),
    });
    let concurrency = limits.concurrency();
    let concurrency = concurrency.map(|n| ["campaign concurrency ", &*formats.count(n)].concat());
    let pool = limits.lines(LimitKind::NumberPool);
    let pool = pool.map(|lines| ["number pool ", &*formats.count(lines), " lines"].concat());
    let own = own.map(|own| [&*formats.count(own), " in use by it"].concat());
    let parts: Vec<String> = [tenant, concurrency, pool, own]
        .into_iter()
        .flatten()
        .collect();
    crate::domain::rich::sentence(&parts.join("; "))
}

/// A run has no lines of its own: what it needs is the runtime and its workers.
fn of_job(detail: &JobDetail, formats: &Formats<'_>) -> Finding {
    let Some(runtime) = detail.runtime.value() else {
        return Finding::unknown("The runtime is not reported.");
    };
    let workers = runtime.workers.value();
    let told = workers.map(|workers| {
        let up = formats.of(workers.up.max(0), workers.total);
        [&*up, " workers are up."].concat()
    });
    let figure = workers.map(|workers| [&*formats.count(workers.up.max(0)), " up"].concat());
    let figure = figure.unwrap_or_default();
    let told = told.unwrap_or_else(|| "How many workers are up is not reported.".to_owned());
    match RuntimeStatus::from_wire(&runtime.status) {
        RuntimeStatus::Down => Finding::fail("The runtime is down", down(runtime, formats)),
        _ if workers.is_some_and(|it| it.up <= 0) => {
            Finding::fail("No worker is up", told).figure(figure)
        }
        _ if workers.is_some_and(|it| it.up < it.total) => {
            Finding::warn("Some workers are down", told).figure(figure)
        }
        RuntimeStatus::Running => Finding::pass("The runtime takes work", told).figure(figure),
        _ => Finding::unknown("The runtime does not say whether it works."),
    }
}

fn down(runtime: &Runtime, formats: &Formats<'_>) -> String {
    let since = runtime.down_since();
    let since = since.map_or_else(String::new, |at| [" since ", &*when(at, formats)].concat());
    let message = runtime
        .message
        .as_deref()
        .map(crate::domain::rich::sentence);
    let message = message.unwrap_or_else(|| "No run moves until it is started again.".to_owned());
    ["Down", &since, ". ", &message].concat()
}
