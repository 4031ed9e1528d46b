//! Every mistake is refused with its place and what to write instead.

use super::*;
use serde_json::Value;

/// Place, what is put there, what is told.
const MISTAKES: &str = r#"
/lists/campaigns/paging/style | "pages" | lists.campaigns.paging.style: "pages" is no paging style. Write one of none, page, offset, cursor, next, limit.
/lists/campaigns/row | "x" | lists.campaigns.row: "row" is not a key here. Did you mean "rows"?
/lists/campaigns/fields/statuss | "x" | lists.campaigns.fields.statuss: the contract has no "statuss" here. Did you mean "status"?
/lists/campaigns/fields/counts.totals | "x" | lists.campaigns.fields["counts.totals"]: the contract has no "counts.totals" here. Did you mean "counts.total"?
/lists/campaigns/fields/name | "a..b" | lists.campaigns.fields.name: "a..b" is no path: expected a name at letter 3. Paths are written a.b[0].c, a[].b, ["Title Case"].x or $answer.x.
/lists/campaigns/fields/name | 7 | lists.campaigns.fields.name: 7 is no field. Write a path such as "state", or {"value": …} for a constant.
/lists/campaigns/fields/name | "a.Display Name" | lists.campaigns.fields.name: "a.Display Name" is no path: a name with a space needs brackets and quotes at letter 3. Write a["Display Name"].
/lists/campaigns/fields/zzqq | "x" | lists.campaigns.fields.zzqq: the contract has no "zzqq" here. Most like it are
/lists/campaigns/fields/name | "$progress.x" | lists.campaigns.fields.name: no merge is named "progress". Known are $answer, $header, $row, $key.
/lists/campaigns/fields/created_at | {"path": "t", "time": "epoch"} | lists.campaigns.fields.created_at.time: "epoch" is no notation of time. Write one of auto, iso, s, ms, us, rfc2822.
/lists/campaigns/fields/name | {"path": "t", "time": "s"} | lists.campaigns.fields.name.time: the contract wants no value here that is a moment. Leave "time" out.
/lists/campaigns/fields/name | {"path": "t", "scale": 0.01} | lists.campaigns.fields.name.scale: the contract wants no value here that is a number. Leave "scale" out.
/lists/campaigns/fields/name | {"path": "t", "value": "u"} | lists.campaigns.fields.name.value: "path" stands here, too. Keep "path" or "value".
/lists/campaigns/fields/name | {"value": 7} | lists.campaigns.fields.name.value: the contract wants another type here. Write a string.
/lists/campaigns/fields/name | {"id": "campain"} | lists.campaigns.fields.name.id: "campain" is no kind of ID. Did you mean "campaign"?
/lists/campaigns/fields/name | {"map": {}} | lists.campaigns.fields.name: it does not say where the value comes from.
/lists/campaigns/fields/priority | {"add": ["a", {"scale": 1}]} | lists.campaigns.fields.priority.add[1]: it does not say where
/lists/campaigns/fields/why | "reason" | lists.campaigns.fields.why: the contract wants an object here. Declare each of its members
/lists/campaigns/fields/actions | "verbs" | lists.campaigns.fields.actions: the contract wants a list of objects here
/lists/campaigns/fields/actions | {"each": "verbs", "fields": {"name": "n"}} | lists.campaigns.fields.actions.fields: the contract requires "available". Add "available"
/lists/campaigns/fields/spend.amount | {"path": "x", "scale": "0.01"} | lists.campaigns.fields["spend.amount"].scale: "0.01" is no number. Write a number such as 0.01.
/lists/campaigns/filters/state | "s" | lists.campaigns.filters.state: the contract has no filter "state" for campaigns. Did you mean "status"?
/lists/campaigns/filters/status | {"query": "s", "time": "s"} | lists.campaigns.filters.status.time: this filter is no moment. Leave "time" out.
/lists/jobs/filters | {"after": {"query": "from", "time": "iso"}} | lists.jobs.filters.after.time: "iso" is no notation of time. Write one of s, ms, us.
/lists/campaigns/sorts/title | "s" | lists.campaigns.sorts.title: the contract has no order "title" for campaigns.
/lists/campaigns/request/query | {} | lists.campaigns.sorts: no order is ever asked for. Put {sort} into the request
/lists/campaigns/request/path | "/c/{workspace}" | lists.campaigns.request.path: nothing gives a value for {workspace} here.
/lists/campaigns/request/path | "/c/{my id}" | lists.campaigns.request.path: what stands in braces is no placeholder. Write a name, such as {campaign}, or a variable's.
/lists/jobs/request/path | "/r/{sort}" | lists.jobs.request.path: nothing gives a value for {sort} here. Declare the orders under "sorts" of the list.
/lists/campaigns/request/path | "https://x.example/c" | lists.campaigns.request.path: it is a whole address.
/lists/campaigns/request/path | "/c?x=1" | lists.campaigns.request.path: it holds a query.
/lists/campaigns/request/path | "/../c" | lists.campaigns.request.path: it leaves the API's base.
/lists/campaigns/request/path | "c" | lists.campaigns.request.path: it does not begin with a slash. Write it as "/campaigns".
/lists/campaigns/request/method | "FETCH" | lists.campaigns.request.method: "FETCH" is no method. Write one of GET, POST, PUT, PATCH, DELETE.
/lists/campaigns/request/body | {} | lists.campaigns.request.body: GET sends no body.
/lists/campaigns/request/headers | {"Authorization": "x"} | lists.campaigns.request: "headers" signs the request with "Authorization".
/lists/campaigns/paging | {"style": "cursor", "cursor": "c", "offset": "o", "next": "n"} | lists.campaigns.paging: it has a cursor and an offset; APIs refuse a request with both.
/lists/campaigns/paging | {"style": "page", "page": "p", "next": "n"} | lists.campaigns.paging.next: "next" does not belong to paging style "page".
/lists/campaigns/paging | {"style": "offset", "offset": "o"} | lists.campaigns.paging: "size" is missing.
/lists/campaigns/paging | {"style": "page", "page": "p", "first": 2} | lists.campaigns.paging.first: no API begins with page 2. Write 0 or 1.
/lists/campaigns/merge | [{"name": "key", "request": "/x"}] | lists.campaigns.merge[0].name: "key" cannot name a merge.
/lists/campaigns/merge | [{"name": "a", "request": "/x", "rows": "r"}] | lists.campaigns.merge[0]: "on" is missing.
/lists/campaigns/merge | [{"name": "a", "request": "/x"}, {"name": "a", "request": "/y"}] | lists.campaigns.merge: two merges are named "a".
/lists/jobz | {} | lists.jobz: the contract has no "jobz". Did you mean "jobs"?
/lists/snapshot | {} | lists.snapshot: "snapshot" does not belong here. Move it to "items".
/lists/jobs/fields/status | {"path": "s", "default": 7} | lists.jobs.fields.status.default: the contract wants another type here. Write a string.
/items/job/request/path | "/r/{job.run_id}" | items.job.request.path: the ID of a job has no part "run_id".
/items/job/keyed | true | items.job.keyed: "keyed" belongs to "rows".
/items/job/include | {"tasks": "tasks"} | items.job.include.tasks: "tasks" is no page within job. Leave "include" out.
/actions/campaign/hold | {} | actions.campaign.hold: the contract has no action "hold" on a campaign.
/actions/job | {} | actions.job: the contract does nothing to a "job".
/actions/campaign/pause/request | {"method": "POST", "path": "/p", "body": "{body.why}"} | actions.campaign.pause.request.body: no action is asked with "why".
/ids/run | ["id"] | ids.run: "run" has no ID.
/zone | "Europe/Berlin" | zone: "Europe/Berlin" is no offset. Write "UTC", or an offset such as "+05:30".
/nulls | [{}] | nulls[0]: this is a list or an object.
/mapping | 2 | mapping: this version is not known. Write 1.
/mapping | "1" | mapping: this is a string. Write a whole number from 1 on.
/errors | {"conflict": {}} | errors.conflict: it fits every answer.
/errors | {"conflict": {"status": 400, "path": "detail"}} | errors.conflict: it says nothing of the value.
/auth | "basic" | auth: this is a string. Write an object.
/variables | {"a": 1} | variables.a: this is 1. Write a string.
"#;

