//! Every trap that a recording names has a test in this folder. A new recording,
//! or another trap in one, fails here until it is held.

use super::server::parsed;
use std::fs;
use std::path::{Path, PathBuf};

/// The first words of a trap, and the test that holds it.
const HELD: &[(&str, &str)] = &[
    (
        "first cursor page needs",
        "the_first_page_by_cursor_is_asked_for_with_an_empty_one",
    ),
    (
        "total_entries capped",
        "the_first_page_by_cursor_is_asked_for_with_an_empty_one",
    ),
    (
        "run ids contain",
        "ids_with_colons_and_a_plus_are_one_segment_each",
    ),
    (
        "run failed although 29",
        "a_run_that_failed_shows_its_29_of_30_records",
    ),
    (
        "a BAD token answers 403",
        "a_missing_and_a_bad_token_both_mean_sign_in_again",
    ),
    (
        "closest thing to dispatch health",
        "pools_are_the_lines_and_the_queue",
    ),
    (
        "try_number 3 with max_tries 2",
        "tries_allowed_are_one_more_than_max_tries",
    ),
    (
        "VERBATIM published example",
        "a_second_89_is_kept_as_text_and_marked_as_no_time",
    ),
    (
        "execution_status adds to 26",
        "statuses_that_add_to_26_of_11_are_told_with_both_figures",
    ),
    ("status \"executed\"", "executed_means_finished"),
    ("humanized_created_at", "a_humanized_time_is_no_time"),
    ("epoch milliseconds", "epoch_milliseconds_are_moments"),
    (
        "pageCount and range",
        "without_a_total_it_is_the_count_of_the_status",
    ),
    (
        "attempts = made",
        "attempts_made_and_allowed_are_told_together",
    ),
    (
        "ids are numeric strings",
        "ids_that_are_numeric_strings_stay_text",
    ),
    (
        "manual pause leaves the OLD",
        "a_manual_pause_is_not_explained_by_the_old_breaker_entry",
    ),
    (
        "executed_count 146",
        "executed_of_queued_and_processed_of_rows_are_two_things",
    ),
    (
        "total grows",
        "the_total_grows_with_retries_and_is_not_held_to_the_file",
    ),
    (
        "still running although",
        "still_running_with_every_row_final_stays_running_and_is_no_success",
    ),
    (
        "no pagination",
        "no_pagination_the_whole_list_is_paged_here",
    ),
    (
        "total_rows null",
        "total_rows_null_before_the_sync_is_empty_and_no_0",
    ),
    (
        "non-ASCII and markup",
        "non_ascii_and_markup_in_names_are_text",
    ),
    (
        "a state conflict answers 400",
        "a_state_conflict_of_400_is_a_conflict_in_the_servers_words",
    ),
    (
        "detail is a string",
        "a_detail_that_is_a_string_is_told_and_401_means_sign_in",
    ),
    (
        "detail is a LIST",
        "a_detail_that_is_a_list_is_told_by_its_words",
    ),
    (
        "list-valued detail",
        "a_detail_that_is_a_list_is_told_by_its_words",
    ),
    ("numbers may be SIP", "numbers_may_be_sip_extensions"),
    (
        "no answer rate, no weight",
        "no_answer_rate_and_no_weight_stay_not_reported",
    ),
    (
        "failed_calls 70",
        "failed_calls_above_processed_rows_are_told_as_sent",
    ),
    (
        "progress_percentage 13.33",
        "progress_is_146_of_156_with_its_contradiction_marked",
    ),
    (
        "published docs describe",
        "field_names_of_the_published_docs_are_not_what_is_read",
    ),
    (
        "page/limit/total_count",
        "page_limit_total_count_and_total_pages_are_the_contracts_page",
    ),
    (
        "disposition \"no-answer\"",
        "the_disposition_stays_beside_the_reason_of_the_retry",
    ),
    (
        "is_completed true",
        "is_completed_of_unanswered_calls_is_no_success",
    ),
    (
        "contact fields live",
        "contact_fields_come_out_of_the_free_form_context",
    ),
    (
        "no detail on how long",
        "a_problem_without_a_word_on_waiting_names_no_seconds",
    ),
    (
        "extension members",
        "extension_members_of_a_problem_are_left_alone",
    ),
    ("camelCase", "camel_case_names_are_the_contracts_members"),
    ("results + metadata", "the_metadata_is_the_page"),
    (
        "hyphenated statuses",
        "hyphenated_statuses_are_known_and_archived_is_no_success",
    ),
    (
        "total must be summed",
        "the_total_is_the_sum_of_the_counters_and_absent_without_them",
    ),
    (
        "counters are doubles",
        "counters_that_are_doubles_are_counts",
    ),
];

fn folder(below: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(below);
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    files
        .filter(|path| {
            path.extension()
                .is_some_and(|kind| kind == "json" || kind == "rs")
        })
        .map(|path| (path.clone(), fs::read_to_string(path).unwrap()))
        .collect()
}

#[test]
fn every_trap_of_a_recording_has_a_test() {
    let tests: String = folder("tests/mappings")
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    let mut seen = 0;
    for (path, text) in folder("tests/recorded") {
        for trap in parsed(&text)["_meta"]["traps"].as_array().unwrap() {
            let trap = trap.as_str().unwrap();
            let held = HELD.iter().find(|(words, _)| trap.starts_with(words));
            let (_, test) =
                held.unwrap_or_else(|| panic!("{}: nothing holds: {trap}", path.display()));
            // One that is run, and that does something.
            let test_of_it = format!("#[test]\nfn {test}() {{\n    ");
            assert!(tests.contains(&test_of_it), "{trap}: there is no {test}");
            seen += 1;
        }
    }
    assert!(seen > 40, "the recordings name their traps");
}
