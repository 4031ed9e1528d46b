//! An API that reports little, and says so: the demo as a dialer in a basement
//! would answer through a mapping. `POST /demo/spare` turns it on until a reset.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::api::{Shared, with_world};
use crate::fault::{full, with_content};
use crate::problem::{self, Problem};
use crate::zone::{Ms, Zone};

/// Whether little is reported now.
#[derive(Clone, Debug, Default)]
pub struct Spare(Arc<AtomicBool>);

impl Spare {
    /// Reports little, or everything again.
    pub fn set(&self, on: bool) {
        self.0.store(on, Ordering::Relaxed);
    }
}

/// One resource, and what of it is reported.
struct Resource {
    name: &'static str,
    fields: &'static [&'static str],
    filters: &'static [&'static str],
    sorts: &'static [&'static str],
}

const RESOURCES: [Resource; 4] = [
    Resource {
        name: "campaigns",
        fields: &[
            "name",
            "status",
            "counts.total",
            "counts.processed",
            "created_at",
        ],
        filters: &["status"],
        sorts: &["-created"],
    },
    Resource {
        name: "snapshot",
        fields: &[
            "campaign.name",
            "campaign.status",
            "campaign.agent",
            "campaign.max_attempts",
            "campaign.created_at",
            "campaign.started_at",
            "campaign.time_zone",
            "counts.total",
            "counts.processed",
            "counts.progress",
            "attempts.failed",
            "actions",
            "tasks",
        ],
        filters: &[],
        sorts: &[],
    },
    Resource {
        name: "tasks",
        fields: &[
            "contact.name",
            "phone",
            "status",
            "disposition",
            "attempts",
            "max_attempts",
            "last_attempted_at",
        ],
        filters: &["status"],
        sorts: &[],
    },
    Resource {
        name: "jobs",
        fields: &["spinner.name", "status", "counts", "started_at", "ended_at"],
        filters: &[],
        sorts: &["-started"],
    },
];

/// The actions that there are on a campaign.
const ACTIONS: [&str; 2] = ["pause", "resume"];

/// Parts of a query that page, and so narrow nothing.
const PAGING: [&str; 4] = ["page", "size", "cursor", "project"];

/// Puts it around the routes of the API.
pub fn around(api: Router, spare: Spare, world: Shared) -> Router {
    Router::new()
        .fallback_service(api)
        .layer(from_fn_with_state((spare, world), layer))
        .layer(from_fn(problem::stamp))
}

/// The control that turns it on.
pub async fn begin(State(world): State<Shared>) -> Result<Json<Value>, Problem> {
    with_world(&world, |world| {
        world.spare.set(true);
        Ok(Json(json!({"reports": RESOURCES.map(|known| known.name)})))
    })
    .await
}

async fn layer(
    State((spare, world)): State<(Spare, Shared)>,
    mut request: Request,
    next: Next,
) -> Response {
    if !spare.0.load(Ordering::Relaxed) {
        return next.run(request).await;
    }
    let path = request.uri().path().trim_start_matches("/api").to_owned();
    if path == "/capabilities" {
        return Json(capabilities()).into_response();
    }
    if request.method() == Method::POST {
        return match path.rsplit('/').next() {
            Some(name) if ACTIONS.contains(&name) => next.run(request).await,
            _ => not_provided("that action"),
        };
    }
    let Some(resource) = resource_of(&path) else {
        return not_provided(path.trim_matches('/'));
    };
    if let Some(refused) = refused(resource, request.uri().query().unwrap_or_default()) {
        return refused.into_response();
    }
    request.headers_mut().remove(header::IF_NONE_MATCH);
    request.headers_mut().remove(header::ACCEPT_ENCODING);
    let (mut parts, body) = full(next.run(request).await).await;
    let Ok(mut answer) = serde_json::from_slice::<Value>(&body) else {
        return Response::from_parts(parts, Body::from(body));
    };
    if parts.status != StatusCode::OK {
        return Response::from_parts(parts, Body::from(body));
    }
    parts.headers.remove(header::ETAG);
    let now = with_world(&world, |world| Ok(world.now())).await;
    lessen(resource, &mut answer, now.unwrap_or_default());
    with_content(parts, &answer)
}

