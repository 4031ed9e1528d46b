//! Which change of the good answer each altering kind stands for.

use super::absence::{Absence, Way};
use super::contract::{Edit, walk};
use super::hostile::HostileTexts;
use super::kind::Kind;
use super::sentinel::Place;
use super::values::{ExtraProperties, ExtremeFigures, SkewedTimes, UnknownCodes};
use super::{contradiction, huge, misfit};
use serde_json::Value;

/// Changes a good answer in the way of `kind`. Kinds that do not change the
/// content leave it as it is.
pub fn alter(kind: Kind, place: &Place, answer: &mut Value) {
    match kind {
        Kind::WrongType => misfit::wrong_type(place, answer),
        Kind::WrongRow => misfit::wrong_row(place, answer),
        Kind::WrongBlock => misfit::wrong_block(place, answer),
        Kind::Contradictory => contradiction::contradict(place, answer),
        Kind::Huge => huge::grow(place, answer),
        _ => {
            if let Some(mut edit) = edit(kind) {
                walk(answer, place.schema(), edit.as_mut());
            }
        }
    }
}

fn edit(kind: Kind) -> Option<Box<dyn Edit>> {
    let absence = |way, keeps_blocks| Box::new(Absence { way, keeps_blocks });
    Some(match kind {
        Kind::UnknownEnum => Box::<UnknownCodes>::default(),
        Kind::Nulls => absence(Way::Null, false),
        Kind::NullsDeep => absence(Way::Null, true),
        Kind::Absent => absence(Way::LeftOut, false),
        Kind::AbsentDeep => absence(Way::LeftOut, true),
        Kind::Extra => Box::new(ExtraProperties),
        Kind::Hostile => Box::<HostileTexts>::default(),
        Kind::Numbers => Box::<ExtremeFigures>::default(),
        Kind::Skew => Box::<SkewedTimes>::default(),
        _ => return None,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::super::stub::{CAPTURED, snapshot};
    use super::*;
    use serde_json::json;

    fn altered(word: &str) -> Value {
        let mut answer = snapshot(&format!("fault-{word}"));
        alter(Kind::named(word).unwrap(), &Place::Snapshot, &mut answer);
        answer
    }

    #[test]
    fn misfits_are_in_one_place() {
        assert_eq!(altered("wrongtype")["counts"]["total"], "many");
        let row = altered("wrongrow");
        assert_eq!(row["tasks"]["items"][0]["status"], "pending");
        assert!(
            row["tasks"]["items"][1]["status"].is_object()
                && row["numbers"]["items"][1]["number"].is_array()
        );
        let block = altered("wrongblock");
        assert!(block["dispatch"].is_string() && block["tasks"].is_object());
        assert!(block["timeline"].is_string() && block["dispositions"].is_object());
        assert!(row["timeline"]["buckets"][1]["from"].is_number());
        assert_eq!(row["retries"][1]["dialed"], json!([2]));
        assert_eq!(row["retries"][0]["dialed"], 20);
    }

    #[test]
    fn less_is_what_the_contract_calls_optional() {
        assert_eq!(
            altered("absent"),
            json!({
        "captured_at": CAPTURED, "campaign": { "id": "fault-absent", "name": "Q4 policy renewals", "status": "running" } })
        );
        let nulls = altered("nulls");
        assert!(nulls["counts"].is_null() && nulls["campaign"]["agent"].is_null());
        assert!(
            nulls["campaign"].as_object().unwrap().contains_key("agent"),
            "null, not absent"
        );
        let sparse = altered("absentdeep");
        assert_eq!(
            sparse["counts"],
            json!({ "total": 26, "by_status": { "completed": 20, "pending": 6 } })
        );
        assert_eq!(
            sparse["tasks"]["items"][1],
            json!({ "id": "t_2", "status": "completed" })
        );
        assert_eq!(sparse["cost"]["total"]["currency"], "USD");
        assert_eq!(
            sparse["timeline"]["buckets"][1],
            json!({ "from": CAPTURED })
        );
        assert_eq!(sparse["upload"], json!({ "name": "contacts.csv" }));
        assert!(
            nulls["timeline"].is_null() && nulls["retries"].is_null() && nulls["launch"].is_null()
        );
        let deep = altered("nullsdeep");
        assert_eq!(deep["upload"]["rows"], Value::Null);
        assert_eq!(
            deep["states"][1],
            json!({ "state": "ringing", "count": 0, "over_half": null, "over_limit": null, "oldest_seconds": null, "limit_seconds": null })
        );
        assert_eq!(
            (
                &deep["tasks"]["items"][0]["status"],
                &deep["dispatch"]["calling_now"]
            ),
            (&json!("pending"), &Value::Null)
        );
    }

    #[test]
    fn strange_values_sit_in_the_right_places() {
        let codes = altered("unknownenum");
        assert_eq!(codes["campaign"]["status"], "unheard_of_status");
        assert_eq!(codes["dispatch"]["blockers"][0]["code"], "unheard_of_code");
        assert_eq!(codes["dispatch"]["blockers"][1]["code"], "retry_cool_off");
        let sum: i64 = codes["counts"]["by_status"]
            .as_object()
            .unwrap()
            .values()
            .filter_map(Value::as_i64)
            .sum();
        assert_eq!(sum, 26, "counts keep their sum");
        let skew = altered("skew");
        assert_eq!(skew["captured_at"], "2026-11-12T17:32:08-06:00");
        assert_ne!(skew["campaign"]["created_at"], CAPTURED);
        let numbers = altered("numbers");
        assert_eq!(numbers["tasks"]["page"]["size"], 50);
        assert_ne!(numbers["cost"]["total"]["amount"], 480.77);
        let hostile = altered("hostile");
        assert_eq!(
            hostile["campaign"]["name"],
            "<script>alert('campaign')</script>"
        );
        assert_eq!(
            (
                &hostile["campaign"]["id"],
                &hostile["tasks"]["items"][0]["id"]
            ),
            (&json!("fault-hostile"), &json!("t_1"))
        );
        assert!(
            !hostile["tasks"]["items"][0]["contact"]["url"]
                .as_str()
                .unwrap()
                .starts_with("https://c.")
        );
        assert!(
            !hostile["upload"]["skipped_url"]
                .as_str()
                .unwrap()
                .starts_with("/skipped")
        );
        assert_eq!(
            altered("unknownenum")["states"][0]["state"],
            "unheard_of_state"
        );
        let contradictory = altered("contradictory");
        assert_eq!(contradictory["ab_test"]["variants"][0]["reached"], 12);
        assert!(altered("extra")["dispatch"]["blockers"][1]["x_nested"].is_object());
    }

    #[test]
    fn a_huge_answer_is_ten_megabytes_of_rows_told_apart() {
        let huge = altered("huge");
        let rows = huge["tasks"]["items"].as_array().unwrap();
        let ids: std::collections::HashSet<_> =
            rows.iter().map(|row| row["id"].to_string()).collect();
        assert_eq!(ids.len(), rows.len());
        assert!(
            huge.to_string().len() > 9_500_000
                && huge["dispatch"]["hints"][1].as_str().unwrap().len() > 900_000
        );
    }
}
