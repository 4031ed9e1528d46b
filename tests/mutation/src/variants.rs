//! What takes the place of the source where a mutant stands.

use std::ops::Range;

use syn::spanned::Spanned;
use syn::{BinOp, Expr};

use crate::listed::Genre;
use crate::points::Points;
use crate::weave::{Piece, Wrap};

/// The switch, as the crate under test knows it.
pub const SWITCH: &str = "crate::is_mutant";

impl Points<'_> {
    pub fn body(&mut self, signature: &syn::Signature, block: &syn::Block) {
        // A function that hides its type has one type: another value cannot stand beside it.
        if matches!(&signature.output, syn::ReturnType::Type(_, output) if matches!(**output, syn::Type::ImplTrait(_)))
        {
            return;
        }
        let Some(first) = block.stmts.first() else {
            return;
        };
        let mut pieces = Vec::new();
        for (number, mutant) in self.at(Genre::FnValue, first.span()) {
            pieces.push(text(format!(" if {SWITCH}({number}) {{ return ")));
            pieces.push(Piece::Mutant(
                number,
                vec![text(mutant.replacement.clone())],
            ));
            pieces.push(text("; }".to_owned()));
        }
        if !pieces.is_empty() {
            let start = block.brace_token.span.open().byte_range().end;
            self.wraps.push(Wrap {
                range: start..start,
                pieces,
            });
        }
    }

    /// `variants` of an expression, of which the last is what stands there.
    pub fn choice(
        &mut self,
        range: Range<usize>,
        head: Vec<Piece>,
        variants: Vec<(u32, Vec<Piece>)>,
        otherwise: Vec<Piece>,
        tail: &str,
    ) {
        let mut pieces = head;
        for (number, variant) in variants {
            pieces.push(text(format!("if {SWITCH}({number}) {{ ")));
            pieces.push(Piece::Mutant(number, variant));
            pieces.push(text(" } else ".to_owned()));
        }
        pieces.push(text("{ ".to_owned()));
        pieces.extend(otherwise);
        pieces.push(text(format!(" }}{tail}")));
        self.wraps.push(Wrap { range, pieces });
    }

    pub fn binary(&mut self, expr: &syn::ExprBinary) {
        let mutants = self.at(Genre::BinaryOperator, expr.op.span());
        let Some((first, _)) = mutants.first() else {
            return;
        };
        let range = expr.span().byte_range();
        let (left, right) = (source(&expr.left), source(&expr.right));
        let stood = written(&expr.op);
        if matches!(expr.op, BinOp::And(_) | BinOp::Or(_)) {
            if has_let(&expr.left) || has_let(&expr.right) {
                return;
            }
            // Both sides stand once: a side that is skipped by `&&` is taken by `||`.
            let is_same = if matches!(expr.op, BinOp::And(_)) {
                "!="
            } else {
                "=="
            };
            let pieces = vec![
                text("({ let left_: bool = ".to_owned()),
                left,
                text(format!("; if left_ {is_same} {SWITCH}({first}) {{ ")),
                right,
                Piece::Mutant(*first, Vec::new()),
                text(" } else { left_ } })".to_owned()),
            ];
            self.wraps.push(Wrap { range, pieces });
            return;
        }
        let is_assigned = is_assignment(&expr.op);
        let is_compared = matches!(
            expr.op,
            BinOp::Eq(_) | BinOp::Ne(_) | BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_)
        );
        let with = |op: &str| match (is_assigned, is_compared) {
            (true, _) => vec![left.clone(), text(format!(" {op} ")), right.clone()],
            (_, true) => vec![text(format!("*left_ {op} *right_"))],
            _ => vec![text(format!("left_ {op} right_"))],
        };
        let variants = mutants
            .iter()
            .map(|(number, mutant)| (*number, with(&mutant.replacement)))
            .collect();
        let (head, tail) = if is_assigned {
            (vec![text("{ ".to_owned())], " }")
        } else {
            let reference = if is_compared { "&" } else { "" };
            let head = vec![
                text(format!("(match ({reference}(")),
                left.clone(),
                text(format!("), {reference}(")),
                right.clone(),
                text(")) { (left_, right_) => ".to_owned()),
            ];
            (head, " })")
        };
        self.choice(range, head, variants, with(&stood), tail);
    }

    /// Without the field, what the rest has in its place.
    pub fn field(&mut self, expr: &syn::ExprStruct, rest: &Expr, field: &syn::FieldValue) {
        for (number, _) in self.at(Genre::StructField, field.span()) {
            let Some(path) = expr.path.span().source_text() else {
                return;
            };
            let syn::Member::Named(name) = &field.member else {
                return;
            };
            let is_default = rest
                .span()
                .source_text()
                .is_some_and(|text| text == "Default::default()");
            let whole = if is_default {
                text(format!("<{path} as Default>::default()"))
            } else {
                source(rest)
            };
            let (range, named) = match field.colon_token {
                Some(_) => (field.expr.span().byte_range(), String::new()),
                None => (field.span().byte_range(), format!("{name}: ")),
            };
            let without = vec![text("(".to_owned()), whole, text(format!(").{name}"))];
            let with = vec![source(&field.expr)];
            self.choice(range, vec![text(named)], vec![(number, without)], with, "");
        }
    }

    pub fn guard(&mut self, guard: &Expr) {
        let mutants = self.at(Genre::MatchArmGuard, guard.span());
        if mutants.is_empty() || has_let(guard) {
            return;
        }
        let mut pieces = Vec::new();
        for (number, mutant) in mutants {
            let (before, between) = if mutant.replacement == "true" {
                ("", " || ")
            } else {
                ("!", " && ")
            };
            pieces.push(text(format!("({before}{SWITCH}({number}){between}")));
            pieces.push(Piece::Mutant(number, Vec::new()));
        }
        let closing = ")".repeat(pieces.len() / 2);
        pieces.extend([
            text("(".to_owned()),
            source(guard),
            text(format!("){closing}")),
        ]);
        self.wraps.push(Wrap {
            range: guard.span().byte_range(),
            pieces,
        });
    }
}

pub fn text(text: String) -> Piece {
    Piece::Text(text)
}

pub fn source(expr: &Expr) -> Piece {
    Piece::Source(expr.span().byte_range())
}

fn written(op: &BinOp) -> String {
    op.span().source_text().unwrap_or_default()
}

fn is_assignment(op: &BinOp) -> bool {
    use BinOp::*;
    matches!(
        op,
        AddAssign(_)
            | SubAssign(_)
            | MulAssign(_)
            | DivAssign(_)
            | RemAssign(_)
            | BitXorAssign(_)
            | BitAndAssign(_)
            | BitOrAssign(_)
            | ShlAssign(_)
            | ShrAssign(_)
    )
}

/// Whether a condition binds names for what comes behind it.
fn has_let(expr: &Expr) -> bool {
    match expr {
        Expr::Let(_) => true,
        Expr::Binary(binary) if matches!(binary.op, BinOp::And(_)) => {
            has_let(&binary.left) || has_let(&binary.right)
        }
        _ => false,
    }
}
