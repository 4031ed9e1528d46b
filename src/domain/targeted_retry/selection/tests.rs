use super::*;
use crate::domain::campaign::CampaignId;
use crate::domain::job::JobId;
use crate::domain::json::decode;
use proptest::prelude::*;
use serde_json::{Value, json};

fn sent(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

#[test]
fn a_selection_is_sent_with_what_it_has() {
    let campaign = Scope::Campaign(CampaignId("cmp_\"1".to_owned()));
    let job = Scope::Job(JobId("job_1".to_owned()));
    let filter = RetryFilter {
        sip_status: vec![503, 504],
        carrier: vec!["Telnova".to_owned()],
        after: Some(Timestamp::from_text("2026-11-12T13:18:00-06:00")),
        ..RetryFilter::default()
    };
    let by_filter = RetrySelection::of_filter(&campaign, filter);
    assert_eq!(
        sent(&by_filter.json()),
        json!({"campaign_id": "cmp_\"1", "filter": {"sip_status": [503, 504],
            "carrier": ["Telnova"], "after": "2026-11-12T13:18:00-06:00"}})
    );
    let by_ids = RetrySelection::of_ids(&job, vec!["rec_1".to_owned()]);
    let body = RetryBody {
        selection: by_ids,
        sample_size: 12,
        reason: Some("again\n".to_owned()),
    };
    assert_eq!(
        sent(&body.json()),
        json!({"selection": {"job_id": "job_1", "ids": ["rec_1"]}, "sample_size": 12,
            "reason": "again\n"})
    );
    let empty = RetrySelection::of_filter(&job, RetryFilter::default());
    assert_eq!(
        sent(&empty.json()),
        json!({"job_id": "job_1", "filter": {}})
    );
}

#[test]
fn a_filter_without_a_member_that_keeps_something_is_empty() {
    for (json, is_empty) in [
        ("{}", true),
        (r#"{"sip_status":[],"code":null,"after":null}"#, true),
        (r#"{"sip_status":[503]}"#, false),
        (r#"{"before":"soon"}"#, false),
    ] {
        assert_eq!(
            decode::<RetryFilter>(json).unwrap().is_empty(),
            is_empty,
            "{json}"
        );
    }
    assert!(decode::<RetryFilter>(r#"{"sip_status":["503"]}"#).is_err());
}

proptest! {
    #[test]
    fn what_is_sent_reads_back(
        sip_status: Vec<i64>, code: Vec<String>, outcome: Vec<String>, after: Option<String>,
    ) {
        let filter = RetryFilter {
            sip_status,
            code,
            outcome,
            after: after.map(Timestamp::from_text),
            ..RetryFilter::default()
        };
        let scope = Scope::Job(JobId("job_1".to_owned()));
        let selection = RetrySelection::of_filter(&scope, filter);
        prop_assert_eq!(decode::<RetrySelection>(&selection.json()).unwrap(), selection);
    }
}
