use super::*;
use proptest::prelude::*;

fn small() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => (-1..22_i64).prop_map(|n| json!(n)),
        1 => any::<i64>().prop_map(|n| json!(n)),
        1 => Just(Value::Null),
        1 => Just(json!("20")),
    ]
}

fn word() -> impl Strategy<Value = Value> {
    let words = [
        "answered",
        "carrier_error",
        "in_flight",
        "skipped",
        "waiting",
        "sampling",
        "sample_passed",
        "sample_failed",
        "stopped",
        "",
    ];
    prop_oneof![
        5 => proptest::sample::select(words.to_vec()).prop_map(|word| json!(word)),
        1 => ".{0,9}".prop_map(|word| json!(word)),
        1 => Just(Value::Null),
    ]
}

/// A place in the answer that decides, with another value for it.
fn mutation() -> impl Strategy<Value = (String, Value)> {
    let counts = [
        "eligible",
        "sample",
        "rest",
        "dispatched",
        "in_flight",
        "finished",
        "errors",
        "skipped",
    ];
    let sample = [
        "size",
        "needed",
        "dispatched",
        "finished",
        "errors",
        "allowed_errors",
    ];
    let figures = counts
        .map(|name| format!("/counts/{name}"))
        .into_iter()
        .chain(sample.map(|name| format!("/sample/{name}")))
        .chain((0..20).map(|at| format!("/dispatches/{at}/position")));
    let results = (0..20).map(|at| format!("/dispatches/{at}/result"));
    prop_oneof![
        (
            proptest::sample::select(figures.collect::<Vec<_>>()),
            small()
        ),
        (
            proptest::sample::select(results.collect::<Vec<_>>()),
            word()
        ),
        (
            Just("/actions/0/available".to_owned()),
            any::<bool>().prop_map(|on| json!(on))
        ),
        (Just("/actions/0/name".to_owned()), word()),
    ]
}

/// The rules again, straight from the JSON and independent of the verdict's code.
fn may_open(json: &Value) -> bool {
    let int = |path: &str| json.pointer(path).and_then(Value::as_i64).unwrap_or(-1);
    let dispatches = json["dispatches"].as_array().unwrap();
    let is = |words: &'static [&str]| {
        move |row: &&Value| {
            row["result"]
                .as_str()
                .is_some_and(|word| words.contains(&word))
        }
    };
    let bad = dispatches.iter().filter(is(&["carrier_error"])).count();
    let good = dispatches
        .iter()
        .filter(is(&["answered", "no_answer"]))
        .count();
    let (size, finished) = (int("/sample/size"), int("/sample/finished"));
    let places: std::collections::BTreeSet<i64> = dispatches
        .iter()
        .filter_map(|row| row["position"].as_i64())
        .collect();
    json["state"] == "sample_passed"
        && size == 20
        && places == (1..=20).collect()
        && int("/sample/errors") == i64::try_from(bad).unwrap()
        && bad <= 2
        && good >= 18
        && finished == i64::try_from(good + bad).unwrap()
        && finished == int("/counts/finished")
        && int("/counts/eligible") == 20 + int("/counts/rest")
        && int("/counts/in_flight") == 0
        && int("/counts/rest") > int("/counts/skipped")
        && int("/counts/skipped") >= 0
        && json["actions"][0] == json!({"name": "release", "available": true})
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn nothing_that_breaks_a_rule_opens_the_rest(
        errors in 0..5_i64, rest in 0..300_i64, mutations in proptest::collection::vec(mutation(), 0..4),
    ) {
        let mut json = passed_json(20, errors, rest);
        for (path, value) in mutations {
            *json.pointer_mut(&path).unwrap() = value;
        }
        let expected = may_open(&json);
        // A required member that is not of its type makes the whole answer unreadable.
        let Ok(retry) = decode::<Retry>(&json.to_string()) else { return Ok(()) };
        let verdict = mock::at(0, |formats| verdict(&retry, formats));
        prop_assert!(expected || !verdict.is_open(), "{verdict:?} of {json}");
        let why = mock::at(0, |formats| verdict.why_shut(formats));
        prop_assert_eq!(why.is_none(), verdict.is_open());
    }

    #[test]
    fn no_answer_breaks_the_board(words in proptest::collection::vec(word(), 0..30), size in small()) {
        let row = |(at, word): (usize, &Value)| json!({"position": at, "result": word});
        let dispatches: Vec<Value> = words.iter().enumerate().map(row).collect();
        let json = json!({"id": "r", "state": "sampling", "sample": {"size": size}, "dispatches": dispatches});
        let retry: Retry = decode(&json.to_string()).unwrap();
        let cells = mock::at(0, |formats| board::cells(Some(&retry), 20, formats));
        prop_assert!(cells.len() <= 20);
    }
}
