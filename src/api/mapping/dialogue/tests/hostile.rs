//! Anything may come from a foreign server, and anything may be asked.

use super::*;
use crate::domain::percent::{decoded, encoded};
use proptest::prelude::*;

fn everything() -> Mapping {
    mapping(&json!({
        "ids": {"job": ["d", "r"], "record": ["d", "r", "t"]},
        "errors": {
            "message": ["detail"],
            "failure": [{"status": 200, "path": "ok", "is": [false]}],
            "partial": "errors",
        },
        "lists": {
            "campaigns": {
                "request": {"path": "/c"},
                "rows": "",
                "paging": {"style": "none"},
                "fields": {
                    "id": {"id": "campaign"},
                    "name": "name",
                    "status": {"path": "s", "map": {"x": "running"}},
                    "counts.total": {"add": ["a", "$more.b"]},
                },
                "merge": [{"name": "more", "rows": "", "on": {"theirs": "id", "ours": "id"},
                    "request": {"path": "/more", "method": "POST", "body": {"ids": {"$ids": true}}}}],
            },
            "jobs": {
                "request": {"path": "/j"},
                "rows": "rows[].jobs",
                "paging": {"style": "cursor", "cursor": "c", "next": "next", "total": "total"},
                "fields": {"id": {"id": "job"}, "status": "s", "started_at": "at"},
            },
            "records": {
                "request": {"path": "/j/{filter.job.d}/{filter.job.r}"},
                "rows": "rows", "keyed": true,
                "paging": {"style": "next", "next": "$link"},
                "fields": {"id": {"id": "record"}, "status": "s"},
            },
        },
        "items": {
            "snapshot": {
                "request": {"path": "/c/{campaign}"},
                "fields": {"captured_at": {"now": true}, "campaign.id": {"param": "campaign"}, "campaign.name": "name",
                    "campaign.status": "s", "counts.total": "$progress.total"},
                "merge": [{"name": "progress", "request": {"path": "/c/{campaign}/progress"}}],
            },
            "job": {
                "request": {"path": "/j/{job.d}/{job.r}"},
                "rows": "rows", "where": {"path": "s", "isNot": ["x"]},
                "fields": {"id": {"id": "job"}, "status": "s"},
            },
        },
        "actions": {
            "campaign": {"pause": {"request": {"method": "POST", "path": "/c/{campaign}/pause",
                "body": {"why": "{body.reason}"}}, "when": ["running"], "reason": "Only while running."}},
            "spinner": {"run": {"request": {"method": "POST", "path": "/run/{spinner}"}}},
        },
    }))
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        "\\PC{0,8}".prop_map(Value::from),
    ];
    let names = [
        "rows", "jobs", "s", "id", "next", "total", "errors", "a", "name", "d", "r", "ok", "detail",
    ];
    let name = proptest::sample::select(names.to_vec());
    leaf.prop_recursive(4, 40, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            proptest::collection::vec((name.clone(), inner), 0..6).prop_map(|members| {
                let members = members.into_iter();
                members
                    .map(|(name, value)| (name.to_owned(), value))
                    .collect()
            }),
        ]
    })
}

