#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use super::*;
use crate::api::endpoint::Endpoints;
use crate::domain::route::{CallQuery, CampaignQuery, JobQuery, RecordQuery, TaskQuery};
use crate::domain::scope::Scope;

fn asked(verb: Verb, address: &str) -> Asked {
    Asked::of(&Question {
        verb,
        address,
        body: None,
        key: None,
    })
}

fn take_apart(address: &str) -> Asked {
    asked(Verb::Get, address)
}

#[test]
fn every_address_of_the_contract_is_known() {
    let api = Endpoints::new("");
    let id = "a/b:c+d%é";
    let read = |address: &str| asked(Verb::Get, address);
    let done = |address: &str| asked(Verb::Post, address);
    for (address, list) in [
        (api.campaigns(&CampaignQuery::default()), "campaigns"),
        (api.tasks(id, &TaskQuery::default()), "tasks"),
        (api.numbers(id, &Place::Number(1)), "numbers"),
        (api.calls(&CallQuery::default()), "calls"),
        (api.jobs(&JobQuery::default()), "jobs"),
        (api.records(&RecordQuery::default()), "records"),
        (api.spinners(None), "spinners"),
    ] {
        assert_eq!(read(&address).wanted, Wanted::List(list), "{address}");
    }
    let job = Scope::Job(crate::domain::job::JobId(id.to_owned()));
    for (address, item, kind) in [
        (api.snapshot(id), "snapshot", "campaign"),
        (api.task("c", id), "task", "task"),
        (api.job(id), "job", "job"),
        (api.record(id), "record", "record"),
        (api.journey(id), "journey", "record"),
        (api.failures(&job), "failures", "job"),
        (api.duplicates(&job), "duplicates", "job"),
    ] {
        let asked = read(&address);
        assert_eq!(
            (&asked.wanted, asked.id(kind)),
            (&Wanted::Item(item), Some(id)),
            "{address}"
        );
    }
    for (card, item) in CARDS {
        assert_eq!(read(&api.live(card)).wanted, Wanted::Item(item));
    }
    assert_eq!(read(&api.capabilities()).wanted, Wanted::Capabilities);
    assert_eq!(read(&api.find("x")).wanted, Wanted::Find);
    assert_eq!(read(&api.attempt_report(id)).wanted, Wanted::Report);
    let act = |of, name: &str| Wanted::Act {
        of,
        name: name.to_owned(),
    };
    assert_eq!(
        done(&api.action(id, "pause")).wanted,
        act("campaign", "pause")
    );
    assert_eq!(done(&api.runs(id)).wanted, act("spinner", "run"));
    assert_eq!(done(&api.runs(id)).id("spinner"), Some(id));
    assert_eq!(
        done("/records/r/actions/retry").wanted,
        act("record", "retry")
    );
    for other in [
        api.retries(),
        api.retry_preview(),
        api.retry_action("r", "stop"),
    ] {
        assert_eq!(done(&other).wanted, Wanted::Other("retries".to_owned()));
    }
}

#[test]
fn a_query_is_place_order_and_filters() {
    let asked = asked(
        Verb::Get,
        "records?job=j~1&status=a&status=b&sort=-started&size=900&page=3&q=&x=1#f",
    );
    assert_eq!(asked.id("job"), Some("j~1"));
    assert_eq!(asked.filter("status"), ["a", "b"]);
    assert_eq!((asked.sort.as_deref(), asked.size), (Some("-started"), 200));
    assert_eq!(asked.place, Place::Number(3));
    assert!(asked.filter("q").is_empty());
    for both in ["jobs?cursor=c&page=2", "jobs?page=2&cursor=c"] {
        let cursor = Place::Cursor("c".to_owned());
        assert_eq!(take_apart(both).place, cursor);
    }
    for odd in [
        "jobs?page=0&size=0",
        "jobs?page=x&size=-1",
        "jobs?page=99999999999",
    ] {
        let place = take_apart(odd).place;
        assert_eq!(place, Place::Number(1));
    }
}
