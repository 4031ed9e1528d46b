//! One thing of the contract, and how a foreign API tells it.

use super::list::{merge_names, merges};
use super::{Merge, Request, Rows};
use crate::api::mapping::contract::Resource;
use crate::api::mapping::field::{Fields, Source, Type};
use crate::api::mapping::field_reading::plain;
use crate::api::mapping::nearest::suggestion;
use crate::api::mapping::path::Path;
use crate::api::mapping::reading::At;
use crate::api::mapping::site::Site;

/// How to ask for one thing, and what its members mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The request.
    pub request: Request,
    /// Where the object is in the answer.
    pub at: Option<Path>,
    /// The rows of which the one with the asked ID is meant.
    pub rows: Option<Rows>,
    /// Contract members.
    pub fields: Fields,
    /// Further requests.
    pub merges: Vec<Merge>,
    /// Members that are the first page of another list.
    pub include: Vec<(String, String)>,
}

/// Where the ID that was asked for stands in the answer, and its kind.
const OWN: [(&str, &str, &str); 5] = [
    ("snapshot", "campaign.id", "campaign"),
    ("task", "task.id", "task"),
    ("job", "id", "job"),
    ("record", "record.id", "record"),
    ("journey", "record.id", "record"),
];

impl Item {
    pub(in crate::api::mapping) fn read(
        at: &At<'_>,
        resource: &Resource,
        site: &Site<'_>,
        lists: &[String],
    ) -> Option<Self> {
        at.only(&[
            "request", "at", "rows", "keyed", "where", "fields", "merge", "include",
        ]);
        let names = merge_names(at);
        let request = at.need("request", "{\"path\": \"/campaigns/{campaign}\"}");
        let request = request.and_then(|request| Request::read(&request, site));
        let has_rows = at.get("rows").is_some();
        let picking = site.reach(&[], false, true);
        let rows = has_rows.then(|| Rows::read(at, &picking)).flatten();
        for key in ["keyed", "where"] {
            if let Some(member) = at.get(key).filter(|_| !has_rows) {
                member.fault(
                    format!("\"{key}\" belongs to \"rows\""),
                    "Add \"rows\", or leave it out",
                );
            }
        }
        let has_around = rows.as_ref().is_some_and(|rows| rows.path.is_plural());
        let has_key = rows.as_ref().is_some_and(|rows| rows.keyed);
        let reach = site.reach(&names, has_around, has_key);
        let include = include(at, resource, site, lists);
        let made: Vec<&str> = include
            .iter()
            .map(|(name, _)| name.as_str())
            .chain(["parts"])
            .collect();
        let fields = at.need("fields", "{\"status\": \"path\"}").map(|at| {
            let mut fields = reach.fields(&at, &resource.kind, &made);
            let own = OWN.iter().find(|(name, ..)| *name == resource.name);
            if let Some((_, path, kind)) = own {
                let names: Vec<&str> = path.split('.').collect();
                let id = plain(Source::Param((*kind).to_owned()), Type::Text);
                reach.put(&mut fields, &names, &resource.kind, id);
            }
            if site
                .contract
                .member(&resource.kind, "captured_at")
                .is_some()
            {
                let now = plain(Source::Now, Type::Instant);
                reach.put(&mut fields, &["captured_at"], &resource.kind, now);
            }
            reach.require(&at, &fields, &resource.kind, &made);
            fields
        });
        Some(Self {
            at: at.maybe("at", |at| reach.path(at)),
            merges: merges(at, site),
            request: request?,
            rows,
            fields: fields?,
            include,
        })
    }
}

impl Item {
    /// The file of a campaign's attempts, which is passed on as it comes.
    pub(in crate::api::mapping) fn read_file(at: &At<'_>, site: &Site<'_>) -> Option<Self> {
        at.only(&["request"]);
        let request = at.need("request", "{\"path\": \"/campaigns/{campaign}/report\"}")?;
        Some(Self {
            request: Request::read(&request, site)?,
            at: None,
            rows: None,
            fields: Fields::default(),
            merges: Vec::new(),
            include: Vec::new(),
        })
    }
}

fn include(
    at: &At<'_>,
    resource: &Resource,
    site: &Site<'_>,
    lists: &[String],
) -> Vec<(String, String)> {
    let Some(at) = at.get("include") else {
        return Vec::new();
    };
    let members = site.contract.members(&resource.kind).iter();
    let pages = members.filter(|member| site.contract.member(&member.kind, "page").is_some());
    let pages: Vec<&str> = pages.map(|member| member.name).collect();
    let mut include = Vec::new();
    for (member, at) in at.entries() {
        if !pages.contains(&&*member) {
            at.fault(
                format!("\"{member}\" is no page within {}", resource.name),
                if pages.is_empty() {
                    "Leave \"include\" out".to_owned()
                } else {
                    suggestion(&member, &pages)
                },
            );
        }
        let Some(list) = at.text() else { continue };
        if list != member || !lists.contains(&list) {
            let fix = format!("Write \"{member}\", and declare it in \"lists\"");
            at.fault(
                format!("no list \"{list}\" that could be \"{member}\" is declared"),
                fix,
            );
        }
        include.push((member, list));
    }
    include
}
