//! A request to the foreign API.

use crate::api::exchange::Verb;
use crate::api::mapping::reading::At;
use crate::api::mapping::site::Site;
use crate::api::mapping::template::{Blank, Slot, Stretch, Template};
use crate::domain::json::Kind;

/// A request with placeholders.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// `GET` where nothing else is said.
    pub verb: Verb,
    /// Below the base of the API, its trailing slash as declared. Each
    /// placeholder becomes one encoded segment.
    pub path: Template,
    /// Parameters in order; one of a list stands here once for each value. One
    /// whose only placeholder has no value is left out.
    pub query: Vec<(String, Template)>,
    /// Parameters whose value is JSON, in order. One with a placeholder that has
    /// no value is left out.
    pub json: Vec<(String, Blank)>,
    /// What is sent.
    pub body: Option<Blank>,
    /// Whether the body goes as a form instead of JSON.
    pub form: bool,
    /// Further headers.
    pub headers: Vec<(String, Template)>,
}

impl Request {
    pub(super) fn read(at: &At<'_>, site: &Site<'_>) -> Option<Self> {
        if at.json.kind() == Kind::Text {
            let path = path(at, site)?;
            return Some(Self {
                verb: Verb::Get,
                path,
                query: Vec::new(),
                json: Vec::new(),
                body: None,
                form: false,
                headers: Vec::new(),
            });
        }
        at.only(&["method", "path", "query", "body", "form", "headers"]);
        let verbs = Verb::ALL.map(|verb| (verb.word(), verb));
        let verb = at.maybe("method", |at| at.word("method", &verbs));
        let verb = verb.unwrap_or(Verb::Get);
        let body = at.get("body");
        if let Some(body) = body.as_ref().filter(|_| verb == Verb::Get) {
            body.fault(
                "GET sends no body",
                "Add \"method\": \"POST\", or write \"query\"",
            );
        }
        Some(Self {
            verb,
            path: path(&at.need("path", "\"/campaigns\"")?, site)?,
            query: pairs(at, "query", site),
            json: json(at, site),
            body: body.and_then(|body| site.blank(&body)),
            form: at.maybe("form", At::flag).unwrap_or_default(),
            headers: headers(at, site),
        })
    }

    /// All placeholders.
    pub fn slots(&self) -> Vec<&Slot> {
        let mut slots: Vec<&Slot> = self.path.slots().collect();
        for (_, template) in self.query.iter().chain(&self.headers) {
            slots.extend(template.slots());
        }
        let blanks = self.json.iter().map(|(_, blank)| blank).chain(&self.body);
        blanks.for_each(|blank| blank.collect(&mut slots));
        slots
    }
}

fn path(at: &At<'_>, site: &Site<'_>) -> Option<Template> {
    let text = at.text()?;
    let (problem, fix) = if text.contains("://") || text.starts_with("//") {
        (
            "it is a whole address",
            "Write what comes after the API's base, such as \"/campaigns\"",
        )
    } else if text.contains(['?', '#']) {
        (
            "it holds a query",
            "Write the path alone, and the parameters in \"query\"",
        )
    } else if text.split('/').any(|segment| segment == "..") {
        (
            "it leaves the API's base",
            "Write what comes after the base, without \"..\"",
        )
    } else if !text.is_empty() && !text.starts_with(['/', '{']) {
        (
            "it does not begin with a slash",
            "Write it as \"/campaigns\"",
        )
    } else {
        let template = site.template(at)?;
        let is_literal =
            |stretch: &Stretch| matches!(stretch, Stretch::Text(text) if text.contains(['{', '}']));
        if template.0.iter().any(is_literal) {
            at.fault(
                "what stands in braces is no placeholder",
                "Write a name, such as {campaign}, or a variable's",
            );
        }
        return Some(template);
    };
    at.fault(problem, fix);
    None
}

/// Names with texts, or with a list of such.
fn pairs(at: &At<'_>, key: &str, site: &Site<'_>) -> Vec<(String, Template)> {
    let Some(at) = at.get(key) else {
        return Vec::new();
    };
    let mut pairs = Vec::new();
    for (name, values) in at.entries() {
        if values.get(JSON).is_some() {
            continue;
        }
        for value in values.one_or_more() {
            pairs.extend(site.template(&value).map(|value| (name.clone(), value)));
        }
    }
    pairs
}

/// The key of a parameter that is JSON.
const JSON: &str = "$json";

fn json(at: &At<'_>, site: &Site<'_>) -> Vec<(String, Blank)> {
    let parameters = at.get("query").map_or_else(Vec::new, |at| at.entries());
    let blank = |(name, value): (String, At<'_>)| {
        let inside = value.get(JSON)?;
        value.only(&[JSON]);
        Some((name, site.blank(&inside)?))
    };
    parameters.into_iter().filter_map(blank).collect()
}

fn headers(at: &At<'_>, site: &Site<'_>) -> Vec<(String, Template)> {
    let headers = pairs(at, "headers", site);
    for (name, _) in &headers {
        let is_secret = ["authorization", "cookie", "proxy-authorization"];
        if is_secret.contains(&name.to_lowercase().as_str()) {
            at.fault(
                format!("\"headers\" signs the request with \"{name}\""),
                "Say how to sign in under \"auth\"; a mapping holds no secrets",
            );
        }
    }
    headers
}
