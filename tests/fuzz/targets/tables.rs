//! The writer of CSV: any cells, read back by another reader, and no formula among them.

use super::{Came, hold, sign};
use ringside::domain::csv::record;

/// Stands between the cells of an input.
const CELL: char = '\u{1F}';

pub fn run(input: &[u8]) -> Came {
    let text = String::from_utf8_lossy(input);
    let cells: Vec<&str> = text.split(CELL).collect();
    // As in a file: its first line are the names of the columns.
    let line = [record(["a"]), record(cells.iter().copied())].concat();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(true)
        .flexible(true)
        .from_reader(line.as_bytes());
    let rows: Vec<csv::StringRecord> = reader
        .records()
        .collect::<Result<_, _>>()
        .map_err(|error| format!("{line:?}: {error}"))?;
    // A reader passes over a line with nothing in it.
    if cells == [""] {
        return hold(rows.is_empty() && line == "a\r\n\r\n", || {
            format!("{line:?}")
        })
        .map(|()| 0);
    }
    hold(rows.len() == 1, || {
        format!("{} lines in {line:?}", rows.len())
    })?;
    let read: Vec<&str> = rows[0].iter().collect();
    hold(read.len() == cells.len(), || {
        format!("{} cells of {}", read.len(), cells.len())
    })?;
    let mut guarded = 0;
    for (written, cell) in read.iter().zip(&cells) {
        let is_kept = written == cell;
        hold(is_kept || written.strip_prefix('\'') == Some(cell), || {
            format!("{cell:?} became {written:?}")
        })?;
        hold(!is_kept || !is_computed(cell), || {
            format!("a spreadsheet computes {cell:?}")
        })?;
        guarded += usize::from(!is_kept);
    }
    Ok(sign((
        cells.len().min(12),
        guarded.min(12),
        line.matches('"').count().min(12),
    )))
}

/// What begins as a formula does, and is no number of any kind.
fn is_computed(cell: &str) -> bool {
    let begins = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_phone = cell
        .strip_prefix('+')
        .is_some_and(|rest| digits(rest) && (6..=15).contains(&rest.len()));
    let plain = cell.strip_prefix('-').unwrap_or(cell);
    let is_number = digits(plain)
        || plain
            .split_once('.')
            .is_some_and(|(whole, part)| digits(whole) && digits(part));
    begins && !is_phone && !is_number
}
