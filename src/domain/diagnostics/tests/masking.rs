//! No file of a bundle tells a phone number.

use proptest::prelude::*;
use serde_json::json;

use super::incident::{Incident, JPEG, incident};
use crate::domain::archive::File;
use crate::domain::diagnostics::{Edits, OwnPicture};
use crate::domain::mock;

/// Everything that can be read off the files, without the signs that may stand
/// inside of a number.
fn squeezed(files: &[File]) -> String {
    let text = |file: &File| {
        let text = String::from_utf8_lossy(&file.bytes).into_owned();
        // Of a picture, what stands on it: its coordinates are digits too.
        let parts = text.split(['<', '>']).enumerate();
        let written = parts.filter(|(place, _)| !file.name.ends_with("svg") || place % 2 == 0);
        let written: String = written.map(|(_, part)| part).collect();
        [&*file.name, &*written].concat()
    };
    let all: String = files.iter().map(text).collect();
    all.chars()
        .filter(|letter| !" -.()/_\n\"\\`*".contains(*letter))
        .collect()
}

/// The incident with a number wherever the API or the operator can put one.
fn with_number(number: &str) -> Incident {
    let digits = number.trim_start_matches('+');
    let (start, end) = digits.split_at(digits.len() / 2);
    let spaced = [start, " ", end].concat();
    let encoded: String = digits
        .bytes()
        .map(|digit| format!("%{digit:02x}"))
        .collect();
    let mut incident = incident();
    incident.snapshot = Some(mock::running_with(|json| {
        json["tasks"]["items"][0]["phone"] = json!(number);
        json["campaign"]["name"] = json!(format!("Calls to {spaced}"));
        json["campaign"]["pause"] = json!({"reason": format!("({start}) {end} complained")});
        json["dispatch"]["hints"] = json!([format!("tel:{encoded}"), format!("x{digits}x")]);
        json["dispatch"]["blockers"] = json!([{"code": format!("blocked_{digits}"), "count": 3}]);
        json["dispatch"]["capacity_debug"] = json!({
            digits: 1, "to": number, "as_number": digits.parse::<u64>().unwrap(), "parts": spaced,
        });
    }));
    incident.failures = json!({"groups": [
        {"contacts": 1, "label": format!("No reply from {start}-{end}"), "code": digits, "carrier": digits},
    ]});
    incident.duplicates = Some(json!({
        "runs": [{"job_id": format!("job_{digits}"), "is_scope": true}],
        "upload": {"id": format!("upl-{digits}"), "name": format!("{digits}.csv")},
        "samples": [{"kind": digits, "phone": number, "contact": {"id": digits, "name": number}}],
    }));
    incident.edits.summary = Some(format!("They rang {start}.{end}\nand {start} - {end}"));
    incident
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn of_a_number_no_five_digits_in_a_row_are_in_any_file(number in "\\+[2-9]{11,14}") {
        let files = with_number(&number).files();
        let text = squeezed(&files);
        let digits = number.trim_start_matches('+');
        for window in digits.as_bytes().windows(5) {
            let window = std::str::from_utf8(window).unwrap();
            prop_assert!(!text.contains(window), "{} of {} in {}", window, number, text);
        }
        let encoded: String = digits.bytes().map(|digit| format!("%{digit:02x}")).collect();
        prop_assert!(!text.contains(&encoded[..15]));
    }
}

#[test]
fn asked_for_they_are_in_every_file() {
    let number = "+12175550148";
    let mut incident = with_number(number);
    incident.edits = Edits {
        numbers_shown: true,
        ..incident.edits
    };
    for file in incident.files() {
        let text = String::from_utf8(file.bytes).unwrap();
        assert!(
            text.contains("Phone numbers shown") || text.contains("\"phone_numbers\": \"shown\"")
        );
        assert!(text.contains("121755"), "{}", file.name);
    }
}

#[test]
fn masked_files_say_so() {
    for file in incident().files() {
        let text = String::from_utf8(file.bytes).unwrap();
        assert!(
            text.contains("Phone numbers masked") || text.contains("\"phone_numbers\": \"masked\"")
        );
    }
}

#[test]
fn what_cannot_be_masked_is_named() {
    let mut incident = incident();
    incident.edits.picture = Some(OwnPicture::of(&JPEG).unwrap());
    let files = incident.files();
    let (own, ours) = files.split_last().unwrap();
    assert_eq!(own.name, "screenshot.jpg");
    for file in ours {
        let text = std::str::from_utf8(&file.bytes).unwrap();
        let said = match &*file.name {
            "evidence.json" => "\"phone_numbers\": \"masked_except_screenshot\"",
            _ => "Phone numbers masked, except on screenshot.jpg",
        };
        assert!(text.contains(said), "{} lacks {said}", file.name);
    }
    incident.edits.numbers_shown = true;
    assert!(
        incident
            .text("diagnostics.md")
            .contains("- Phone numbers shown\n")
    );
}
