//! Lists that are narrowed here, wholly or in part.

use super::*;

/// A mapping of one list, `calls`, with what makes it special.
fn calls(special: &Value) -> Mapping {
    let mut list = json!({
        "request": {"path": "/log"}, "rows": "rows",
        "fields": {"id": "id", "state": "state", "started_at": {"now": true}, "campaign.id": "campaign", "from": "from", "contact.id": "contact", "sip_status": "sip"},
    });
    for (name, value) in special.as_object().unwrap() {
        list[name] = value.clone();
    }
    mapping(&json!({"lists": {"calls": list}}))
}

fn ids(page: &Value) -> Vec<&str> {
    let rows = page["items"].as_array().unwrap().iter();
    rows.map(|row| row["id"].as_str().unwrap()).collect()
}

#[test]
fn ids_and_numbers_of_phones_are_no_words() {
    let rows = json!({"rows": [
        {"id": "a", "campaign": "1-2", "from": "100-3", "contact": "X.1", "sip": 486, "state": "in_progress"},
        {"id": "b", "campaign": 12, "from": "1003", "contact": "x1", "sip": "486", "state": "In-Progress"},
        {"id": "c", "campaign": 1.2, "from": "+1003", "contact": "X1", "sip": -486, "state": "failed"},
    ]});
    for (filter, expected) in [
        ("campaign=12", &["b"][..]),
        ("campaign=1.2", &["c"]),
        ("from=1003", &["b"]),
        ("contact=X1", &["c"]),
        ("sip_status=486", &["a", "b"]),
        ("state=in_progress", &["a", "b"]),
    ] {
        let address = ["calls?", filter].concat();
        let mapping = calls(&json!({"paging": {"style": "none"}}));
        let memory = Memory::default();
        let page = run(&mapping, &memory, &get(&address), |_| good(&rows)).unwrap();
        assert_eq!(ids(&page), expected, "{filter}");
    }
}
