//! What a retry is asked for with, read strictly: what is not understood is
//! refused, for it could dial somebody.

use serde_json::{Map, Value};

use crate::problem::Problem;
use crate::wish::{fields, text};
use crate::zone::Ms;

/// Most tasks or records that can be named.
const MOST_IDS: usize = 1_000;
/// Most values of one member of a filter.
const MOST_VALUES: usize = 100;
const LONGEST: usize = 120;
/// Contacts of a sample.
const SAMPLE: std::ops::RangeInclusive<i64> = 10..=20;
const EMPTY: &str =
    "An empty filter would retry everything. Give it at least one value, or name the contacts.";

/// A campaign or a run, by its ID.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    Campaign(String),
    Job(String),
}

/// Which contacts are meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    Ids(Vec<String>),
    Filter(Filter),
}

/// Failures that meet every member that is not empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub sip_status: Vec<i64>,
    pub code: Vec<String>,
    pub outcome: Vec<String>,
    pub carrier: Vec<String>,
    pub after: Option<Ms>,
    pub before: Option<Ms>,
}

/// The contacts that shall be tried again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    pub scope: Scope,
    pub who: Who,
    /// As the contract writes it.
    pub json: Value,
    /// Where it stands in the body.
    pub at: &'static str,
}

/// What a retry is started with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartWish {
    pub selection: Selection,
    pub sample: usize,
    pub reason: Option<String>,
}

impl StartWish {
    /// Reads a body.
    pub fn read(body: &[u8]) -> Result<Self, Problem> {
        let fields = fields(body)?;
        let Some(Value::Object(selection)) = fields.get("selection") else {
            return Err(Problem::value("/selection", "selection must be an object."));
        };
        let size = fields.get("sample_size").filter(|size| !size.is_null());
        let sample = size.map_or(Some(20), |size| {
            let whole = size.as_f64().filter(|size| size.fract() == 0.0)?;
            Some(whole as i64).filter(|size| SAMPLE.contains(size))
        });
        let sample = sample
            .ok_or_else(|| Problem::value("/sample_size", "A sample has 10 to 20 contacts."))?;
        Ok(Self {
            selection: Selection::of(selection, "/selection")?,
            sample: sample as usize,
            reason: text(&fields, "reason", 500)?,
        })
    }
}

impl Selection {
    /// Reads a body that is a selection.
    pub fn read(body: &[u8]) -> Result<Self, Problem> {
        Self::of(&fields(body)?, "")
    }

    fn of(fields: &Map<String, Value>, at: &'static str) -> Result<Self, Problem> {
        let mut reader = Reader {
            errors: Vec::new(),
            at,
        };
        let campaign = reader.id(fields, "campaign_id");
        let job = reader.id(fields, "job_id");
        let ids = reader.texts(fields, "/ids", "ids", MOST_IDS);
        let filter = reader.filter(fields.get("filter"));
        let is_readable = reader.errors.is_empty();
        let scope = match (campaign, job) {
            _ if !is_readable => None,
            (Some(id), None) => Some(Scope::Campaign(id)),
            (None, Some(id)) => Some(Scope::Job(id)),
            (None, None) => reader.refuse("/campaign_id", "Name a campaign or a job."),
            _ => reader.refuse("/job_id", "Name a campaign or a job, not both."),
        };
        let who = match (ids.is_empty(), filter) {
            _ if !is_readable => None,
            (_, Some(filter)) if filter == Filter::default() => reader.refuse("/filter", EMPTY),
            (true, Some(filter)) => Some(Who::Filter(filter)),
            (false, None) => Some(Who::Ids(ids)),
            (true, None) if fields.contains_key("ids") => {
                reader.refuse("/ids", "Name at least one, or give a filter.")
            }
            (true, None) => reader.refuse("/filter", "Give ids or a filter."),
            _ => reader.refuse("/filter", "Give ids or a filter, not both."),
        };
        let known = ["campaign_id", "job_id", "ids", "filter"];
        let said = known
            .into_iter()
            .filter_map(|name| Some((name.to_owned(), fields.get(name)?.clone())));
        match (scope, who, reader.errors) {
            (Some(scope), Some(who), errors) if errors.is_empty() => Ok(Self {
                scope,
                who,
                json: Value::Object(said.collect()),
                at,
            }),
            (.., errors) => Err(Problem::invalid(errors)),
        }
    }
}

