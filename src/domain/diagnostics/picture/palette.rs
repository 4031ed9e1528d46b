//! The colors of the light theme, from the one place that has them.

use crate::domain::tone::Tone;

const TOKENS: &[u8] = include_bytes!("../../../../style/tokens.css");

/// A color as the style sheets write it.
type Color = [u8; 7];

/// Declares colors by their tokens. They are looked up while this is compiled:
/// the style sheet itself is not part of the module.
macro_rules! colors {
    ($($name:ident: $token:literal,)+) => {$(
        pub const $name: &str = {
            const COLOR: Color = light(concat!("--", $token, ": light-dark(").as_bytes());
            text(&COLOR)
        };
    )+};
}

colors! {
    INK: "text",
    GRAY: "text-2",
    LINE: "line",
    SURFACE: "surface",
    TRACK: "c-track",
    BAR: "c1",
    OK: "ok",
    WARN: "warn",
    BAD: "bad",
    LIVE: "live",
    WAIT: "wait",
    MUTE: "mute",
    ACCENT: "accent",
}

/// The color of a tone.
pub fn of(tone: Tone) -> &'static str {
    match tone {
        Tone::Ok => OK,
        Tone::Warn => WARN,
        Tone::Bad => BAD,
        Tone::Live => LIVE,
        Tone::Wait => WAIT,
        Tone::Mute => MUTE,
        Tone::Accent => ACCENT,
    }
}

/// The color that stands after `opening`; `inherit` when there is none.
const fn light(opening: &[u8]) -> Color {
    let mut rest = TOKENS;
    while let [_, after @ ..] = rest {
        if let Some([a, b, c, d, e, f, g, ..]) = after_prefix(rest, opening) {
            return [*a, *b, *c, *d, *e, *f, *g];
        }
        rest = after;
    }
    *b"inherit"
}

const fn after_prefix<'a>(mut text: &'a [u8], mut prefix: &[u8]) -> Option<&'a [u8]> {
    while let [wanted, more @ ..] = prefix {
        match text {
            [first, rest @ ..] if *first == *wanted => text = rest,
            _ => return None,
        }
        prefix = more;
    }
    Some(text)
}

const fn text(color: &'static Color) -> &'static str {
    match std::str::from_utf8(color) {
        Ok(text) => text,
        Err(_) => "inherit",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tone_has_a_color_of_its_own() {
        let tones = [
            (Tone::Ok, OK),
            (Tone::Warn, WARN),
            (Tone::Bad, BAD),
            (Tone::Live, LIVE),
            (Tone::Wait, WAIT),
            (Tone::Mute, MUTE),
            (Tone::Accent, ACCENT),
        ];
        for (at, (tone, color)) in tones.iter().enumerate() {
            assert_eq!(of(*tone), *color);
            let others = tones.iter().skip(at + 1);
            assert!({ others }.all(|(_, other)| other != color), "{color}");
        }
    }

    #[test]
    fn every_color_is_one_of_the_tokens() {
        let all = [
            INK, GRAY, LINE, SURFACE, TRACK, BAR, OK, WARN, BAD, LIVE, WAIT, MUTE, ACCENT,
        ];
        let sheet = String::from_utf8_lossy(TOKENS);
        for color in all {
            let written = ["light-dark(", color, ", "].concat();
            assert!(
                color.starts_with('#') && sheet.contains(&written),
                "{color}"
            );
        }
    }
}