const QUESTIONS: [&str; 12] = [
    "campaigns?status=running&q=a&sort=-name&page=2",
    "jobs?page=3",
    "jobs?cursor=x",
    "records?job=a~b",
    "records",
    "campaigns/7/snapshot",
    "jobs/a~b",
    "find?q=x",
    "capabilities",
    "live/calls",
    "retries?job=1",
    "campaigns/../snapshot",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(50))]
    #[test]
    fn no_answer_panics(bodies in proptest::collection::vec(any_json(), 1..6), status in 100_u16..600) {
        let mapping = everything();
        let memory = Memory::default();
        let status = if status < 300 { 200 } else { status };
        for address in QUESTIONS {
            let mut next = bodies.iter().cycle();
            let _ = run(&mapping, &memory, &get(address), |_| answer(status, next.next().unwrap()));
        }
        for address in ["campaigns/1/actions/pause", "spinners/s/runs", "x/y"] {
            let body = Some("{\"reason\":\"r\"}");
            let question = Question { verb: Verb::Post, address, body, key: Some("key") };
            let _ = run(&mapping, &memory, &question, |_| answer(status, &bodies[0]));
        }
    }

    #[test]
    fn no_question_and_no_bytes_panic(address: String, body: Vec<u8>, verb in 0..5_usize) {
        let mapping = everything();
        let memory = Memory::default();
        let question = Question { verb: Verb::ALL[verb], address: &address, body: Some(&address), key: None };
        for address in ["jobs", &address] {
            let question = Question { address, ..question };
            let _ = run(&mapping, &memory, &question, |_| {
                Ok(Incoming { status: 200, headers: Vec::new(), body: body.clone() })
            });
        }
        let _ = mapping.report(&question, &setting(&memory));
    }

    #[test]
    fn an_id_of_any_text_reaches_the_server_as_one_segment(d in "[^.\u{202a}-\u{202e}\u{2066}-\u{2069}]\\PC{0,9}", r in "[^.\u{202a}-\u{202e}\u{2066}-\u{2069}]\\PC{0,9}") {
        let mapping = everything();
        let memory = Memory::default();
        let row = json!({"rows": [{"jobs": [{"d": d, "r": r, "s": "x"}]}]});
        let page = run(&mapping, &memory, &get("jobs"), |_| good(&row)).unwrap();
        let id = page["items"][0]["id"].as_str().unwrap().to_owned();
        let address = ["jobs/", &encoded(&id)].concat();
        let mut asked = String::new();
        let _ = run(&mapping, &memory, &get(&address), |request| {
            asked = apart(request).0;
            good(&json!({"rows": []}))
        });
        let segments: Vec<String> = asked.split('/').map(decoded).collect();
        prop_assert_eq!(segments, ["", "j", d.as_str(), r.as_str()]);
    }
}

#[test]
fn a_list_that_goes_in_circles_ends() {
    let mapping = everything();
    let rows = json!([{"jobs": [{"d": 1, "r": 2}]}]);
    let memory = Memory::default();
    let mut asked = 0;
    let refused = run(&mapping, &memory, &get("jobs?page=400"), |_| {
        asked += 1;
        good(&json!({"rows": rows, "next": asked.to_string()}))
    });
    assert!(refused.unwrap_err().to_string().contains("paged by cursor"));
    assert!(asked < 20);
    let memory = Memory::default();
    let mut asked = 0;
    let page = run(&mapping, &memory, &get("jobs?page=9"), |_| {
        asked += 1;
        good(&json!({"rows": rows, "next": (asked % 2).to_string()}))
    });
    assert_eq!(page.unwrap()["items"], json!([]));
    assert!(asked < 6, "{asked}");
}

#[test]
fn a_word_that_has_lost_its_meaning_is_looked_for_anew() {
    let mapping = everything();
    let memory = Memory::default();
    let rows = json!([{"jobs": [{"d": 1, "r": 2}]}]);
    let ask = |address: &'static str, turn: &'static str| {
        let mut asked = Vec::new();
        let page = run(&mapping, &memory, &get(address), |request| {
            let word = parameter(request, "c");
            asked.push(word.clone().unwrap_or_default());
            match word {
                None => good(&json!({"rows": rows, "next": turn})),
                Some(word) if word == turn => good(&json!({"rows": rows})),
                Some(_) => answer(400, &json!({"detail": "Unknown cursor"})),
            }
        });
        (page, asked)
    };
    assert_eq!(ask("jobs", "x").1, [""]);
    assert_eq!(ask("jobs?page=2", "x").1, ["x"]);
    let (page, asked) = ask("jobs?page=2", "y");
    assert_eq!(asked, ["x", "", "y"]);
    assert_eq!(page.unwrap()["page"]["number"], 2);
    assert!(ask("jobs?cursor=z", "y").0.is_err());
}
