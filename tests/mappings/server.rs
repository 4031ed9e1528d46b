//! A foreign server that stands in memory: it answers with recordings, by path.

use ringside::api::error::{ApiError, ErrorKind};
use ringside::api::exchange::{Incoming, Outgoing, Verb};
use ringside::api::mapping::{Mapping, Memory, Question, Setting, Step};
use ringside::domain::format::{Formats, PlainLocale, Zone};
use ringside::domain::json::{FromJson, decode};
use serde_json::Value;
use std::cell::RefCell;

/// 2026-11-20T09:00:00Z, shortly after the recordings of Dograh.
pub const NOW: i64 = 1_795_165_200_000;

/// A mapping and the answers of the API that it is for.
pub struct Server {
    mapping: Mapping,
    answers: Vec<(String, Incoming)>,
    otherwise: Option<Incoming>,
    memory: Memory,
    asked: RefCell<Vec<String>>,
}

impl Server {
    /// With a mapping's text, and no answers yet.
    pub fn new(mapping: &str) -> Self {
        let mapping = Mapping::read(mapping);
        Self {
            mapping: mapping.unwrap_or_else(|faults| panic!("{faults:#?}")),
            answers: Vec::new(),
            otherwise: None,
            memory: Memory::default(),
            asked: RefCell::default(),
        }
    }

    /// Answers a path with a recording.
    pub fn with(self, path: &str, recording: &str) -> Self {
        let recorded = parsed(recording);
        let headers = recorded["headers"].as_object().unwrap();
        let answer = Incoming {
            status: u16::try_from(recorded["status"].as_u64().unwrap()).unwrap(),
            headers: headers
                .iter()
                .map(|(name, value)| (name.clone(), value.as_str().unwrap().to_owned()))
                .collect(),
            body: recorded["body"].to_string().into_bytes(),
        };
        self.with_answer(path, answer)
    }

    /// Answers a path with a body of its own.
    pub fn with_body(self, path: &str, body: &Value) -> Self {
        let answer = Incoming {
            status: 200,
            headers: Vec::new(),
            body: body.to_string().into_bytes(),
        };
        self.with_answer(path, answer)
    }

    /// Answers a path, in place of what it answered before.
    pub fn with_answer(mut self, path: &str, answer: Incoming) -> Self {
        self.answers.retain(|(known, _)| known != path);
        self.answers.push((path.to_owned(), answer));
        self
    }

    /// Answers everything else with the same.
    pub fn with_every(self, answer: Incoming) -> Self {
        Self {
            otherwise: Some(answer),
            ..self
        }
    }

    /// What the API was asked, in order: `GET /campaign/`, with the query.
    pub fn asked(&self) -> Vec<String> {
        self.asked.borrow().clone()
    }

    /// Asks the contract's question, and hands out contract JSON.
    pub fn ask(&self, verb: Verb, address: &str, body: Option<&str>) -> Result<String, ApiError> {
        let setting = Setting {
            base: "/api",
            variables: &[],
            workspace: None,
            now: NOW,
            memory: &self.memory,
        };
        let question = Question {
            verb,
            address,
            body,
            key: body.map(|_| "key_12345678"),
        };
        let mut dialogue = self.mapping.ask(&question, &setting);
        let mut answers = Vec::new();
        for _ in 0..50 {
            match dialogue.next(answers) {
                Step::Send(requests) => {
                    answers = requests
                        .iter()
                        .map(|request| self.answer(request))
                        .collect();
                }
                Step::Answered(json) => return Ok(json),
                Step::Refused(error) => return Err(error),
            }
        }
        panic!("{address} never ends")
    }

    fn answer(&self, request: &Outgoing) -> Result<Incoming, ApiError> {
        let path = request.url.strip_prefix("/api").unwrap();
        let line = [request.verb.word(), " ", path].concat();
        self.asked.borrow_mut().push(line);
        let path = path.split('?').next().unwrap();
        let known = self.answers.iter().find(|(known, _)| known == path);
        let answer = known
            .map(|(_, answer)| answer)
            .or(self.otherwise.as_ref())
            .cloned();
        answer.ok_or_else(|| ApiError::new(ErrorKind::Unreachable))
    }

    /// The answer of a reading, as the screens decode it.
    pub fn read<T: FromJson>(&self, address: &str) -> T {
        let json = self.ask(Verb::Get, address, None);
        let json = json.unwrap_or_else(|error| panic!("{address}: {error}"));
        decode(&json).unwrap_or_else(|trouble| panic!("{address}: {trouble}\n{json}"))
    }

    /// Why a reading is refused.
    pub fn refusal(&self, address: &str) -> ApiError {
        self.ask(Verb::Get, address, None).unwrap_err()
    }
}

/// A recording's JSON.
pub fn parsed(recording: &str) -> Value {
    serde_json::from_str(recording).unwrap()
}

/// A recording's body.
pub fn body(recording: &str) -> Value {
    parsed(recording)["body"].clone()
}

/// Figures as they are written on screen, at [`NOW`].
pub fn at_capture<T>(run: impl FnOnce(&Formats<'_>) -> T) -> T {
    run(&Formats {
        locale: &PlainLocale,
        zone: &Zone::Utc,
        now: NOW,
    })
}
