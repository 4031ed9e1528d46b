//! Trying contacts again: whom, how many first, and what that decides.

use std::sync::{Arc, Mutex, MutexGuard};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};

use super::invariants::assert_holds;
use super::job_records::walked;
use super::{ask, good, number, read, sum, world};
use crate::jobs::trouble::Trouble;
use crate::outcome::Outcome;
use crate::retry::Ordered;
use crate::task_state::State;
use crate::world::World;
use crate::zone::{MINUTE, Ms};

const JOB: &str = "job_77ae0";

/// A world that is served, and can be moved on meanwhile.
struct Served {
    world: Arc<Mutex<World>>,
    api: Router,
    keys: std::cell::Cell<u32>,
}

impl Served {
    fn new(million: u32) -> Self {
        let world = Arc::new(Mutex::new(world(million)));
        Self {
            api: crate::api::router(Arc::clone(&world), crate::recorded::router()),
            world,
            keys: std::cell::Cell::new(0),
        }
    }

    fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap()
    }

    fn advance(&self, by: Ms) {
        self.world().advance(by).unwrap();
    }

    /// Orders what the next dispatches come to.
    fn order(&self, ordered: Option<Ordered>) {
        let mut world = self.world();
        world.dialer.agenda.ordered = ordered;
        world.jobs.ordered = ordered;
    }

    async fn post(&self, path: &str, key: &str, body: &Value) -> (StatusCode, Value) {
        let request = Request::post(path)
            .header("Idempotency-Key", key)
            .body(Body::from(body.to_string()))
            .unwrap();
        let (status, _, json) = ask(&self.api, request).await;
        (status, json)
    }

    fn key(&self) -> String {
        self.keys.set(self.keys.get() + 1);
        format!("key-{:08}", self.keys.get())
    }

    async fn preview(&self, selection: &Value) -> Value {
        let (status, json) = self.post("/retries/preview", "unused-key", selection).await;
        assert_eq!(status, StatusCode::OK, "{selection}: {json}");
        let left_out = sum(&json["excluded"], "count");
        assert_eq!(
            number(&json, "/selected"),
            number(&json, "/eligible") + left_out
        );
        json
    }

    async fn start(&self, selection: &Value, size: i64) -> (StatusCode, Value) {
        let body = json!({"selection": selection, "sample_size": size});
        self.post("/retries", &self.key(), &body).await
    }

    async fn act(&self, id: &str, action: &str) -> (StatusCode, Value) {
        let path = format!("/retries/{id}/actions/{action}");
        self.post(&path, &self.key(), &json!({"reason": null}))
            .await
    }

    /// The retry as it is now, after its sums were checked.
    async fn retry(&self, id: &str) -> Value {
        let retry = good(&self.api, &format!("/retries/{id}")).await;
        let count = |name: &str| number(&retry, &format!("/counts/{name}"));
        assert_eq!(count("eligible"), count("sample") + count("rest"));
        assert_eq!(count("dispatched"), count("in_flight") + count("finished"));
        assert!(
            count("reached") + count("errors") <= count("finished"),
            "{retry}"
        );
        assert!(count("dispatched") + count("skipped") <= count("eligible"));
        assert_eq!(
            number(&retry, "/sample/size") - number(&retry, "/sample/allowed_errors"),
            number(&retry, "/sample/needed")
        );
        assert_eq!(
            retry["dispatches"].as_array().unwrap().len() as i64,
            count("sample")
        );
        retry
    }

    /// Moves on until a retry has left a state.
    async fn after(&self, id: &str, state: &str) -> Value {
        for _ in 0..400 {
            let retry = self.retry(id).await;
            if retry["state"] != state {
                return retry;
            }
            self.advance(15_000);
        }
        panic!("{id} stays {state}");
    }
}

fn pointers(problem: &Value) -> Vec<&str> {
    let errors = problem["errors"].as_array().map(Vec::as_slice);
    let pointers = errors.unwrap_or_default().iter();
    pointers
        .map(|error| error["pointer"].as_str().unwrap())
        .collect()
}

