#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use super::*;
use crate::domain::sort::SortKey;
use proptest::prelude::*;

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn campaign(tasks: TaskQuery, open: Option<&str>) -> Route {
    Route::Campaign {
        id: CampaignId("cmp_8f3k2q".to_owned()),
        tasks,
        open: open.map(|task| TaskId(task.to_owned())),
    }
}

/// Every kind of view with its address.
fn addresses() -> Vec<(Route, &'static str)> {
    let list = CampaignQuery::default;
    let tasks = TaskQuery::default;
    let by_progress = CampaignSort::descending(CampaignSortKey::Progress);
    vec![
        (Route::Campaigns(list()), "/campaigns"),
        (
            Route::Campaigns(list().with_q(" Q4 & more ")),
            "/campaigns?q=Q4%20%26%20more",
        ),
        (
            Route::Campaigns(list().with_status(words(&["running", "paused"]))),
            "/campaigns?status=running&status=paused",
        ),
        (
            Route::Campaigns(list().with_sort(by_progress).with_page(3)),
            "/campaigns?sort=-progress&page=3",
        ),
        (
            Route::Campaigns(list().with_size(20).with_cursor("b64=/+".to_owned())),
            "/campaigns?cursor=b64%3D%2F%2B&size=20",
        ),
        (
            Route::to_campaign(CampaignId("a/b c".to_owned())),
            "/campaigns/a%2Fb%20c",
        ),
        (
            campaign(tasks(), Some("t?1")),
            "/campaigns/cmp_8f3k2q/tasks/t%3F1",
        ),
        (
            campaign(
                tasks()
                    .with_q("+1217")
                    .with_status(words(&["pending"]))
                    .with_blocker(words(&["retry_cool_off"]))
                    .with_disposition(words(&["Not interested"]))
                    .with_from(words(&["+13125550142"]))
                    .with_sort(TaskSort::descending(TaskSortKey::LastAttempted))
                    .with_size(100)
                    .with_page(2),
                Some("t1"),
            ),
            "/campaigns/cmp_8f3k2q/tasks/t1?q=%2B1217&status=pending&blocker=retry_cool_off\
             &disposition=Not%20interested&from=%2B13125550142&sort=-last_attempted&page=2&size=100",
        ),
        (Route::Live, "/live"),
        (Route::Api, "/this-api"),
        (Route::NotFound("/pools/7?x=1".to_owned()), "/pools/7?x=1"),
    ]
}

#[test]
fn every_view_has_its_address() {
    for (route, address) in addresses() {
        assert_eq!(route.format(), address);
        assert_eq!(Route::parse(address), route);
    }
}

#[test]
fn home_and_sloppy_addresses_lead_to_the_same_views() {
    let home = Route::Campaigns(CampaignQuery::default());
    for address in [
        "",
        "/",
        "/campaigns",
        "campaigns",
        "/campaigns/",
        "/campaigns?",
        "/#top",
        "//",
    ] {
        assert_eq!(Route::parse(address), home, "{address:?}");
    }
    assert_eq!(Route::parse("/api"), Route::Api);
    let page = Route::to_campaign(CampaignId("cmp_1".to_owned()));
    for address in [
        "/campaigns/cmp_1",
        "campaigns/cmp_1/",
        "/campaigns/cmp_1?#x",
    ] {
        assert_eq!(Route::parse(address), page, "{address:?}");
    }
}

#[test]
fn addresses_of_no_view_are_kept_as_they_are() {
    for address in [
        "/nothing",
        "/campaigns//tasks/1",
        "/campaigns/1/tasks",
        "/campaigns/1/tasks/",
        "/campaigns/1/tasks/2/3",
        "/Campaigns",
        "/campaigns/1/numbers",
    ] {
        assert_eq!(Route::parse(address), Route::NotFound(address.to_owned()));
    }
}

