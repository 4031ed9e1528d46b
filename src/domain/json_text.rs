//! JSON text set out for reading. Works on the text itself, so that nothing is
//! reordered, rounded or dropped on the way to the screen.

use super::json::is_turning;

/// Deepest indentation; what nests deeper stays on this level.
const DEEPEST: usize = 40;

/// The same JSON with two spaces of indentation a level. Text that is not
/// JSON comes back with its own characters, in its own order.
pub fn indented(json: &str) -> String {
    let mut out = String::with_capacity(json.len().saturating_mul(2));
    let mut depth = 0_usize;
    let (mut quoted, mut escaped) = (false, false);
    let mut letters = json.chars().filter(|c| !c.is_control()).peekable();
    while let Some(letter) = letters.next() {
        if quoted {
            if is_turning(letter) {
                // As JSON itself may write it: here it is seen and turns nothing.
                out.push_str(&format!("\\u{:04x}", u32::from(letter)));
                continue;
            }
            out.push(letter);
            quoted = escaped || letter != '"';
            escaped = !escaped && letter == '\\';
            continue;
        }
        match letter {
            '"' => {
                quoted = true;
                out.push(letter);
            }
            '{' | '[' => {
                out.push(letter);
                while letters.peek() == Some(&' ') {
                    letters.next();
                }
                if matches!(letters.peek(), Some('}' | ']')) {
                    out.extend(letters.next());
                } else {
                    depth = depth.saturating_add(1);
                    new_line(&mut out, depth);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                new_line(&mut out, depth);
                out.push(letter);
            }
            ',' => {
                out.push(letter);
                new_line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            ' ' => {}
            other => out.push(other),
        }
    }
    out
}

fn new_line(out: &mut String, depth: usize) {
    out.push('\n');
    for _ in 0..depth.min(DEEPEST) {
        out.push_str("  ");
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sets_out_objects_and_lists_in_their_own_order() {
        let json = r#"{"b":1,"a":[1, 2],"empty":{},"text":"{\"x\": [1,2]}"}"#;
        let expected = "{\n  \"b\": 1,\n  \"a\": [\n    1,\n    2\n  ],\n  \"empty\": {},\n  \"text\": \"{\\\"x\\\": [1,2]}\"\n}";
        assert_eq!(indented(json), expected);
    }

    #[test]
    fn what_turns_the_reading_order_is_written_out() {
        assert_eq!(
            indented("{\"a\":\"x\u{202e}gpj\"}"),
            "{\n  \"a\": \"x\\u202egpj\"\n}"
        );
    }

    #[test]
    fn survives_what_is_not_json() {
        for text in ["", "]]]}", "{", "\"open", "[[[[", "\\\""] {
            let _ = indented(text);
        }
        assert!(indented(&"[".repeat(100_000)).len() < 100_000 * 100);
    }

    proptest! {
        #[test]
        fn the_value_stays_the_same(text in "[a-z\"\\\\{},: ]{0,40}", number in any::<i64>()) {
            let value = serde_json::json!({ "z": text, "a": [number, null, { "k": text }] });
            let json = value.to_string();
            let back: serde_json::Value = serde_json::from_str(&indented(&json)).unwrap();
            prop_assert_eq!(back, value);
        }
    }
}
