#![allow(clippy::unwrap_used)]

use super::*;
use crate::domain::json::decode;
use proptest::prelude::*;

fn known(more: &str) -> Capabilities {
    decode(&[r#"{"workspace":{"id":"w","name":"W"}"#, more, "}"].concat()).unwrap()
}

#[test]
fn what_is_not_said_to_be_missing_is_there() {
    for (provides, there) in [
        ("", true),
        (r#","provides":null"#, true),
        (r#","provides":7"#, true),
        (r#","provides":["records","jobs"]"#, true),
        (r#","provides":["records"]"#, false),
        (r#","provides":[]"#, false),
    ] {
        assert_eq!(known(provides).offers("jobs"), there, "{provides}");
    }
}

#[test]
fn an_api_that_says_nothing_of_its_resources_reports_everything() {
    for more in [
        "",
        r#","resources":null,"actions":null"#,
        r#","resources":7,"actions":"x""#,
    ] {
        let known = known(more);
        assert_eq!(known.extent("tasks"), Extent::Unsaid, "{more}");
        assert!(known.reports("tasks", "phone") && known.filters_by("tasks", "status"));
        assert!(known.sorts_by("tasks", "-attempts") && known.can("campaign", "pause"));
    }
}

#[test]
fn live_ops_is_there_with_any_card_of_it() {
    let one = known(r#","provides":["live"],"resources":[{"name":"live/jobs"}]"#);
    assert!(one.has("live") && one.has("live/jobs") && !one.has("live/calls"));
    let none = known(r#","provides":["jobs"],"resources":[{"name":"jobs"}]"#);
    assert!(!none.has("live") && !none.has("campaigns") && none.has("jobs"));
}

#[test]
fn what_a_resource_leaves_out_is_not_reported_and_the_rest_is() {
    let known = known(
        r#","resources":[
            {"name":"tasks","fields":["status","contact.name","counts"],"filters":["status"],"sorts":[]},
            {"name":"calls"}, 7],
        "actions":[{"of":"campaign","name":"pause"},{"of":"record"}]"#,
    );
    for (resource, field, there) in [
        ("tasks", "status", true),
        ("tasks", "phone", false),
        ("tasks", "contact", true),
        ("tasks", "contact.name", true),
        ("tasks", "contact.id", false),
        ("tasks", "counts.total", true),
        ("tasks", "count", false),
        ("tasks", "stat", false),
        ("calls", "anything", true),
        ("jobs", "status", false),
    ] {
        assert_eq!(known.reports(resource, field), there, "{resource} {field}");
    }
    assert!(known.filters_by("tasks", "status") && !known.filters_by("tasks", "q"));
    assert!(!known.sorts_by("tasks", "contact") && known.sorts_by("calls", "-started"));
    assert!(known.can("campaign", "pause") && !known.can("campaign", "resume"));
    assert!(
        !known.can("record", "retry"),
        "a row that cannot be read promises nothing"
    );
}

proptest! {
    #[test]
    fn covering_is_mutual_and_holds_for_what_is_inside(a in "[a-c.]{0,6}", b in "[a-c.]{0,6}") {
        prop_assert_eq!(covers(&a, &b), covers(&b, &a));
        prop_assert!(covers(&a, &a));
        prop_assert!(covers(&a, &[&*a, ".", &*b].concat()));
    }
}
