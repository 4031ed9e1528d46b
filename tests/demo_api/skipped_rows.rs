//! The rows of an uploaded file that became no contact, as a file.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::api::{Shared, with_world};
use crate::people;
use crate::problem::Problem;
use crate::provenance::Upload;
use crate::zone::Zone;

/// Answers with the rows of an upload.
pub async fn csv(State(world): State<Shared>, Path(id): Path<String>) -> Result<Response, Problem> {
    with_world(&world, move |world| {
        let upload = world
            .dialer
            .shown()
            .filter_map(|campaign| campaign.plan.upload.as_ref())
            .find(|upload| upload.id == id)
            .ok_or_else(|| Problem::missing("There is no such upload."))?;
        let disposition = format!("attachment; filename=\"skipped_{}\"", upload.name);
        let headers = [
            (
                header::CONTENT_TYPE,
                String::from("text/csv; charset=utf-8"),
            ),
            (header::CONTENT_DISPOSITION, disposition),
        ];
        Ok((headers, rows(upload)).into_response())
    })
    .await
}

fn rows(upload: &Upload) -> String {
    let reasons = [
        ("duplicate phone", upload.duplicates),
        ("invalid phone", upload.invalid),
        ("on do-not-call list", upload.do_not_call),
    ];
    let mut text = String::from("row,full_name,mobile,reason\r\n");
    let reasons = reasons
        .into_iter()
        .flat_map(|(reason, count)| (0..count).map(move |_| reason));
    for (place, reason) in (0_u32..).zip(reasons) {
        let name = people::name(place as usize * 37 % people::NAMES);
        let phone = people::phone(Zone::Chicago, 12_000 + place);
        let row = 2 + place * 41;
        text.push_str(&format!("{row},{name},{phone},{reason}\r\n"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_left_out_is_listed_with_its_reason() {
        let upload = Upload {
            id: "u",
            name: "a.csv",
            size_bytes: 1,
            at: 0,
            by: "A. Ruiz",
            duplicates: 3,
            invalid: 2,
            do_not_call: 1,
            columns: &[],
        };
        let text = rows(&upload);
        assert_eq!(text.lines().count() as i64, 1 + upload.skipped());
        assert_eq!(text.matches("duplicate phone").count(), 3);
    }
}
