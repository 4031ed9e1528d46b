//! A mapping, a question of the contract, and whatever a foreign API answers.
//!
//! Parts of an input: the mapping, or the number of a shipped one; `GET address` or `POST address body`;
//! then answers, each with its status in front.

use super::{Came, hold, sign};
use ringside::api::error::ApiError;
use ringside::api::exchange::{Incoming, Outgoing, Verb};
use ringside::api::mapping::{Mapping, Memory, Question, Setting, Step};
use ringside::domain::json::Document;

const SHIPPED: [&str; 5] = [
    include_str!("../../../public/mappings/airflow.json"),
    include_str!("../../../public/mappings/dograh.json"),
    include_str!("../../../public/mappings/bull-board.json"),
    include_str!("../../../public/mappings/vapi.json"),
    include_str!("../../../public/mappings/bolna.json"),
];

/// Rounds that a question may take; the executor itself says 40 requests.
const ROUNDS: usize = 50;
const REQUESTS: usize = 60;

pub fn run(input: &[u8]) -> Came {
    let texts: Vec<String> = input
        .split(|byte| *byte == crate::mutate::PART)
        .map(|part| String::from_utf8_lossy(part).into_owned())
        .collect();
    let [document, question, answers @ ..] = texts.as_slice() else {
        return Ok(0);
    };
    let shipped = document
        .trim()
        .parse::<usize>()
        .ok()
        .and_then(|number| SHIPPED.get(number));
    let mapping = match Mapping::read(shipped.copied().unwrap_or(document)) {
        Ok(mapping) => mapping,
        Err(faults) => {
            let is_said =
                !faults.is_empty() && faults.iter().all(|fault| !fault.problem.is_empty());
            hold(is_said, || format!("{faults:?}"))?;
            return Ok(sign((
                1,
                faults.len().min(40),
                faults.first().map(|fault| fault.problem.len()),
            )));
        }
    };
    let answers: Vec<Incoming> = answers.iter().map(|text| incoming(text)).collect();
    let (verb, rest) = question.split_once(' ').unwrap_or(("GET", question));
    let (address, body) = rest
        .split_once(' ')
        .map_or((rest, None), |(address, body)| (address, Some(body)));
    let verb = if verb == "POST" {
        Verb::Post
    } else {
        Verb::Get
    };
    let memory = Memory::default();
    let setting = Setting {
        base: "/api",
        variables: &[],
        workspace: None,
        now: 1_795_165_200_000,
        memory: &memory,
    };
    let question = Question {
        verb,
        address,
        body,
        key: body.map(|_| "key_12345678"),
    };
    let mut dialogue = mapping.ask(&question, &setting);
    let (mut heard, mut sent) = (Vec::new(), 0);
    for round in 0..ROUNDS {
        match dialogue.next(heard) {
            Step::Send(requests) => {
                for request in &requests {
                    is_sound(request)?;
                }
                heard = requests
                    .iter()
                    .map(|_| answer(&answers, &mut sent))
                    .collect();
                hold(sent <= REQUESTS, || format!("{sent} requests"))?;
            }
            Step::Answered(json) => {
                hold(Document::parse(&json).is_ok(), || {
                    format!("no JSON is made: {json}")
                })?;
                let names = json.matches("\":").count();
                return Ok(sign((2, round, names.min(400) / 4)));
            }
            Step::Refused(error) => {
                let said = error.to_string();
                hold(!said.is_empty(), || {
                    "it is refused without a word".to_owned()
                })?;
                return Ok(sign((3, round, said.len().min(120))));
            }
        }
    }
    Err("the question never ends".to_owned())
}

fn incoming(text: &str) -> Incoming {
    let status = text
        .get(..3)
        .and_then(|status| status.parse().ok())
        .filter(|status| (200..600).contains(status));
    let body = if status.is_some() {
        text.get(4..).unwrap_or_default()
    } else {
        text
    };
    Incoming {
        status: status.unwrap_or(200),
        headers: vec![("etag".to_owned(), "\"1\"".to_owned())],
        body: body.as_bytes().to_vec(),
    }
}

fn answer(answers: &[Incoming], sent: &mut usize) -> Result<Incoming, ApiError> {
    let answer = answers.get(*sent % answers.len().max(1)).cloned();
    *sent += 1;
    Ok(answer.unwrap_or(Incoming {
        status: 204,
        headers: Vec::new(),
        body: Vec::new(),
    }))
}

/// A request goes to the API and nowhere else, and a header ends where its line does.
fn is_sound(request: &Outgoing) -> Result<(), String> {
    hold(request.url.starts_with("/api"), || {
        format!("{request:?} leaves the API")
    })?;
    let path = request.url.split(['?', '#']).next().unwrap_or_default();
    let climbs = path.split('/').any(|part| {
        ["..", ".", "%2e%2e", "%2e", ".%2e", "%2e."]
            .iter()
            .any(|up| part.eq_ignore_ascii_case(up))
    });
    hold(!climbs, || format!("{request:?} climbs"))?;
    let is_plain = !request
        .url
        .contains(|c: char| c.is_control() || c == '\\' || c == ' ');
    hold(is_plain, || format!("{request:?} has an odd address"))?;
    let are_lines = request.headers.iter().all(|(name, value)| {
        !name.is_empty()
            && !name.contains(['\r', '\n', '\0', ':', ' '])
            && !value.contains(['\r', '\n', '\0'])
    });
    hold(are_lines, || format!("{request:?} has an odd header"))
}
