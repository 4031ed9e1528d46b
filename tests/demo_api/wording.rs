//! Counts and spans of time as they are written in sentences.

use crate::zone::Ms;

/// A count with thousands separators, as it is written in sentences.
pub fn counted(count: i64) -> String {
    let digits = count.unsigned_abs().to_string();
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if count < 0 {
        format!("\u{2212}{text}")
    } else {
        text
    }
}

/// A count with its noun: `1 call`, `36 calls`.
pub fn counted_noun(count: i64, one: &str, many: &str) -> String {
    format!("{} {}", counted(count), if count == 1 { one } else { many })
}

/// A span in its two largest units: `15 min`, `3 h 28 min`, `41 s`.
pub fn span(length: Ms) -> String {
    let seconds = (length / 1_000).max(0);
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60);
    if days > 0 {
        format!("{days} d {hours} h")
    } else if hours > 0 {
        format!("{hours} h {minutes} min")
    } else if minutes >= 10 {
        format!("{minutes} min")
    } else if minutes > 0 {
        format!("{minutes} min {} s", seconds % 60)
    } else {
        format!("{seconds} s")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_spans_read_as_written() {
        assert_eq!(counted(1_234_567), "1,234,567");
        assert_eq!(counted(812), "812");
        assert_eq!(counted_noun(1, "call", "calls"), "1 call");
        assert_eq!(span(12_480_000), "3 h 28 min");
        assert_eq!(span(905_000), "15 min");
        assert_eq!(span(41_000), "41 s");
    }
}
