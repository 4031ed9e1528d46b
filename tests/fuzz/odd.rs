//! Values that no honest sender sends.

use crate::random::Random;
use crate::tree::Tree;

/// Numbers at the edges of what there is, and beyond.
const NUMBERS: [&str; 26] = [
    "0",
    "-0",
    "-1",
    "1",
    "2",
    "1e400",
    "-1e400",
    "1e-400",
    "1e308",
    "-1e308",
    "9007199254740993",
    "-9007199254740993",
    "9223372036854775807",
    "-9223372036854775808",
    "9223372036854775808",
    "18446744073709551616",
    "0.1",
    "100.00000000000001",
    "1.7976931348623157e308",
    "5e-324",
    "2147483648",
    "4294967296",
    "1e9",
    "60000",
    "123456789012345678901234567890",
    "-0.0",
];

/// What passes for a number, and is none.
const NO_NUMBERS: [&str; 10] = [
    "NaN",
    "Infinity",
    "-Infinity",
    "01",
    "+1",
    "1.",
    ".5",
    "0x10",
    "1e",
    "--1",
];

/// Texts with something in them that readers trip over.
const TEXTS: [&str; 44] = [
    "",
    " ",
    "0",
    "-1",
    "NaN",
    "Infinity",
    "null",
    "true",
    "1e400",
    "9999999999999999999999999999",
    "1e-2147483648",
    "10e2147483647",
    "2026-11-12T20:32:08Z",
    "2024-02-29T04:22:89Z",
    "9999-12-31T23:59:59.999999999+23:59",
    "-0001-01-01T00:00:00Z",
    "2026-02-30",
    "24:00",
    "99:99",
    "Thu, 12 Nov 2026 20:32:08 GMT",
    "PT3M",
    "America/Mexico_City",
    "+12175550148",
    "+49 30 901820",
    "=1+1",
    "@SUM(A1)",
    "\u{202e}tuo\u{2066}",
    "\u{feff}",
    "\u{0}",
    "a\u{300}\u{301}\u{302}",
    "👨‍👩‍👧‍👦",
    "ﷺ",
    "İ",
    "ß",
    "\r\n",
    "\t=1",
    "\u{7f}",
    "javascript:alert(1)",
    "https://a.example\\@b.example",
    "//evil.example",
    "../..",
    "%2e%2e%2f",
    "<script>",
    "{\"a\":1}",
];

/// Escapes of halves of characters.
const HALVES: [&str; 5] = [
    "\"\\ud800\"",
    "\"\\udc00\\ud800\"",
    "\"\\ud83d\\ude00\"",
    "\"\\ud800\\u0041\"",
    "\"\\u0000\\uffff\"",
];

/// Words of the contract, which lead readers on.
const WORDS: [&str; 34] = [
    "running",
    "paused",
    "completed",
    "failed",
    "pending",
    "in_progress",
    "exhausted",
    "scheduled",
    "draft",
    "open",
    "closed",
    "half_open",
    "stalled",
    "queued",
    "id",
    "status",
    "name",
    "items",
    "total",
    "count",
    "counts",
    "by_status",
    "next_cursor",
    "page",
    "USD",
    "EUR",
    "UTC",
    "reported",
    "calls",
    "tasks",
    "$row",
    "*",
    "a[].b",
    "{ids.campaign}",
];

/// Characters of a text that is only long.
const LONG: [usize; 4] = [100, 1_000, 10_000, 60_000];
/// Levels of what is only deep; readers stop at 128.
const DEEP: [usize; 6] = [1, 2, 8, 127, 130, 5_000];

/// A text, written as JSON has it.
pub fn text(random: &mut Random) -> String {
    match random.below(12) {
        0 => random.pick(&HALVES).to_owned(),
        1 => quoted(
            &random
                .pick(&["x", "é", "\u{202e}", "0", "9", " ", "\"", "a,"])
                .repeat(LONG[random.below(LONG.len())]),
        ),
        2..=5 => quoted(random.pick(&WORDS)),
        6 => quoted(&random.below(2_000).to_string()),
        7 => quoted(
            &(0..random.below(12))
                .filter_map(|_| char::from_u32(random.below(0x11_0000) as u32))
                .collect::<String>(),
        ),
        _ => quoted(random.pick(&TEXTS)),
    }
}

/// Anything without an inside, as JSON has it, or nearly.
pub fn leaf(random: &mut Random) -> String {
    match random.below(16) {
        0..=3 => random.pick(&NUMBERS).to_owned(),
        4 => random.next().cast_signed().to_string(),
        5 => f64::from_bits(random.next()).to_string(),
        6 => random.below(1_000).to_string(),
        7 => "null".to_owned(),
        8 => random
            .pick(&["true", "false", "[]", "{}", "[null]", "{\"\":0}"])
            .to_owned(),
        9 if random.once_in(4) => random.pick(&NO_NUMBERS).to_owned(),
        _ => text(random),
    }
}

/// The same deep inside of lists or objects.
pub fn nested(random: &mut Random, inside: &Tree) -> Tree {
    let depth = DEEP[random.below(DEEP.len())];
    let (before, after) = if random.once_in(2) {
        ("[", "]")
    } else {
        ("{\"a\":", "}")
    };
    let mut text = before.repeat(depth);
    inside.write(&mut text);
    text.push_str(&after.repeat(depth));
    Tree::Raw(text)
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
