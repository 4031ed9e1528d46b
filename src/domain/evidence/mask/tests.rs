#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use super::*;
use proptest::prelude::*;

fn knowing(numbers: &[&str]) -> Masking {
    let mut masking = Masking::default();
    masking.learn(numbers.iter().copied());
    masking
}

#[test]
fn numbers_are_masked_however_they_are_written() {
    for (text, shown) in [
        ("+12175550148", "+•••••••••48"),
        ("\"to\":\"+12175550148\",", "\"to\":\"+•••••••••48\","),
        ("+1 217 555 0148 rang", "+• ••• ••• ••48 rang"),
        ("+1 (217) 555-0148", "+• (•••) •••-••48"),
        ("+39 06 5550 0143", "+•• •• •••• ••43"),
        ("+4917012345", "+••••••••45"),
        ("+123 456 789 012 345", "+••• ••• ••• ••• •45"),
        ("+12 34 56 78 90 12 34 56 78", "+•• •• •• •• •• •• 34 56 78"),
        ("tel+12175550148ext", "tel+•••••••••48ext"),
        ("from 414 555 0118, Telnyx", "from ••• ••• ••18, Telnyx"),
        ("(414) 555-0118", "(•••) •••-••18"),
        ("1-217-555-0148", "•-•••-•••-••48"),
        ("1.217.555.0148", "•.•••.•••.••48"),
        ("0151 1234 5678", "•••• •••• ••78"),
        ("0049 (0)30 1234567 rang", "•••• (•)•• •••••67 rang"),
        ("555-0148", "•••-••48"),
        ("2175550148", "••••••••48"),
        ("+12175550148 41 s", "+•••••••••48 41 s"),
        ("414 555 0118 14:02", "••• ••• ••18 14:02"),
        ("0151 1234 5678 14:02", "•••• •••• ••78 14:02"),
        ("14:47:38-06:00 414 555 0118", "14:47:38-06:00 ••• ••• ••18"),
        ("Dana,2175550148,", "Dana,••••••••48,"),
        ("1,+12175550148", "1,+•••••••••48"),
        ("1,2175550148", "1,••••••••48"),
        ("tel:%2B12175550148", "tel:%2B•••••••••48"),
        ("%2B%31%32%31%37%35%35%35%30%31%34%38", "%2B•••••••••%34%38"),
        (r"\u002b1217555014\u0038", r"\u002b•••••••••4\u0038"),
        ("&#43;1&#50;17555014&#x38;", "&#43;•••••••••4&#x38;"),
        ("+１２１７５５５０１４８", "+•••••••••４８"),
        ("2175550148 2175550149", "••••••••48 ••••••••49"),
        ("%+4915123456", "%+••••••••56"),
        (r"\u+491512345678", r"\u+••••••••••78"),
        (
            "&#+4915123456; &#x+4915123456;",
            "&#+••••••••56; &#x+••••••••56;",
        ),
        ("+𝟏𝟐𝟏𝟕𝟓𝟓𝟓𝟎𝟏𝟒𝟖", "+•••••••••𝟒𝟖"),
        ("+᠑᠒᠑᠗᠕᠕᠕᠐᠑᠔᠘", "+•••••••••᠔᠘"),
        ("%2B%D9%A12175550%D9%A148", "%2B•••••••••48"),
        (r"+\ud835\udfcf2175550148", "+•••••••••48"),
    ] {
        assert_eq!(masked(text), shown);
    }
}

#[test]
fn what_is_no_number_stays() {
    for text in [
        "2026-11-12T14:47:38-06:00",
        "2026-11-12T14:47:38+00:00",
        "2026-11-12 14:47",
        "12 Nov 2026, 13:40 to 14:32 CST (UTC−06:00)",
        "tsk_4812345678901",
        "cmp_8f3k2q",
        "550e8400-e29b-41d4-a716-446655440000",
        "1,284.40 and 4,812 of 16,780",
        "0.133333333333333",
        "SIP 480, 36 lines, 12 in use",
        "row 2,208 of `upl_20cx7`",
        "+5 pt, +12",
        "100%, 20% of 41",
        "a & b; &#; \\u12 %",
        "",
    ] {
        assert_eq!(masked(text), text);
    }
}

