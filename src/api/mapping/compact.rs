//! JSON in one line, for machines.

use crate::domain::json::{Made, quoted};

/// A value as JSON without white space.
pub(super) fn compact(value: &Made) -> String {
    let mut out = String::new();
    write(value, &mut out);
    out
}

fn write(value: &Made, out: &mut String) {
    match value {
        Made::Absent | Made::Null => out.push_str("null"),
        Made::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Made::Number(number) => out.push_str(number),
        Made::Text(text) => out.push_str(&quoted(text)),
        Made::List(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index == 0 { "" } else { "," });
                write(item, out);
            }
            out.push(']');
        }
        Made::Object(members) => {
            out.push('{');
            let there = members.iter().filter(|(_, value)| *value != Made::Absent);
            for (index, (name, value)) in there.enumerate() {
                out.push_str(if index == 0 { "" } else { "," });
                out.push_str(&quoted(name));
                out.push(':');
                write(value, out);
            }
            out.push('}');
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::json::{Document, object};

    #[test]
    fn one_line_says_the_same() {
        let made = object([
            ("a", Made::Absent),
            ("b", Made::Null),
            (
                "c",
                [Made::from(1_i64), Made::from("x\"")].into_iter().collect(),
            ),
            ("d", Made::List(Vec::new())),
            ("e", Made::Object(Vec::new())),
        ]);
        let text = compact(&made);
        assert_eq!(text, r#"{"b":null,"c":[1,"x\""],"d":[],"e":{}}"#);
        let back = Made::copy(&Document::parse(&text).unwrap().root());
        assert_eq!(compact(&back), text);
    }
}
