//! Where the mutants of a file stand, and what takes the place of the source there.

use std::collections::{HashMap, HashSet};

use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use crate::listed::{Genre, Mutant, Place};
use crate::variants::{SWITCH, source, text};
use crate::weave::{Piece, Wrap};

/// Mutants of one file by what they change and where.
type Listed<'a> = HashMap<(Genre, Place), Vec<(u32, &'a Mutant)>>;

/// What is to be woven into a file, without the mutants that were left out before. What has no place
/// in it (what the compiler itself works out, patterns, fields) is not in the answer.
pub fn wraps(
    source: &str,
    mutants: &[(u32, &Mutant)],
    out: &HashSet<u32>,
) -> syn::Result<Vec<Wrap>> {
    let mut listed: Listed<'_> = HashMap::new();
    for (number, mutant) in mutants.iter().filter(|(number, _)| !out.contains(number)) {
        let key = (mutant.genre, mutant.span.start);
        listed.entry(key).or_default().push((*number, mutant));
    }
    let mut points = Points {
        listed,
        fixed: 0,
        wraps: Vec::new(),
    };
    points.visit_file(&syn::parse_file(source)?);
    Ok(points.wraps)
}

pub struct Points<'a> {
    listed: Listed<'a>,
    /// How deep in what has to be known before anything runs.
    fixed: usize,
    pub wraps: Vec<Wrap>,
}

impl<'a> Points<'a> {
    pub fn at(&self, genre: Genre, span: proc_macro2::Span) -> Vec<(u32, &'a Mutant)> {
        if self.fixed > 0 {
            return Vec::new();
        }
        let start = span.start();
        let place = Place {
            line: start.line,
            column: start.column + 1,
        };
        self.listed
            .get(&(genre, place))
            .cloned()
            .unwrap_or_default()
    }

    fn fixed(&mut self, is_fixed: bool, inner: impl FnOnce(&mut Self)) {
        self.fixed += usize::from(is_fixed);
        inner(self);
        self.fixed -= usize::from(is_fixed);
    }
}

impl<'ast> Visit<'ast> for Points<'_> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.fixed(item.sig.constness.is_some(), |points| {
            points.body(&item.sig, &item.block);
            visit::visit_item_fn(points, item);
        });
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.fixed(item.sig.constness.is_some(), |points| {
            points.body(&item.sig, &item.block);
            visit::visit_impl_item_fn(points, item);
        });
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.body(&item.sig, block);
        }
        visit::visit_trait_item_fn(self, item);
    }

    fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
        self.fixed(true, |points| visit::visit_item_const(points, item));
    }

    fn visit_impl_item_const(&mut self, item: &'ast syn::ImplItemConst) {
        self.fixed(true, |points| visit::visit_impl_item_const(points, item));
    }

    fn visit_item_static(&mut self, item: &'ast syn::ItemStatic) {
        self.fixed(true, |points| visit::visit_item_static(points, item));
    }

    fn visit_type(&mut self, item: &'ast syn::Type) {
        self.fixed(true, |points| visit::visit_type(points, item));
    }

    fn visit_pat(&mut self, item: &'ast syn::Pat) {
        self.fixed(true, |points| visit::visit_pat(points, item));
    }

    fn visit_expr_binary(&mut self, expr: &'ast syn::ExprBinary) {
        self.binary(expr);
        visit::visit_expr_binary(self, expr);
    }

    fn visit_expr_unary(&mut self, expr: &'ast syn::ExprUnary) {
        for (number, _) in self.at(Genre::UnaryOperator, expr.op.span()) {
            let op = if matches!(expr.op, syn::UnOp::Not(_)) {
                "!"
            } else {
                "-"
            };
            let head = vec![
                text("(match (".to_owned()),
                source(&expr.expr),
                text(") { right_ => ".to_owned()),
            ];
            let variants = vec![(number, vec![text("right_".to_owned())])];
            self.choice(
                expr.span().byte_range(),
                head,
                variants,
                vec![text(format!("{op}right_"))],
                " })",
            );
        }
        visit::visit_expr_unary(self, expr);
    }

    fn visit_expr_struct(&mut self, expr: &'ast syn::ExprStruct) {
        if let Some(rest) = &expr.rest {
            for field in &expr.fields {
                self.field(expr, rest, field);
            }
        }
        visit::visit_expr_struct(self, expr);
    }

    fn visit_expr_match(&mut self, expr: &'ast syn::ExprMatch) {
        // An arm with a guard takes nothing off what the others have to take.
        let has_rest = expr
            .arms
            .iter()
            .any(|arm| matches!(arm.pat, syn::Pat::Wild(_)) && arm.guard.is_none());
        for arm in expr.arms.iter().filter(|_| has_rest) {
            for (number, _) in self.at(Genre::MatchArm, arm.span()) {
                let end = arm.pat.span().byte_range().end;
                let pieces = vec![
                    text(format!(" if !{SWITCH}({number})")),
                    Piece::Mutant(number, Vec::new()),
                ];
                self.wraps.push(Wrap {
                    range: end..end,
                    pieces,
                });
            }
        }
        visit::visit_expr_match(self, expr);
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        if let Some((_, guard)) = &arm.guard {
            self.guard(guard);
        }
        visit::visit_arm(self, arm);
    }
}