#[test]
fn a_known_number_is_found_wherever_it_hides() {
    let masking = knowing(&["+1 217 555 0148"]);
    for text in [
        "con_12175550148",
        "call-2175550148x",
        "5550148",
        "2.1.7.5.5.5.0.1.4.8",
        "1 2 1 7 5 5 5 0 1 4 8",
        "217\n555\n0148",
        "217\u{200b}5550148",
        "99912175550148000",
        "https://voip.example/%31%32%31%37%35%35%35%30%31%34%38?x",
        "٢١٧٥٥٥٠١٤٨",
    ] {
        let shown = masking.masked(text);
        let left = letters(&shown)
            .iter()
            .filter(|letter| letter.digit.is_some())
            .count();
        let before = letters(text)
            .iter()
            .filter(|letter| letter.digit.is_some())
            .count();
        let outside = before.saturating_sub(11);
        assert!(left <= 2 + outside, "{shown}");
        assert!(shown.contains('•'), "{shown}");
    }
    for text in [
        "con_121755",
        "at 12:17, 55, 50,148",
        "2175559148x",
        "12a175550",
    ] {
        assert_eq!(masking.masked(text), text);
    }
}

#[test]
fn an_id_stays_unless_it_is_a_known_number() {
    let mut masking = knowing(&["+12175550148"]);
    masking.keep(["48123456789", "job-2175550148", "+4917012345678", "7"]);
    assert_eq!(
        masking.masked("Campaign ID: `48123456789`"),
        "Campaign ID: `48123456789`"
    );
    assert_eq!(
        masking.masked("x48123456789 481234567890"),
        "x48123456789 ••••••••••90"
    );
    assert_eq!(masking.masked("job-2175550148"), "job-••••••••48");
    assert_eq!(masking.masked("+4917012345678"), "+•••••••••••78");
}

#[test]
fn of_a_persons_id_no_number_is_left() {
    let mut masking = Masking::default();
    masking.keep(["tsk_4812345678901"]);
    for (id, shown) in [
        ("ct_14145550118", "ct_•••••••••18"),
        ("c14145550118x", "c•••••••••18x"),
        ("c−2175550148_2", "c−••••••••48_2"),
        ("+12175550148", "+•••••••••48"),
        ("con_8f3k2q41", "con_8f3k2q41"),
        ("con_123456789", "con_123456789"),
        ("con_1234567890123456", "con_1234567890123456"),
        (
            "550e8400-e29b-41d4-a716-446655440000",
            "550e8400-e29b-41d4-a716-446655440000",
        ),
        ("tsk_4812345678901", "tsk_4812345678901"),
        ("", ""),
    ] {
        assert_eq!(masking.masked_person(id), shown);
    }
}

proptest! {
    #[test]
    fn an_encoding_takes_digits_only(
        before in "%|\\\\u|&#|&#x",
        number in "\\+[1-9][0-9]{7,14}",
        after in ";?",
    ) {
        let shown = masked(&[&*before, &number, &after].concat());
        let left: String = shown.chars().filter(char::is_ascii_digit).collect();
        prop_assert_eq!(left, &number[number.len() - 2..], "{}", shown);
    }

    #[test]
    fn of_a_persons_id_two_digits_are_left(
        before in "[a-zA-Z_−.-]{0,8}",
        number in "[0-9]{10,15}",
        after in "[a-zA-Z_.-]{0,8}",
    ) {
        let shown = Masking::default().masked_person(&[&*before, &number, &after].concat());
        let left: String = shown.chars().filter(char::is_ascii_digit).collect();
        prop_assert_eq!(left, &number[number.len() - 2..], "{}", shown);
    }

    #[test]
    fn no_text_panics_and_only_digits_change(text: String) {
        let shown = masked(&text);
        let signs = |text: &str| letters(text).into_iter().filter(|letter| letter.digit.is_none()).count();
        let dots = |text: &str| text.chars().filter(|letter| *letter == '•').count();
        prop_assert_eq!(signs(&text), signs(&shown) + dots(&text) - dots(&shown));
    }

    #[test]
    fn no_international_number_passes(number in "\\+[1-9][0-9]{6,14}", around in "[ ,;:\"'(]") {
        let shown = masked(&[&*around, &number, &around].concat());
        prop_assert!(!shown.contains(&number), "{}", shown);
    }

    #[test]
    fn of_a_known_number_no_five_digits_in_a_row_are_left(
        number in "\\+[1-9][0-9]{9,14}",
        joints in proptest::collection::vec("[ ./()-]{0,3}", 15),
        before in "[a-z_ ]{0,8}",
        after in "[a-z_ ]{0,8}",
    ) {
        let digits = number.trim_start_matches('+');
        let mut text = before;
        for (digit, joint) in digits.chars().zip(&joints) {
            text.push(digit);
            text.push_str(joint);
        }
        text.push_str(&after);
        let shown = knowing(&[&number]).masked(&text);
        let left: String = shown.chars().filter(char::is_ascii_digit).collect();
        prop_assert!(left.len() <= 2, "{} gives {}", text, shown);
    }
}
