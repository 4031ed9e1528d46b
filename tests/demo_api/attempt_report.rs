//! The attempts of a campaign as a file, streamed a few thousand rows at a time,
//! so that its length is no matter for the memory.

use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures_util::stream;

use crate::answer::calls;
use crate::answer::verb::{self, Verb};
use crate::api::{Shared, campaign, with_world};
use crate::campaign::Campaign;
use crate::csv;
use crate::ids;
use crate::problem::Problem;
use crate::store::call_rows::CallRow;
use crate::store::calls::CallKey;
use crate::world::World;
use crate::zone::Ms;

/// Rows written at a time; others may use the world between two times.
const CHUNK: i64 = 2_000;

/// The columns, in their order.
pub const COLUMNS: [&str; 22] = [
    "attempt_id",
    "task_id",
    "campaign_id",
    "contact_id",
    "contact_name",
    "phone",
    "from_number",
    "carrier",
    "attempt",
    "max_attempts",
    "state",
    "sip_status",
    "disposition",
    "started_at",
    "answered_at",
    "ended_at",
    "ring_seconds",
    "talk_seconds",
    "cost_amount",
    "cost_currency",
    "retry_at",
    "variant",
];

/// How far a report has come.
#[derive(Clone, Debug)]
struct Progress {
    campaign: usize,
    /// The world that it is of; another one ends it.
    edition: String,
    /// The last row written; `None` before the header.
    after: Option<CallKey>,
    /// When it was asked for. Later dials are not in it.
    until: Ms,
    left: i64,
}

/// Answers with the report of a campaign.
pub async fn report(
    State(world): State<Shared>,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let (progress, name) = with_world(&world, move |world| {
        let campaign = campaign(world, &id)?;
        let figures = world.figures(campaign)?;
        if let Some(reason) = verb::refusal(campaign, &figures, Verb::AttemptReport, world.now()) {
            return Err(Problem::conflict(reason));
        }
        let date = campaign.plan.zone.local(world.now()).format("%Y-%m-%d");
        let progress = Progress {
            campaign: campaign.index,
            edition: world.edition.clone(),
            after: None,
            until: world.now(),
            left: figures.dialed(),
        };
        Ok((progress, format!("attempts-{id}-{date}.csv")))
    })
    .await?;
    let headers = [
        (
            header::CONTENT_TYPE,
            String::from("text/csv; charset=utf-8"),
        ),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
        (
            header::HeaderName::from_static("x-total-rows"),
            progress.left.to_string(),
        ),
    ];
    let body = Body::from_stream(stream::try_unfold(progress, move |progress| {
        next_chunk(world.clone(), progress)
    }));
    Ok((headers, body).into_response())
}

async fn next_chunk(
    world: Shared,
    mut progress: Progress,
) -> Result<Option<(Bytes, Progress)>, String> {
    if progress.after.is_some() && progress.left <= 0 {
        return Ok(None);
    }
    with_world(&world, move |world| {
        if world.edition != progress.edition {
            return Err(Problem::conflict("The demo was reset."));
        }
        let text = chunk(world, &mut progress)?;
        Ok(Some((Bytes::from(text), progress)))
    })
    .await
    .map_err(|_| String::from("The report cannot go on."))
}

/// The next rows, after the header where none was written.
fn chunk(world: &World, progress: &mut Progress) -> Result<String, Problem> {
    let mut text = String::new();
    let after = progress.after.unwrap_or_else(|| {
        csv::push_row(&mut text, COLUMNS);
        [Ms::MIN, 0]
    });
    let Some(campaign) = world.dialer.campaigns.get(progress.campaign) else {
        return Ok(text);
    };
    let rows = world.store_of(campaign)?.calls_after(
        campaign.index,
        after,
        progress.until,
        CHUNK.min(progress.left),
    )?;
    for row in &rows {
        let cells = cells(world, campaign, row);
        csv::push_row(&mut text, cells.iter().map(String::as_str));
    }
    // Fewer rows than were counted: there are no more.
    progress.left = if rows.is_empty() {
        0
    } else {
        progress.left - rows.len() as i64
    };
    progress.after = Some(rows.last().map_or(after, |row| [row.dialed_at, row.id]));
    Ok(text)
}

fn cells(world: &World, campaign: &Campaign, row: &CallRow) -> [String; 22] {
    let zone = campaign.plan.zone;
    let instant = |at: Option<Ms>| at.map(|at| zone.rfc3339(at)).unwrap_or_default();
    let whole = |number: Option<i64>| number.map(|n| n.to_string()).unwrap_or_default();
    let seconds = |span: Option<Ms>| {
        let seconds = span.map(|span| format!("{:.3}", span as f64 / 1_000.0));
        seconds.unwrap_or_default()
    };
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let cost = calls::cost(campaign, row);
    let amount = cost.map(|micros| format!("{:.6}", micros as f64 / 1e6));
    [
        ids::attempt(row.id),
        ids::task(row.task),
        world.dialer.shown_id(campaign).to_owned(),
        ids::contact(row.task),
        text(world.name(row.person)),
        row.phone.clone(),
        text(world.number(row.number)),
        text(calls::carrier(campaign, row.number)),
        row.attempt.to_string(),
        campaign.most_attempts(row.attempt).to_string(),
        calls::state(campaign, row).wire().to_owned(),
        whole(row.sip),
        text(world.disposition(row.disposition)),
        zone.rfc3339(row.dialed_at),
        instant(row.answered_at),
        instant(row.ended_at),
        seconds(calls::ring(row)),
        seconds(calls::talk(row)),
        amount.unwrap_or_default(),
        text(cost.map(|_| "USD")),
        instant(calls::retry_at(row)),
        text(calls::variant(campaign, row)),
    ]
}
