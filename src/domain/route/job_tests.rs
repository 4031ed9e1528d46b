#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use super::*;
use crate::domain::job::JobId;
use crate::domain::sort::SortKey;
use proptest::prelude::*;

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn place(job: Option<&str>, record: Option<(&str, bool)>, query: &str) -> Route {
    Route::Jobs(JobsPlace {
        job: job.map(|id| JobId(id.to_owned())),
        record: record.map(|(id, journey)| OpenRecord {
            id: id.to_owned(),
            journey,
        }),
        query: query.to_owned(),
    })
}

#[test]
fn everything_that_is_open_on_the_jobs_page_has_its_address() {
    for (route, address) in [
        (place(None, None, ""), "/jobs"),
        (
            place(None, None, "project=prj_claims"),
            "/jobs?project=prj_claims",
        ),
        (place(Some("a/b"), None, ""), "/jobs/a%2Fb"),
        (
            place(Some("job_77ae0"), Some(("rec 1", false)), ""),
            "/jobs/job_77ae0/records/rec%201",
        ),
        (
            place(
                Some("job_77ae0"),
                Some(("rec_51c9", true)),
                "records.status=failed",
            ),
            "/jobs/job_77ae0/records/rec_51c9/journey?records.status=failed",
        ),
    ] {
        assert_eq!(route.format(), address);
        assert_eq!(Route::parse(address), route);
    }
    for address in ["/jobs/", "jobs?", "/jobs/#x"] {
        assert_eq!(Route::parse(address), place(None, None, ""), "{address}");
    }
    for address in [
        "/jobs/1/records",
        "/jobs//records/2",
        "/jobs/1/records//journey",
        "/jobs/1/records/2/journeys",
        "/jobs/1/records/2/journey/3",
        "/Jobs",
    ] {
        assert_eq!(Route::parse(address), Route::NotFound(address.to_owned()));
    }
}

#[test]
fn runs_and_records_share_one_query() {
    let query = JobsQuery {
        runs: JobQuery::default()
            .with_project(Some("prj_claims".to_owned()))
            .with_q(" renewal ")
            .with_status(words(&["running", "waiting"]))
            .with_after(Some("2026-11-12T00:00:00Z".to_owned()))
            .with_sort(JobSort::ascending(JobSortKey::Attention))
            .with_page(2),
        records: RecordQuery::default()
            .with(RecordFilter::Outcome, words(&["ai_timeout"]))
            .with(RecordFilter::Status, words(&["failed"]))
            .with_sort(RecordSort::descending(RecordSortKey::Duration))
            .with_size(20),
    };
    let text = "project=prj_claims&q=renewal&status=running&status=waiting&after=2026-11-12T00%3A00%3A00Z\
                &sort=attention&page=2&records.status=failed&records.outcome=ai_timeout\
                &records.sort=-duration&records.size=20";
    assert_eq!(query.to_query(), text);
    assert_eq!(JobsQuery::from_query(text), query);
    let asked = query.records.clone().of_job(Some("job_1".to_owned()));
    assert!(asked.to_query().starts_with("job=job_1&"));
    assert_eq!(
        JobsQuery::from_query("records.job=x&records.=1&records.records.q=1"),
        JobsQuery::default()
    );
}

#[test]
fn what_a_query_of_runs_or_records_cannot_mean_is_as_if_not_there() {
    for query in [
        "page=0",
        "size=x",
        "sort=-attention2",
        "status=",
        "after=noon",
        "q=%20",
        "project=",
        "=",
        "x=1",
    ] {
        assert_eq!(JobQuery::from_query(query), JobQuery::default(), "{query}");
        assert_eq!(
            RecordQuery::from_query(query),
            RecordQuery::default(),
            "{query}"
        );
    }
    assert_eq!(
        JobQuery::from_query("page=4&cursor=abc").to_query(),
        "cursor=abc"
    );
    assert_eq!(
        RecordQuery::from_query("page=4&cursor=abc").to_query(),
        "cursor=abc"
    );
}

#[test]
fn clearing_the_filters_keeps_the_project_the_run_and_the_order() {
    let runs = JobQuery::from_query("project=p&q=x&status=a&spinner=b&sort=duration&page=3");
    assert_eq!(
        runs.clone().unfiltered().to_query(),
        "project=p&sort=duration"
    );
    assert!(runs.is_filtered() && !runs.unfiltered().is_filtered());
    let records = RecordQuery::from_query(
        "job=j&project=p&q=x&outcome=a&step=b&contact=c&sort=contact&page=3",
    );
    assert_eq!(
        records.clone().unfiltered().to_query(),
        "job=j&project=p&sort=contact"
    );
    assert!(records.is_filtered() && !records.unfiltered().is_filtered());
}

#[test]
fn every_change_of_what_is_listed_starts_at_the_first_page() {
    let runs = || JobQuery::default().with_page(9);
    for changed in [
        runs().with_q("x"),
        runs().with_status(words(&["failed"])),
        runs().with_after(None),
        runs().with_project(None),
        runs().unfiltered(),
    ] {
        assert_eq!((changed.page, changed.cursor), (1, None));
    }
    let records = || RecordQuery::default().with_cursor("c".to_owned());
    for changed in [
        records().with_q("x"),
        records().with(RecordFilter::Step, words(&["call"])),
        records().with_contact(None),
        records().with_project(None),
        records().with_times(None, None),
        records().unfiltered(),
    ] {
        assert_eq!((changed.page, changed.cursor), (1, None));
    }
}

proptest! {
    #[test]
    fn any_place_survives_its_address(
        job in "\\PC{1,12}", record in proptest::option::of(("\\PC{1,12}", any::<bool>())),
        q: String, value in "\\PC{1,9}", page: u32, size: u32,
        key in 0..3_usize, descending: bool,
    ) {
        let runs = JobSortKey::KEYS[key].0;
        let records = RecordSortKey::KEYS[key].0;
        let (runs, records) = match descending {
            true => (JobSort::descending(runs), RecordSort::descending(records)),
            false => (JobSort::ascending(runs), RecordSort::ascending(records)),
        };
        let query = JobsQuery {
            runs: JobQuery::default().with_project(Some(value.clone())).with_q(&q).with_sort(runs)
                .with_status(vec![value.clone()]).with_size(size).with_page(page),
            records: RecordQuery::default().with_q(&q).with(RecordFilter::Step, vec![value])
                .with_sort(records).with_size(size).with_page(page),
        };
        prop_assume!(is_segment(&job) && record.as_ref().is_none_or(|(id, _)| is_segment(id)));
        let record = record.map(|(id, journey)| OpenRecord { id, journey });
        let place = JobsPlace { job: Some(JobId(job)), record, query: query.to_query() };
        let route = Route::Jobs(place);
        let read = Route::parse(&route.format());
        prop_assert_eq!(&read, &route);
        let Route::Jobs(place) = read else { unreachable!() };
        prop_assert_eq!(JobsQuery::from_query(&place.query), query);
    }
}
