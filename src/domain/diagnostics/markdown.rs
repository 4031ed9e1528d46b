//! The bundle as text, for a ticket or a message.

use super::item::ItemState;
use super::{Diagnostics, Item, Subject, Telling, found, window};
use crate::domain::block::good_rows;
use crate::domain::evidence;
use crate::domain::failure_class::of_failure;
use crate::domain::failure_report::FailureGroup;
use crate::domain::format::Formats;
use crate::domain::spelling::humanized;
use crate::domain::targeted_retry::Retry;
use crate::domain::timestamp::Timestamp;
use crate::domain::triage::{Check, Condition, ConditionState, Known, Level, StrategyRow};

/// Items, cause, checks, failures, strategy, escalation and dispatch.
/// `pictures` are the names of the files beside it.
pub fn text(subject: &Subject<'_>, telling: &Telling, pictures: &[&str]) -> String {
    let mut sections = vec![head(subject, telling, pictures)];
    let groups = &subject.assessment.groups;
    sections.extend(evidence::section("Most likely cause", cause(subject)));
    for group in groups {
        let title = [
            &*group.number.to_string(),
            ". ",
            group.title,
            ": ",
            group.state.label(),
        ];
        let lines = group.checks.iter().map(check).collect();
        sections.extend(evidence::section(&title.concat(), lines));
    }
    sections.extend(evidence::section("4. Retry strategy", strategy(subject)));
    let retry = match &subject.evidence.retry {
        Known::Read(retry) => retry.map(|retry| retried(retry, subject.evidence.formats)),
        Known::Unknown(why) => Some(vec![why.clone()]),
    };
    sections.extend(retry.and_then(|lines| evidence::section("Retry", lines)));
    sections.extend(evidence::section("Failures", failures(subject)));
    sections.extend(evidence::section("Escalation", escalation(subject)));
    sections.extend(evidence::section("For the customer", customer(subject)));
    if let Some(snapshot) = subject.evidence.snapshot() {
        sections.extend(evidence::of_campaign(snapshot, subject.evidence.formats));
    }
    if let Some(detail) = subject.evidence.detail() {
        sections.extend(evidence::journey::of_run(
            &detail.job,
            subject.evidence.formats,
        ));
    }
    telling.text(&(sections.join("\n\n") + "\n"))
}

fn head(subject: &Subject<'_>, telling: &Telling, pictures: &[&str]) -> String {
    let formats = subject.evidence.formats;
    let mut lines = vec![["# Diagnostics: ", &name(subject)].concat(), String::new()];
    lines.extend(Diagnostics::of(subject).items.iter().map(required));
    if !pictures.is_empty() {
        lines.push(evidence::item("Screenshot", &pictures.join(", ")));
    }
    lines.push(String::new());
    let captured = Timestamp::from_ms(formats.now);
    lines.push(evidence::item("Evidence from", &formats.iso(&captured)));
    lines.push(evidence::item("Times in", &window::zone(subject)));
    lines.push(evidence::item(
        "Written by",
        concat!("Ringside ", env!("CARGO_PKG_VERSION")),
    ));
    lines.push(["- ", &*telling.note()].concat());
    lines.join("\n")
}

/// What the incident is about, by its name where that was read.
pub fn name(subject: &Subject<'_>) -> String {
    let campaign = found::snapshot(subject).ok().flatten();
    let campaign = campaign.map(|snapshot| snapshot.campaign.name.clone());
    let job = found::run(subject)
        .ok()
        .flatten()
        .map(|job| job.name().to_owned());
    let id = subject.campaign.or(subject.job).unwrap_or_default();
    campaign.or(job).unwrap_or_else(|| id.to_owned())
}

fn required(item: &Item) -> String {
    let words = match &item.state {
        ItemState::There(id) if item.key.is_id() => ["`", &id.replace('`', "'"), "`"].concat(),
        ItemState::There(_) | ItemState::None(_) => item.words().replace('\n', " "),
        ItemState::Missing(why) => ["not known. ", why].concat(),
    };
    evidence::item(item.key.label(), &words)
}

fn cause(subject: &Subject<'_>) -> Vec<String> {
    let cause = &subject.assessment.cause;
    let mut lines = vec![["**", &*cause.sentence, "**"].concat()];
    if !cause.detail.is_empty() {
        lines.extend([String::new(), cause.detail.clone()]);
    }
    lines
}

fn check(check: &Check) -> String {
    let figure = match &*check.figure {
        "" => String::new(),
        figure => [" (", figure, ")"].concat(),
    };
    let state = ["- ", check.state.label(), ": **", &check.title, "**"].concat();
    [&*state, &figure, ". ", &check.evidence]
        .concat()
        .trim_end()
        .to_owned()
}

