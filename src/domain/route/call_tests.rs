#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use super::*;
use crate::domain::sort::SortKey;
use proptest::prelude::*;

const DAY: &str = "2026-11-12T00:00:00-06:00";

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn narrowed() -> CallQuery {
    let times = (
        Some(DAY.to_owned()),
        Some("2026-11-13T06:00:00Z".to_owned()),
    );
    CallQuery::of_campaign("cmp_1")
        .with_q("+1217")
        .with_contact(Some("ct 1".to_owned()))
        .with_times(times.0, times.1)
        .with(CallFilter::State, words(&["exhausted", "completed"]))
        .with(CallFilter::Disposition, words(&["Not interested"]))
        .with(CallFilter::SipStatus, words(&["486"]))
        .with(CallFilter::From, words(&["+13125550142"]))
}

#[test]
fn every_call_log_has_its_address() {
    let all = CallQuery::default;
    for (query, address) in [
        (all(), "/calls"),
        (CallQuery::of_campaign("a/b"), "/calls?campaign=a%2Fb"),
        (
            all()
                .with_sort(CallSort::ascending(CallSortKey::Started))
                .with_page(3),
            "/calls?sort=started&page=3",
        ),
        (
            narrowed().with_size(20),
            "/calls?q=%2B1217&contact=ct%201&after=2026-11-12T00%3A00%3A00-06%3A00\
             &before=2026-11-13T06%3A00%3A00Z&campaign=cmp_1&state=exhausted&state=completed\
             &disposition=Not%20interested&sip_status=486&from=%2B13125550142&size=20",
        ),
    ] {
        let route = Route::Calls(query);
        assert_eq!(route.format(), address);
        assert_eq!(Route::parse(address), route);
    }
    assert_eq!(Route::parse("calls/"), Route::Calls(all()));
    assert_eq!(
        Route::parse("/calls/7"),
        Route::NotFound("/calls/7".to_owned())
    );
}

#[test]
fn what_a_call_query_cannot_mean_is_as_if_not_there() {
    for query in [
        "page=0",
        "size=x",
        "sort=campaign",
        "sort=--started",
        "sort=-started",
        "state=",
        "q=%20",
        "contact=",
        "after=yesterday",
        "before=2026-11-31T00:00:00Z",
        "cursor=",
        "unknown=1",
        "=",
    ] {
        assert_eq!(
            CallQuery::from_query(query),
            CallQuery::default(),
            "{query}"
        );
    }
    let odd = CallQuery::default().with_times(Some("soon".to_owned()), Some(DAY.to_owned()));
    assert_eq!((odd.after, odd.before.as_deref()), (None, Some(DAY)));
    assert_eq!(
        CallQuery::from_query("page=4&cursor=abc").to_query(),
        "cursor=abc"
    );
}

#[test]
fn every_change_of_which_calls_are_listed_starts_at_the_first_page() {
    let far = || narrowed().with_page(9);
    for changed in [
        far().with_q("x"),
        far().with_contact(None),
        far().with_times(None, None),
        far().with(CallFilter::State, Vec::new()),
        far().with_sort(CallSort::descending(CallSortKey::Duration)),
        far().with_size(20),
        far().cleared(),
    ] {
        assert_eq!((changed.page, changed.cursor), (1, None));
    }
}

#[test]
fn each_filter_counts_as_one_and_clearing_takes_them_all() {
    for filter in [
        "q=x",
        "contact=1",
        "after=2026-11-12T00:00:00Z",
        "before=2026-11-12T00:00:00Z",
        "campaign=1",
        "state=x",
        "disposition=x",
        "sip_status=486",
        "from=x",
    ] {
        assert!(CallQuery::from_query(filter).is_filtered(), "{filter}");
    }
    let sorted = narrowed()
        .with_sort(CallSort::ascending(CallSortKey::Duration))
        .with_size(20);
    assert_eq!(sorted.cleared().to_query(), "sort=duration&size=20");
    assert!(!CallQuery::from_query("sort=duration&page=2&size=20").is_filtered());
}

proptest! {
    #[test]
    fn any_call_log_survives_its_address(
        q: String, contact in proptest::option::of(".{0,9}"), filter in 0..5_usize,
        values in proptest::collection::vec("\\PC{0,9}", 0..4), page: u32, size: u32,
        cursor in proptest::option::of(".{0,20}"), key in 0..2_usize, descending: bool,
        after in proptest::option::of(0_i64..4_000_000_000_000),
    ) {
        let key = CallSortKey::KEYS[key].0;
        let sort = if descending { CallSort::descending(key) } else { CallSort::ascending(key) };
        let after = after.and_then(crate::domain::calendar::written);
        let query = CallQuery::default().with_q(&q).with_contact(contact)
            .with_times(after.clone(), after).with(CallFilter::ALL[filter], values)
            .with_sort(sort).with_size(size).with_page(page);
        let query = match cursor {
            Some(cursor) => query.with_cursor(cursor),
            None => query,
        };
        let route = Route::Calls(query);
        prop_assert_eq!(Route::parse(&route.format()), route);
    }
}
