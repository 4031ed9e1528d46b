//! The task's part: its row, its reason, its events and the dispatcher's views.

use crate::domain::attempt_state::AttemptState;
use crate::domain::block::good_rows;
use crate::domain::cell::Cell;
use crate::domain::failure_class::of_sip;
use crate::domain::format::Formats;
use crate::domain::json_text::indented;
use crate::domain::task::{TaskDebug, TaskEvent, TaskSnapshot};
use crate::domain::task_detail::detail;
use crate::domain::task_row::{TaskRow, row};

use super::{fenced, item, section};

/// Reason, row, events and snapshots, as far as they are reported.
pub fn sections(debug: &TaskDebug, formats: &Formats<'_>) -> Vec<String> {
    let found = [
        section("Reason", reason(debug, formats)),
        section(
            "Task row",
            fields(&row(&debug.task, formats), debug, formats),
        ),
        section("Events, newest first", events(debug, formats)),
        section("Dispatcher snapshots", snapshots(debug, formats)),
    ];
    found.into_iter().flatten().collect()
}

fn reason(debug: &TaskDebug, formats: &Formats<'_>) -> Vec<String> {
    let detail = detail(debug, formats);
    let mut lines = vec![["**", &*detail.reason, "**"].concat()];
    lines.extend(detail.more);
    lines.extend(detail.same_blocker.map(|(words, _)| words));
    lines
}

fn fields(row: &TaskRow, debug: &TaskDebug, formats: &Formats<'_>) -> Vec<String> {
    let state = [&*row.state.label(), " (`", row.state.raw(), "`)"].concat();
    let mut lines = vec![item("Contact", &row.contact.text), item("Status", &state)];
    let blocker = debug.task.blocker.as_deref().unwrap_or_default();
    if let Some(hold) = &row.blocker {
        let code = [" (`", blocker, "`)"].concat();
        lines.push(item("Blocker", &[&*hold.label, &code].concat()));
    }
    let next = debug.task.next_eligible_at.value();
    lines.extend(next.map(|at| item("Next attempt allowed", &formats.iso(at))));
    let cells: [(&str, &Cell); 7] = [
        ("Phone", &row.phone),
        ("From", &row.from),
        ("Disposition", &row.disposition),
        ("Attempts", &row.attempts),
        ("System retries", &row.system_retries),
        ("Duration", &row.duration),
        ("Score", &row.score),
    ];
    lines.extend(cells.map(|(label, cell)| item(label, &cell.text)));
    let last = debug
        .task
        .last_attempted_at
        .value()
        .map(|at| formats.iso(at));
    lines.extend(last.map(|at| item("Last attempted", &at)));
    lines
}

fn events(debug: &TaskDebug, formats: &Formats<'_>) -> Vec<String> {
    let sent = debug.events.value().map_or(&[][..], Vec::as_slice);
    good_rows(sent).map(|event| line(event, formats)).collect()
}

fn line(event: &TaskEvent, formats: &Formats<'_>) -> String {
    let mut line = ["- ", &*formats.iso(&event.at), " ", &event.text].concat();
    if let Some(state) = event.state.as_deref() {
        let label = AttemptState::from_wire(state).label();
        line.push_str(&[" → ", &*label].concat());
    }
    if let Some(status) = event.sip_status.copied() {
        line.push_str(&[", SIP ", &*status.to_string()].concat());
        let class = of_sip(status);
        line.extend(class.map(|class| [" (", &*class.label().to_lowercase(), ")"].concat()));
    }
    if let Some(detail) = event.detail.as_deref() {
        line.push_str(&[". ", detail].concat());
    }
    if event.deciding.copied() == Some(true) {
        line.push_str(" **(decided the state)**");
    }
    line
}

fn snapshots(debug: &TaskDebug, formats: &Formats<'_>) -> Vec<String> {
    let sent = debug.snapshots.value().map_or(&[][..], Vec::as_slice);
    let one = |snapshot: &TaskSnapshot| {
        let data = snapshot.data.value().map(|data| fenced(&indented(&data.0)));
        [
            &*formats.iso(&snapshot.at),
            "\n\n",
            &data.unwrap_or_default(),
            "\n",
        ]
        .concat()
    };
    good_rows(sent).map(one).collect()
}
