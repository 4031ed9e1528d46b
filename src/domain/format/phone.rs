//! Telephone numbers as people read them.

use super::Formats;

impl Formats<'_> {
    /// An E.164 number in groups: "+1 217 555 0148", "+39 06 5550 0143". Any
    /// other text (an extension, a SIP address, a masked number) is given back
    /// as received. For reading only: what is copied or sent is the raw number.
    pub fn phone(&self, raw: &str) -> String {
        let digits = raw.strip_prefix('+').unwrap_or_default();
        let all_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
        if !all_digits || !(7..=15).contains(&digits.len()) {
            return raw.to_owned();
        }
        let (country, national) = digits.split_at(country_code_length(digits));
        let groups = if country == "1" && national.len() == 10 {
            vec![3, 3, 4]
        } else {
            fours_from_the_end(national.len())
        };
        let mut text = ["+", country].concat();
        let mut rest = national;
        for length in groups {
            let (group, after) = rest.split_at(length);
            text.push(' ');
            text.push_str(group);
            rest = after;
        }
        text
    }
}

/// Lengths of groups of four, the first one taking what is left over; a single
/// left-over digit joins the group after it.
fn fours_from_the_end(digits: usize) -> Vec<usize> {
    let mut groups = vec![4; digits / 4];
    match (digits % 4, groups.first_mut()) {
        (0, _) => {}
        (1, Some(first)) => *first = 5,
        (left_over, _) => groups.insert(0, left_over),
    }
    groups
}

/// Digits of the country code that an E.164 number starts with (ITU-T E.164
/// list of country codes).
fn country_code_length(digits: &str) -> usize {
    let two: u32 = digits
        .get(..2)
        .and_then(|start| start.parse().ok())
        .unwrap_or_default();
    match two {
        10..=19 | 70..=79 => 1,
        20 | 27 | 30..=34 | 36 | 39..=41 | 43..=49 | 51..=58 | 60..=66 => 2,
        81 | 82 | 84 | 86 | 90..=95 | 98 => 2,
        _ => 3,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::format::{PlainLocale, Zone};
    use proptest::prelude::*;

    const FORMATS: Formats<'static> = Formats {
        locale: &PlainLocale,
        zone: &Zone::Utc,
        now: 0,
    };

    #[test]
    fn numbers_are_grouped_by_their_country() {
        for (raw, shown) in [
            ("+12175550148", "+1 217 555 0148"),
            ("+390655500143", "+39 06 5550 0143"),
            ("+442079460123", "+44 20 7946 0123"),
            ("+4915112345678", "+49 151 1234 5678"),
            ("+33123456789", "+33 12345 6789"),
            ("+81312345678", "+81 31234 5678"),
            ("+353861234567", "+353 86123 4567"),
            ("+1217555", "+1 21 7555"),
        ] {
            assert_eq!(FORMATS.phone(raw), shown);
        }
    }

    #[test]
    fn everything_else_stays_as_received() {
        for raw in [
            "1000",
            "sip:1000@10.0.0.1",
            "+1 217 555 0148",
            "+*********48",
            "",
            "+",
            "+12",
            "+1234567890123456",
            "+٣٤٥٦٧٨٩٠",
        ] {
            assert_eq!(FORMATS.phone(raw), raw);
        }
    }

    proptest! {
        #[test]
        fn grouping_changes_nothing_but_spaces(raw in "\\+?[0-9]{0,17}") {
            let shown = FORMATS.phone(&raw);
            prop_assert_eq!(shown.replace(' ', ""), raw);
            prop_assert!(!shown.ends_with(' ') && !shown.contains("  "));
        }

        #[test]
        fn no_text_panics(raw: String) {
            prop_assert_eq!(FORMATS.phone(&raw).replace(' ', ""), raw.replace(' ', ""));
        }
    }
}
