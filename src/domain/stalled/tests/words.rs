//! What is said of a run's movement, word for word.

use super::*;

/// What is said of a verdict: at length, what to do, and in a few words.
fn told(verdict: &Verdict) -> (String, Option<&'static str>, Option<String>) {
    mock::at(now(), |formats| {
        let text = sentence(verdict, formats).plain();
        (text, advice(verdict), short(verdict, formats))
    })
}

#[test]
fn every_verdict_has_its_sentence_its_advice_and_its_few_words() {
    let on = |json: Value| found(json!({"status": "waiting", "waiting_on": json}));
    let journeys = "Nothing is stuck. Journeys of finished records show which step takes the time.";
    let check =
        "Check that the runtime is running, then open the journey of a record that is in a step.";
    let start = "Start the runtime; the run then goes on by itself.";
    let unknown = "Whether it moves is not known: ";
    for (verdict, text, advice, short) in [
        (Verdict::Moving, "Its counters move.".to_owned(), None, None),
        (
            Verdict::Slow(Slowness::PastUsual(2.0)),
            "Slow, but moving: it takes 2.0× the usual longest time.".to_owned(),
            Some(journeys),
            None,
        ),
        (
            Verdict::Slow(Slowness::InAiStep(150.0)),
            "Slow: the AI step has taken 2 m 30 s; up to 2 min is normal.".to_owned(),
            Some(journeys),
            Some("in the AI step for 2 m 30 s"),
        ),
        (
            Verdict::Stalled {
                seconds: 360.0,
                eligible: 1,
                runtime_down: false,
            },
            "Stalled: no counter has moved for 6 min while 1 record could go. \
             More than 5 min of that is called stalled."
                .to_owned(),
            Some(check),
            Some("stalled, no move for 6 min"),
        ),
        (
            Verdict::RuntimeDown { since: None },
            "The runtime is down.".to_owned(),
            Some(start),
            Some("runtime is down"),
        ),
        (
            Verdict::Queued { ahead: None },
            "Queued: the runtime has not taken it yet.".to_owned(),
            None,
            None,
        ),
        (
            Verdict::Queued { ahead: Some(0) },
            "Queued: it is the next run that the runtime takes.".to_owned(),
            None,
            Some("0 ahead"),
        ),
        (
            Verdict::Queued { ahead: Some(1) },
            "Queued: 1 run is ahead of it.".to_owned(),
            None,
            Some("1 ahead"),
        ),
        (
            Verdict::Queued { ahead: Some(1_200) },
            "Queued: 1,200 runs are ahead of it.".to_owned(),
            None,
            Some("1,200 ahead"),
        ),
        (
            Verdict::Waiting(None),
            "Waiting: no record could go now, so it is not stalled.".to_owned(),
            None,
            None,
        ),
        (
            on(json!({"kind": "human"})),
            "Waiting on human step.".to_owned(),
            None,
            Some("human step"),
        ),
        (
            on(json!({"kind": " ", "text": " "})),
            "Waiting on outside step.".to_owned(),
            None,
            Some("outside step"),
        ),
        (
            Verdict::Unknown(Missing::Progress),
            [unknown, "when a counter last moved is not reported."].concat(),
            None,
            None,
        ),
        (
            Verdict::Unknown(Missing::Eligible),
            [unknown, "how many records could go is not reported."].concat(),
            None,
            None,
        ),
        (
            Verdict::Unknown(Missing::Status),
            [unknown, "its status is not known here."].concat(),
            None,
            None,
        ),
    ] {
        assert_eq!(told(&verdict), (text, advice, short.map(str::to_owned)));
    }
}

#[test]
fn how_long_it_waits_is_told_to_the_minute_and_the_first_minute_to_the_second() {
    for (seconds, short) in [
        (0, "human step, 0 s"),
        (59, "human step, 59 s"),
        (60, "human step, 1 min"),
        (119, "human step, 1 min"),
        (-5, "human step"),
    ] {
        let on = json!({"kind": "human", "since": ago(seconds)});
        let verdict = found(json!({"status": "waiting", "waiting_on": on}));
        assert_eq!(told(&verdict).2.as_deref(), Some(short));
    }
}
