//! Every style of paging against a server of any number of rows: a walk over
//! the contract's pages comes by each row once, in order, and ends.

use super::*;
use crate::domain::percent::encoded;
use proptest::prelude::*;

/// A list of numbered calls in the style that is asked for.
struct Server {
    rows: usize,
    style: &'static str,
    first: usize,
    tells_total: bool,
}

impl Server {
    fn mapping(&self, largest: usize) -> Mapping {
        let mut paging = match self.style {
            "page" => json!({"page": "p", "size": "n", "first": self.first}),
            "offset" => json!({"offset": "skip", "size": "n"}),
            "cursor" => json!({"cursor": "c", "size": "n", "next": "next", "starts": ""}),
            "next" => json!({"next": "next", "size": "n"}),
            "$link" => json!({"next": "$link", "size": "n"}),
            "limit" => json!({"size": "n"}),
            _ => json!({}),
        };
        let style = if self.style == "$link" {
            "next"
        } else {
            self.style
        };
        paging["style"] = style.into();
        if self.style != "limit" && self.style != "none" {
            paging["largest"] = largest.into();
        }
        if self.tells_total && self.style != "none" {
            paging["total"] = "total".into();
        }
        mapping(&json!({"lists": {"calls": {
            "request": {"path": "/log"},
            "rows": "rows",
            "paging": paging,
            "fields": {
                "id": "id", "state": "state", "started_at": {"path": "at", "time": "s"}, "campaign.id": "campaign",
            },
        }}}))
    }

    fn answer(&self, request: &Outgoing) -> Answer {
        let number =
            |name: &str| parameter(request, name).map(|text| text.parse::<usize>().unwrap());
        let is_by_cursor = matches!(self.style, "cursor" | "next" | "$link");
        let size = number("n").unwrap_or(self.rows);
        let begin = match self.style {
            "page" => (number("p").unwrap() - self.first) * size,
            "offset" => number("skip").unwrap(),
            "cursor" => match parameter(request, "c").as_deref() {
                Some("") => 0,
                Some(word) => word.strip_prefix("w/").unwrap().parse().unwrap(),
                None => panic!("the first cursor is missing"),
            },
            "next" | "$link" => number("from").unwrap_or(0),
            _ => 0,
        };
        assert!(!(is_by_cursor && number("skip").is_some()));
        let end = (begin + size).min(self.rows);
        let rows: Vec<Value> = (begin.min(end)..end)
            .map(|n| json!({"id": n, "state": "completed", "campaign": 1, "at": 5_000 - n}))
            .collect();
        let mut body = json!({"rows": rows, "total": self.rows});
        let mut headers = Vec::new();
        if end < self.rows && is_by_cursor {
            let address = format!("{BASE}/log?from={end}&n={size}");
            match self.style {
                "cursor" => body["next"] = format!("w/{end}").into(),
                "next" => body["next"] = address.into(),
                _ => headers.push(("link".to_owned(), format!("<{address}>; rel=\"next\""))),
            }
        }
        Ok(Incoming {
            status: 200,
            headers,
            body: body.to_string().into_bytes(),
        })
    }
}

const STYLES: [&str; 7] = ["none", "page", "offset", "cursor", "next", "$link", "limit"];

fn ids(page: &Value) -> Vec<usize> {
    let rows = page["items"].as_array().unwrap().iter();
    rows.map(|row| row["id"].as_str().unwrap().parse().unwrap())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn a_walk_by_cursor_or_by_number_comes_by_each_row_once(
        rows in 0_usize..140, size in 1_usize..30, largest in 12_usize..30, first in 0_usize..2,
        tells_total: bool,
    ) {
        for style in STYLES {
            let server = Server { rows, style, first, tells_total };
            let mapping = server.mapping(largest);
            for by_cursor in [false, true] {
                let memory = Memory::default();
                let mut seen = Vec::new();
                let mut place = "page=1".to_owned();
                for number in 1_i64.. {
                    prop_assert!(number < 200, "{style} does not end");
                    let address = format!("calls?size={size}&{place}");
                    let page = run(&mapping, &memory, &get(&address), |request| server.answer(request));
                    let page = page.unwrap();
                    let here = ids(&page);
                    prop_assert!(here.len() as i64 <= page["page"]["size"].as_i64().unwrap());
                    if tells_total {
                        prop_assert_eq!(&page["page"]["total"], &json!(rows), "{}", style);
                    }
                    seen.extend(here);
                    prop_assert!(page.get("parts").is_none(), "{}", page["parts"]);
                    let Some(next) = page["page"]["next"].as_str() else { break };
                    place = match by_cursor {
                        true => format!("cursor={}", encoded(next)),
                        false => format!("page={}", number + 1),
                    };
                }
                prop_assert_eq!(&seen, &(0..rows).collect::<Vec<_>>(), "{} {}", style, by_cursor);
            }
        }
    }

    #[test]
    fn any_page_can_be_opened_by_its_number(
        rows in 0_usize..60, size in 5_usize..20, number in 1_usize..9, first in 0_usize..2,
    ) {
        for style in STYLES {
            let server = Server { rows, style, first, tells_total: false };
            let address = format!("calls?size={size}&page={number}");
            let memory = Memory::default();
            let page = run(&server.mapping(200), &memory, &get(&address), |request| server.answer(request));
            let page = page.unwrap();
            let begin = (number - 1) * size;
            let expected: Vec<usize> = (begin..begin + size).filter(|n| *n < rows).collect();
            prop_assert_eq!(ids(&page), expected, "{}", style);
            prop_assert_eq!(&page["page"]["number"], &json!(number), "{}", style);
        }
    }
}
