//! The body of a request to act: what an action is asked with.

use serde_json::{Map, Value};

use crate::problem::Problem;

/// What an action is asked with. Each action reads only its own part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    pub reason: Option<String>,
    pub concurrency: Option<i64>,
    pub number_id: Option<String>,
    pub opens: Option<String>,
    pub closes: Option<String>,
}

impl Wish {
    /// Reads a body. What has the wrong type is refused whatever the action.
    pub fn read(body: &[u8]) -> Result<Self, Problem> {
        let fields = fields(body)?;
        Ok(Self {
            reason: text(&fields, "reason", 500)?,
            concurrency: whole(&fields, "concurrency")?,
            number_id: text(&fields, "number_id", 120)?,
            opens: text(&fields, "opens", 10)?,
            closes: text(&fields, "closes", 10)?,
        })
    }
}

/// The properties of a body.
pub fn fields(body: &[u8]) -> Result<Map<String, Value>, Problem> {
    let body: Value = serde_json::from_slice(body)
        .map_err(|error| Problem::unreadable(format!("The body is not JSON: {error}.")))?;
    match body {
        Value::Object(fields) => Ok(fields),
        _ => Err(Problem::value("", "The body must be a JSON object.")),
    }
}

/// A text of at most so many characters, if there is one.
pub fn text(
    fields: &Map<String, Value>,
    name: &str,
    most: usize,
) -> Result<Option<String>, Problem> {
    match fields.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) if text.chars().count() <= most => {
            let text = text.trim();
            Ok((!text.is_empty()).then(|| text.to_owned()))
        }
        Some(_) => Err(Problem::value(
            &format!("/{name}"),
            format!("{name} must be text of at most {most} characters."),
        )),
    }
}

fn whole(fields: &Map<String, Value>, name: &str) -> Result<Option<i64>, Problem> {
    match fields.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => {
            // JSON knows one kind of number: 40.0 is a whole one, and so is 1e30.
            let whole = value
                .as_f64()
                .filter(|number| number.fract() == 0.0)
                .map(|number| value.as_i64().unwrap_or(number as i64));
            whole.map(Some).ok_or_else(|| {
                Problem::value(
                    &format!("/{name}"),
                    format!("{name} must be a whole number."),
                )
            })
        }
    }
}
