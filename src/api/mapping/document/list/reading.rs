//! Reading lists.

use super::merging::{merge_names, merges};
use super::{Filter, Joining, List, Place, Rows};
use crate::api::mapping::contract::Resource;
use crate::api::mapping::conventions::scalars;
use crate::api::mapping::document::{Paging, Request};
use crate::api::mapping::field::{Source, Type};
use crate::api::mapping::field_reading::{Reach, plain};
use crate::api::mapping::nearest::suggestion;
use crate::api::mapping::reading::At;
use crate::api::mapping::site::Site;
use crate::api::mapping::template::Slot;
use crate::api::mapping::time::Notation;
use crate::domain::json::{Kind, Made};

/// The contract's filters that are moments.
const MOMENTS: [&str; 2] = ["after", "before"];

/// How the moment of a filter can be sent, beside the contract's own notation.
const SENT: [(&str, Notation); 3] = [
    ("s", Notation::Seconds),
    ("ms", Notation::Milliseconds),
    ("us", Notation::Microseconds),
];

/// Members of a page that the evaluator makes.
const OF_PAGES: [&str; 3] = ["items", "page", "parts"];

impl List {
    /// Reads a list of the contract; `kind` is the kind of ID of its rows.
    pub(in crate::api::mapping) fn read(
        at: &At<'_>,
        resource: &Resource,
        kind: &str,
        site: &Site<'_>,
    ) -> Option<Self> {
        at.only(&[
            "request", "rows", "keyed", "where", "paging", "fields", "page", "filters", "sorts",
            "merge",
        ]);
        let sorts = sorts(at, resource);
        let site = Site {
            filters: &resource.filters,
            has_sort: !sorts.is_empty(),
            ..*site
        };
        let names = merge_names(at);
        let whole = site.reach(&names, false, false);
        let rows = Rows::read(at, &site.reach(&[], false, true));
        let (has_around, has_key) = rows
            .as_ref()
            .map_or((true, true), |rows| (rows.path.is_plural(), rows.keyed));
        let of_rows = site.reach(&names, has_around, has_key);
        let paging = match at.need("paging", "{\"style\": \"none\"}") {
            Some(paging) => Paging::read(&paging, &whole),
            None => None,
        };
        let request = at.need("request", "{\"path\": \"/campaigns\"}");
        let request = request.and_then(|request| Request::read(&request, &site));
        let row = site.contract.row(resource);
        let fields = at.need("fields", "{\"name\": \"path\"}").map(|at| {
            let mut fields = of_rows.fields(&at, row, &[]);
            if site.contract.member(row, "id").is_some() {
                let id = plain(Source::Id(kind.to_owned()), Type::Text);
                of_rows.put(&mut fields, &["id"], row, id);
            }
            of_rows.require(&at, &fields, row, &[]);
            fields
        });
        let mut page = at.get("page").map_or_else(Default::default, |at| {
            let page = whole.fields(&at, &resource.kind, &OF_PAGES);
            whole.require(&at, &page, &resource.kind, &OF_PAGES);
            page
        });
        whole.put(
            &mut page,
            &["captured_at"],
            &resource.kind,
            plain(Source::Now, Type::Instant),
        );
        let list = Self {
            filters: filters(at, resource),
            merges: merges(at, &site),
            request: request?,
            rows: rows?,
            paging: paging?,
            fields: fields?,
            page,
            sorts,
        };
        list.check_sort(at);
        Some(list)
    }

    /// Whether a filter stands in a placeholder of a request.
    pub fn places(&self, filter: &str) -> bool {
        let requests =
            std::iter::once(&self.request).chain(self.merges.iter().map(|merge| &merge.request));
        let mut slots = requests.flat_map(Request::slots);
        slots.any(|slot| {
            slot.is_any(&|slot| matches!(slot, Slot::Filter(name, _) if name == filter))
        })
    }

    fn check_sort(&self, at: &At<'_>) {
        let asks = self.sorts.iter().any(|(_, word)| !word.is_empty());
        let is_placed = self.request.slots().contains(&&Slot::Sort);
        if let Some(at) = at.get("sorts").filter(|_| asks && !is_placed) {
            at.fault(
                "no order is ever asked for",
                "Put {sort} into the request, such as \"query\": {\"order_by\": \"{sort}\"}",
            );
        }
    }
}

impl Rows {
    /// Reads `rows`, `keyed` and `where`.
    pub(in crate::api::mapping) fn read(at: &At<'_>, reach: &Reach<'_>) -> Option<Self> {
        let rows = at.need(
            "rows",
            "\"items\", or \"\" when the answer itself is the list",
        )?;
        Some(Self {
            path: reach.path(&rows)?,
            keyed: at.maybe("keyed", At::flag).unwrap_or_default(),
            only: at.maybe("where", |at| reach.condition(at)),
        })
    }
}

fn filters(at: &At<'_>, resource: &Resource) -> Vec<(String, Filter)> {
    let Some(at) = at.get("filters") else {
        return Vec::new();
    };
    let mut filters = Vec::new();
    for (name, at) in at.entries() {
        if !resource.filters.contains(&&*name) {
            at.fault(
                format!(
                    "the contract has no filter \"{name}\" for {}",
                    resource.name
                ),
                suggestion(&name, &resource.filters),
            );
        }
        let time = at.get("time").filter(|_| !MOMENTS.contains(&&*name));
        if let Some(time) = time {
            time.fault("this filter is no moment", "Leave \"time\" out");
        }
        filters.extend(filter(&at).map(|filter| (name, filter)));
    }
    filters
}

fn filter(at: &At<'_>) -> Option<Filter> {
    if at.json.kind() == Kind::Text {
        return Some(Filter {
            name: at.name()?,
            values: Vec::new(),
            time: None,
            join: Joining::Repeat,
            place: Place::Query,
        });
    }
    at.only(&["query", "values", "time", "join", "in"]);
    let joins = [
        ("repeat", Joining::Repeat),
        ("comma", Joining::Comma),
        ("json", Joining::Json),
    ];
    let places = [("query", Place::Query), ("body", Place::Body)];
    let values = at.get("values").map_or_else(Vec::new, |at| at.entries());
    Some(Filter {
        name: at.need("query", "\"the parameter\"")?.name()?,
        values: values
            .into_iter()
            .map(|(word, at)| (word, scalars(&at)))
            .collect::<Vec<(String, Vec<Made>)>>(),
        time: at.maybe("time", |at| at.word("notation of time", &SENT)),
        join: at
            .maybe("join", |at| at.word("way to join", &joins))
            .unwrap_or_default(),
        place: at
            .maybe("in", |at| at.word("place", &places))
            .unwrap_or_default(),
    })
}

fn sorts(at: &At<'_>, resource: &Resource) -> Vec<(String, String)> {
    let Some(at) = at.get("sorts") else {
        return Vec::new();
    };
    let mut sorts = Vec::new();
    for (name, at) in at.entries() {
        if !resource.sorts.contains(&&*name) {
            let fix = if resource.sorts.is_empty() {
                "Leave it out".to_owned()
            } else {
                suggestion(&name, &resource.sorts)
            };
            at.fault(
                format!("the contract has no order \"{name}\" for {}", resource.name),
                fix,
            );
        }
        sorts.extend(at.text().map(|word| (name, word)));
    }
    sorts
}
