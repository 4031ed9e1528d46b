use super::*;
use crate::domain::format::{PlainLocale, Zone};
use crate::domain::json::decode;

fn told(parts: &str, told: Told<'_>) -> Vec<String> {
    wire! {
        /// An answer with parts.
        pub struct Answer {
            /// Its parts.
            pub parts: Parts,
        }
    }
    let answer: Answer = decode(&[r#"{"parts":"#, parts, "}"].concat()).unwrap();
    let around = Timestamp::from_text("2026-11-20T08:49:29Z");
    let formats = Formats {
        locale: &PlainLocale,
        zone: &Zone::Utc,
        now: around.ms.unwrap(),
    };
    let notes = notes(&answer.parts, told, Some(&around), &formats);
    notes.into_iter().map(|note| note.text).collect()
}

#[test]
fn a_part_that_failed_says_why_and_from_when_its_figures_are() {
    let failed =
        r#"[{"name":"run_counts","error":"HTTP 503.","captured_at":"2026-11-20T08:02:10Z"}]"#;
    let all = Told::NotOf(&[]);
    assert_eq!(
        told(failed, all),
        ["Run counts could not be read (HTTP 503); shown as of 08:02:10 UTC."]
    );
    assert_eq!(
        told(r#"[{"name":"names","error":"HTTP 500"}]"#, all),
        ["Names could not be read (HTTP 500); it is left out."]
    );
    assert_eq!(
        told(r#"[{"name":"names","error":" "}]"#, all),
        ["Names could not be read; it is left out."]
    );
}

#[test]
fn a_part_as_old_as_the_answer_needs_no_word() {
    let all = Told::NotOf(&[]);
    for (at, words) in [
        ("2026-11-20T08:49:28Z", 0),
        ("2026-11-20T08:49:31Z", 0),
        ("2026-11-20T08:49:19Z", 1),
        ("not a time", 0),
    ] {
        let parts = format!(r#"[{{"name":"tasks","captured_at":"{at}"}}]"#);
        assert_eq!(told(&parts, all).len(), words, "{at}");
    }
    for nothing in ["null", "7", "[]", "[7]", r#"[{"name":"x"}]"#] {
        assert_eq!(told(nothing, all), Vec::<String>::new(), "{nothing}");
    }
}

#[test]
fn a_part_is_told_once_in_the_section_that_it_fills() {
    let parts = r#"[{"name":"runs","fields":["tasks.items"],"error":"A"},
        {"name":"numbers","error":"B"},{"name":"other","error":"C"}]"#;
    assert_eq!(told(parts, Told::Of(&["tasks"])).len(), 1);
    assert!(told(parts, Told::Of(&["numbers"]))[0].contains("(B)"));
    assert!(told(parts, Told::NotOf(&["tasks", "numbers"]))[0].contains("(C)"));
}
