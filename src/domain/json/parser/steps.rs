//! The smallest steps of reading.
//!
//! The console is compiled for size, which makes each of them a call, and the
//! calls half of the time of decoding. Inlined they take no more bytes.

use super::Parser;
use crate::domain::json::{Kind, Node};

impl<'a> Parser<'a> {
    #[inline(always)]
    pub(super) fn push(&mut self, start: usize, kind: Kind, escaped: bool) {
        let source = self.read_since(start);
        self.nodes.push(Node {
            source,
            size: 1,
            kind,
            escaped,
        });
    }

    #[inline(always)]
    pub(super) fn read_since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    #[inline(always)]
    pub(super) fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    #[inline(always)]
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Passes one byte if it is among these.
    #[inline(always)]
    pub(super) fn pass(&mut self, any: &[u8]) -> bool {
        let is_next = self.peek().is_some_and(|byte| any.contains(&byte));
        self.at += usize::from(is_next);
        is_next
    }

    /// The next byte that is no space; it is not passed.
    #[inline(always)]
    pub(super) fn next_byte(&mut self) -> Option<u8> {
        while let Some(byte) = self.peek() {
            if !matches!(byte, b' ' | b'\n' | b'\t' | b'\r') {
                return Some(byte);
            }
            self.at += 1;
        }
        None
    }
}
