//! The published contract as data, so that what is optional, open or a figure
//! is read from it and cannot drift from it.

use axum::http::Method;
use serde_json::{Map, Value};
use std::sync::LazyLock;

static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    yaml_serde::from_str(include_str!("../../../docs/openapi.yaml")).unwrap_or_default()
});

/// What a property's schema lets it hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// An object, or a list of objects: has properties of its own.
    Block,
    /// A time.
    Instant,
    /// A code from an open list.
    Code,
    /// Any other text.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// A boolean, a list of plain values, or anything.
    Other,
}

/// A property of an object, as the contract describes it.
pub struct Property<'a> {
    /// Its name; in an open map the key.
    pub name: &'a str,
    /// True when the object is not valid without it.
    pub required: bool,
    /// What it may hold.
    pub nature: Nature,
}

/// What becomes of a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stays, possibly changed, and is walked into.
    Keep,
    /// It is left out.
    Remove,
}

/// A change to an answer, told by the contract what each value is.
pub trait Edit {
    /// Called with every property that is there, before those inside it.
    fn property(&mut self, _property: &Property<'_>, _value: &mut Value) -> Fate {
        Fate::Keep
    }

    /// Called for every optional property that is not there.
    fn missing(&mut self, _property: &Property<'_>) -> Option<Value> {
        None
    }

    /// Called with every object that has named properties, after those.
    fn object(&mut self, _object: &mut Map<String, Value>) {}

    /// Called with every map from codes to counts.
    fn open_map(&mut self, _map: &mut Map<String, Value>) {}
}

/// The name of the schema that a good answer of this address follows, if the contract has it.
pub fn schema_of(method: &Method, path: &str) -> Option<&'static str> {
    let paths = DOCUMENT.get("paths")?.as_object()?;
    let (_, operations) = paths.iter().find(|(known, _)| fits(known, path))?;
    operations
        .get(method.as_str().to_lowercase())?
        .pointer("/responses/200/content/application~1json/schema/$ref")?
        .as_str()?
        .rsplit('/')
        .next()
}

fn fits(known: &str, path: &str) -> bool {
    let (mut known, mut asked) = (known.split('/'), path.split('/'));
    loop {
        match (known.next(), asked.next()) {
            (None, None) => return true,
            (Some(known), Some(asked)) if known == asked || known.starts_with('{') => {}
            _ => return false,
        }
    }
}

/// An example of the contract by its name.
pub fn example(name: &str) -> Value {
    let example = DOCUMENT.pointer(&format!("/components/examples/{name}/value"));
    example.cloned().unwrap_or_default()
}

/// Walks an answer along the schema of the contract with that name.
pub fn walk(value: &mut Value, schema: &str, edit: &mut dyn Edit) {
    if let Some(schema) = DOCUMENT.pointer(&format!("/components/schemas/{schema}")) {
        walk_value(value, schema, edit);
    }
}

fn walk_value(value: &mut Value, schema: &Value, edit: &mut dyn Edit) {
    let schema = resolved(schema);
    match value {
        Value::Array(items) => {
            if let Some(of_items) = schema.get("items") {
                for item in items {
                    walk_value(item, of_items, edit);
                }
            }
        }
        Value::Object(object) => walk_object(object, schema, edit),
        _ => {}
    }
}

fn walk_object(object: &mut Map<String, Value>, schema: &Value, edit: &mut dyn Edit) {
    if let Some(parts) = schema.get("allOf").and_then(Value::as_array) {
        for part in parts {
            walk_object(object, resolved(part), edit);
        }
    } else if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
        for (name, of_property) in properties {
            walk_property(object, name, of_property, is_required(schema, name), edit);
        }
        edit.object(object);
    } else if let Some(of_values) = schema.get("additionalProperties") {
        let keys: Vec<String> = object.keys().cloned().collect();
        for key in keys {
            walk_property(object, &key, of_values, true, edit);
        }
        edit.open_map(object);
    }
}

fn walk_property(
    object: &mut Map<String, Value>,
    name: &str,
    schema: &Value,
    required: bool,
    edit: &mut dyn Edit,
) {
    let property = Property {
        name,
        required,
        nature: nature(schema),
    };
    let Some(value) = object.get_mut(name) else {
        if !required && let Some(value) = edit.missing(&property) {
            object.insert(name.to_owned(), value);
        }
        return;
    };
    match edit.property(&property, value) {
        Fate::Keep => walk_value(value, schema, edit),
        Fate::Remove => {
            object.remove(name);
        }
    }
}

fn is_required(schema: &Value, name: &str) -> bool {
    schema
        .get("required")
        .and_then(Value::as_array)
        .is_some_and(|names| names.iter().any(|required| required == name))
}

/// Follows references and takes the part of a choice that is not null.
fn resolved(schema: &Value) -> &Value {
    let is_null = |choice: &&Value| choice.get("type").and_then(Value::as_str) != Some("null");
    let further = schema
        .get("$ref")
        .and_then(Value::as_str)
        .and_then(|reference| DOCUMENT.pointer(reference.trim_start_matches('#')))
        .or_else(|| schema.get("anyOf")?.as_array()?.iter().find(is_null));
    further.map_or(schema, resolved)
}

fn nature(schema: &Value) -> Nature {
    let schema = resolved(schema);
    let is = |word: &str| match schema.get("type") {
        Some(Value::String(only)) => only == word,
        Some(Value::Array(several)) => several.iter().any(|one| one == word),
        _ => false,
    };
    let has_properties = |of: &Value| of.get("properties").is_some();
    if is("object") {
        Nature::Block
    } else if is("array") {
        match schema.get("items").map(resolved) {
            Some(items) if has_properties(items) => Nature::Block,
            _ => Nature::Other,
        }
    } else if is("integer") {
        Nature::Integer
    } else if is("number") {
        Nature::Number
    } else if is("string") {
        text_nature(schema)
    } else {
        Nature::Other
    }
}

fn text_nature(schema: &Value) -> Nature {
    let says = |key: &str| schema.get(key).and_then(Value::as_str).unwrap_or_default();
    if says("format") == "date-time" {
        Nature::Instant
    } else if says("description").ends_with("Open.") {
        Nature::Code
    } else {
        Nature::Text
    }
}