/// The faults of the small mapping with one value put in, or taken out.
fn with(pointer: &str, value: Option<Value>) -> Vec<String> {
    let mut mapping: Value = serde_json::from_str(SMALL).unwrap();
    let (place, name) = pointer.rsplit_once('/').unwrap();
    let parent = mapping.pointer_mut(place).unwrap().as_object_mut().unwrap();
    let name = name.replace("~1", "/");
    match value {
        Some(value) => parent.insert(name, value),
        None => parent.remove(&name),
    };
    told(&mapping.to_string())
}

fn told(text: &str) -> Vec<String> {
    let faults = Mapping::read(text).err().unwrap_or_default();
    faults.iter().map(ToString::to_string).collect()
}

#[test]
fn a_mistake_is_told_with_its_place_and_the_fix() {
    for [pointer, value, sentence] in table(MISTAKES) {
        let faults = with(pointer, Some(json(value)));
        let is_told = faults.iter().any(|fault| fault.starts_with(sentence));
        assert!(is_told, "{pointer}: {sentence}\n{faults:#?}");
    }
}

#[test]
fn what_is_missing_is_told() {
    for (pointer, sentence) in [
        (
            "/mapping",
            "The mapping: \"mapping\" is missing. Add \"mapping\": 1, the version of the format.",
        ),
        (
            "/name",
            "The mapping: \"name\" is missing. Add \"name\": \"Dograh\".",
        ),
        (
            "/lists/campaigns/rows",
            "lists.campaigns: \"rows\" is missing. Add \"rows\": \"items\", or \"\" when the answer itself is the list.",
        ),
        (
            "/lists/campaigns/request",
            "lists.campaigns: \"request\" is missing.",
        ),
        (
            "/lists/campaigns/paging",
            "lists.campaigns: \"paging\" is missing.",
        ),
        (
            "/lists/campaigns/fields",
            "lists.campaigns: \"fields\" is missing.",
        ),
        (
            "/lists/campaigns/fields/status",
            "lists.campaigns.fields: the contract requires \"status\".",
        ),
        (
            "/lists/campaigns/fields/counts.total",
            "lists.campaigns.fields: the contract requires \"counts.total\".",
        ),
        (
            "/lists/campaigns/fields/spend.currency",
            "lists.campaigns.fields: the contract requires \"spend.currency\".",
        ),
        (
            "/lists/jobs/paging/next",
            "lists.jobs.paging: \"next\" is missing.",
        ),
        (
            "/items/job/request/path",
            "items.job.request: \"path\" is missing.",
        ),
        (
            "/actions/campaign/pause/request",
            "actions.campaign.pause: \"request\" is missing.",
        ),
    ] {
        let faults = with(pointer, None);
        let is_told = faults.iter().any(|fault| fault.starts_with(sentence));
        assert!(is_told, "{pointer}: {sentence}\n{faults:#?}");
    }
}