fn not_provided(what: &str) -> Response {
    Problem::missing(format!("This API does not report {what}."))
        .coded("NOT_PROVIDED")
        .into_response()
}

fn resource_of(path: &str) -> Option<&'static Resource> {
    let segments: Vec<&str> = path.trim_matches('/').split('/').collect();
    let name = match *segments {
        ["campaigns"] => "campaigns",
        ["campaigns", _, "snapshot"] => "snapshot",
        ["campaigns", _, "tasks"] => "tasks",
        ["jobs"] => "jobs",
        _ => return None,
    };
    RESOURCES.iter().find(|known| known.name == name)
}

fn refused(resource: &Resource, query: &str) -> Option<Problem> {
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .find_map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let known = match key {
                "sort" => resource.sorts.contains(&value),
                key => PAGING.contains(&key) || resource.filters.contains(&key),
            };
            (!known).then(|| {
                let what = if key == "sort" { value } else { key };
                Problem::value(
                    &format!("/query/{key}"),
                    format!("This API cannot list {} by {what}.", resource.name),
                )
            })
        })
}

fn capabilities() -> Value {
    let told = |known: &Resource| json!({"name": known.name, "fields": known.fields, "filters": known.filters, "sorts": known.sorts});
    json!({
        "workspace": {"id": "basement", "name": "Basement"},
        "product": "Basement dialer 2.1",
        "provides": ["campaigns", "snapshot", "tasks", "jobs", "actions"],
        "resources": RESOURCES.iter().map(told).collect::<Vec<_>>(),
        "actions": ACTIONS.map(|name| json!({"of": "campaign", "name": name})),
        "notes": [
            {"about": "attempts.answered", "text": "The dialer counts contacts that were reached, not attempts that were answered."},
            {"about": "dispatch", "text": "The queue is not visible from outside."},
            {"about": "calls", "text": "Calls are kept by the carrier."},
        ],
        "mapping": {"name": "Basement dialer", "version": "2.1", "about": "Campaigns and runs of the dialer in the basement."},
    })
}

/// Leaves of an answer what the resource reports.
fn lessen(resource: &'static Resource, answer: &mut Value, now: Ms) {
    match resource.name {
        "snapshot" => {
            let tasks = RESOURCES.iter().find(|known| known.name == "tasks");
            if let (Some(block), Some(tasks)) = (answer.get_mut("tasks"), tasks) {
                lessen(tasks, block, now);
            }
            keep(
                answer,
                "",
                &[resource.fields, &["captured_at", "campaign.id"]].concat(),
            );
            only_known_actions(answer);
            answer["parts"] = json!([
                {"name": "campaign", "fields": ["campaign"], "captured_at": Zone::Chicago.rfc3339(now)},
                {"name": "progress", "fields": ["counts", "attempts"], "captured_at": Zone::Chicago.rfc3339(now - 90_000),
                 "error": "The dialer answered 503."},
            ]);
        }
        _ => {
            keep(answer, "", &["items", "page", "captured_at"]);
            let fields = [resource.fields, &["id"]].concat();
            for row in answer["items"].as_array_mut().into_iter().flatten() {
                keep(row, "", &fields);
            }
        }
    }
}

/// Takes away every member that neither is one of `paths` nor holds one.
fn keep(value: &mut Value, at: &str, paths: &[&str]) {
    let Some(members) = value.as_object_mut() else {
        return;
    };
    members.retain(|name, inner| {
        let here = if at.is_empty() {
            name.clone()
        } else {
            format!("{at}.{name}")
        };
        if paths.contains(&here.as_str()) {
            return true;
        }
        let within = format!("{here}.");
        let holds = paths.iter().any(|path| path.starts_with(&within));
        if holds {
            keep(inner, &here, paths);
        }
        holds
    });
}

fn only_known_actions(snapshot: &mut Value) {
    let actions = snapshot["actions"].as_array_mut();
    for action in actions.into_iter().flatten() {
        let name = action["name"].as_str().unwrap_or_default().to_owned();
        if !ACTIONS.contains(&name.as_str()) {
            *action =
                json!({"name": name, "available": false, "reason": "This API has no such action."});
        }
    }
}

#[cfg(test)]
mod tests;
