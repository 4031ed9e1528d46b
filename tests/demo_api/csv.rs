//! Cells of a CSV file: quoted as RFC 4180 says, and safe to open in a spreadsheet.

/// Appends a row of cells, with its end.
pub fn push_row<'a>(text: &mut String, cells: impl IntoIterator<Item = &'a str>) {
    for (place, cell) in cells.into_iter().enumerate() {
        if place > 0 {
            text.push(',');
        }
        push_cell(text, cell);
    }
    text.push_str("\r\n");
}

fn push_cell(text: &mut String, cell: &str) {
    let guard = if is_formula(cell) { "'" } else { "" };
    if !cell.contains(['"', ',', '\r', '\n']) {
        text.push_str(guard);
        text.push_str(cell);
        return;
    }
    text.push('"');
    text.push_str(guard);
    text.push_str(&cell.replace('"', "\"\""));
    text.push('"');
}

/// Whether a spreadsheet might run a cell. Telephone numbers and plain numbers are what they are.
pub fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_e164(cell) && !is_number(cell)
}

fn is_e164(cell: &str) -> bool {
    cell.strip_prefix('+').is_some_and(|digits| {
        (6..=15).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit())
    })
}

fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, fraction]
        .iter()
        .all(|part| !part.is_empty() && part.bytes().all(|digit| digit.is_ascii_digit()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read_back(text: &str) -> Vec<Vec<String>> {
        csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes())
            .records()
            .map(|row| row.unwrap().iter().map(str::to_owned).collect())
            .collect()
    }

    #[test]
    fn only_what_a_spreadsheet_would_run_is_guarded() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("+1 (217) 555", "'+1 (217) 555"),
            ("+12345", "'+12345"),
            ("+1234567890123456", "'+1234567890123456"),
            ("-cmd", "'-cmd"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"),
            ("\r=1", "\"'\r=1\""),
            ("=a,b", "\"'=a,b\""),
            ("--5", "'--5"),
            ("-", "'-"),
            ("-5.", "'-5."),
            ("+12175550148", "+12175550148"),
            ("-0.25", "-0.25"),
            ("-5", "-5"),
            ("Dana \"D\" Whitfield", "\"Dana \"\"D\"\" Whitfield\""),
            ("Zoë O'Brien", "Zoë O'Brien"),
            ("", ""),
        ] {
            let mut text = String::new();
            push_row(&mut text, [cell]);
            assert_eq!(text, format!("{written}\r\n"), "{cell:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            rows in prop::collection::vec(
                prop::collection::vec("[=+@\t\r\n\",'a-zé0-9. -]{0,9}", 2..5), 1..5)
        ) {
            let mut text = String::new();
            for row in &rows {
                push_row(&mut text, row.iter().map(String::as_str));
            }
            let guarded = |cell: &String| {
                if is_formula(cell) { format!("'{cell}") } else { cell.clone() }
            };
            let expected: Vec<Vec<String>> =
                rows.iter().map(|row| row.iter().map(guarded).collect()).collect();
            prop_assert_eq!(read_back(&text), expected);
        }
    }
}