#[test]
fn what_a_query_cannot_mean_is_as_if_not_there() {
    for query in [
        "page=0",
        "page=-1",
        "page=x",
        "page=99999999999",
        "size=x",
        "sort=size",
        "sort=-status",
        "status=",
        "q=%20%20",
        "cursor=",
        "unknown=1",
        "&&",
        "=",
        "page=1&size=50",
    ] {
        assert_eq!(
            TaskQuery::from_query(query),
            TaskQuery::default(),
            "{query}"
        );
        assert_eq!(
            CampaignQuery::from_query(query),
            CampaignQuery::default(),
            "{query}"
        );
    }
    assert_eq!(TaskQuery::from_query("size=5000").size, MAXIMUM_SIZE);
    assert_eq!(TaskQuery::from_query("size=0").size, 1);
    assert_eq!(
        TaskQuery::from_query("status=a&status=a&status=b").status,
        ["a", "b"]
    );
    let long = TaskQuery::from_query(&["q=", &"é".repeat(999)].concat());
    assert_eq!(long.q.chars().count(), 200);
}

#[test]
fn a_page_and_a_cursor_are_never_asked_for_together() {
    let query = TaskQuery::from_query("page=4&cursor=abc");
    assert_eq!(query.to_query(), "cursor=abc");
    assert_eq!(query.with_page(4).to_query(), "page=4");
}

#[test]
fn every_change_of_what_is_listed_starts_at_the_first_page() {
    let far = || TaskQuery::default().with_page(9);
    for changed in [
        far().with_q("x"),
        far().with_status(words(&["pending"])),
        far().with_blocker(words(&["x"])),
        far().with_disposition(words(&["x"])),
        far().with_from(words(&["x"])),
        far().with_sort(TaskSort::ascending(TaskSortKey::Contact)),
        far().with_size(20),
        far().cleared(),
    ] {
        assert_eq!((changed.page, changed.cursor), (1, None));
    }
    let far = || CampaignQuery::default().with_cursor("abc".to_owned());
    for changed in [
        far().with_q("x"),
        far().with_status(words(&["running"])),
        far().with_sort(CampaignSort::ascending(CampaignSortKey::Name)),
        far().with_size(20),
        far().cleared(),
    ] {
        assert_eq!((changed.page, changed.cursor), (1, None));
    }
}

#[test]
fn clearing_the_filters_keeps_order_and_size() {
    let query =
        TaskQuery::from_query("q=x&status=a&blocker=b&disposition=c&from=d&sort=contact&size=20");
    assert!(query.is_filtered());
    assert_eq!(query.cleared().to_query(), "sort=contact&size=20");
    for filter in ["q=x", "status=a", "blocker=b", "disposition=c", "from=d"] {
        assert!(TaskQuery::from_query(filter).is_filtered(), "{filter}");
    }
    assert!(!TaskQuery::from_query("sort=contact&page=2&size=20").is_filtered());
}

#[test]
fn a_filter_value_is_put_in_and_taken_out() {
    let one = toggled(Vec::new(), "pending");
    let two = toggled(one.clone(), "ringing");
    assert_eq!(two, ["pending", "ringing"]);
    assert_eq!(toggled(two, "pending"), ["ringing"]);
    assert_eq!(toggled(one, ""), ["pending"]);
}

proptest! {
    #[test]
    fn any_view_survives_its_address(
        id in "\\PC{1,20}", task in proptest::option::of("\\PC{1,20}"), q: String,
        values in proptest::collection::vec("\\PC{0,9}", 0..4), page: u32, size: u32,
        cursor in proptest::option::of(".{0,20}"), key in 0..6_usize, descending: bool,
    ) {
        prop_assume!(is_segment(&id) && task.as_deref().is_none_or(is_segment));
        let key = TaskSortKey::KEYS[key].0;
        let sort = if descending { TaskSort::descending(key) } else { TaskSort::ascending(key) };
        let kept = values.iter().fold(Vec::new(), |kept, value| {
            if kept.contains(value) { kept } else { toggled(kept, value) }
        });
        let query = TaskQuery::default().with_q(&q).with_from(kept.clone()).with_status(kept)
            .with_sort(sort).with_size(size).with_page(page);
        let query = match cursor {
            Some(cursor) => query.with_cursor(cursor),
            None => query,
        };
        let route = Route::Campaign { id: CampaignId(id), tasks: query, open: task.map(TaskId) };
        prop_assert_eq!(Route::parse(&route.format()), route);
    }

    #[test]
    fn any_address_comes_to_rest(address: String) {
        let route = Route::parse(&address);
        prop_assert_eq!(Route::parse(&route.format()), route);
    }
}
