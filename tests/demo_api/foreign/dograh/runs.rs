//! The runs of the first campaign: the latest five as recorded, those before
//! them made up in the recorded shape, 156 in all. Every run is one attempt.

use axum::http::StatusCode;
use chrono::{DateTime, Duration, SecondsFormat, Utc};
use serde_json::{Value, json};

use super::Refusal;
use crate::foreign::recorded::{body, set};

/// Runs of the campaign, as the recording counts them.
const TOTAL: u64 = 156;
/// Contacts of its file; the runs after these are second attempts.
const CONTACTS: u64 = 120;
/// Calls that could not be placed at all, before its breaker opened.
const NOT_PLACED: u64 = 5;

/// Attributes that may be filtered by.
const ATTRIBUTES: [&str; 5] = [
    "dateRange",
    "dispositionCode",
    "duration",
    "status",
    "tokenUsage",
];

/// A page of a campaign's runs, newest first.
///
/// # Errors
/// The system's refusal of a page below 1, an unreadable filter or an attribute
/// that it does not filter by.
pub fn page(campaign: &str, asked: &[(String, String)]) -> Result<Value, Refusal> {
    let page = number(asked, "page", 1)?;
    let limit = number(asked, "limit", 50)?;
    let mut runs = if campaign == "1" { all() } else { Vec::new() };
    if let Some(codes) = codes(asked)? {
        runs.retain(|run| {
            let code = run.pointer("/gathered_context/mapped_call_disposition");
            code.and_then(Value::as_str)
                .is_some_and(|code| codes.iter().any(|wanted| wanted == code))
        });
    }
    if value(asked, "sort_by") == Some("duration") {
        runs.sort_by_key(|run| std::cmp::Reverse(seconds(run)));
    }
    if value(asked, "sort_order") == Some("asc") {
        runs.reverse();
    }
    let total = runs.len() as u64;
    let skipped = (page - 1).saturating_mul(limit);
    let shown: Vec<Value> = runs
        .into_iter()
        .skip(usize::try_from(skipped).unwrap_or(usize::MAX))
        .take(usize::try_from(limit).unwrap_or(usize::MAX))
        .collect();
    Ok(json!({
        "runs": shown, "total_count": total, "page": page, "limit": limit,
        "total_pages": total.div_ceil(limit),
    }))
}

fn value<'a>(asked: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let pair = asked.iter().find(|(key, _)| key == name);
    pair.map(|(_, value)| value.as_str())
}

fn number(asked: &[(String, String)], name: &str, usual: u64) -> Result<u64, Refusal> {
    let Some(given) = value(asked, name) else {
        return Ok(usual);
    };
    match given.parse::<u64>() {
        Ok(number) if number >= 1 => Ok(number),
        Ok(_) => Err(unprocessable(json!({
            "type": "greater_than_equal", "loc": ["query", name],
            "msg": "Input should be greater than or equal to 1",
            "input": given, "ctx": {"ge": 1},
        }))),
        Err(_) => Err(unprocessable(json!({
            "type": "int_parsing", "loc": ["query", name],
            "msg": "Input should be a valid integer, unable to parse string as an integer",
            "input": given,
        }))),
    }
}

fn unprocessable(entry: Value) -> Refusal {
    Refusal(StatusCode::UNPROCESSABLE_ENTITY, json!([entry]))
}

/// The dispositions that are asked for: `filters` is a list of objects, as JSON in one parameter.
fn codes(asked: &[(String, String)]) -> Result<Option<Vec<String>>, Refusal> {
    let Some(filters) = value(asked, "filters") else {
        return Ok(None);
    };
    let Ok(filters) = serde_json::from_str::<Vec<Value>>(filters) else {
        return Err(Refusal(
            StatusCode::BAD_REQUEST,
            json!("Invalid filter format"),
        ));
    };
    let mut codes = None;
    for filter in filters {
        let attribute = filter
            .get("attribute")
            .and_then(Value::as_str)
            .unwrap_or_default();
        if !ATTRIBUTES.contains(&attribute) {
            let detail = format!("Invalid attribute '{attribute}'");
            return Err(Refusal(StatusCode::FORBIDDEN, json!(detail)));
        }
        if attribute == "dispositionCode" {
            let wanted = filter.pointer("/value/codes").and_then(Value::as_array);
            let wanted = wanted.map_or(&[][..], Vec::as_slice);
            let wanted = wanted.iter().filter_map(Value::as_str);
            codes = Some(wanted.map(str::to_owned).collect());
        }
    }
    Ok(codes)
}

