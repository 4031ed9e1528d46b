use super::*;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn value(json: &Json<'_>) -> Value {
    match json.kind() {
        Kind::Missing => unreachable!(),
        Kind::Null => Value::Null,
        Kind::Bool(value) => value.into(),
        Kind::Number => serde_json::from_str(json.source()).unwrap(),
        Kind::Text => json.text().unwrap().into_owned().into(),
        Kind::List => json.items().map(|item| value(&item)).collect(),
        Kind::Object => {
            let member = |(key, part): (Json<'_>, Json<'_>)| {
                (key.text().unwrap().into_owned(), value(&part))
            };
            Value::Object(json.members().map(member).collect::<Map<_, _>>())
        }
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[\"\\\\a-c{}\\[\\],: é\u{0}-\u{1f}😀]{0,20}".prop_map(Value::from),
        any::<String>().prop_map(|text| text.replace(is_turning, "\u{fffd}").into()),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec(("[a-d\"\\\\é]{1,3}", inner), 0..4)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
        ]
    })
}

/// Puts `mark` into one place of the tree, and says where.
fn planted(tree: &mut Value, mut choice: usize, mark: &str) -> String {
    let size = match &*tree {
        Value::Array(list) => list.len(),
        Value::Object(object) => object.len(),
        _ => 0,
    };
    if size == 0 || choice.is_multiple_of(5) {
        *tree = json!(mark);
        return String::new();
    }
    let at = choice % size;
    choice /= 5;
    let inside = |path: String| Unreadable {
        path,
        expected: String::new(),
    };
    match tree {
        Value::Array(list) => inside(planted(&mut list[at], choice, mark)).within_item(at),
        Value::Object(object) => {
            let (key, part) = object.iter_mut().nth(at).unwrap();
            let key = key.clone();
            inside(planted(part, choice, mark)).within_member(&key)
        }
        _ => unreachable!(),
    }
    .path
}

/// Refuses the mark, wherever it stands.
struct NoMark;

impl FromJson for NoMark {
    fn from_json(json: &Json<'_>, trouble: &mut Trouble) -> Self {
        if json.text().as_deref() == Some("\u{2}mark") {
            trouble.refuse(json, "no mark");
        }
        for item in json.items() {
            Self::from_json(&item, trouble);
        }
        for (_, part) in json.members() {
            Self::from_json(&part, trouble);
        }
        Self
    }
}

proptest! {
    #[test]
    fn no_text_turns_the_reading_order(text in "[a-c\u{202a}-\u{202e}\u{2060}-\u{206f}é“\\\\\"]{0,24}") {
        let read: String = decode(&Value::from(text.clone()).to_string()).unwrap();
        prop_assert!(!read.contains(is_turning));
        prop_assert_eq!(read.chars().count(), text.chars().count());
    }

    #[test]
    fn any_json_is_read_as_it_was_written(tree in any_json(), pretty: bool) {
        let json = if pretty {
            serde_json::to_string_pretty(&tree).unwrap()
        } else {
            tree.to_string()
        };
        let document = Document::parse(&json).unwrap();
        prop_assert_eq!(value(&document.root()), serde_json::from_str::<Value>(&json).unwrap());
        prop_assert_eq!(document.root().source(), &*json);
    }

    #[test]
    fn the_path_leads_to_any_place(mut tree in any_json(), choice: usize) {
        let path = planted(&mut tree, choice, "\u{2}mark");
        let json = tree.to_string();
        prop_assert_eq!(trouble::<NoMark>(&json), (path.clone(), "no mark".to_owned()));
        if !path.contains(['\\', '"']) {
            let broken = json.replace("\"\\u0002mark\"", "?");
            prop_assert_eq!(trouble::<Anything>(&broken).0, path);
        }
    }

    #[test]
    fn a_cut_text_is_cut_off(tree in any_json(), cut: prop::sample::Index) {
        let json = json!([tree]).to_string();
        let mut cut = cut.index(json.len());
        while !json.is_char_boundary(cut) {
            cut -= 1;
        }
        let (_, expected) = trouble::<Anything>(&json[..cut]);
        prop_assert_eq!(expected, "more JSON, and the answer is cut off");
    }

    #[test]
    fn what_is_json_is_agreed_on(text in "[\\[\\]{}:,\"\\\\ \tntrue0-9.eE+-]{0,12}") {
        let here = decode::<Anything>(&text).is_ok();
        let there = serde_json::from_str::<&serde_json::value::RawValue>(&text).is_ok();
        prop_assert_eq!(here, there);
    }

    #[test]
    fn no_text_panics(text: String, like in "[\\[\\]{}:,\"\\\\u0-9a-fé]{0,40}") {
        let _ = decode::<Tree>(&text);
        let _ = decode::<NoMark>(&like);
    }

    #[test]
    fn quoted_text_reads_back(text: String, odd in "[\u{0}-\u{20}\"\\\\é]{0,20}") {
        for text in [text, odd] {
            let json = quoted(&text);
            prop_assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text.clone());
            prop_assert_eq!(decode::<String>(&json).unwrap(), text);
        }
    }
}
