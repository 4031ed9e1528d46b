//! Where in a JSON text a decoding error happened.
//!
//! The decoder reports a line and a column. Tracking the path during decoding
//! would wrap every visitor once more and weigh far more than this scan, which
//! runs only after an error.

/// The path of the value at a decoder's error position: `tasks.items[3].attempts`.
///
/// `line` starts at 1; `column` counts the bytes of that line that were read.
/// The path of the whole text is empty. Broken JSON gives the path of the value
/// in which reading stopped.
pub fn json_path_at(json: &str, line: usize, column: usize) -> String {
    let line_start: usize = json
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let mut scan = Scan::default();
    scan.run(json, line_start.saturating_add(column));
    scan.path()
}

/// `path` followed by the property `name`.
pub fn child(path: &str, name: &str) -> String {
    let plain = name
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    match (plain, path.is_empty()) {
        (true, true) => name.to_owned(),
        (true, false) => [path, ".", name].concat(),
        (false, _) => [path, "[\"", name, "\"]"].concat(),
    }
}

/// An object or list that is open at the place the scan has reached, with the
/// place reached inside it.
enum Open {
    Object(Option<String>),
    List(Option<usize>),
}

#[derive(Default)]
struct Scan {
    open: Vec<Open>,
}

impl Scan {
    fn run(&mut self, json: &str, target: usize) {
        let bytes = json.as_bytes();
        let mut start = skip_space(bytes, 0);
        while let Some(&byte) = bytes.get(start) {
            let end = token_end(bytes, start);
            // The decoder peeks at a bracket but reads over everything else, so
            // only a bracket may stand exactly at the error.
            let opens = matches!(byte, b'{' | b'[');
            if start > target || (start == target && !opens) {
                return;
            }
            match byte {
                b'{' => self.enter(Open::Object(None)),
                b'[' => self.enter(Open::List(None)),
                b'}' | b']' => {
                    self.open.pop();
                }
                b',' => self.pass_comma(),
                b':' => {}
                b'"' => self.string(json.get(start..end).unwrap_or_default()),
                _ => self.begin_value(),
            }
            if end >= target && !opens {
                return;
            }
            start = skip_space(bytes, end);
        }
    }

    fn enter(&mut self, container: Open) {
        self.begin_value();
        self.open.push(container);
    }

    fn begin_value(&mut self) {
        if let Some(Open::List(index @ None)) = self.open.last_mut() {
            *index = Some(0);
        }
    }

    fn pass_comma(&mut self) {
        match self.open.last_mut() {
            Some(Open::List(Some(index))) => *index += 1,
            Some(Open::Object(key)) => *key = None,
            _ => {}
        }
    }

    fn string(&mut self, literal: &str) {
        // A key that is cut off names nothing.
        let text = literal
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'));
        match (self.open.last_mut(), text) {
            (Some(Open::Object(key @ None)), text) => *key = text.map(str::to_owned),
            _ => self.begin_value(),
        }
    }

    fn path(&self) -> String {
        let mut path = String::new();
        for container in &self.open {
            match container {
                Open::Object(Some(key)) => path = child(&path, key),
                Open::List(Some(index)) => path = [&*path, "[", &index.to_string(), "]"].concat(),
                Open::Object(None) | Open::List(None) => {}
            }
        }
        path
    }
}

fn skip_space(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    from + rest
        .iter()
        .take_while(|byte| byte.is_ascii_whitespace())
        .count()
}

fn token_end(bytes: &[u8], start: usize) -> usize {
    let rest = bytes.get(start..).unwrap_or_default();
    let length = match rest.first() {
        Some(b'"') => string_length(rest),
        Some(b'{' | b'}' | b'[' | b']' | b',' | b':') => 1,
        _ => rest
            .iter()
            .take_while(|byte| !byte.is_ascii_whitespace() && !b"{}[],:\"".contains(byte))
            .count(),
    };
    start + length
}

/// Bytes of the string literal that starts `rest`, both quotes included; an
/// unterminated one takes all that is left.
fn string_length(rest: &[u8]) -> usize {
    let mut escaped = false;
    for (at, &byte) in rest.iter().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests;
