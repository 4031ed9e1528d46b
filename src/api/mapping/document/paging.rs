//! How a foreign API divides a list into pages.

use super::list::Place;
use crate::api::mapping::field_reading::Reach;
use crate::api::mapping::path::Path;
use crate::api::mapping::reading::At;

/// The paging of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paging {
    /// How a page is asked for.
    pub style: Style,
    /// The parameter for the rows a page.
    pub size: Option<String>,
    /// Where the parameters are sent.
    pub place: Place,
    /// The number of all rows in an answer.
    pub total: Option<Path>,
    /// Whether that number may be less than all there are.
    pub is_at_least: bool,
    /// Whether there is another page, in an answer.
    pub more: Option<Path>,
    /// The most rows a page that the API gives.
    pub largest: Option<i64>,
}

/// How a page is asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Style {
    /// All rows come at once.
    #[default]
    None,
    /// By its number.
    Page {
        /// The parameter.
        page: String,
        /// The number of the first page, 0 or 1.
        first: i64,
        /// How many pages there are, in an answer.
        pages: Option<Path>,
    },
    /// By the number of rows before it.
    Offset {
        /// The parameter.
        offset: String,
    },
    /// By a word of the answer before.
    Cursor {
        /// The parameter.
        cursor: String,
        /// The word for the page after, in an answer.
        next: Path,
        /// The word for the page before, in an answer.
        prev: Option<Path>,
        /// What the first page is asked with; nothing is sent without it.
        starts: Option<String>,
    },
    /// By the address that the answer before gives.
    Next(NextAddress),
    /// Only the first rows can be had.
    Limit,
}

/// Where an answer gives the address of the page after.
#[derive(Clone, Debug, PartialEq)]
pub enum NextAddress {
    /// In the header `Link`, with `rel="next"`.
    Link,
    /// At this path.
    At(Path),
}

/// Each style with the keys that it needs and those that it can have.
const STYLES: [(&str, &[&str], &[&str]); 6] = [
    ("none", &[], &["total"]),
    (
        "page",
        &["page"],
        &["size", "first", "total", "pages", "more"],
    ),
    ("offset", &["offset", "size"], &["total", "more"]),
    (
        "cursor",
        &["cursor", "next"],
        &["size", "prev", "starts", "total", "more"],
    ),
    ("next", &["next"], &["size", "total"]),
    ("limit", &["size"], &["total", "more"]),
];

/// Keys of any style.
const ALWAYS: [&str; 4] = ["style", "in", "totalIs", "largest"];

impl Paging {
    pub(super) fn read(at: &At<'_>, reach: &Reach<'_>) -> Option<Self> {
        at.only(&all());
        let words = STYLES.map(|style| (style.0, style));
        let example = "\"none\", \"page\", \"offset\", \"cursor\", \"next\" or \"limit\"";
        let (style, needed, others) = at.need("style", example)?.word("paging style", &words)?;
        keys(at, style, needed, others);
        let name = |key: &str| at.maybe(key, At::name);
        let path = |key: &str| at.maybe(key, |at| reach.path(at));
        let largest = at.maybe("largest", |at| at.whole(1));
        let place = [("query", Place::Query), ("body", Place::Body)];
        let total_is = [("exact", false), ("at_least", true)];
        Some(Self {
            style: match style {
                "page" => Style::Page {
                    page: name("page")?,
                    first: first(at),
                    pages: path("pages"),
                },
                "offset" => Style::Offset {
                    offset: name("offset")?,
                },
                "cursor" => Style::Cursor {
                    cursor: name("cursor")?,
                    next: path("next")?,
                    prev: path("prev"),
                    starts: at.maybe("starts", At::text),
                },
                "next" => Style::Next(match name("next")?.as_str() {
                    "$link" => NextAddress::Link,
                    _ => NextAddress::At(path("next")?),
                }),
                "limit" => Style::Limit,
                _ => Style::None,
            },
            size: name("size"),
            place: at
                .maybe("in", |at| at.word("place", &place))
                .unwrap_or_default(),
            total: path("total"),
            is_at_least: at
                .maybe("totalIs", |at| at.word("kind of total", &total_is))
                .unwrap_or_default(),
            more: path("more"),
            largest,
        })
    }
}

fn first(at: &At<'_>) -> i64 {
    let first = at.maybe("first", |at| {
        let number = at.whole(0)?;
        if number > 1 {
            at.fault(format!("no API begins with page {number}"), "Write 0 or 1");
        }
        Some(number)
    });
    first.unwrap_or(1)
}

/// The keys of all styles.
fn all() -> Vec<&'static str> {
    let of_styles = { STYLES.iter() }.flat_map(|(_, needed, others)| needed.iter().chain(*others));
    ALWAYS.into_iter().chain(of_styles.copied()).collect()
}

/// Holds the keys to those of the style.
fn keys(at: &At<'_>, style: &str, needed: &[&str], others: &[&str]) {
    if at.get("cursor").is_some() && at.get("offset").is_some() {
        at.fault(
            "it has a cursor and an offset; APIs refuse a request with both",
            "Keep \"cursor\" with style \"cursor\", or \"offset\" with style \"offset\"",
        );
        return;
    }
    for key in needed {
        let example = if *key == "next" {
            "\"path.of.next\""
        } else {
            "\"the parameter\""
        };
        let _ = at.need(key, example);
    }
    for (key, member) in at.entries() {
        let key = key.as_str();
        let is_its = ALWAYS.contains(&key) || needed.contains(&key) || others.contains(&key);
        if all().contains(&key) && !is_its {
            member.fault(
                format!("\"{key}\" does not belong to paging style \"{style}\""),
                format!(
                    "Leave it out, or choose another style; this one has {}",
                    [needed, others].concat().join(", ")
                ),
            );
        }
    }
}