/// Reads values and notes what is wrong with them.
struct Reader {
    errors: Vec<(String, String)>,
    at: &'static str,
}

impl Reader {
    fn refuse<T>(&mut self, pointer: &str, detail: impl Into<String>) -> Option<T> {
        let pointer = format!("{}{pointer}", self.at);
        self.errors.push((pointer, detail.into()));
        None
    }

    fn id(&mut self, fields: &Map<String, Value>, name: &str) -> Option<String> {
        match fields.get(name) {
            None | Some(Value::Null) => None,
            Some(Value::String(id)) if (1..=LONGEST).contains(&id.chars().count()) => {
                Some(id.clone())
            }
            Some(_) => self.refuse(&format!("/{name}"), format!("{name} must be an ID.")),
        }
    }

    fn list<T>(
        &mut self,
        fields: &Map<String, Value>,
        (pointer, name, most): (&str, &str, usize),
        read: impl Fn(&Value) -> Option<T>,
        wanted: &str,
    ) -> Vec<T> {
        let values = match fields.get(name) {
            None | Some(Value::Null) => return Vec::new(),
            Some(Value::Array(values)) if values.len() <= most => values,
            Some(Value::Array(values)) => {
                let words = format!("{name} takes {most} values at most, not {}.", values.len());
                self.refuse::<()>(pointer, words);
                return Vec::new();
            }
            Some(_) => {
                self.refuse::<()>(pointer, format!("{name} must be a list."));
                return Vec::new();
            }
        };
        let mut known = Vec::new();
        for (at, value) in values.iter().enumerate() {
            match read(value) {
                Some(value) => known.push(value),
                None => {
                    self.refuse::<()>(&format!("{pointer}/{at}"), wanted);
                }
            }
        }
        known
    }

    fn texts(
        &mut self,
        fields: &Map<String, Value>,
        pointer: &str,
        name: &str,
        most: usize,
    ) -> Vec<String> {
        let read = |value: &Value| {
            let text = value.as_str()?;
            (1..=LONGEST)
                .contains(&text.chars().count())
                .then(|| text.to_owned())
        };
        self.list(fields, (pointer, name, most), read, "This must be text.")
    }

    fn filter(&mut self, filter: Option<&Value>) -> Option<Filter> {
        let fields = match filter? {
            Value::Null => return None,
            Value::Object(fields) => fields,
            _ => return self.refuse("/filter", "filter must be an object."),
        };
        let whole = |value: &Value| {
            let number = value.as_f64().filter(|number| number.fract() == 0.0)?;
            Some(number as i64)
        };
        let place = ("/filter/sip_status", "sip_status", MOST_VALUES);
        let texts = |reader: &mut Self, name: &str| {
            reader.texts(fields, &format!("/filter/{name}"), name, MOST_VALUES)
        };
        let code = texts(self, "code");
        let outcome = texts(self, "outcome");
        let carrier = texts(self, "carrier");
        Some(Filter {
            sip_status: self.list(fields, place, whole, "This must be a whole number."),
            code,
            outcome,
            carrier,
            after: self.instant(fields, "after"),
            before: self.instant(fields, "before"),
        })
        .filter(|filter| *filter != Filter::default() || self.errors.is_empty())
    }

    fn instant(&mut self, fields: &Map<String, Value>, name: &str) -> Option<Ms> {
        let text = fields.get(name).filter(|value| !value.is_null())?;
        let at = text
            .as_str()
            .and_then(|text| chrono::DateTime::parse_from_rfc3339(text).ok());
        if at.is_none() {
            let words = format!("{name} must be a time with an offset, as in RFC 3339.");
            self.refuse::<()>(&format!("/filter/{name}"), words);
        }
        at.map(|at| at.timestamp_millis())
    }
}
