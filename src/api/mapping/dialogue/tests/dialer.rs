//! A dialer with an API of its own.

use super::*;

pub(super) fn dialer(more: Value) -> Mapping {
    let mut document = json!({
        "version": "1.42", "about": "Campaigns.",
        "variables": {"pool": "main"},
        "errors": {
            "message": ["detail", "error.key"], "code": ["error.code"],
            "signedOut": [{"status": 403, "path": "detail", "contains": "Not authenticated"}],
            "conflict": [{"status": 400, "path": "detail", "contains": "must be in"}],
            "failure": [{"status": 200, "path": "success", "is": [false]}],
            "partial": "errors",
        },
        "lists": {
            "campaigns": {
                "request": {"path": "/campaign/"},
                "rows": "campaigns",
                "paging": {"style": "none"},
                "fields": {
                    "id": {"id": "campaign"}, "name": "name",
                    "status": {"path": "state", "map": {"created": "draft"}},
                    "created_at": "created_at",
                    "counts.total": "$totals.n",
                },
                "merge": [{"name": "totals", "rows": "rows", "on": {"theirs": "campaign", "ours": "id"},
                    "request": {"path": "/totals", "method": "POST", "body": {"ids": {"$ids": true}}}}],
            },
            "tasks": {
                "request": {"path": "/campaign/{campaign}/runs", "query": {"order": "{sort}", "pool": "{pool}"}},
                "rows": "runs",
                "paging": {"style": "page", "page": "page", "size": "limit", "total": "total_count", "largest": 100},
                "fields": {"id": {"id": "task"}, "status": "state", "phone": "phone"},
                "filters": {
                    "status": {"query": "state", "values": {"completed": ["done", "ok"]}, "join": "comma"},
                    "from": {"query": "caller", "join": "json"},
                },
                "sorts": {"-attempts": "-tries"},
            },
        },
        "items": {
            "snapshot": {
                "request": {"path": "/campaign/{campaign}"},
                "fields": {
                    "campaign.id": {"param": "campaign"}, "campaign.name": "name",
                    "campaign.status": {"path": "state", "map": {"created": "draft"}},
                    "counts.total": "$progress.total_rows",
                },
                "merge": [{"name": "progress", "request": {"path": "/campaign/{campaign}/progress"}}],
                "include": {"tasks": "tasks"},
            },
        },
        "actions": {"campaign": {"pause": {
            "request": {"method": "POST", "path": "/campaign/{campaign}/pause", "body": {"why": "{body.reason}"}},
            "when": ["running"], "reason": "Only while it runs.", "status": "paused",
        }}},
        "notes": {"answer_rate": "Numbers have none."},
    });
    for (name, value) in more.as_object().unwrap() {
        document[name] = value.clone();
    }
    mapping(&document)
}

pub(super) fn campaigns() -> Value {
    json!({"campaigns": [
        {"id": 9_007_199_254_740_993_i64, "name": "Über", "state": "RUNNING", "created_at": "2026-11-20T08:00:00Z"},
        {"id": 2, "name": "Beta", "state": "created", "created_at": "2026-11-21T08:00:00Z"},
        {"id": 3, "name": "Alpha", "state": "paused", "created_at": "2026-11-19T08:00:00Z"},
    ]})
}

pub(super) fn serve(request: &Outgoing) -> Answer {
    match &*apart(request).0 {
        "/campaign/" => good(&campaigns()),
        "/totals" => good(&json!({"rows": [{"campaign": "3", "n": 7}]})),
        "/campaign/3" => good(&json!({"name": "Alpha", "state": "paused"})),
        "/campaign/3/progress" => good(&json!({"total_rows": 12})),
        "/campaign/3/runs" => {
            good(&json!({"runs": [{"id": 1, "state": "done"}], "total_count": 300}))
        }
        path => answer(404, &json!({"detail": path})),
    }
}

pub(super) fn asked(address: &str) -> Vec<Outgoing> {
    let mut sent = Vec::new();
    let _ = run(
        &dialer(json!({})),
        &Memory::default(),
        &get(address),
        |request| {
            sent.push(request.clone());
            serve(request)
        },
    );
    sent
}

pub(super) fn ask(address: &str) -> Result<Value, ApiError> {
    run(&dialer(json!({})), &Memory::default(), &get(address), serve)
}
