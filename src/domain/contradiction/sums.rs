//! Counts that do not add up.

use crate::domain::counts::{AttemptCounts, TaskCounts};
use crate::domain::format::Formats;
use crate::domain::limits::Limits;
use crate::domain::outcome::Outcomes;
use crate::domain::snapshot::Snapshot;

use super::{Contradiction, contradiction};

pub fn find(snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<Contradiction> {
    let mut found = Vec::new();
    if let Some(counts) = snapshot.counts.value() {
        found.extend(of_counts(counts, formats));
    }
    found.extend(still_running(snapshot, formats));
    if let Some(attempts) = snapshot.attempts.value() {
        found.extend(of_attempts(attempts, formats));
    }
    found.extend(negatives(snapshot, formats));
    found
}

/// Contacts by status and processed ones, against their total and each other.
pub fn of_counts(counts: &TaskCounts, formats: &Formats<'_>) -> Vec<Contradiction> {
    let mut found: Vec<Contradiction> = statuses(counts, formats).into_iter().collect();
    found.extend(finished(counts, formats));
    found
}

/// Σ by_status = total.
fn statuses(counts: &TaskCounts, formats: &Formats<'_>) -> Option<Contradiction> {
    let sum = counts.by_status.value()?.total();
    (sum != counts.total).then(|| {
        let (sum, total) = (formats.count(sum), formats.count(counts.total));
        contradiction(
            "progress",
            &[
                "Tasks by status add up to ",
                &sum,
                ", the total says ",
                &total,
                ".",
            ],
        )
    })
}

/// What the dialer counts as processed, against the total, the statuses and its failures.
fn finished(counts: &TaskCounts, formats: &Formats<'_>) -> Vec<Contradiction> {
    let mut found = Vec::new();
    let Some(processed) = counts.processed.copied() else {
        return found;
    };
    let told = formats.count(processed);
    if processed > counts.total {
        let total = formats.count(counts.total);
        let text = [&*told, " contacts are processed, of ", &total, " in all."];
        found.push(contradiction("progress", &text));
    }
    let final_tasks = Outcomes::of(counts).and_then(|outcomes| outcomes.known_finished());
    if let Some(final_tasks) = final_tasks.filter(|count| *count != processed) {
        let by_status = formats.count(final_tasks);
        let text = [
            "The dialer counts ",
            &*told,
            " processed, its statuses ",
            &by_status,
            " final.",
        ];
        found.push(contradiction("progress", &text));
    }
    found
}

/// Running, although nothing waits and nothing is live.
fn still_running(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<Contradiction> {
    let limits = Limits::of(snapshot);
    let counts = snapshot.counts.value().filter(|counts| counts.total > 0)?;
    let all_final = match limits.outcomes {
        Some(outcomes) => outcomes.finished() == counts.total && outcomes.live <= 0,
        None => counts.processed.copied()? == counts.total,
    };
    (limits.is_running() && all_final).then(|| {
        let total = formats.count(counts.total);
        let text = [
            "The campaign is running, but all ",
            &*total,
            " contacts are final.",
        ];
        contradiction("status", &text)
    })
}

/// answered ≤ finished ≤ dialed, and the parts of the answered ones.
pub fn of_attempts(attempts: &AttemptCounts, formats: &Formats<'_>) -> Vec<Contradiction> {
    let dialed = ("dialed", attempts.dialed.copied());
    let finished = ("finished", attempts.finished.copied());
    let answered = ("answered", attempts.answered.copied());
    let live = ("answered by a person", attempts.answered_live.copied());
    let pairs = [
        (answered, finished, "answer_rate"),
        (finished, dialed, "answer_rate"),
        (live, answered, "answer_rate"),
        (
            ("abandoned", attempts.abandoned.copied()),
            live,
            "abandon_rate",
        ),
        (
            ("answered by a machine", attempts.machine_detected.copied()),
            answered,
            "answer_rate",
        ),
        (("failed", attempts.failed.copied()), finished, "failed"),
    ];
    let mut found = Vec::new();
    // Without the finished ones, the answered ones must still fit in the dialed ones.
    let unfinished = finished
        .1
        .is_none()
        .then_some((answered, dialed, "answer_rate"));
    for ((part, less), (whole, more), about) in pairs.into_iter().chain(unfinished) {
        let (Some(less), Some(more)) = (less, more) else {
            continue;
        };
        if less > more {
            let (less, more) = (formats.count(less), formats.count(more));
            let text = [
                &*less,
                " attempts are ",
                part,
                ", but only ",
                &more,
                " ",
                whole,
                ".",
            ];
            found.push(contradiction(about, &text));
        }
    }
    found
}

/// Counts below zero.
fn negatives(snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<Contradiction> {
    let mut found = Vec::new();
    let mut check = |about, name: &str, count: Option<i64>| {
        if let Some(count) = count.filter(|count| *count < 0) {
            let text = [name, " is reported as ", &formats.count(count), "."];
            found.push(contradiction(about, &text));
        }
    };
    let counts = snapshot.counts.value();
    check("progress", "The total", counts.map(|counts| counts.total));
    check(
        "progress",
        "Processed",
        counts.and_then(|counts| counts.processed.copied()),
    );
    check(
        "pending",
        "Ready",
        counts.and_then(|counts| counts.ready.copied()),
    );
    if let Some(statuses) = counts.and_then(|counts| counts.by_status.value()) {
        for (status, count) in statuses.iter() {
            let label = crate::domain::attempt_state::AttemptState::from_wire(status).label();
            check("progress", &label, Some(count));
        }
    }
    let attempts = snapshot.attempts.value();
    check(
        "answer_rate",
        "Dialed",
        attempts.and_then(|attempts| attempts.dialed.copied()),
    );
    check(
        "answer_rate",
        "Finished",
        attempts.and_then(|attempts| attempts.finished.copied()),
    );
    check(
        "answer_rate",
        "Answered",
        attempts.and_then(|attempts| attempts.answered.copied()),
    );
    let goal = snapshot.goal.value();
    check("goal", "The goal's target", goal.map(|goal| goal.target));
    check("goal", "The goal", goal.map(|goal| goal.reached));
    found
}
