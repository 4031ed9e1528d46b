//! The campaign's part: who it is, the verdict, and the dispatch card.

use crate::domain::blocker::Blocker;
use crate::domain::dispatch_notes;
use crate::domain::forecast::forecast;
use crate::domain::format::Formats;
use crate::domain::history::History;
use crate::domain::json_text::indented;
use crate::domain::kpi;
use crate::domain::snapshot::Snapshot;
use crate::domain::status::CampaignStatus;
use crate::domain::task::TaskDebug;
use crate::domain::timestamp::Timestamp;
use crate::domain::verdict::verdict;
use crate::domain::waterfall::waterfall;

use super::{fenced, item, section};

/// The head: IDs, time window and zone.
pub fn identity(snapshot: &Snapshot, task: Option<&TaskDebug>, formats: &Formats<'_>) -> String {
    let campaign = &snapshot.campaign;
    let status = CampaignStatus::from_wire(&campaign.status).label();
    let code = |id: &str| ["`", &id.replace('`', "'"), "`"].concat();
    let mut lines = vec![
        ["# Evidence: ", &*campaign.name].concat(),
        String::new(),
        item("Campaign ID", &code(&campaign.id.0)),
        item("Status", &status),
    ];
    if let Some(debug) = task {
        lines.push(item("Task ID", &code(&debug.task.id.0)));
        let contact = debug.task.contact.value();
        let contact = contact.and_then(|contact| contact.id.as_deref());
        lines.extend(contact.map(|id| item("Contact ID", &code(id))));
    }
    if let Some(upload) = snapshot.upload.value() {
        let id = upload.id.as_deref().map(code).unwrap_or_default();
        let file = [&*id, if id.is_empty() { "" } else { ", " }, &upload.name];
        lines.push(item("Upload", &file.concat()));
    }
    lines.push(item("Time window", &time_window(snapshot, task, formats)));
    lines.push(item("Captured at", &formats.iso(&snapshot.captured_at)));
    lines.join("\n")
}

/// From the task's first event, else the campaign's start, to the snapshot.
fn time_window(snapshot: &Snapshot, task: Option<&TaskDebug>, formats: &Formats<'_>) -> String {
    let events = task.and_then(|debug| debug.events.value());
    let first = events
        .into_iter()
        .flatten()
        .filter_map(|row| row.good()?.at.ms)
        .min()
        .map(Timestamp::from_ms);
    let started = || snapshot.campaign.started_at.value().cloned();
    match first.or_else(started) {
        Some(from) => formats.span(&from, &snapshot.captured_at),
        None => formats.date_time(&snapshot.captured_at),
    }
}

/// Verdict, limits, figures and the dispatch card.
pub fn sections(snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<String> {
    let found = [
        section("Verdict", verdict_lines(snapshot, formats)),
        section("Limits", limits(snapshot, formats)),
        section("Key figures", figures(snapshot, formats)),
        section("Dispatch and queue health", dispatch(snapshot, formats)),
        section("Blocker codes", blockers(snapshot, formats)),
        section("Capacity as sent", capacity(snapshot)),
    ];
    found.into_iter().flatten().collect()
}

fn verdict_lines(snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<String> {
    let verdict = verdict(snapshot, formats);
    let mut lines = vec![
        [verdict.question, " **", &*verdict.answer, "**"].concat(),
        String::new(),
    ];
    lines.extend(verdict.why.iter().map(|why| ["- ", &*why.plain()].concat()));
    lines
}

fn limits(snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<String> {
    let waterfall = waterfall(snapshot, formats);
    let row = |limit: &crate::domain::waterfall::Limit| {
        let decides = if limit.binding { " (decides)" } else { "" };
        let owner = match &*limit.owner_text {
            "" => String::new(),
            owner => [", ", owner].concat(),
        };
        item(limit.label, &[&*limit.value_text, &owner, decides].concat())
    };
    let mut lines: Vec<String> = waterfall.rows.iter().map(row).collect();
    lines.extend(
        waterfall
            .in_use
            .map(|lines| item("In use now", &formats.count(lines))),
    );
    if !waterfall.not_reported.is_empty() {
        lines.push(item("Not reported", &waterfall.not_reported.join(", ")));
    }
    lines
}

fn figures(snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<String> {
    let tiles = kpi::tiles(snapshot, None, &History::default(), formats);
    let line = |tile: &kpi::Tile| {
        let sub = match &*tile.sub {
            "" => String::new(),
            sub => [" (", sub, ")"].concat(),
        };
        item(tile.label, &[&*tile.value, &sub].concat())
    };
    tiles.iter().map(line).collect()
}

fn dispatch(snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<String> {
    if snapshot.dispatch.value().is_none() {
        return Vec::new();
    }
    let mut lines = Vec::new();
    let intro = dispatch_notes::intro(snapshot, formats);
    if !intro.is_empty() {
        lines.push(item("Queue", &intro));
    }
    for stat in dispatch_notes::stats(snapshot, formats) {
        let sub = match &*stat.sub {
            "" => String::new(),
            sub => [" (", sub, ")"].concat(),
        };
        lines.push(item(stat.label, &[&*stat.value, &sub].concat()));
    }
    let notes = dispatch_notes::notes(snapshot, formats);
    lines.extend(
        notes
            .iter()
            .map(|note| ["- ", &*note.text.plain()].concat()),
    );
    for check in dispatch_notes::checks(snapshot, formats) {
        lines.push(["- ", check.question, " ", &*check.answer].concat());
    }
    let hints = snapshot
        .dispatch
        .value()
        .and_then(|dispatch| dispatch.hints.value());
    lines.extend(hints.into_iter().flatten().map(|hint| item("Hint", hint)));
    lines
}

fn blockers(snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<String> {
    let dispatch = snapshot.dispatch.value();
    let blockers = dispatch.and_then(|dispatch| dispatch.blockers.value());
    let mut lines = Vec::new();
    for blocker in blockers.into_iter().flatten() {
        let label = Blocker::from_wire(&blocker.code).label();
        let code = [&*label, " (`", &blocker.code.replace('`', "'"), "`)"].concat();
        lines.push(item(&code, &formats.count(blocker.count)));
    }
    let forecast = forecast(snapshot, formats);
    for cell in forecast.into_iter().flat_map(|forecast| forecast.cells) {
        lines.push(item(&cell.label, &cell.value_text));
    }
    lines
}

fn capacity(snapshot: &Snapshot) -> Vec<String> {
    let dispatch = snapshot.dispatch.value();
    let raw = dispatch.and_then(|dispatch| dispatch.capacity_debug.value());
    raw.map(|raw| fenced(&indented(&raw.0)))
        .into_iter()
        .collect()
}
