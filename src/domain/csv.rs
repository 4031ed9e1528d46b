//! Tables as files: RFC 4180, in UTF-8, safe to open in a spreadsheet.

/// One record with its line end. A cell that a spreadsheet would take for a
/// formula gets an apostrophe in front; E.164 numbers and plain numbers are
/// none.
pub fn record<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let mut line = String::new();
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            line.push(',');
        }
        push(&mut line, cell);
    }
    line.push_str("\r\n");
    line
}

fn push(line: &mut String, cell: &str) {
    let guard = if is_formula(cell) { "'" } else { "" };
    if cell.contains([',', '"', '\r', '\n']) {
        line.push('"');
        line.push_str(guard);
        line.push_str(&cell.replace('"', "\"\""));
        line.push('"');
    } else {
        line.push_str(guard);
        line.push_str(cell);
    }
}

/// Whether a spreadsheet would compute the cell instead of showing it.
fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']) && !is_phone(cell) && !is_number(cell)
}

/// `+` and 6 to 15 digits.
fn is_phone(cell: &str) -> bool {
    let digits = cell.strip_prefix('+').unwrap_or_default();
    (6..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Digits with at most one sign and one point.
fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let are_digits =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    are_digits(whole) && are_digits(fraction)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(file: &str) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(file.as_bytes());
        let cells = |record: csv::StringRecord| record.iter().map(str::to_owned).collect();
        reader
            .records()
            .map(|record| cells(record.unwrap()))
            .collect()
    }

    #[test]
    fn what_a_spreadsheet_would_compute_is_guarded() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("+1 217 555 0148", "'+1 217 555 0148"),
            ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
            ("\t=1", "'\t=1"),
            ("\r=1", "\"'\r=1\""),
            (
                "=HYPERLINK(\"x\",\"y\")",
                "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"",
            ),
            ("\0=1", "'\0=1"),
            ("-", "'-"),
            ("-1.2.3", "'-1.2.3"),
            ("-1e9", "'-1e9"),
            ("+12345", "'+12345"),
        ] {
            assert_eq!(record([cell]), [written, "\r\n"].concat());
        }
    }

    #[test]
    fn numbers_and_plain_text_stay() {
        for cell in [
            "+12175550148",
            "-7.27",
            "-3",
            "0.0312",
            "Not interested",
            "a=b",
            "'x",
            "",
            "é",
        ] {
            assert_eq!(record([cell, "x"]), [cell, ",x\r\n"].concat());
        }
    }

    proptest! {
        #[test]
        fn a_real_reader_reads_the_same_cells(
            table in proptest::collection::vec(proptest::array::uniform3("[=+@\\-\t\r\n\", a-z0-9é]{0,8}"), 1..5)
        ) {
            let file: String = table.iter().map(|row| record(row.iter().map(String::as_str))).collect();
            let guarded = |cell: &String| match is_formula(cell) {
                true => ["'", cell].concat(),
                false => cell.clone(),
            };
            let expected: Vec<Vec<String>> = table.iter().map(|row| row.iter().map(guarded).collect()).collect();
            prop_assert_eq!(read(&file), expected);
        }

        #[test]
        fn no_cell_is_computed(cell: String) {
            let line = record([cell.as_str()]);
            let shown = line.strip_prefix('"').unwrap_or(&line);
            let computed = shown.starts_with(['=', '+', '-', '@', '\t']);
            prop_assert!(!computed || is_phone(&cell) || is_number(&cell), "{line:?}");
        }
    }
}