fn excluded(json: &Value, reason: &str) -> i64 {
    let rows = json["excluded"].as_array().unwrap();
    let row = rows.iter().find(|row| row["reason"] == reason);
    row.map_or(0, |row| row["count"].as_i64().unwrap())
}

#[tokio::test]
async fn what_could_dial_the_wrong_contacts_is_refused() {
    let served = Served::new(0);
    let job = |rest: Value| {
        let mut body = json!({"job_id": JOB});
        body.as_object_mut()
            .unwrap()
            .extend(rest.as_object().unwrap().clone());
        body
    };
    let record = good(&served.api, "/records?job=job_77ae0&status=failed&size=1").await;
    let known = record["items"][0]["id"].as_str().unwrap().to_owned();
    let many: Vec<String> = (0..1_001).map(|_| known.clone()).collect();
    let codes = json!({"code": ["ai_timeout"]});
    for (selection, wanted) in [
        (json!({}), vec!["/campaign_id", "/filter"]),
        (json!({"filter": codes}), vec!["/campaign_id"]),
        (
            json!({"campaign_id": "cmp_8f3k2q", "job_id": JOB, "filter": codes}),
            vec!["/job_id"],
        ),
        (
            json!({"job_id": "job_none", "filter": codes}),
            vec!["/job_id"],
        ),
        (
            json!({"campaign_id": "cmp_none", "filter": codes}),
            vec!["/campaign_id"],
        ),
        (
            json!({"campaign_id": 7, "filter": codes}),
            vec!["/campaign_id"],
        ),
        (job(json!({})), vec!["/filter"]),
        (job(json!({"filter": null, "ids": null})), vec!["/ids"]),
        (job(json!({"filter": {}})), vec!["/filter"]),
        (
            job(json!({"filter": {"code": [], "sip_status": null}})),
            vec!["/filter"],
        ),
        (job(json!({"filter": {"colour": ["red"]}})), vec!["/filter"]),
        (job(json!({"ids": []})), vec!["/ids"]),
        (job(json!({"ids": [known], "filter": {}})), vec!["/filter"]),
        (
            job(json!({"ids": [known], "filter": codes})),
            vec!["/filter"],
        ),
        (job(json!({"ids": [known, "rec_none", 7]})), vec!["/ids/2"]),
        (
            job(json!({"ids": [known, "rec_none", "tsk_00001"]})),
            vec!["/ids/1", "/ids/2"],
        ),
        (job(json!({"ids": many})), vec!["/ids"]),
        (job(json!({"ids": known})), vec!["/ids"]),
        (
            job(json!({"filter": {"sip_status": ["503"]}})),
            vec!["/filter/sip_status/0"],
        ),
        (
            job(json!({"filter": {"after": "yesterday"}})),
            vec!["/filter/after"],
        ),
        (job(json!({"filter": [503]})), vec!["/filter"]),
    ] {
        let (status, problem) = served.post("/retries/preview", "", &selection).await;
        assert_eq!(
            status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{selection}: {problem}"
        );
        assert_eq!(pointers(&problem), wanted, "{selection}");
        let (status, problem) = served.start(&selection, 20).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{selection}");
        let of_selection = |pointer: &&str| pointer.starts_with("/selection/");
        assert!(pointers(&problem).iter().all(of_selection), "{problem}");
    }
    for size in [0, 9, 21] {
        let (status, problem) = served.start(&job(json!({"filter": codes})), size).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(pointers(&problem), ["/sample_size"]);
    }
    for (address, status) in [
        ("/retries", StatusCode::UNPROCESSABLE_ENTITY),
        (
            "/retries?campaign=a&job=b",
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        ("/retries?campaign=cmp_none", StatusCode::NOT_FOUND),
        ("/retries?job=job_none", StatusCode::NOT_FOUND),
        ("/retries/rty_00000", StatusCode::NOT_FOUND),
        ("/retries/nothing", StatusCode::NOT_FOUND),
    ] {
        assert_eq!(read(&served.api, address).await.0, status, "{address}");
    }
    let (status, problem) = served
        .start(&job(json!({"filter": {"code": ["invalid_number"]}})), 20)
        .await;
    assert_eq!(
        (status, &problem["code"]),
        (StatusCode::CONFLICT, &json!("NOTHING_ELIGIBLE"))
    );
    let list = good(&served.api, "/retries?job=job_77ae0").await;
    assert_eq!(
        list["page"]["total"], 0,
        "nothing was started by any of this"
    );
}

#[tokio::test]
async fn records_of_a_run_are_tried_again_a_sample_first() {
    let served = Served::new(0);
    let all = json!({"job_id": JOB, "filter": {"code": ["ai_timeout", "invalid_number"]}});
    let before = good(&served.api, "/jobs/job_77ae0").await;
    let preview = served.preview(&all).await;
    assert_eq!(number(&preview, "/selected"), 37);
    assert_eq!(
        (
            number(&preview, "/eligible"),
            excluded(&preview, "permanent")
        ),
        (29, 8)
    );
    let by_status = json!({"job_id": JOB, "filter": {"sip_status": [404]}});
    assert_eq!(excluded(&served.preview(&by_status).await, "permanent"), 8);
    assert_eq!(
        good(&served.api, "/jobs/job_77ae0").await["counts"],
        before["counts"]
    );

    served.order(Some(Ordered::Good));
    let body = json!({"selection": all, "sample_size": 10, "reason": "The model is back"});
    let (first, second) = tokio::join!(
        served.post("/retries", "one-and-the-same", &body),
        served.post("/retries", "one-and-the-same", &body),
    );
    assert_eq!(
        (first.0, second.0),
        (StatusCode::OK, StatusCode::OK),
        "{}",
        first.1
    );
    assert_eq!(first.1["id"], second.1["id"]);
    assert_ne!(first.1["replayed"], second.1["replayed"]);
    let id = first.1["id"].as_str().unwrap().to_owned();
    let other = json!({"selection": all, "sample_size": 11});
    let (status, _) = served.post("/retries", "one-and-the-same", &other).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let (status, problem) = served.start(&all, 10).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert_eq!(
        (&problem["code"], &problem["retry_id"]),
        (&json!("RETRY_RUNNING"), &json!(id))
    );
    assert_eq!(
        served.act(&id, "release").await.0,
        StatusCode::CONFLICT,
        "not through yet"
    );
    assert_eq!(served.act(&id, "repeat").await.0, StatusCode::NOT_FOUND);

    served.advance(5_000);
    let running = good(&served.api, "/records?job=job_77ae0&status=running").await;
    let retry = served.retry(&id).await;
    assert_eq!(running["page"]["total"], retry["counts"]["in_flight"]);
    assert_eq!(
        good(&served.api, "/jobs/job_77ae0").await["counts"]["running"],
        retry["counts"]["in_flight"]
    );
    let passed = served.after(&id, "sampling").await;
    assert_eq!(passed["state"], "sample_passed", "{passed}");
    assert_eq!(
        number(&passed, "/counts/dispatched"),
        10,
        "the rest stays shut"
    );
    served.advance(30 * MINUTE);
    assert_eq!(
        served.retry(&id).await["counts"],
        passed["counts"],
        "until it is released"
    );
    assert_eq!(served.act(&id, "release").await.0, StatusCode::OK);
    assert_eq!(
        served.act(&id, "release").await.0,
        StatusCode::CONFLICT,
        "once is enough"
    );
    let done = served.after(&id, "releasing").await;
    assert_eq!(done["state"], "completed", "{done}");
    assert_eq!(number(&done, "/counts/finished"), 29);
    assert_eq!(served.act(&id, "stop").await.0, StatusCode::CONFLICT);

    let after = good(&served.api, "/jobs/job_77ae0").await;
    assert_eq!(
        (
            number(&after, "/counts/failed"),
            number(&after, "/counts/running")
        ),
        (8, 0)
    );
    assert_eq!(
        number(&after, "/counts/completed"),
        number(&before, "/counts/completed") + 29
    );
    let dispatch = &done["dispatches"][0];
    let record = dispatch["record_id"].as_str().unwrap();
    let shown = good(&served.api, &format!("/records/{record}/journey")).await;
    assert_eq!(shown["record"]["status"], "completed");
    assert_eq!(shown["record"]["started_at"], dispatch["dispatched_at"]);
    assert_eq!(shown["record"]["ended_at"], dispatch["ended_at"]);
    assert_eq!(number(&served.preview(&all).await, "/eligible"), 0);
    let (_, again) = served.post("/retries", "one-and-the-same", &body).await;
    assert_eq!(
        (&again["state"], &again["replayed"]),
        (&json!("completed"), &json!(true))
    );
    served.world().reset().unwrap();
    let (status, _) = read(&served.api, &format!("/retries/{id}")).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert_eq!(
        good(&served.api, "/jobs/job_77ae0").await["counts"],
        before["counts"]
    );
}

#[tokio::test]
async fn a_bad_sample_shuts_the_rest_of_a_run_for_good() {
    let all = json!({"job_id": JOB, "filter": {"code": ["ai_timeout"]}});
    for is_down in [false, true] {
        let served = Served::new(0);
        served.order((!is_down).then_some(Ordered::Errors));
        let (_, retry) = served.start(&all, 20).await;
        let id = retry["id"].as_str().unwrap().to_owned();
        if is_down {
            served.advance(20_000);
            let now = served.world().now();
            served.world().jobs.set_runtime(true, now);
        }
        let failed = served.after(&id, "sampling").await;
        assert_eq!(failed["state"], "sample_failed", "{failed}");
        assert!(failed["sample"]["decided_at"].is_string());
        assert_eq!(served.act(&id, "release").await.0, StatusCode::CONFLICT);
        let shut = number(&failed, "/counts/dispatched");
        assert!(shut <= 20, "{failed}");
        served.advance(30 * MINUTE);
        assert_eq!(number(&served.retry(&id).await, "/counts/dispatched"), shut);
        let (status, _) = served.start(&all, 20).await;
        assert_eq!(status, StatusCode::OK, "a new one can be made");
        let list = good(&served.api, "/retries?job=job_77ae0&size=1").await;
        assert_ne!(list["items"][0]["id"], json!(id), "newest first");
        let next = list["page"]["next"].as_str().unwrap();
        let older = good(
            &served.api,
            &format!("/retries?job=job_77ae0&size=1&cursor={next}"),
        )
        .await;
        assert_eq!(older["items"][0]["id"], json!(id));
    }
}

/// Campaigns with tasks that may be dialed again, and how many.
async fn retriable(served: &Served) -> Vec<(String, &'static str, i64)> {
    let all: Vec<(String, &'static str)> = {
        let world = served.world();
        let shown = world.dialer.shown();
        shown
            .map(|one| (one.plan.id.to_string(), one.status.wire()))
            .collect()
    };
    let mut found = Vec::new();
    for (id, status) in all {
        let wanted = json!({"campaign_id": id, "filter": {"sip_status": [480, 486, 503]}});
        let eligible = number(&served.preview(&wanted).await, "/eligible");
        if eligible > 0 {
            found.push((id, status, eligible));
        }
    }
    found
}

#[tokio::test]
async fn tasks_are_dialed_again_whatever_the_campaign_does() {
    let served = Served::new(0);
    let found = retriable(&served).await;
    for status in ["running", "paused"] {
        assert!(
            found.iter().any(|one| one.1 == status),
            "{status}: {found:?}"
        );
    }
    assert!(
        found
            .iter()
            .any(|one| ["completed", "failed", "cancelled"].contains(&one.1)),
        "{found:?}"
    );
    let mut passed = 0;
    for (id, status, _) in &found {
        let all = json!({"campaign_id": id, "filter": {"sip_status": [480, 486, 503]}});
        let preview = served.preview(&all).await;
        served.order(Some(Ordered::Good));
        let (code, retry) = served.start(&all, 10).await;
        assert_eq!(code, StatusCode::OK, "{retry}");
        assert_eq!(retry["counts"]["eligible"], preview["eligible"]);
        let retry_id = retry["id"].as_str().unwrap().to_owned();
        for _ in 0..7 {
            served.advance(97_000);
            assert_holds(&served.world());
        }
        let now = served.retry(&retry_id).await;
        let is_open = {
            let world = served.world();
            let campaign = world.dialer.find(id).unwrap();
            campaign.window_is_open(world.now())
        };
        if !is_open {
            assert_eq!(
                now["counts"]["dispatched"], 0,
                "{id} {status}: the window is closed"
            );
        } else if ["sample_passed", "completed"].contains(&now["state"].as_str().unwrap()) {
            passed += 1;
        }
        if now["state"] == "sample_passed" {
            assert_eq!(served.act(&retry_id, "release").await.0, StatusCode::OK);
            served.advance(5 * MINUTE);
            let later = served.retry(&retry_id).await;
            assert!(number(&later, "/counts/dispatched") > number(&now, "/counts/dispatched"));
        }
        let _ = served.act(&retry_id, "stop").await;
        served.advance(15 * MINUTE);
        let stopped = served.retry(&retry_id).await;
        assert_eq!(stopped["counts"]["in_flight"], 0, "{id}");
        let world = served.world();
        assert_holds(&world);
        let campaign = world.dialer.find(id).unwrap();
        for dispatch in stopped["dispatches"].as_array().unwrap() {
            if dispatch["result"] == "answered" {
                let row = crate::ids::task_row(dispatch["task_id"].as_str().unwrap()).unwrap();
                let task = { campaign.tasks.iter() }
                    .find(|task| task.row == row)
                    .unwrap();
                let reached = [
                    State::Completed,
                    State::Abandoned,
                    State::CallbackScheduled,
                    State::Processing,
                ];
                assert!(reached.contains(&task.state), "{id}: {:?}", task.state);
            }
        }
    }
    assert!(passed >= 3, "{passed} of {found:?}");
    let world = served.world();
    let twice: i64 = { world.stores() }
        .map(|store| {
            let sql =
                "SELECT COUNT(*) FROM attempt later JOIN attempt first ON first.task = later.task
                AND first.attempt < later.attempt WHERE first.outcome IN (?1, ?2)";
            let codes = [Outcome::Talked.code(), Outcome::Abandoned.code()];
            store
                .connection
                .query_row(sql, codes, |row| row.get::<_, i64>(0))
                .unwrap()
        })
        .sum();
    assert_eq!(twice, 0, "nobody is called again after being reached");
}

#[tokio::test]
async fn a_failing_carrier_fails_the_sample() {
    let served = Served::new(0);
    let found = retriable(&served).await;
    let (id, ..) = { found.iter() }
        .filter(|one| {
            let world = served.world();
            let campaign = world.dialer.find(&one.0).unwrap();
            one.1 != "running" && campaign.window_is_open(world.now())
        })
        .max_by_key(|one| one.2)
        .unwrap();
    let all = json!({"campaign_id": id, "filter": {"sip_status": [480, 486, 503]}});
    served.order(Some(Ordered::Errors));
    let (_, retry) = served.start(&all, 20).await;
    let retry_id = retry["id"].as_str().unwrap().to_owned();
    let failed = served.after(&retry_id, "sampling").await;
    assert_eq!(failed["state"], "sample_failed", "{failed}");
    assert!(number(&failed, "/sample/errors") > number(&failed, "/sample/allowed_errors"));
    let codes: Vec<&Value> = { failed["dispatches"].as_array().unwrap().iter() }
        .filter(|one| one["result"] == "carrier_error")
        .map(|one| &one["sip_status"])
        .collect();
    assert!(
        codes.iter().all(|sip| **sip == 503) && codes.len() > 2,
        "{codes:?}"
    );
    assert_eq!(
        served.act(&retry_id, "release").await.0,
        StatusCode::CONFLICT
    );
    assert_eq!(served.act(&retry_id, "stop").await.0, StatusCode::CONFLICT);
    served.advance(MINUTE);
    let shut = served.retry(&retry_id).await;
    assert_eq!(shut["counts"]["dispatched"], failed["counts"]["dispatched"]);
    let snapshot = good(&served.api, &format!("/campaigns/{id}/snapshot")).await;
    let noted = snapshot["activity"].as_array().unwrap();
    assert!(noted.iter().any(|entry| {
        entry["text"]
            .as_str()
            .unwrap()
            .contains("sample of the retry failed")
    }));
}

#[tokio::test]
async fn who_must_not_be_dialed_is_named_and_never_dialed() {
    let served = Served::new(0);
    let named: Vec<(String, String, &str)> = {
        let world = served.world();
        let running = world.dialer.find("cmp_8f3k2q").unwrap();
        let task_in = |state: State| {
            let found = running.tasks.iter().find(|task| task.state == state);
            found.map(|task| crate::ids::task(task.row))
        };
        let states = [
            (State::Ringing, "in_flight"),
            (State::InProgress, "in_flight"),
            (State::Completed, "reached"),
            (State::Pending, "not_failed"),
            (State::Machine, "not_failed"),
            (State::RetryScheduled, "retry_scheduled"),
            (State::CallbackScheduled, "reached"),
        ];
        let by_state = states.into_iter().filter_map(|(state, reason)| {
            Some((String::from("cmp_8f3k2q"), task_in(state)?, reason))
        });
        let invalid = running
            .tasks
            .iter()
            .find(|task| task.sip == Some(404))
            .unwrap();
        let used_up = { running.tasks.iter() }
            .find(|task| task.state == State::Exhausted && task.sip == Some(480))
            .unwrap();
        let by_sip =
            [(invalid, "permanent"), (used_up, "attempts_used_up")].map(|(task, reason)| {
                (
                    String::from("cmp_8f3k2q"),
                    crate::ids::task(task.row),
                    reason,
                )
            });
        by_state.chain(by_sip).collect()
    };
    assert!(named.len() >= 7, "{named:?}");
    for (campaign, task, reason) in &named {
        let one = json!({"campaign_id": campaign, "ids": [task, task]});
        let preview = served.preview(&one).await;
        assert_eq!(excluded(&preview, reason), 1, "{task}: {preview}");
        assert_eq!(preview["eligible"], 0);
        let (status, problem) = served.start(&one, 20).await;
        assert_eq!(status, StatusCode::CONFLICT, "{task}");
        assert_eq!(problem["code"], "NOTHING_ELIGIBLE");
    }
    for (query, reason) in [
        ("status=completed&outcome=payment_promised", "reached"),
        ("status=completed&outcome=voicemail", "not_failed"),
        ("outcome=invalid_number", "permanent"),
    ] {
        let record = good(
            &served.api,
            &format!("/records?job=job_77ae0&size=1&{query}"),
        )
        .await;
        let one = json!({"job_id": JOB, "ids": [record["items"][0]["id"]]});
        assert_eq!(excluded(&served.preview(&one).await, reason), 1, "{query}");
    }
    let running = good(&served.api, "/records?job=job_2f10c&size=1&status=running").await;
    let one = json!({"job_id": "job_2f10c", "ids": [running["items"][0]["id"]]});
    assert_eq!(excluded(&served.preview(&one).await, "in_flight"), 1);
}

/// What comes to be dialed by itself while a retry goes on is skipped when its turn comes.
#[tokio::test]
async fn eligibility_is_looked_at_again_at_each_dispatch() {
    let served = Served::new(0);
    let found = retriable(&served).await;
    let paused = found.iter().filter(|one| one.1 == "paused");
    let (id, _, eligible) = paused.max_by_key(|one| one.2).unwrap();
    assert!(*eligible > 20, "{found:?}");
    served.order(Some(Ordered::Good));
    let all = json!({"campaign_id": id, "filter": {"sip_status": [480, 486, 503]}});
    let (_, retry) = served.start(&all, 20).await;
    let retry_id = retry["id"].as_str().unwrap().to_owned();
    let waiting_again = {
        let mut world = served.world();
        let index = world.dialer.find(id).unwrap().index;
        let world = &mut *world;
        let dialer = &mut world.dialer;
        let campaign = &mut dialer.campaigns[index];
        campaign.resume("A. Ruiz", &mut dialer.agenda);
        campaign
            .tasks
            .iter()
            .filter(|task| task.state == State::RetryScheduled)
            .count()
    };
    assert!(waiting_again > 0);
    served.advance(15 * MINUTE);
    assert_holds(&served.world());
    let now = served.retry(&retry_id).await;
    assert!(number(&now, "/counts/skipped") > 0, "{now}");
}

/// Records of a run by the IDs of their contacts.
async fn by_contact(served: &Served, query: &str) -> std::collections::BTreeMap<String, Value> {
    let records = walked(&served.api, &format!("/records?{query}")).await;
    let contact = |record: &Value| record["contact"]["id"].as_str().unwrap().to_owned();
    { records.into_iter() }
        .map(|record| (contact(&record), record))
        .collect()
}

/// Two runs over one upload call the same contacts: whom one has reached, or is calling, the other
/// leaves alone.
#[tokio::test]
async fn nobody_is_called_again_whom_another_run_over_the_upload_calls() {
    const FIRST: &str = "job_2f10c";
    let served = Served::new(0);
    {
        let mut world = served.world();
        let now = world.now();
        for trouble in [Trouble::AiTimeouts, Trouble::SecondRun] {
            world.jobs.suffer(FIRST, trouble, now).unwrap();
        }
    }
    served.advance(MINUTE);
    let duplicates = good(&served.api, &format!("/duplicates?job={FIRST}")).await;
    let second = duplicates["runs"][1]["job_id"].as_str().unwrap().to_owned();
    let at_it = by_contact(&served, &format!("job={FIRST}&status=running")).await;
    let to_come = by_contact(&served, &format!("job={second}&status=queued")).await;
    let same = to_come
        .iter()
        .find(|(contact, _)| at_it.contains_key(*contact));
    let one = json!({"job_id": second, "ids": [same.unwrap().1["id"]]});
    assert_eq!(excluded(&served.preview(&one).await, "in_flight"), 1);

    // The first is over, and the second still far from where the first began to fail.
    served.advance(8 * MINUTE);
    let failed = json!({"job_id": FIRST, "filter": {"code": ["ai_timeout"]}});
    let already = excluded(&served.preview(&failed).await, "reached");
    served.order(Some(Ordered::Good));
    let (_, retry) = served.start(&failed, 10).await;
    let id = retry["id"].as_str().unwrap().to_owned();
    let passed = served.after(&id, "sampling").await;
    assert_eq!(passed["state"], "sample_passed", "{passed}");
    served.advance(40 * MINUTE);

    let reached = "outcome=renewed&outcome=declined&outcome=callback_wanted";
    let reached = by_contact(&served, &format!("job={second}&{reached}")).await;
    let left = by_contact(
        &served,
        &format!("job={FIRST}&status=failed&outcome=ai_timeout"),
    )
    .await;
    let spared: Vec<&Value> = { left.iter() }
        .filter(|(contact, _)| reached.contains_key(*contact))
        .map(|(_, record)| record)
        .collect();
    let count = spared.len() as i64;
    assert!(
        already < count && spared.len() < left.len(),
        "{already} of {count}"
    );
    let preview = served.preview(&failed).await;
    assert_eq!(excluded(&preview, "reached"), count, "{preview}");
    assert_eq!(number(&preview, "/selected"), left.len() as i64);
    let ids: Vec<&Value> = spared.iter().map(|record| &record["id"]).collect();
    let named = json!({"job_id": FIRST, "ids": ids});
    let preview = served.preview(&named).await;
    assert_eq!(
        (excluded(&preview, "reached"), number(&preview, "/eligible")),
        (count, 0)
    );
    let (status, problem) = served.start(&named, 10).await;
    assert_eq!(
        (status, &problem["code"]),
        (StatusCode::CONFLICT, &json!("RETRY_RUNNING"))
    );

    assert_eq!(served.act(&id, "release").await.0, StatusCode::OK);
    let done = served.after(&id, "releasing").await;
    assert_eq!(done["state"], "completed", "{done}");
    assert_eq!(number(&done, "/counts/skipped"), count - already, "{done}");
    for record in spared {
        let address = format!("/records/{}", record["id"].as_str().unwrap());
        let now = good(&served.api, &address).await;
        assert_eq!(&now["record"], record, "it was left as it was");
        assert_eq!(now["outreach"]["retry_safe"], false, "{now}");
    }
    let (status, problem) = served.start(&named, 10).await;
    assert_eq!(
        (status, &problem["code"]),
        (StatusCode::CONFLICT, &json!("NOTHING_ELIGIBLE"))
    );
}
