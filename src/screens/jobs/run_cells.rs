//! The cells of one run, three lines of them.

use super::Jobs;
use super::ticking::Duration;
use crate::domain::glyph::Glyph;
use crate::domain::job::row::{JobRow, Remark};
use crate::domain::job::status::ShownStatus;
use crate::domain::route::{RecordFilter, RecordQuery};
use crate::screens::text_cell::text;
use crate::ui::{GlyphIcon, MiniBar, QuietStatus};
use leptos::prelude::*;

/// Draws a run; `read_at` is when it was read, by the browser's clock.
pub fn cells(jobs: Jobs, row: JobRow, read_at: Option<i64>) -> impl IntoView {
    let select = jobs.href(&jobs.of_run(&row.id, RecordQuery::default()));
    let bar = row.bar.map(|parts| {
        let parts = parts.into_iter();
        parts
            .map(|part| (part.series, part.fraction))
            .collect::<Vec<_>>()
    });
    let contradicted = contradicted(&row.contradictions);
    view! {
        <th scope="row" data-col="name">
            <a class="row-link" href=select tabindex="-1">{row.name}</a>
            {row.told_apart.map(|id| view! { <span class="run-version">" " {id}</span> })}
            {row.version.map(|version| view! { <span class="run-version">" " {version}</span> })}
        </th>
        <td data-col="status" title=row.status.meaning>{status(jobs, &row.id, row.status.clone())}</td>
        <td data-col="bar">{bar.map(|parts| view! { <MiniBar parts/> })}</td>
        <td data-col="progress" class="num">
            {contradicted}
            {match row.progress {
                Some(progress) => progress.into_any(),
                None => (move || jobs.session.reports("jobs", "counts").then_some("Not reported")).into_any(),
            }}
        </td>
        {text(row.started, "started", "")}
        {text(row.ended, "ended", "")}
        <td data-col="lasted"><Duration jobs lasted=row.lasted read_at/></td>
        {remark(row.remark)}
    }
}

/// The mark of figures that do not fit together; its words are both of them.
fn contradicted(texts: &[String]) -> Option<impl IntoView + use<>> {
    (!texts.is_empty()).then(|| {
        let words = texts.join(" ");
        let title = words.clone();
        view! {
            <span class="contradiction" data-tone="warn" title=title>
                <GlyphIcon glyph=Glyph::TriangleAlert/>
                <span class="visually-hidden">{words} " "</span>
            </span>
        }
    })
}

fn remark(remark: Option<Remark>) -> impl IntoView {
    let mark = remark.as_ref().and_then(|remark| remark.mark);
    let glyph = mark.and_then(|(_, glyph)| glyph);
    let text = remark.map(|remark| remark.text);
    let title = text.clone();
    view! {
        <td data-col="remark" data-tone=mark.map(|(tone, _)| tone.name()) title=title>
            {glyph.map(|glyph| view! { <GlyphIcon glyph/> " " })}
            {text}
        </td>
    }
}

/// "Completed · 37 failed", where the figure leads to exactly these records.
fn status(jobs: Jobs, id: &str, status: ShownStatus) -> impl IntoView + use<> {
    let failed = status.failed.map(|failed| {
        let href = jobs.href(&jobs.of_run(id, failed_records()));
        view! { " · " <a class="failed-link" href=href tabindex="-1">{failed}</a> }
    });
    view! {
        <QuietStatus tone=status.tone glyph=status.glyph label=status.label/>
        {failed}
    }
}

/// The failed records of a run.
pub fn failed_records() -> RecordQuery {
    RecordQuery::default().with(RecordFilter::Status, vec!["failed".to_owned()])
}
