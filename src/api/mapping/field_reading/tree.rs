//! From contract paths to the tree of an object's members.

use super::Reach;
use crate::api::mapping::contract::Kind;
use crate::api::mapping::field::{Field, Fields, Inside, Member};
use crate::api::mapping::nearest::few_or_one;
use crate::api::mapping::reading::At;

impl Reach<'_> {
    /// The fields of an object of the contract. Members of these names are
    /// not for the mapping: the page, the rows.
    pub fn fields(&self, at: &At<'_>, wanted: &Kind, not: &[&str]) -> Fields {
        let mut fields = Fields::default();
        for (path, member) in at.entries() {
            let names: Vec<&str> = path.split('.').collect();
            if names.first().is_some_and(|name| not.contains(name)) {
                member.fault(
                    format!("\"{path}\" is made by Ringside itself"),
                    "Leave it out",
                );
                continue;
            }
            let Some(kind) = self.member_kind(&member, &path, wanted) else {
                continue;
            };
            let inner = [&*path, "."].concat();
            if let Some((other, _)) = at
                .entries()
                .iter()
                .find(|(name, _)| name.starts_with(&inner))
            {
                member.fault(
                    format!("\"{other}\" is declared, too"),
                    "Declare the whole, or its members",
                );
            }
            if let Some(field) = self.field(&member, &kind) {
                self.put(&mut fields, &names, wanted, field);
            }
        }
        fields
    }

    /// Tells every member that the contract requires and nothing is declared
    /// for.
    pub fn require(&self, at: &At<'_>, fields: &Fields, wanted: &Kind, not: &[&str]) {
        self.require_in(at, fields, wanted, "", not);
    }

    fn require_in(&self, at: &At<'_>, fields: &Fields, wanted: &Kind, before: &str, not: &[&str]) {
        let required = self.contract.members(wanted).iter();
        for member in required.filter(|member| !not.contains(&member.name)) {
            let path = [before, member.name].concat();
            let declared = fields.0.iter().find(|known| known.name == member.name);
            match declared.map(|declared| &declared.inside) {
                Some(Inside::Object(fields)) => {
                    let before = [&*path, "."].concat();
                    self.require_in(at, fields, &member.kind, &before, &[]);
                }
                None if member.is_required => at.fault(
                    format!("the contract requires \"{path}\""),
                    format!("Add \"{path}\": where it is, or {{\"value\": …}}"),
                ),
                _ => {}
            }
        }
    }

    /// Puts a field in at its path, unless there is one.
    pub fn put(&self, fields: &mut Fields, names: &[&str], wanted: &Kind, field: Field) {
        let Some((name, rest)) = names.split_first() else {
            return;
        };
        let known = self.contract.member(wanted, name);
        let place = fields.0.iter().position(|member| member.name == *name);
        if rest.is_empty() && place.is_none() {
            fields.0.push(Member {
                name: (*name).to_owned(),
                is_required: known.is_some_and(|known| known.is_required),
                inside: Inside::Field(Box::new(field)),
            });
            return;
        }
        let place = place.unwrap_or_else(|| {
            fields.0.push(Member {
                name: (*name).to_owned(),
                is_required: known.is_some_and(|known| known.is_required),
                inside: Inside::Object(Fields::default()),
            });
            fields.0.len() - 1
        });
        if rest.is_empty() {
            return;
        }
        let Some(member) = fields.0.get_mut(place) else {
            return;
        };
        if let Inside::Field(_) = member.inside {
            member.inside = Inside::Object(Fields::default());
        }
        if let Inside::Object(inner) = &mut member.inside {
            let any = Kind::Any;
            let kind = known.map_or(&any, |known| &known.kind);
            self.put(inner, rest, kind, field);
        }
    }

    /// What the contract wants at a path.
    fn member_kind(&self, at: &At<'_>, path: &str, wanted: &Kind) -> Option<Kind> {
        let mut kind = wanted;
        for (depth, name) in path.split('.').enumerate() {
            match self.contract.resolved(kind) {
                Kind::Tally => return Some(Kind::Whole),
                Kind::Any if depth > 0 => return Some(Kind::Any),
                _ => {}
            }
            let Some(member) = self.contract.member(kind, name) else {
                let paths = self.contract.paths(wanted);
                at.fault(
                    format!("the contract has no \"{path}\" here"),
                    few_or_one(path, &paths, "docs/mapping-members.md"),
                );
                return None;
            };
            kind = &member.kind;
        }
        Some(kind.clone())
    }
}
