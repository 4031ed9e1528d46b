//! A recorded answer, and the part of the mapping that it belongs to.

use ringside::api::mapping::Mapping;
use ringside::api::mapping::document::Merge;
use ringside::domain::json::{Document, Json, Kind, misread};

/// A recorded answer.
#[derive(Debug)]
pub struct Answer {
    /// `lists` or `items`.
    pub group: String,
    /// `campaigns`, `snapshot`, ….
    pub resource: String,
    /// The merge that it answers.
    pub merge: Option<String>,
    /// The file.
    pub file: String,
    /// The body as JSON.
    pub body: String,
    /// Headers, names in lower case.
    pub headers: Vec<(String, String)>,
}

impl Answer {
    /// Reads `PART=SAMPLE`.
    pub fn read(argument: &str) -> Result<Self, String> {
        let Some((part, file)) = argument.split_once('=') else {
            let is_part = argument.starts_with("lists.") || argument.starts_with("items.");
            return Err(if is_part {
                format!(
                    "\"{argument}\" names no file. Write {argument}=answer.json, the file with the answer"
                )
            } else {
                format!(
                    "\"{argument}\" names no part of the mapping. Write lists.campaigns={argument}, or items.snapshot=…"
                )
            });
        };
        let mut names = part.splitn(3, '.').map(str::to_owned);
        let group = names.next().unwrap_or_default();
        let (Some(resource), true) = (names.next(), ["lists", "items"].contains(&&*group)) else {
            return Err(format!(
                "\"{part}\" is no part of a mapping. Write lists.campaigns, items.snapshot, or items.snapshot.progress for a merge"
            ));
        };
        let text =
            std::fs::read_to_string(file).map_err(|trouble| format!("{file}: {trouble}."))?;
        let text = text.trim_start_matches('\u{feff}');
        let document = Document::parse(text).map_err(|trouble| {
            let (line, column) = misread(text).unwrap_or((1, 1));
            format!("{file} is no JSON at line {line}, column {column}: {trouble}")
        })?;
        let (body, headers) = unwrapped(document.root());
        Ok(Self {
            group,
            resource,
            merge: names.next(),
            file: file.to_owned(),
            body: body.source().to_owned(),
            headers,
        })
    }

    /// The part as it is named: `items.snapshot`.
    pub fn part(&self) -> String {
        let merge = self.merge.iter().map(|merge| [".", merge].concat());
        [&*self.group, ".", &*self.resource].concat() + &merge.collect::<String>()
    }

    /// Whether the mapping has such a part.
    pub fn belongs(&self, mapping: &Mapping) -> Result<(), String> {
        let lists = mapping
            .lists
            .iter()
            .map(|(name, list)| ("lists", name, &list.merges));
        let items = mapping
            .items
            .iter()
            .map(|(name, item)| ("items", name, &item.merges));
        let parts: Vec<(&str, &String, &Vec<Merge>)> = lists.chain(items).collect();
        let of = parts
            .iter()
            .find(|(group, name, _)| *group == self.group && **name == self.resource);
        let Some((.., merges)) = of else {
            let known: Vec<String> = parts
                .iter()
                .map(|(group, name, _)| [group, ".", name].concat())
                .collect();
            return Err(format!(
                "The mapping has no {}. It has {}.",
                self.part(),
                known.join(", ")
            ));
        };
        match &self.merge {
            Some(name) if !merges.iter().any(|merge| merge.name == *name) => {
                let known: Vec<&str> = merges.iter().map(|merge| merge.name.as_str()).collect();
                Err(format!(
                    "{} has no merge \"{name}\". It has: {}.",
                    self.resource,
                    known.join(", ")
                ))
            }
            _ => Ok(()),
        }
    }
}

/// The body and the headers of an answer that was recorded with them.
fn unwrapped(json: Json<'_>) -> (Json<'_>, Vec<(String, String)>) {
    let body = json.get("body");
    let status = json
        .get("status")
        .is_some_and(|status| status.kind() == Kind::Number);
    let Some(body) = body.filter(|_| status) else {
        return (json, Vec::new());
    };
    let headers = json.get("headers").map_or_else(Vec::new, |headers| {
        let text = |json: Json<'_>| json.text().unwrap_or_default().into_owned();
        let pairs = headers.members();
        pairs
            .map(|(name, value)| (text(name).to_lowercase(), text(value)))
            .collect()
    });
    (body, headers)
}
