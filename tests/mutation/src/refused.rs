//! What the compiler refuses, and whose fault it is.

use std::collections::{BTreeMap, HashSet};

use serde_json::Value;

use crate::weave::{Stand, Woven};

/// Mutants that cannot be built, and errors that none of them explains.
#[derive(Default)]
pub struct Refused {
    pub own: HashSet<u32>,
    pub shared: HashSet<u32>,
    pub unknown: Vec<String>,
}

/// Whose fault the errors are: the mutant's in whose text one stands, else all of those that stand
/// in the innermost expression around it.
pub fn refused(messages: &[Value], woven: &BTreeMap<String, Woven>) -> Refused {
    let mut refused = Refused::default();
    let messages = messages.iter().map(|line| &line["message"]);
    for message in messages.filter(|message| message["level"] == "error") {
        let spans = message["spans"]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        match blamed(spans, woven) {
            Some((Text::Own, stand)) => refused.own.extend(&stand.numbers),
            Some((Text::Shared, stand)) => refused.shared.extend(&stand.numbers),
            None if spans.is_empty() => {}
            None => {
                let said = message["rendered"].as_str().unwrap_or("?");
                refused.unknown.push(said.to_owned());
            }
        }
    }
    refused
}

/// Where in a woven file an error may stand.
#[derive(Clone, Copy)]
enum Text {
    /// In the text of one mutant.
    Own,
    /// In an expression that several share.
    Shared,
}

/// The first stand that a span is in: a mutant's own text before a shared one, and the primary spans
/// before the others.
fn blamed<'w>(spans: &[Value], woven: &'w BTreeMap<String, Woven>) -> Option<(Text, &'w Stand)> {
    let (primary, others): (Vec<_>, Vec<_>) =
        spans.iter().partition(|span| span["is_primary"] == true);
    let stand_of = |text: Text, span: &Value| {
        let file = woven.get(span["file_name"].as_str()?)?;
        let stands = match text {
            Text::Own => &file.own,
            Text::Shared => &file.shared,
        };
        innermost(stands, place(&span["byte_start"]), place(&span["byte_end"]))
    };
    [Text::Own, Text::Shared].into_iter().find_map(|text| {
        let spans = primary.iter().chain(&others);
        let mut stands = spans.filter_map(|span| stand_of(text, span));
        stands.next().map(|stand| (text, stand))
    })
}

fn place(at: &Value) -> usize {
    at.as_u64()
        .and_then(|at| usize::try_from(at).ok())
        .unwrap_or(0)
}

fn innermost(stands: &[Stand], start: usize, end: usize) -> Option<&Stand> {
    stands
        .iter()
        .filter(|stand| {
            stand.range.start <= start && end <= stand.range.end && !stand.range.is_empty()
        })
        .filter(|stand| !stand.numbers.is_empty())
        .min_by_key(|stand| stand.range.len())
}
