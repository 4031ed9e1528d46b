//! Colors in style sheets.

use std::fs;
use std::path::Path;

use super::source::files;

/// The one sheet that may hold raw values.
const TOKENS: &str = "tokens.css";

/// Ways to write a color besides a hex code. Keywords that follow the theme
/// (`currentColor`, `transparent`, system colors) are not among them.
const COLORS: [&str; 12] = [
    "rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", ": white",
    ": black", ": red",
];

/// Every line of a sheet other than the tokens that holds a literal color.
pub fn colors_outside_tokens() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    files(&folder, "css")
        .into_iter()
        .filter(|path| !path.ends_with(TOKENS))
        .flat_map(|path| {
            let sheet = fs::read_to_string(&path).unwrap();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            colored_lines(&sheet)
                .into_iter()
                .map(move |line| format!("{name}: {line}"))
        })
        .collect()
}

fn colored_lines(sheet: &str) -> Vec<String> {
    sheet
        .lines()
        .filter(|line| {
            let value = line.split_once(':').map_or("", |(_, value)| value);
            has_hex_color(value) || COLORS.iter().any(|color| line.contains(color))
        })
        .map(|line| line.trim().to_owned())
        .collect()
}

/// Whether the text has a `#` followed by exactly 3, 4, 6 or 8 hex digits.
pub fn has_hex_color(text: &str) -> bool {
    text.match_indices('#').any(|(at, _)| {
        let rest = &text[at + 1..];
        let digits = rest.chars().take_while(char::is_ascii_hexdigit).count();
        let ends = rest[digits..]
            .chars()
            .next()
            .is_none_or(|next| !next.is_alphanumeric() && !"-_{".contains(next));
        // `&#123;` is a character, `#123` an issue.
        matches!(digits, 3 | 4 | 6 | 8) && ends && !text[..at].ends_with('&')
    })
}

#[test]
fn a_color_is_found_however_it_is_written() {
    for line in [
        "color: #fff;",
        "border: 1px solid #E1E5EA;",
        "background: linear-gradient(90deg, #0B6B86FF, var(--x))",
        "color: rgb(0 0 0 / .5);",
        "color: oklch(0.5 0.1 20)",
        "fill: white;",
    ] {
        assert_eq!(colored_lines(line).len(), 1, "{line}");
    }
    for line in [
        "#bad-header { color: var(--text); }",
        "#abc {",
        "background: url(#hatch);",
        "color: currentColor;",
        "white-space: nowrap;",
        "color: var(--c1);",
    ] {
        assert!(colored_lines(line).is_empty(), "{line}");
    }
}
