//! Rust source as the rules need it: without comments, with its imports resolved.

use std::fs;
use std::path::{Path, PathBuf};

/// Starts what only tests are built from; stands at the foot of a file.
const FOR_TESTS: &str = "#[cfg(test)]";

/// One source file.
pub struct Source {
    /// Its path below the package, with `/` between the parts.
    pub path: String,
    /// Its module path below the crate root: `["domain", "format", "phone"]`.
    pub module: Vec<String>,
    /// All of its text.
    pub text: String,
    /// What is neither a comment nor part of a test.
    pub code: String,
}

impl Source {
    /// A file of `src`, given by its path below the package.
    pub fn new(path: &str, text: String) -> Self {
        let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
        let product = text.split(FOR_TESTS).next().unwrap_or_default();
        Self {
            path: path.to_owned(),
            module: inside.split('/').map(str::to_owned).collect(),
            code: without_comments(product),
            text,
        }
    }

    /// The modules that it declares for tests alone, as paths without ending.
    fn test_modules(&self) -> Vec<String> {
        let declared = self.text.split(FOR_TESTS).skip(1).filter_map(|after| {
            let item = after.lines().find(|line| line.contains("mod "))?;
            item.strip_prefix("mod ")?.strip_suffix(';')
        });
        let folder = self.path.trim_end_matches(".rs");
        declared.map(|name| format!("{folder}/{name}")).collect()
    }

    fn is_below(&self, module: &str) -> bool {
        let rest = self.path.strip_prefix(module);
        rest.is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
    }

    /// The room it belongs to: the first part of its module path.
    pub fn room(&self) -> &str {
        self.module.first().map_or("", String::as_str)
    }

    /// Every path into the crate that its code names, from the crate root on.
    pub fn crate_paths(&self) -> Vec<Vec<String>> {
        let words = words(&self.code);
        let mut paths = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let inside = at > 0 && words[at - 1] == "::";
            if inside || words.get(at + 1).map(String::as_str) != Some("::") {
                continue;
            }
            let (base, rest) = match word.as_str() {
                "crate" => (Vec::new(), at + 2),
                "super" => self.above(&words, at),
                _ => continue,
            };
            tree(&words, rest, &base, &mut paths);
        }
        paths
    }

    /// Whether its code names something of an outside crate.
    pub fn names_crate(&self, name: &str) -> bool {
        let words = words(&self.code);
        words.iter().enumerate().any(|(at, word)| {
            word == name
                && words.get(at + 1).is_some_and(|next| next == "::")
                && (at == 0 || words[at - 1] != "::")
        })
    }

    /// The module that a chain of `super::` leads to, and where the chain ends.
    fn above(&self, words: &[String], mut at: usize) -> (Vec<String>, usize) {
        let mut module = self.module.clone();
        while words.get(at).is_some_and(|word| word == "super") {
            module.pop();
            at += 2;
        }
        (module, at)
    }
}

/// Every Rust file below `src`.
pub fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources: Vec<Source> = files(&root.join("src"), "rs")
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let below = path.strip_prefix(root).unwrap();
            Source::new(&below.to_string_lossy().replace('\\', "/"), text)
        })
        .collect();
    let tests: Vec<String> = sources.iter().flat_map(Source::test_modules).collect();
    for source in &mut sources {
        if tests.iter().any(|module| source.is_below(module)) {
            source.code.clear();
        }
    }
    sources
}

/// Every file below a folder with this extension, in a fixed order.
pub fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|known| known == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Source without `//` comments. A `//` inside a text, as in an address, is
/// told by the colon in front.
fn without_comments(source: &str) -> String {
    source
        .lines()
        .map(|line| {
            let comment = line
                .match_indices("//")
                .find(|(at, _)| !line[..*at].ends_with([':', '"', '/']));
            let code = comment.map_or(line, |(at, _)| &line[..at]);
            [code, "\n"].concat()
        })
        .collect()
}

/// Names, `::`, braces and commas, in order; everything else is one `?`.
fn words(code: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut letters = code.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter.is_alphanumeric() || letter == '_' {
            let mut word = letter.to_string();
            while let Some(next) = letters.next_if(|next| next.is_alphanumeric() || *next == '_') {
                word.push(next);
            }
            words.push(word);
        } else if letter == ':' && letters.next_if_eq(&':').is_some() {
            words.push("::".to_owned());
        } else if matches!(letter, '{' | '}' | ',') {
            words.push(letter.to_string());
        } else if !letter.is_whitespace() {
            words.push("?".to_owned());
        }
    }
    words
}

/// Reads the use tree that starts at `at`, adds its paths to `found`, and says
/// where the tree ends.
fn tree(words: &[String], mut at: usize, base: &[String], found: &mut Vec<Vec<String>>) -> usize {
    let mut path = base.to_vec();
    while let Some(word) = words.get(at) {
        match word.as_str() {
            "{" => return group(words, at + 1, &path, found),
            "::" => at += 1,
            name if name.starts_with(|first: char| first.is_alphabetic() || first == '_') => {
                path.push(name.to_owned());
                at += 1;
                if words.get(at).is_none_or(|next| next != "::") {
                    break;
                }
            }
            _ => break,
        }
    }
    found.push(path);
    at
}

fn group(words: &[String], mut at: usize, base: &[String], found: &mut Vec<Vec<String>>) -> usize {
    while let Some(word) = words.get(at) {
        match word.as_str() {
            "}" => return at + 1,
            "," => at += 1,
            _ => at = tree(words, at, base, found).max(at + 1),
        }
    }
    at
}
