//! The card of an uploaded file.

use crate::domain::block::Block;
use crate::domain::field::Field;
use crate::domain::format::Formats;
use crate::domain::glyph::Glyph;
use crate::domain::link::web_link;
use crate::domain::snapshot::Snapshot;
use crate::domain::spelling::{humanized, same_as_any};
use crate::domain::tone::Tone;

use super::Upload;

/// The file, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UploadCard {
    /// "Staged CSV" while it is not applied yet, else "Audience file".
    pub title: &'static str,
    /// The file's name.
    pub name: String,
    /// Its ID, for copying.
    pub id: Option<String>,
    /// "1.1 MB, A. Ruiz, 11 Nov, 16:40 CST"; may be empty.
    pub origin: String,
    /// "Applied" with its tone and shape; `None` when not reported.
    pub status: Option<(String, Tone, Glyph)>,
    /// Rows, contacts and what was left out: label and count.
    pub rows: Vec<(&'static str, String)>,
    /// Columns with the field each fills; "not used" for none.
    pub columns: Vec<(String, String)>,
    /// "119 skipped rows", and where they can be fetched; an address of the web.
    pub skipped: Option<(String, String)>,
    /// Where the counts do not add up; may be empty.
    pub contradiction: String,
}

/// The card of a snapshot; `None` when it was not created with a file.
pub fn card(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<UploadCard> {
    match snapshot.upload.read() {
        Block::Value(upload) => Some(drawn(&upload, formats)),
        _ => None,
    }
}

fn drawn(upload: &Upload, formats: &Formats<'_>) -> UploadCard {
    let status = upload.status.as_deref();
    let is_staged = status.is_some_and(|status| same_as_any(status, &["staged"]));
    let counts = [
        ("Rows in file", &upload.rows),
        ("Contacts created", &upload.contacts),
        ("Duplicate phone", &upload.duplicates),
        ("Invalid phone", &upload.invalid),
        ("On do-not-call list", &upload.do_not_call),
    ];
    let rows = counts
        .into_iter()
        .filter_map(|(label, count)| Some((label, formats.count(count.copied()?))));
    UploadCard {
        title: if is_staged {
            "Staged CSV"
        } else {
            "Audience file"
        },
        name: upload.name.clone(),
        id: upload.id.as_deref().map(str::to_owned),
        origin: origin(upload, formats),
        status: status.map(badge),
        rows: rows.collect(),
        columns: columns(upload),
        skipped: upload.skipped_url.as_deref().and_then(web_link).map(|url| {
            let label = skipped(upload).map_or_else(
                || "Skipped rows".to_owned(),
                |rows| match rows {
                    1 => "1 skipped row".to_owned(),
                    _ => [&*formats.count(rows), " skipped rows"].concat(),
                },
            );
            (label, url)
        }),
        contradiction: contradiction(upload, formats),
    }
}

fn origin(upload: &Upload, formats: &Formats<'_>) -> String {
    let parts = [
        upload.size_bytes.copied().map(|bytes| size(bytes, formats)),
        upload.uploaded_by.as_deref().map(str::to_owned),
        upload.uploaded_at.value().map(|at| formats.date_time(at)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(", ")
}

/// A size in powers of 1,024: "1.1 MB", "402 kB", "87 bytes".
pub fn size(bytes: i64, formats: &Formats<'_>) -> String {
    let amount = bytes as f64;
    let (divisor, digits, unit) = match bytes.unsigned_abs() {
        ..1_024 => (1.0, 0, if bytes == 1 { " byte" } else { " bytes" }),
        1_024..1_048_576 => (1_024.0, 0, " kB"),
        1_048_576..1_073_741_824 => (1_048_576.0, 1, " MB"),
        _ => (1_073_741_824.0, 1, " GB"),
    };
    [&*formats.decimal(amount / divisor, digits), unit].concat()
}

fn badge(status: &str) -> (String, Tone, Glyph) {
    let (tone, glyph) = if same_as_any(status, &["applied"]) {
        (Tone::Ok, Glyph::CircleCheck)
    } else if same_as_any(status, &["staged"]) {
        (Tone::Wait, Glyph::Clock)
    } else if same_as_any(status, &["failed"]) {
        (Tone::Bad, Glyph::OctagonX)
    } else {
        (Tone::Mute, Glyph::DashedCircle)
    };
    (humanized(status), tone, glyph)
}

fn columns(upload: &Upload) -> Vec<(String, String)> {
    let columns = upload.columns.value().map_or(&[][..], Vec::as_slice);
    let column = |column: &super::UploadColumn| {
        let field = match &column.maps_to {
            Field::Value(field) => field.clone(),
            Field::Empty => "not used".to_owned(),
            Field::NotReported => "not reported".to_owned(),
        };
        (column.name.clone(), field)
    };
    columns.iter().map(column).collect()
}

fn left_out(upload: &Upload) -> Option<i64> {
    [&upload.duplicates, &upload.invalid, &upload.do_not_call]
        .into_iter()
        .filter_map(Field::copied)
        .reduce(i64::saturating_add)
}

/// Rows that became no contact: by the file's own rows, else by its reasons.
fn skipped(upload: &Upload) -> Option<i64> {
    let by_rows = upload.rows.copied().zip(upload.contacts.copied());
    by_rows
        .map(|(rows, contacts)| rows.saturating_sub(contacts))
        .or_else(|| left_out(upload))
}

fn contradiction(upload: &Upload, formats: &Formats<'_>) -> String {
    let parts = [&upload.duplicates, &upload.invalid, &upload.do_not_call];
    let all_reported = parts.iter().all(|part| part.copied().is_some());
    let (Some(rows), Some(contacts), Some(left_out), true) = (
        upload.rows.copied(),
        upload.contacts.copied(),
        left_out(upload),
        all_reported,
    ) else {
        return String::new();
    };
    let sum = contacts.saturating_add(left_out);
    if sum == rows {
        return String::new();
    }
    let (sum, rows) = (formats.count(sum), formats.count(rows));
    [
        "The counts sum to ",
        &*sum,
        ", but the file has ",
        &rows,
        " rows.",
    ]
    .concat()
}

#[cfg(test)]
mod tests;
