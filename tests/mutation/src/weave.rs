//! A source text with all its mutants in it, each behind a switch.

use std::ops::Range;

/// A part of what takes the place of a stretch of source.
#[derive(Debug, Clone)]
pub enum Piece {
    Text(String),
    /// A stretch of the source, with whatever is woven into it.
    Source(Range<usize>),
    /// What only the mutant with this number runs.
    Mutant(u32, Vec<Piece>),
}

/// What takes the place of a stretch of source; of an empty one: what is put in there.
#[derive(Debug, Clone)]
pub struct Wrap {
    pub range: Range<usize>,
    pub pieces: Vec<Piece>,
}

/// Where in the woven text a mutant stands.
#[derive(Debug, Clone)]
pub struct Stand {
    pub range: Range<usize>,
    pub numbers: Vec<u32>,
}

/// A woven text.
#[derive(Debug, Default)]
pub struct Woven {
    pub text: String,
    /// What a single mutant runs: an error here is that mutant's own.
    pub own: Vec<Stand>,
    /// What mutants share with what stood there before.
    pub shared: Vec<Stand>,
}

/// Weaves the wraps, which lie beside or within each other, into the source.
pub fn weave(source: &str, mut wraps: Vec<Wrap>) -> Woven {
    // An insertion stands before what begins where it does.
    wraps.sort_by_key(|wrap| {
        (
            wrap.range.start,
            !wrap.range.is_empty(),
            usize::MAX - wrap.range.end,
        )
    });
    let mut woven = Woven::default();
    render(source, 0..source.len(), &wraps, &mut woven);
    woven
}

fn render(source: &str, range: Range<usize>, wraps: &[Wrap], woven: &mut Woven) {
    let mut at = range.start;
    let mut rest = wraps;
    while let Some((wrap, after)) = rest.split_first() {
        let inside = after
            .iter()
            .take_while(|inner| !wrap.range.is_empty() && inner.range.start < wrap.range.end)
            .count();
        let (within, behind) = after.split_at(inside);
        woven.text.push_str(&source[at..wrap.range.start]);
        let start = woven.text.len();
        pieces(source, &wrap.pieces, within, woven);
        woven.shared.push(Stand {
            range: start..woven.text.len(),
            numbers: numbers(&wrap.pieces),
        });
        at = wrap.range.end;
        rest = behind;
    }
    woven.text.push_str(&source[at..range.end]);
}

fn pieces(source: &str, pieces_of: &[Piece], within: &[Wrap], woven: &mut Woven) {
    for piece in pieces_of {
        match piece {
            Piece::Text(text) => woven.text.push_str(text),
            Piece::Source(range) => {
                let inner: Vec<Wrap> = within
                    .iter()
                    .filter(|wrap| range.start <= wrap.range.start && wrap.range.end <= range.end)
                    .cloned()
                    .collect();
                render(source, range.clone(), &inner, woven);
            }
            Piece::Mutant(number, own) => {
                let start = woven.text.len();
                pieces(source, own, within, woven);
                woven.own.push(Stand {
                    range: start..woven.text.len(),
                    numbers: vec![*number],
                });
            }
        }
    }
}

fn numbers(pieces: &[Piece]) -> Vec<u32> {
    let number = |piece: &Piece| match piece {
        Piece::Mutant(number, _) => Some(*number),
        Piece::Text(_) | Piece::Source(_) => None,
    };
    pieces.iter().filter_map(number).collect()
}
