use super::*;

fn of(words: &[(&str, i64)]) -> Outcomes {
    let words = words
        .iter()
        .map(|(word, count)| ((*word).to_owned(), *count));
    Outcomes::tallied(&Tally(words.collect()))
}

#[test]
fn lines_that_are_all_being_dialed_are_told_apart() {
    assert!(of(&[("dialling", 3), ("completed", 9)]).is_only_dialing());
    assert!(!of(&[("dialling", 3), ("in_progress", 1)]).is_only_dialing());
    assert!(!of(&[("dialling", 0), ("completed", 9)]).is_only_dialing());
    assert!(!of(&[("in_progress", 2)]).is_only_dialing());
}

#[test]
fn one_final_family_is_enough_to_know_what_is_finished() {
    for (word, finished) in [
        ("completed", Some(7)),
        ("exhausted", Some(7)),
        ("window_closed", Some(7)),
        ("pending", None),
        ("in_progress", None),
    ] {
        assert_eq!(of(&[(word, 7)]).known_finished(), finished, "{word}");
    }
}

#[test]
fn every_state_of_the_contract_has_one_family() {
    let outcomes = of(&[
        ("pending", 1),
        ("scheduled", 2),
        ("retry_scheduled", 4),
        ("callback_scheduled", 8),
        ("leased", 16),
        ("dialling", 32),
        ("ringing", 64),
        ("amd_screening", 128),
        ("attaching", 256),
        ("in_progress", 512),
        ("_processing", 1024),
    ]);
    assert_eq!(outcomes.waiting, 15);
    assert_eq!((outcomes.live, outcomes.on_a_line), (2032, 992));
    assert_eq!((outcomes.finished(), outcomes.unknown), (0, 0));
    let ended = of(&[
        ("completed", 1),
        ("exhausted", 2),
        ("abandoned", 4),
        ("amd_machine", 8),
        ("window_closed", 16),
        ("manual_stopped", 32),
    ]);
    assert_eq!(
        (ended.failed(), ended.ended_otherwise(), ended.finished()),
        (14, 48, 63)
    );
}

#[test]
fn an_unknown_state_is_no_success_and_not_final() {
    let outcomes = of(&[("completed_badly", 5), ("COMPLETED", 3)]);
    assert_eq!(
        (outcomes.unknown, outcomes.completed, outcomes.finished()),
        (5, 3, 3)
    );
}

#[test]
fn a_word_that_is_missing_is_0_only_where_nothing_else_is_missing() {
    let counts = |total| TaskCounts {
        total,
        by_status: Tally(vec![("dialling".to_owned(), 9)]).into(),
        ..TaskCounts::default()
    };
    let whole = Outcomes::of(&counts(9)).unwrap_or_default();
    assert_eq!(
        (whole.known_failed(), whole.known_finished()),
        (Some(0), Some(0))
    );
    let part = Outcomes::of(&counts(12)).unwrap_or_default();
    assert_eq!(
        (part.known_live(), part.known_on_a_line()),
        (Some(9), Some(9))
    );
    assert!(part.is_only_dialing());
    let missing = [
        part.known_waiting(),
        part.known_completed(),
        part.known_failed(),
    ];
    assert_eq!(missing, [None; 3]);
    assert_eq!(part.known_finished(), None);
}

#[test]
fn sums_saturate() {
    let outcomes = of(&[
        ("exhausted", i64::MAX),
        ("abandoned", i64::MAX),
        ("amd_machine", 1),
    ]);
    assert_eq!(outcomes.failed(), i64::MAX);
}