fn seconds(run: &Value) -> u64 {
    let seconds = run.pointer("/cost_info/call_duration_seconds");
    seconds.and_then(Value::as_u64).unwrap_or_default()
}

/// Every run, newest first.
fn all() -> Vec<Value> {
    let recorded = body(include_str!("../../../recorded/dograh_runs_page1.json"));
    let recorded = recorded.get("runs").and_then(Value::as_array);
    let mut runs = recorded.cloned().unwrap_or_default();
    let oldest = TOTAL - runs.len() as u64;
    runs.extend((1..=oldest).rev().map(made_up));
    runs
}

/// What calls end with, how often in eight, with the seconds of the call.
const ENDINGS: [(&str, &str, u64); 8] = [
    ("no-answer", "no-answer", 0),
    ("end_call_tool", "end_call_tool", 74),
    ("busy", "busy", 0),
    ("no-answer", "no-answer", 0),
    ("user_hangup", "user_hangup", 31),
    ("end_call_tool", "end_call_tool", 158),
    ("no-answer", "no-answer", 0),
    ("dnc", "DNC", 22),
];

fn made_up(id: u64) -> Value {
    let attempt = u64::from(id > CONTACTS);
    let contact = if attempt == 0 {
        id - 1
    } else {
        (id - CONTACTS - 1) * 3 + 5
    };
    let ending = ENDINGS.get((id % 8) as usize).copied();
    let (said, mapped, seconds) = match ending {
        _ if id <= NOT_PLACED => ("failed", "failed", 0),
        ending => ending.unwrap_or(("no-answer", "no-answer", 0)),
    };
    let phone = format!("+1415555{contact:04}");
    let mut context = json!({
        "phone_number": phone, "customer_name": format!("Customer {contact}"),
        "account_id": format!("acc_{contact:03}"), "campaign_id": 1, "provider": "ari",
        "source_uuid": format!("csv_f43a3841_row_{}", contact + 1),
        "caller_number": format!("{}", 1000 + id % 4), "called_number": phone,
        "telephony_configuration_id": 1,
    });
    if attempt > 0 {
        set(&mut context, "is_retry", true);
        set(&mut context, "retry_attempt", attempt);
        set(&mut context, "retry_reason", "no_answer");
    }
    json!({
        "id": id, "workflow_id": 1, "name": format!("WR-CAMPAIGN-1-{id}"), "mode": "ari",
        "created_at": created_at(id), "is_completed": true,
        "transcript_url": null, "recording_url": null,
        "cost_info": {"dograh_token_usage": 0, "call_duration_seconds": seconds},
        "usage_info": null, "definition_id": 1, "initial_context": context,
        "gathered_context": {
            "provider": "ari", "channel_name": "PJSIP/x",
            "call_disposition": said, "mapped_call_disposition": mapped,
        },
        "call_type": "outbound", "logs": null, "annotations": null,
    })
}

/// One run a second, up to the recorded ones.
fn created_at(id: u64) -> String {
    let first_recorded = DateTime::parse_from_rfc3339("2026-11-20T08:49:25.506618Z");
    let first_recorded = first_recorded
        .map(|at| at.with_timezone(&Utc))
        .unwrap_or_default();
    let before =
        Duration::seconds(i64::try_from((TOTAL - 4).saturating_sub(id)).unwrap_or_default());
    (first_recorded - before).to_rfc3339_opts(SecondsFormat::Micros, true)
}
