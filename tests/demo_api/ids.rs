//! The IDs of tasks, contacts, attempts, jobs and records: short, scattered, and readable
//! back without a table.

/// How many rows an ID can name.
const SPACE: i64 = 1 << 25;
const TASK: (i64, i64) = (0x0106_2E2D, 0x0155_5A4B);
const CONTACT: (i64, i64) = (0x014C_5F35, 0x00A1_7C31);
const CAMPAIGN: (i64, i64) = (0x00B5_3C91, 0x0123_4567);
const JOB: (i64, i64) = (0x00D2_71B5, 0x0077_AE01);
const RECORD: (i64, i64) = (0x0119_84F3, 0x0051_C907);
const RETRY: (i64, i64) = (0x0093_4D27, 0x0019_B2C5);
const ATTEMPT: (i64, i64) = (0x0087_1A8D, 0x01D3_0B17);

/// A task's ID.
pub fn task(row: i64) -> String {
    scattered("tsk_", row, TASK)
}

/// The row of a task's ID.
pub fn task_row(id: &str) -> Option<i64> {
    gathered("tsk_", id, TASK)
}

/// The ID of a task's contact.
pub fn contact(row: i64) -> String {
    scattered("con_", row, CONTACT)
}

/// The row of the task of a contact's ID.
pub fn contact_row(id: &str) -> Option<i64> {
    gathered("con_", id, CONTACT)
}

/// The ID of a campaign that was made while the demo ran.
pub fn campaign(number: i64) -> String {
    scattered("cmp_", number, CAMPAIGN)
}

/// The ID of a run that was started while the demo ran.
pub fn job(number: i64) -> String {
    scattered("job_", number, JOB)
}

/// A record's ID.
pub fn record(row: i64) -> String {
    scattered("rec_", row, RECORD)
}

/// The row of a record's ID.
pub fn record_row(id: &str) -> Option<i64> {
    gathered("rec_", id, RECORD)
}

/// A retry's ID.
pub fn retry(number: i64) -> String {
    scattered("rty_", number, RETRY)
}

/// The number of a retry's ID.
pub fn retry_number(id: &str) -> Option<i64> {
    gathered("rty_", id, RETRY)
}

/// An attempt's ID.
pub fn attempt(number: i64) -> String {
    scattered("att_", number, ATTEMPT)
}

/// The number of an attempt's ID.
pub fn attempt_number(id: &str) -> Option<i64> {
    gathered("att_", id, ATTEMPT)
}

fn scattered(prefix: &str, row: i64, (factor, offset): (i64, i64)) -> String {
    let mut value = (row * factor + offset).rem_euclid(SPACE);
    let mut digits = [b'0'; 5];
    for digit in digits.iter_mut().rev() {
        let rest = (value % 36) as u8;
        *digit = if rest < 10 {
            b'0' + rest
        } else {
            b'a' + rest - 10
        };
        value /= 36;
    }
    format!("{prefix}{}", String::from_utf8_lossy(&digits))
}

fn gathered(prefix: &str, id: &str, (factor, offset): (i64, i64)) -> Option<i64> {
    let digits = id.strip_prefix(prefix)?;
    if digits.len() != 5 || digits.bytes().any(|digit| digit.is_ascii_uppercase()) {
        return None;
    }
    let value = i64::from_str_radix(digits, 36).ok()?;
    let row = ((value - offset) * inverse(factor)).rem_euclid(SPACE);
    (value < SPACE).then_some(row)
}

/// The inverse of an odd factor modulo [`SPACE`], by Newton's iteration.
fn inverse(factor: i64) -> i64 {
    let mut inverse = factor;
    for _ in 0..5 {
        let error = (2 - factor * inverse).rem_euclid(SPACE);
        inverse = (inverse * error).rem_euclid(SPACE);
    }
    inverse
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn an_id_names_its_row_and_no_other() {
        let mut seen = BTreeSet::new();
        for row in (1..1_100_000).step_by(37) {
            assert_eq!(task_row(&task(row)), Some(row));
            assert_eq!(contact_row(&contact(row)), Some(row));
            assert_eq!(attempt_number(&attempt(row)), Some(row));
            assert_eq!(record_row(&record(row)), Some(row));
            assert_eq!(retry_number(&retry(row)), Some(row));
            assert!(seen.insert(task(row)));
        }
        assert_eq!(task_row("con_00000"), None);
        assert_eq!(task_row("tsk_ZZZZZ"), None);
    }
}
