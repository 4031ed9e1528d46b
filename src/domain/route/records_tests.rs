#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use super::*;
use proptest::prelude::*;

fn narrowed() -> RecordQuery {
    RecordQuery::default()
        .with(RecordFilter::Status, vec!["failed".to_owned()])
        .with(RecordFilter::Step, vec!["ai_agent".to_owned()])
        .of_job(Some("job_77ae0".to_owned()))
}

#[test]
fn the_records_and_an_open_one_have_addresses() {
    for (route, address) in [
        (Route::Records(RecordsPlace::default()), "/records"),
        (
            Route::to_records(&narrowed()),
            "/records?job=job_77ae0&status=failed&step=ai_agent",
        ),
        (
            Route::Records(RecordsPlace {
                open: Some("rec/1".to_owned()),
                query: narrowed().to_query(),
            }),
            "/records/rec%2F1?job=job_77ae0&status=failed&step=ai_agent",
        ),
    ] {
        assert_eq!(route.format(), address);
        assert_eq!(Route::parse(address), route);
    }
    let nowhere = "/records/rec_1/journey";
    assert_eq!(Route::parse(nowhere), Route::NotFound(nowhere.to_owned()));
}

#[test]
fn a_kept_view_tells_nothing_of_customers_and_clearing_takes_the_run_too() {
    let asked = narrowed()
        .with_q("Keisha")
        .with_contact(Some("ct_1".to_owned()))
        .with_page(3);
    assert_eq!(
        asked.clone().keepable().written(),
        "job=job_77ae0&status=failed&step=ai_agent"
    );
    assert!(asked.is_beyond_first());
    assert_eq!(asked.all(), RecordQuery::default());
    let of_run = RecordQuery::default().of_job(Some("job_77ae0".to_owned()));
    assert!(of_run.is_narrowed() && !of_run.is_filtered());
}

#[test]
fn an_id_that_climbs_is_nobodys() {
    for id in [".", "..", "%2e", "%2E%2e", ".%2e"] {
        for (before, after) in [
            ("/campaigns/", ""),
            ("/campaigns/c/tasks/", ""),
            ("/campaigns/", "/tasks/t"),
            ("/records/", ""),
            ("/jobs/", ""),
            ("/jobs/j/records/", "/journey"),
        ] {
            let address = [before, id, after].concat();
            assert_eq!(Route::parse(&address), Route::NotFound(address));
        }
    }
    let of_the_api = Route::to_campaign(CampaignId("..".to_owned()));
    assert_eq!(of_the_api.format(), "/campaigns/%EF%BF%BD");
}

proptest! {
    #[test]
    fn any_open_record_survives_its_address(id in ".{1,12}", page in 1..9_u32, q in "\\PC{0,9}") {
        prop_assume!(is_segment(&id));
        let query = narrowed().with_q(&q).with_page(page);
        let place = RecordsPlace { open: Some(id), query: query.to_query() };
        let route = Route::Records(place.clone());
        prop_assert_eq!(Route::parse(&route.format()), route);
        prop_assert_eq!(RecordQuery::from_query(&place.query), query);
    }
}
