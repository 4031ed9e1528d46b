//! What is asked for of the recorded rows.

use super::refusal::Refusal;
use axum::http::StatusCode;
use serde_json::{Value, json};

/// The parameters of a page.
pub struct Asked {
    /// From 1.
    pub page: u64,
    /// Which rows.
    pub filter: Wanted,
}

impl Asked {
    /// Reads the parameters of a page.
    ///
    /// # Errors
    /// A refusal for values outside the contract, and for cursors: the
    /// recording hands none out.
    pub fn read(pairs: Vec<(String, String)>) -> Result<Self, Refusal> {
        let mut asked = Self {
            page: 1,
            filter: Wanted::default(),
        };
        let mut by_page = false;
        let mut by_cursor = false;
        for (key, value) in pairs {
            check(&key, &value)?;
            match key.as_str() {
                "page" => {
                    by_page = true;
                    asked.page = within(&value, MAX_PAGE)?;
                }
                "size" => drop(within(&value, MAX_SIZE)?),
                "cursor" => by_cursor = true,
                "q" => asked.filter.q = value,
                "status" => asked.filter.status.push(value),
                "blocker" => asked.filter.blocker.push(value),
                "disposition" => asked.filter.disposition.push(value),
                "from" => asked.filter.from.push(value),
                _ => {}
            }
        }
        match (by_cursor, by_page) {
            (true, true) => Err(Refusal::new(
                StatusCode::BAD_REQUEST,
                "A page is asked for by number or by cursor, not by both.",
            )),
            (true, false) => Err(Refusal::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "The recording hands out no cursors.",
            )),
            _ => Ok(asked),
        }
    }
}

/// The longest value of each text, in characters.
const LONGEST: [(&str, usize); 6] = [
    ("q", 200),
    ("status", 60),
    ("blocker", 60),
    ("disposition", 120),
    ("from", 40),
    ("cursor", 400),
];

/// Orders of the contract, without the minus for descending. The recorded rows
/// stay in their own: sorting five of 156 would say something untrue.
const SORTS: [&str; 6] = [
    "activity",
    "contact",
    "status",
    "attempts",
    "duration",
    "last_attempted",
];
const ASCENDING_ONLY: [&str; 2] = ["activity", "status"];

fn check(key: &str, value: &str) -> Result<(), Refusal> {
    let longest = LONGEST.iter().find(|(name, _)| *name == key);
    let too_long = longest.is_some_and(|(_, longest)| value.chars().count() > *longest);
    if too_long || (key == "sort" && !is_sort(value)) {
        let detail = format!("The value of \"{key}\" is not in the contract.");
        return Err(Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, detail));
    }
    Ok(())
}

fn is_sort(value: &str) -> bool {
    match value.strip_prefix('-') {
        Some(order) => SORTS.contains(&order) && !ASCENDING_ONLY.contains(&order),
        None => SORTS.contains(&value),
    }
}

const MAX_PAGE: u64 = 1_000_000_000;
const MAX_SIZE: u64 = 200;

fn within(value: &str, max: u64) -> Result<u64, Refusal> {
    let number = value
        .parse()
        .ok()
        .filter(|number| (1..=max).contains(number));
    number.ok_or_else(|| {
        Refusal::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            format!("Page and size are whole numbers from 1 to {max}; \"{value}\" is not."),
        )
    })
}

/// Which rows are asked for.
#[derive(Default)]
pub struct Wanted {
    /// Part of a name, of a phone number, or an id.
    pub q: String,
    /// Dispositions; none: all.
    pub disposition: Vec<String>,
    /// From-numbers; none: all.
    pub from: Vec<String>,
    /// States; none: all.
    pub status: Vec<String>,
    /// Blockers; none: all. The recording has none.
    pub blocker: Vec<String>,
}

impl Wanted {
    /// True when every row is wanted.
    pub const fn is_everything(&self) -> bool {
        self.q.is_empty()
            && self.disposition.is_empty()
            && self.from.is_empty()
            && self.status.is_empty()
            && self.blocker.is_empty()
    }

    /// Whether a task is wanted.
    pub fn holds(&self, task: &Value) -> bool {
        self.searched(task)
            && among(&self.disposition, task.get("disposition"))
            && among(&self.from, task.get("from"))
            && among(&self.status, task.get("status"))
            && among(&self.blocker, task.get("blocker"))
    }

    fn searched(&self, task: &Value) -> bool {
        let q = self.q.to_lowercase();
        let holds = |pointer: &str| {
            let text = task.pointer(pointer).and_then(Value::as_str);
            text.is_some_and(|text| text.to_lowercase().contains(&q))
        };
        q.is_empty() || holds("/contact/name") || holds("/phone") || holds("/id")
    }
}

fn among(choices: &[String], value: Option<&Value>) -> bool {
    choices.is_empty() || choices.iter().any(|choice| value == Some(&json!(choice)))
}
