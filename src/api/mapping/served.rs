//! Foreign servers that stand in memory, for tests.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::frame::Answer;
use super::{Mapping, Memory, Question, Setting, Step};
use crate::api::error::ApiError;
use crate::api::exchange::{Incoming, Outgoing, Verb};
use crate::domain::percent::pairs;
use serde_json::{Value, json};

pub(super) const BASE: &str = "https://api.example/v1";
pub(super) const NOW: i64 = 1_795_000_000_000;

pub(super) fn mapping(document: &Value) -> Mapping {
    let mut whole = json!({"mapping": 1, "name": "Test"});
    for (name, value) in document.as_object().unwrap() {
        whole[name] = value.clone();
    }
    Mapping::read(&whole.to_string()).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

pub(super) fn setting(memory: &Memory) -> Setting<'_> {
    Setting {
        base: BASE,
        variables: &[],
        workspace: None,
        now: NOW,
        memory,
    }
}

pub(super) fn get(address: &str) -> Question<'_> {
    Question {
        verb: Verb::Get,
        address,
        body: None,
        key: None,
    }
}

/// A good answer of the foreign server.
pub(super) fn good(body: &Value) -> Answer {
    answer(200, body)
}

pub(super) fn answer(status: u16, body: &Value) -> Answer {
    Ok(Incoming {
        status,
        headers: Vec::new(),
        body: body.to_string().into_bytes(),
    })
}

/// What was asked, taken apart: the path below the base and the query.
pub(super) fn apart(request: &Outgoing) -> (String, Vec<(String, String)>) {
    let rest = request.url.strip_prefix(BASE).unwrap();
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    (path.to_owned(), pairs(query).collect())
}

/// The value of a query parameter of a request.
pub(super) fn parameter(request: &Outgoing, name: &str) -> Option<String> {
    let query = apart(request).1.into_iter();
    { query }
        .find(|(known, _)| known == name)
        .map(|(_, value)| value)
}

/// Runs a question to its end against a server.
pub(super) fn run(
    mapping: &Mapping,
    memory: &Memory,
    question: &Question<'_>,
    mut server: impl FnMut(&Outgoing) -> Answer,
) -> Result<Value, ApiError> {
    let setting = setting(memory);
    let mut dialogue = mapping.ask(question, &setting);
    let mut answers = Vec::new();
    for _ in 0..100 {
        match dialogue.next(answers) {
            Step::Send(requests) => answers = requests.iter().map(&mut server).collect(),
            Step::Answered(json) => return Ok(serde_json::from_str(&json).unwrap()),
            Step::Refused(error) => return Err(error),
        }
    }
    panic!("the dialogue does not end");
}
