//! Whether recipients stand in the upload once.

use super::{Evidence, Finding, Known};

pub fn find(evidence: &Evidence<'_>) -> Finding {
    let report = match &evidence.duplicates {
        Known::Read(report) => report,
        Known::Unknown(why) => return Finding::unknown(why),
    };
    if report.upload.is_empty() {
        let told = "Its contacts did not come from an upload.".to_owned();
        return Finding::pass("No upload", told);
    }
    let Some(upload) = report.upload.value() else {
        return Finding::unknown("The upload is not reported.");
    };
    let formats = evidence.formats;
    let Some(repeated) = upload.repeated.copied() else {
        return Finding::unknown("Whether recipients repeat in the upload is not reported.");
    };
    let rows = upload
        .rows
        .copied()
        .map(|rows| [&*formats.count(rows), " rows"].concat());
    let unique = upload.unique.copied();
    let unique = unique.map(|unique| [&*formats.count(unique), " unique numbers"].concat());
    let file: Vec<String> = [rows, unique].into_iter().flatten().collect();
    let skipped = upload.skipped.copied();
    let skipped = skipped.map(|n| [&*formats.count(n), " repeats skipped at import"].concat());
    let malformed = upload
        .malformed
        .copied()
        .filter(|malformed| *malformed != 0);
    let malformed = malformed.map(|n| [&*formats.count(n), " malformed"].concat());
    let file = (!file.is_empty()).then(|| file.join(", "));
    let parts: Vec<String> = [file, skipped, malformed].into_iter().flatten().collect();
    let told = match parts.is_empty() {
        true => "Rows are not reported.".to_owned(),
        false => [&*parts.join("; "), "."].concat(),
    };
    let figure = [&*formats.count(repeated), " repeats"].concat();
    let found = match repeated {
        0 => Finding::pass("Recipients are unique in the upload", told),
        1.. => Finding::fail("Recipients repeat in the upload", told),
        _ => Finding::unknown(&[&*told, " A count below zero cannot be true."].concat()),
    };
    found.figure(figure)
}
