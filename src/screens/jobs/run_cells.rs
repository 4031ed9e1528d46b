//! The cells of one run, three lines of them.

use super::Jobs;
use super::ticking::SoFar;
use crate::domain::glyph::Glyph;
use crate::domain::job::row::{JobRow, Lasted, Remark};
use crate::domain::job::status::ShownStatus;
use crate::domain::route::{RecordFilter, RecordQuery};
use crate::screens::text_cell::{data, row_header, row_link, spoken, text};
use crate::ui::{Markup, glyph_mark, mini_bar, quiet_status};
use leptos::prelude::*;

/// Draws a run; `read_at` is when it was read, by the browser's clock.
pub fn cells(jobs: Jobs, row: JobRow, read_at: Option<i64>) -> Vec<Markup> {
    let select = jobs.href(&jobs.of_run(&row.id, RecordQuery::default()));
    let bar = row.bar.map(|parts| {
        let parts = parts.into_iter();
        mini_bar(parts.map(|part| (part.series, part.fraction)))
    });
    let version = |text: String| {
        Markup::new("span")
            .class("run-version")
            .text([" ", &*text].concat())
    };
    let progress = data("progress")
        .class("num")
        .child(contradicted(&row.contradictions));
    let progress = match row.progress {
        Some(text) => progress.text(text),
        None if jobs.session.reports("jobs", "counts") => progress.text("Not reported"),
        None => progress,
    };
    vec![
        row_header()
            .with("data-col", "name")
            .child(row_link(select, row.name))
            .children(row.told_apart.map(version))
            .children(row.version.map(version)),
        status(jobs, &row.id, row.status),
        data("bar").child(bar),
        progress,
        text(row.started, "started", ""),
        text(row.ended, "ended", ""),
        lasted(jobs, row.lasted, read_at),
        remark(row.remark),
    ]
}

fn lasted(jobs: Jobs, lasted: Lasted, read_at: Option<i64>) -> Markup {
    let cell = data("lasted");
    match lasted {
        Lasted::Known(text) => cell.text(text),
        Lasted::SoFar(at_reading) => {
            let key = [at_reading, read_at.unwrap_or_default()].map(|at| at.to_string());
            let so_far = move || view! { <SoFar jobs at_reading read_at/> }.into_any();
            cell.view(key.join(" "), so_far)
        }
    }
}

/// The mark of figures that do not fit together; its words are both of them.
fn contradicted(texts: &[String]) -> Option<Markup> {
    (!texts.is_empty()).then(|| {
        let words = texts.join(" ");
        Markup::new("span")
            .class("contradiction")
            .with("data-tone", "warn")
            .with("title", words.clone())
            .child(glyph_mark(Glyph::TriangleAlert))
            .child(spoken([&*words, " "].concat()))
    })
}

fn remark(remark: Option<Remark>) -> Markup {
    let cell = data("remark");
    let Some(Remark { mark, text }) = remark else {
        return cell;
    };
    let cell = cell
        .with_some("data-tone", mark.map(|(tone, _)| tone.name()))
        .with("title", text.clone());
    match mark.and_then(|(_, glyph)| glyph) {
        Some(glyph) => cell.child(glyph_mark(glyph)).text(" ").text(text),
        None => cell.text(text),
    }
}

/// "Completed · 37 failed", where the figure leads to exactly these records.
fn status(jobs: Jobs, id: &str, status: ShownStatus) -> Markup {
    let cell = data("status")
        .with_some("title", status.meaning)
        .child(quiet_status(status.tone, status.glyph, status.label));
    let Some(failed) = status.failed else {
        return cell;
    };
    let link = Markup::new("a")
        .class("failed-link")
        .with("href", jobs.href(&jobs.of_run(id, failed_records())))
        .with("tabindex", "-1")
        .text(failed);
    cell.text(" · ").child(link)
}

/// The failed records of a run.
pub fn failed_records() -> RecordQuery {
    RecordQuery::default().with(RecordFilter::Status, vec!["failed".to_owned()])
}
