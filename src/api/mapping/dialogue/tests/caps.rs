//! APIs that give fewer rows than asked for, or tell totals that are none.

use super::*;

/// Of 90 rows, at most `cap` at once whatever is asked for.
fn answer(request: &Outgoing, cap: usize, told: usize) -> Answer {
    let number = |name: &str| parameter(request, name).map(|text| text.parse::<usize>().unwrap());
    let size = number("n").unwrap_or(cap).min(cap);
    let begin = match (number("from"), number("p")) {
        (Some(from), _) => from,
        (None, Some(page)) => (page - 1) * size,
        (None, None) => 0,
    };
    let end = (begin + size).min(90);
    let rows: Vec<Value> = (begin.min(end)..end)
        .map(|n| json!({"id": n, "state": "completed", "campaign": 1}))
        .collect();
    let next = (end < 90).then(|| format!("{BASE}/log?n={size}&from={end}"));
    good(&json!({"rows": rows, "total": told, "next": next}))
}

fn calls(paging: &Value) -> Mapping {
    mapping(&json!({"lists": {"calls": {
        "request": {"path": "/log"}, "rows": "rows", "paging": paging,
        "fields": {"id": "id", "state": "state", "started_at": {"now": true}, "campaign.id": "campaign"},
    }}}))
}

/// The pages of a walk by number, from the first to the one without a next.
fn walk(paging: &Value, cap: usize, told: usize) -> Vec<Value> {
    let mapping = calls(paging);
    let memory = Memory::default();
    let mut pages: Vec<Value> = Vec::new();
    for number in 1..30 {
        let address = format!("calls?size=50&page={number}");
        let page = run(&mapping, &memory, &get(&address), |request| {
            answer(request, cap, told)
        });
        pages.push(page.unwrap());
        if pages[number - 1]["page"]["next"].is_null() {
            return pages;
        }
    }
    panic!("{paging} does not end");
}

fn rows(pages: &[Value]) -> usize {
    let counts = pages
        .iter()
        .map(|page| page["items"].as_array().unwrap().len());
    counts.sum()
}

#[test]
fn fewer_rows_than_asked_for_are_the_size_of_every_page() {
    for (paging, is_told) in [
        (
            json!({"style": "next", "next": "next", "size": "n", "total": "total"}),
            true,
        ),
        (
            json!({"style": "page", "page": "p", "size": "n", "total": "total"}),
            true,
        ),
        (
            json!({"style": "page", "page": "p", "total": "total"}),
            false,
        ),
    ] {
        let pages = walk(&paging, 20, 90);
        assert_eq!((pages.len(), rows(&pages)), (5, 90), "{paging}");
        for (number, page) in (1..).zip(&pages) {
            assert_eq!(
                page["page"]["number"]
                    .as_i64()
                    .zip(page["page"]["size"].as_i64()),
                Some((number, 20)),
                "{paging}"
            );
            assert_eq!(page["page"]["total_is"], "exact", "{paging}");
            let told = page["parts"][0]["error"].as_str().unwrap_or_default();
            assert_eq!(told.contains("gives 20 rows"), is_told, "{paging} {told}");
        }
    }
}

#[test]
fn a_page_beyond_the_size_asked_for_leads_on_without_its_neighbors() {
    let paging = json!({"style": "page", "page": "p", "size": "n", "total": "total"});
    for (number, leads_on) in [(2, true), (3, true), (4, true), (6, false)] {
        let address = format!("calls?size=50&page={number}");
        let page = run(
            &calls(&paging),
            &Memory::default(),
            &get(&address),
            |request| answer(request, 20, 90),
        );
        let page = page.unwrap();
        assert_eq!(
            page["page"]["next"].is_string(),
            leads_on,
            "{number} {page}"
        );
    }
}

#[test]
fn a_total_that_is_exceeded_ends_no_list() {
    for paging in [
        json!({"style": "page", "page": "p", "size": "n", "total": "total"}),
        json!({"style": "offset", "offset": "from", "size": "n", "total": "total"}),
        json!({"style": "next", "next": "next", "size": "n", "total": "total"}),
    ] {
        let pages = walk(&paging, 50, 3);
        assert_eq!(rows(&pages), 90, "{paging}");
        let told = pages[0]["parts"][0]["error"].as_str().unwrap();
        assert!(told.contains('3') && told.contains("50"), "{told}");
        assert_eq!(pages[0]["page"]["total"], 50);
        assert_eq!(pages[0]["page"]["total_is"], "at_least");
    }
}

#[test]
fn rows_that_cannot_be_had_are_not_offered() {
    let paging = json!({"style": "limit", "size": "n", "total": "total", "largest": 60});
    let pages = walk(&paging, 60, 90);
    assert_eq!((pages.len(), rows(&pages)), (2, 60));
    for page in &pages {
        assert_eq!(page["page"]["total"], 60);
        assert_eq!(page["page"]["total_is"], "at_least");
        let told = page["parts"][0]["error"].as_str().unwrap();
        assert_eq!(told, "This API gives the first 60 of 90 rows.");
    }
}
