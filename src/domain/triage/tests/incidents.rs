//! The four incidents, and a campaign without one.

use super::given::*;
use super::*;

#[test]
fn a_quiet_campaign_passes_every_check() {
    let found = quiet().assess(None);
    for line in lines(&found) {
        assert!(line.contains(" pass | "), "{line}");
    }
    assert_eq!(found.cause.key, CauseKey::NoneFound);
    assert_eq!(
        found.cause.sentence,
        "Every check passed: nothing explains a problem now."
    );
    assert_eq!(
        (found.suggested, found.ladder.levels[2].open),
        (None, false)
    );
    assert_eq!(
        found
            .groups
            .iter()
            .map(|group| group.number)
            .collect::<Vec<_>>(),
        [1, 2, 3]
    );
    assert!(
        found
            .groups
            .iter()
            .all(|group| group.state == CheckState::Pass)
    );
    for symptom in Symptom::ALL {
        assert_eq!(
            quiet().assess(Some(symptom)).cause.key,
            CauseKey::NoneFound,
            "{symptom:?}"
        );
    }
}

#[test]
fn lines_that_others_took_are_found() {
    let found = permits_taken().assess(Some(Symptom::Stuck));
    assert_eq!(
        states(&found),
        "status pass, counters_moving fail, processed pass, permits fail, held_by warn, \
         transient_retried pass, permanent_not_retried pass, failure_share pass, \
         second_run pass, deliveries pass, recipients pass, reached_again pass"
    );
    let lines = lines(&found);
    assert_eq!(
        lines[1],
        "counters_moving fail | Progress counters are not moving | 3,055 of 4,812 processed. \
         Last dial 14:20:08 CST. 1,757 contacts still wait. | 0 in 12 min"
    );
    assert_eq!(
        lines[3],
        "permits fail | Permits are the limit | Tenant 120 of 120 lines in use; campaign concurrency 36; \
         number pool 72 lines; 0 in use by it. | 0 free"
    );
    assert_eq!(found.cause.key, CauseKey::PermitsTaken);
    assert_eq!(
        found.cause.sentence,
        "Other campaigns hold all 120 tenant lines; none is left for this one."
    );
    assert_eq!(
        (found.cause.symptom, found.suggested),
        (Some(Symptom::Stuck), Some(Symptom::Stuck))
    );
    assert!(!found.strategy.is_retry_wise);
    assert_eq!(
        found.strategy.why,
        "No line is free for it; a retry would wait as well."
    );
}

#[test]
fn a_carrier_that_failed_and_the_breaker_s_pause_are_found() {
    let found = carrier_outage().assess(None);
    assert_eq!(
        states(&found),
        "status warn, counters_moving fail, processed unknown, permits pass, held_by warn, \
         transient_retried pass, permanent_not_retried pass, failure_share fail, \
         second_run pass, deliveries pass, recipients pass, reached_again pass"
    );
    let lines = lines(&found);
    assert_eq!(
        lines[0],
        "status warn | Current status: Paused | Paused by the system at 14:20 CST. Failure breaker, \
         27 of 50 attempts failed in 2 min (54%, limit 50%). | 11 min ago"
    );
    assert!(lines[1].ends_with("| 0 in 11 m 28 s"), "{}", lines[1]);
    assert_eq!(
        lines[5],
        "transient_retried pass | Transient failures were retried | 244 failed last with SIP 503 or \
         provider timeout; 244 were dialed again; 6 have a retry scheduled. | 244 of 244"
    );
    assert_eq!(
        lines[6],
        "permanent_not_retried pass | Permanent failures are not retried | 61 failed for good with \
         SIP 404; 0 were dialed again since. | 0 of 61"
    );
    assert_eq!(
        lines[7],
        "failure_share fail | Carrier errors above the expected 2% | 244 of 1,904 attempts failed at the \
         carriers (SIP 503 or provider timeout), 238 of them on Telnyx. | 12.8%"
    );
    assert_eq!(found.cause.key, CauseKey::BreakerPaused);
    assert_eq!(
        found.cause.sentence,
        "Telnyx failed 238 attempts (SIP 503 or provider timeout), then the breaker paused the \
         campaign at 14:20:31 CST."
    );
    assert_eq!(
        found.cause.detail,
        "No duplicates found. 244 contacts are safe to retry; 74 are not. Retry a 20-contact sample first."
    );
    assert_eq!(found.suggested, Some(Symptom::FewCalls));
    assert!(
        found.strategy.is_retry_wise,
        "its breaker tests the carrier"
    );
    assert!(found.ladder.levels[2].open);
    assert_eq!(
        found.update.text,
        "Calls paused at 14:20 CST after carrier errors. No one was called twice. \
         We will test a few calls, then call 244 contacts again."
    );
}

#[test]
fn a_segment_of_bad_numbers_is_found_and_never_retried() {
    let found = bad_numbers().assess(Some(Symptom::Failures));
    assert_eq!(
        states(&found),
        "status pass, counters_moving pass, processed pass, permits pass, held_by pass, \
         transient_retried pass, permanent_not_retried pass, failure_share fail, \
         second_run pass, deliveries pass, recipients pass, reached_again pass"
    );
    assert_eq!(found.cause.key, CauseKey::InvalidNumbers);
    assert_eq!(
        found.cause.sentence,
        "400 of 420 failed contacts failed for good (SIP 404). 380 of 400 attempts in upload part 3 \
         failed (95.0%)."
    );
    assert_eq!(found.suggested, Some(Symptom::Failures));
    assert_eq!(
        (
            found.strategy.retry_contacts,
            found.strategy.leave_out_contacts
        ),
        (Some(0), Some(420))
    );
    assert!(!found.strategy.is_retry_wise && found.strategy.retry.is_empty());
    assert!(!found.ladder.levels[2].open, "the carriers are well");
}

#[test]
fn a_second_run_over_the_same_upload_is_found() {
    let found = second_run().assess(Some(Symptom::Duplicates));
    assert_eq!(
        states(&found),
        "status pass, counters_moving pass, processed warn, permits pass, held_by pass, \
         transient_retried pass, permanent_not_retried pass, failure_share pass, \
         second_run fail, deliveries fail, recipients pass, reached_again fail"
    );
    assert_eq!(found.cause.key, CauseKey::SecondRun);
    assert_eq!(
        found.cause.sentence,
        "job_b was started 14:02 CST by J. Park over the same upload as job_a; 37 contacts were called \
         again after being reached."
    );
    assert_eq!(found.suggested, Some(Symptom::Duplicates));
    assert!(!found.strategy.is_retry_wise);
    let persisting = &found.ladder.levels[2].conditions[1];
    assert_eq!(
        (&*persisting.text, persisting.is_met()),
        ("Duplicates persist after dedupe", true)
    );
    assert!(
        found
            .update
            .text
            .contains("37 people were called again after we had reached them.")
    );
}