fn strategy(subject: &Subject<'_>) -> Vec<String> {
    let formats = subject.evidence.formats;
    let strategy = &subject.assessment.strategy;
    let row = |word: &str, row: &StrategyRow| {
        let class = row.class.as_ref().map(|class| class.label().to_lowercase());
        let class = class
            .map(|class| [", ", &*class].concat())
            .unwrap_or_default();
        let counted = evidence::item(&row.label, &contacts(row.contacts, formats));
        [&*counted, " (", word, &class, ")"].concat()
    };
    let retry = strategy.retry.iter().map(|of| row("retry", of));
    let leave_out = strategy.leave_out.iter().map(|of| row("leave out", of));
    let why = Some(strategy.why.clone()).filter(|why| !why.is_empty());
    retry
        .chain(leave_out)
        .chain(why.map(|why| ["- ", &*why].concat()))
        .collect()
}

fn contacts(count: i64, formats: &Formats<'_>) -> String {
    let noun = if count == 1 { " contact" } else { " contacts" };
    [&formats.count(count), noun].concat()
}

fn retried(retry: &Retry, formats: &Formats<'_>) -> Vec<String> {
    let mut lines = vec![
        evidence::item("Retry ID", &["`", &*retry.id, "`"].concat()),
        evidence::item("State", &humanized(&retry.state)),
    ];
    let asked = retry.created_at.value().map(|at| formats.iso(at));
    lines.extend(asked.map(|at| evidence::item("Asked for", &at)));
    let counts = retry.counts.value();
    let figures = counts.into_iter().flat_map(|counts| {
        [
            ("Eligible", &counts.eligible),
            ("Dispatched", &counts.dispatched),
            ("Reached", &counts.reached),
            ("Failed again", &counts.errors),
        ]
    });
    let told = |(label, count): (&str, &crate::domain::field::Field<i64>)| {
        Some(evidence::item(label, &formats.count(count.copied()?)))
    };
    lines.extend(figures.filter_map(told));
    lines.extend(retry.message.as_deref().map(|text| ["- ", text].concat()));
    lines
}

fn failures(subject: &Subject<'_>) -> Vec<String> {
    let report = match &subject.evidence.failures {
        Known::Read(report) => report,
        Known::Unknown(why) => return vec![why.clone()],
    };
    let formats = subject.evidence.formats;
    let line = |group: &FailureGroup| {
        let status = group
            .sip_status
            .copied()
            .map(|status| ["SIP ", &*status.to_string()].concat());
        let code = group
            .code
            .as_deref()
            .map(|code| ["`", &code.replace('`', "'"), "`"].concat());
        let label = group.label.as_deref().map(str::to_owned);
        let class = of_failure(group.sip_status.copied(), group.code.as_deref());
        let class = class.map(|class| class.label().to_lowercase());
        let carrier = group.carrier.as_deref().map(str::to_owned);
        let parts: Vec<String> = [status, code, label, carrier, class]
            .into_iter()
            .flatten()
            .collect();
        let name = if parts.is_empty() {
            "Failed".to_owned()
        } else {
            parts.join(", ")
        };
        evidence::item(&name, &contacts(group.contacts, formats))
    };
    good_rows(&report.groups).map(line).collect()
}

fn escalation(subject: &Subject<'_>) -> Vec<String> {
    let ladder = &subject.assessment.ladder;
    let condition = |condition: &Condition| {
        let (mark, why) = match &condition.state {
            ConditionState::Met => ("  - [x] ", ""),
            ConditionState::NotMet => ("  - [ ] ", ""),
            ConditionState::Unknown(why) => ("  - [?] ", &**why),
        };
        [
            mark,
            &condition.text,
            if why.is_empty() { "" } else { ": " },
            why,
        ]
        .concat()
    };
    let level = |(place, level): (usize, &Level)| {
        let now = if place == ladder.current {
            " (now)"
        } else {
            ""
        };
        let why = if level.why.is_empty() { "" } else { ". " };
        let first = ["- ", level.name, now, why, &level.why].concat();
        std::iter::once(first)
            .chain(level.conditions.iter().map(condition))
            .collect::<Vec<_>>()
    };
    ladder.levels.iter().enumerate().flat_map(level).collect()
}

fn customer(subject: &Subject<'_>) -> Vec<String> {
    let update = &subject.assessment.update;
    let mut lines = vec![update.text.clone(), String::new()];
    lines.push(evidence::item("Next action", &update.next_action));
    lines.extend(update.eta.as_ref().map(|eta| evidence::item("ETA", eta)));
    lines
}
