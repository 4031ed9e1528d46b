//! How a campaign came to be: its file, its launch checks, and the run before.

use serde_json::{Value, json};

use super::{counted, counted_noun, instant, money, span};
use crate::campaign::settling::price;
use crate::campaign::{Campaign, Status};
use crate::outcome::Outcome;
use crate::problem::Problem;
use crate::store::figures::Figures;
use crate::task_state::State;
use crate::world::World;
use crate::zone::Ms;

/// Where the demo serves the rows of a file that became no contact.
pub const SKIPPED_ROWS: &str = "/demo/uploads";

/// The contract's `Upload`; `None` without a file.
pub fn upload(campaign: &Campaign, figures: &Figures) -> Option<Value> {
    let upload = campaign.plan.upload.as_ref()?;
    let contacts = figures.total() - campaign.added();
    let columns: Vec<Value> = upload
        .columns
        .iter()
        .map(|(name, maps_to)| json!({"name": name, "maps_to": maps_to}))
        .collect();
    let is_applied = campaign.status != Status::Draft;
    Some(json!({
        "id": upload.id,
        "name": upload.name,
        "size_bytes": upload.size_bytes,
        "uploaded_at": campaign.plan.zone.rfc3339(upload.at),
        "uploaded_by": upload.by,
        "status": if is_applied { "applied" } else { "staged" },
        "rows": contacts + upload.skipped(),
        "contacts": contacts,
        "duplicates": upload.duplicates,
        "invalid": upload.invalid,
        "do_not_call": upload.do_not_call,
        "columns": columns,
        "skipped_url": (upload.skipped() > 0)
            .then(|| format!("{SKIPPED_ROWS}/{}/skipped.csv", upload.id)),
    }))
}

/// Something that must hold before a draft can start.
pub struct Check {
    key: &'static str,
    label: &'static str,
    pub state: &'static str,
    text: String,
}

impl Check {
    /// As it reads in a sentence.
    pub fn name(&self) -> String {
        self.label.to_lowercase()
    }
}

/// The launch checks of a campaign.
pub fn checks(campaign: &Campaign) -> Vec<Check> {
    let plan = &campaign.plan;
    let check = |key, label, (state, text)| Check {
        key,
        label,
        state,
        text,
    };
    let agent = ("pass", format!("{} is published.", plan.agent));
    let window = plan.window.as_ref().map_or_else(
        || ("fail", String::from("No call windows are set.")),
        |window| ("pass", window.words()),
    );
    let pool = campaign.pool.as_ref().map_or_else(
        || ("fail", String::from("No number pool is chosen.")),
        |pool| {
            let numbers = counted_noun(i64::from(pool.in_rotation()), "number", "numbers");
            let lines = counted_noun(i64::from(pool.line_capacity()), "line", "lines");
            ("pass", format!("{}: {numbers}, {lines}.", pool.name))
        },
    );
    let retries = format!(
        "Up to {}, {} apart.",
        counted_noun(i64::from(plan.pace.max_attempts), "attempt", "attempts"),
        span(plan.pace.retry_delay)
    );
    vec![
        check("agent", "Agent", agent),
        check("contacts", "Contacts", contacts(campaign)),
        check("call_windows", "Call windows", window),
        check("number", "Number pool", pool),
        check("retry_policy", "Retry policy", ("pass", retries)),
    ]
}

fn contacts(campaign: &Campaign) -> (&'static str, String) {
    let count = campaign.tasks.len() as i64;
    let contacts = counted_noun(count, "contact", "contacts");
    let skipped = campaign
        .plan
        .upload
        .as_ref()
        .map_or(0, |upload| upload.skipped());
    match (count, skipped) {
        (0, _) => ("fail", String::from("There is nobody to call.")),
        (_, 0) => ("pass", format!("{contacts}.")),
        (_, skipped) => (
            "warn",
            format!(
                "{contacts}. {} rows of the file were left out.",
                counted(skipped)
            ),
        ),
    }
}

/// The contract's `Launch`, of a draft only.
pub fn launch(campaign: &Campaign) -> Option<Value> {
    if campaign.status != Status::Draft {
        return None;
    }
    let checks: Vec<Value> = checks(campaign)
        .into_iter()
        .map(|check| {
            json!({"key": check.key, "label": check.label, "state": check.state, "text": check.text})
        })
        .collect();
    Some(json!({"checks": checks, "estimate": estimate(campaign)}))
}

/// What dialing everyone once, and as often as allowed, would cost.
fn estimate(campaign: &Campaign) -> Value {
    let contacts = campaign.tasks.len() as i64;
    let attempts = i64::from(campaign.plan.pace.max_attempts);
    let per_attempt = per_attempt(campaign);
    let cost = |attempts: i64| {
        campaign
            .plan
            .reports_cost
            .then(|| money(attempts * per_attempt))
    };
    json!({
        "contacts": contacts,
        "max_attempts": attempts,
        "low": cost(contacts),
        "high": cost(contacts * attempts),
        "per_attempt": cost(1),
    })
}

/// What one attempt costs on the average, to the cent, in millionths of a dollar.
fn per_attempt(campaign: &Campaign) -> i64 {
    /// Share of first attempts that are answered where no pool tells.
    const USUAL_ANSWER_RATE: f64 = 0.45;
    const RINGING: Ms = 27_000;
    const CENT: i64 = 10_000;
    let rates = campaign.pool.as_ref().map(|pool| {
        let sum: f64 = pool.numbers.iter().map(|number| number.answer_rate).sum();
        sum / pool.numbers.len().max(1) as f64
    });
    let talk = rates.unwrap_or(USUAL_ANSWER_RATE) * campaign.plan.pace.talk_seconds;
    let talk = (talk * 1_000.0) as Ms;
    let (ai, telephony) = price(RINGING + talk, talk);
    (ai + telephony + CENT / 2) / CENT * CENT
}

/// The contract's `PreviousRun`; `None` unless a restart prepared this run.
pub fn previous_run(world: &World, campaign: &Campaign) -> Result<Option<Value>, Problem> {
    let Some(run) = world.dialer.previous_run(campaign) else {
        return Ok(None);
    };
    let figures = world.figures(run)?;
    let (ai, telephony) = figures.cost_micros();
    let failed = [State::Exhausted, State::Abandoned, State::Machine];
    Ok(Some(json!({
        "started_at": instant(run.plan.zone, run.started_at),
        "ended_at": instant(run.plan.zone, run.ended_at),
        "status": run.status.wire(),
        "total": figures.total(),
        "completed": figures.in_state(State::Completed),
        "failed": figures.tasks_where(|cell| failed.contains(&cell.state)),
        "answered": figures.attempts_where(|cell| cell.outcome.is_answer()),
        "finished": figures.attempts_where(|cell| cell.outcome != Outcome::InFlight),
        "spend": run.plan.reports_cost.then(|| money(ai + telephony)),
    })))
}
