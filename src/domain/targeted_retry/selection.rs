//! What a retry is asked for with.

use crate::domain::field::Field;
use crate::domain::json::{FromJson, Json, Trouble, quoted, wire};
use crate::domain::scope::Scope;
use crate::domain::timestamp::Timestamp;

/// Most tasks or records that a selection may name.
pub const MOST_IDS: usize = 1_000;

wire! {
    /// The contacts of one campaign or run that shall be tried again: either
    /// named one by one, or those of the failures that a filter keeps.
    #[derive(Clone, Debug, PartialEq)]
    pub struct RetrySelection {
        /// The campaign, or nothing for a run.
        pub campaign_id: Field<String>,
        /// The run, or nothing for a campaign.
        pub job_id: Field<String>,
        /// Tasks or records, at most [`MOST_IDS`].
        pub ids: Field<Vec<String>>,
        /// Which failures.
        pub filter: Field<RetryFilter>,
    }
}

/// Which failures are meant: those that meet every member that is not empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RetryFilter {
    /// SIP statuses of the last dial.
    pub sip_status: Vec<i64>,
    /// The API's or the providers' own words for the failure.
    pub code: Vec<String>,
    /// What the record or task came to.
    pub outcome: Vec<String>,
    /// Carriers of the last dial.
    pub carrier: Vec<String>,
    /// Failed at this moment or later.
    pub after: Option<Timestamp>,
    /// Failed before this moment.
    pub before: Option<Timestamp>,
}

impl FromJson for RetryFilter {
    fn from_json(json: &Json<'_>, trouble: &mut Trouble) -> Self {
        const NAMES: &[&str] = &[
            "sip_status",
            "code",
            "outcome",
            "carrier",
            "after",
            "before",
        ];
        let mut fields = [*json; NAMES.len()];
        json.fields(NAMES, &mut fields, trouble);
        let [sip_status, code, outcome, carrier, after, before] = &fields;
        Self {
            sip_status: optional(sip_status, trouble).unwrap_or_default(),
            code: optional(code, trouble).unwrap_or_default(),
            outcome: optional(outcome, trouble).unwrap_or_default(),
            carrier: optional(carrier, trouble).unwrap_or_default(),
            after: optional(after, trouble),
            before: optional(before, trouble),
        }
    }
}

/// An absent member and `null` filter by nothing, as an empty one does.
fn optional<T: FromJson>(json: &Json<'_>, trouble: &mut Trouble) -> Option<T> {
    match Field::from_json(json, trouble) {
        Field::Value(value) => Some(value),
        Field::NotReported | Field::Empty => None,
    }
}

impl RetryFilter {
    /// Whether it would keep every failure. An API refuses such a filter.
    pub fn is_empty(&self) -> bool {
        let is_without_lists = self.sip_status.is_empty()
            && self.code.is_empty()
            && self.outcome.is_empty()
            && self.carrier.is_empty();
        is_without_lists && self.after.is_none() && self.before.is_none()
    }

    /// The filter as JSON, with only the members that are not empty.
    pub fn json(&self) -> String {
        let statuses = self.sip_status.iter().map(i64::to_string);
        let moment = |at: &Option<Timestamp>| at.as_ref().map(|at| quoted(&at.text));
        let members = [
            ("sip_status", list(statuses)),
            ("code", texts(&self.code)),
            ("outcome", texts(&self.outcome)),
            ("carrier", texts(&self.carrier)),
            ("after", moment(&self.after)),
            ("before", moment(&self.before)),
        ];
        object(members)
    }
}

impl RetrySelection {
    /// Tasks or records of a scope, by their IDs.
    pub fn of_ids(scope: &Scope, ids: Vec<String>) -> Self {
        Self {
            ids: Field::Value(ids),
            ..Self::nothing_of(scope)
        }
    }

    /// The failures of a scope that a filter keeps.
    pub fn of_filter(scope: &Scope, filter: RetryFilter) -> Self {
        Self {
            filter: Field::Value(filter),
            ..Self::nothing_of(scope)
        }
    }

    fn nothing_of(scope: &Scope) -> Self {
        let (campaign_id, job_id) = match scope {
            Scope::Campaign(id) => (Field::Value(id.0.clone()), Field::NotReported),
            Scope::Job(id) => (Field::NotReported, Field::Value(id.0.clone())),
        };
        Self {
            campaign_id,
            job_id,
            ids: Field::NotReported,
            filter: Field::NotReported,
        }
    }

    /// The selection as JSON, with only what it has.
    pub fn json(&self) -> String {
        object([
            ("campaign_id", self.campaign_id.as_deref().map(quoted)),
            ("job_id", self.job_id.as_deref().map(quoted)),
            ("ids", self.ids.value().and_then(|ids| texts(ids))),
            ("filter", self.filter.value().map(RetryFilter::json)),
        ])
    }
}

/// What a retry is started with.
#[derive(Clone, Debug, PartialEq)]
pub struct RetryBody {
    /// Whom to try again.
    pub selection: RetrySelection,
    /// How many go first: 10 to 20.
    pub sample_size: i64,
    /// Why, in the operator's words.
    pub reason: Option<String>,
}

impl RetryBody {
    /// The body as JSON.
    pub fn json(&self) -> String {
        let reason = self.reason.as_deref().map(quoted);
        object([
            ("selection", Some(self.selection.json())),
            ("sample_size", Some(self.sample_size.to_string())),
            ("reason", reason.or_else(|| Some("null".to_owned()))),
        ])
    }
}

fn object<const N: usize>(members: [(&str, Option<String>); N]) -> String {
    let mut json = String::from("{");
    for (name, value) in members {
        let Some(value) = value else { continue };
        let comma = if json.len() > 1 { "," } else { "" };
        json.push_str(&[comma, "\"", name, "\":", &value].concat());
    }
    json.push('}');
    json
}

fn texts(texts: &[String]) -> Option<String> {
    list(texts.iter().map(|text| quoted(text)))
}

fn list(values: impl Iterator<Item = String>) -> Option<String> {
    let values: Vec<String> = values.collect();
    (!values.is_empty()).then(|| ["[", &*values.join(","), "]"].concat())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