#[test]
fn all_mistakes_are_told_at_once_and_each_once() {
    let text = SMALL
        .replace("\"style\"", "\"stile\"")
        .replace("\"rows\"", "\"rowz\"");
    let faults = told(&text);
    let places = |part: &str| faults.iter().filter(|fault| fault.contains(part)).count();
    assert_eq!((places("stile"), places("rowz")), (2, 2), "{faults:#?}");
    let mut once = faults.clone();
    once.dedup();
    assert_eq!(faults, once);
}

#[test]
fn what_is_no_mapping_at_all_is_told() {
    for (text, sentence) in [
        (
            "",
            "The mapping: expected more JSON, and the file is cut off at line 1, column 1. Look there for a comma too many or missing, or for quotes that are not closed.",
        ),
        (
            "{\"lists\": {\"jobs\": oops}}",
            "lists.jobs: expected readable JSON at line 1, column 20. Look there for a comma too many",
        ),
        (
            "\n<!doctype html>",
            "The mapping: this is a web page. Check the address of the mapping.",
        ),
        ("[]", "The mapping: this is a list. Write an object."),
        (
            "{\"mapping\": 1, \"name\": \"N\"}",
            "The mapping: it maps nothing.",
        ),
        (
            "{\"mapping\": 1, \"mapping\": 1, \"name\": \"N\"}",
            "mapping: \"mapping\" stands here twice. Remove one.",
        ),
    ] {
        let faults = told(text);
        let is_told = faults.iter().any(|fault| fault.starts_with(sentence));
        assert!(is_told, "{text}: {sentence}\n{faults:#?}");
    }
}
