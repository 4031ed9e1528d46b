use super::*;

/// What is told between two addresses: "task t1", "task closed".
fn told(before: &str, now: &str) -> Vec<String> {
    let [before, now] = [before, now].map(|address| opened(&Route::parse(address)));
    let words =
        |(kind, id): &Change| [kind.word(), " ", id.as_deref().unwrap_or("closed")].concat();
    changes(&before, &now).iter().map(words).collect()
}

#[test]
fn what_is_opened_and_closed_is_told_in_the_order_of_its_nesting() {
    for (before, now, expected) in [
        ("/", "/campaigns/c%2F1", &["campaign c/1"][..]),
        ("/", "/campaigns/c/tasks/t", &["campaign c", "task t"]),
        ("/campaigns/c", "/campaigns/c/tasks/t", &["task t"]),
        (
            "/campaigns/c/tasks/t",
            "/campaigns/c?page=2",
            &["task closed"],
        ),
        ("/campaigns/c/tasks/t", "/campaigns/c/tasks/u", &["task u"]),
        (
            "/campaigns/c/tasks/t",
            "/",
            &["task closed", "campaign closed"],
        ),
        (
            "/campaigns/c/tasks/t",
            "/campaigns/d",
            &["task closed", "campaign d"],
        ),
        ("/campaigns/c", "/triage?campaign=c", &[]),
        ("/calls", "/campaigns/c/tasks/t", &["campaign c", "task t"]),
        ("/jobs/j", "/jobs/j/records/r", &["record r"]),
        (
            "/jobs/j/records/r",
            "/jobs/j/records/r/journey",
            &["journey r"],
        ),
        (
            "/jobs/j/records/r/journey",
            "/jobs/j",
            &["journey closed", "record closed"],
        ),
        ("/jobs/j/records/r", "/records/r", &[]),
        ("/records/r", "/records", &["record closed"]),
    ] {
        assert_eq!(told(before, now), expected, "{before} to {now}");
    }
}

#[test]
fn filters_pages_and_lists_open_nothing() {
    for address in [
        "/",
        "/campaigns?q=x",
        "/calls",
        "/live",
        "/this-api",
        "/nowhere",
        "/triage?job=j",
    ] {
        assert_eq!(told("/", address), [""; 0], "{address}");
        assert_eq!(told(address, address), [""; 0], "{address}");
    }
    assert_eq!(
        told("/campaigns/c?status=failed", "/campaigns/c?page=3"),
        [""; 0]
    );
}
