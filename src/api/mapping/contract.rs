//! Every member of every resource of the contract, with its type.
//!
//! `contract.txt` has a line for each object: its members with `!` when they
//! are required, `:` when not, and their type: `t`ext, `w`hole, `n`umber,
//! `f`lag, `i`nstant, `c`ounts by word, any `j`SON, `{…}`, `[…]`, or the name of
//! another line. Lines with `>` are the resources with their filters and
//! orders. A test makes the same text of `docs/openapi.yaml`.

const TEXT: &str = include_str!("contract.txt");

/// What the contract wants of a value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    Text,
    Whole,
    Number,
    Flag,
    Instant,
    Tally,
    Any,
    Object(Vec<Member>),
    List(Box<Kind>),
    /// As the line of that name says.
    Named(&'static str),
}

/// A member of an object of the contract.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Member {
    pub name: &'static str,
    pub is_required: bool,
    pub kind: Kind,
}

/// A list or a single thing of the contract.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Resource {
    pub name: &'static str,
    pub kind: Kind,
    pub filters: Vec<&'static str>,
    pub sorts: Vec<&'static str>,
}

/// The whole contract.
#[derive(Clone, Debug)]
pub(super) struct Contract {
    lines: Vec<(&'static str, Kind)>,
    resources: Vec<Resource>,
}

impl Contract {
    /// Reads the table.
    pub fn read() -> Self {
        let mut contract = Self {
            lines: Vec::new(),
            resources: Vec::new(),
        };
        for line in TEXT.lines() {
            if let Some(resource) = line.strip_prefix("> ") {
                let mut parts = resource.split(' ');
                let mut next = || parts.next().unwrap_or_default();
                let (name, kind) = (next(), Kind::Named(next()));
                let mut words = || next().split(',').filter(|word| !word.is_empty()).collect();
                contract.resources.push(Resource {
                    name,
                    kind,
                    filters: words(),
                    sorts: words(),
                });
            } else if let Some((name, members)) = line.split_once(' ') {
                let mut rest = members;
                let kind = match rest.strip_prefix('=') {
                    Some(list) => kind(&mut { list }),
                    None => Kind::Object(self::members(&mut rest)),
                };
                contract.lines.push((name, kind));
            }
        }
        contract
    }

    /// A resource by its name.
    pub fn resource(&self, name: &str) -> Option<&Resource> {
        self.resources.iter().find(|resource| resource.name == name)
    }

    /// The names of all lists, or of all single things.
    pub fn names(&self, of_lists: bool) -> Vec<&'static str> {
        let resources = self.resources.iter();
        let wanted = resources.filter(|resource| self.is_list(resource) == of_lists);
        wanted.map(|resource| resource.name).collect()
    }

    /// Whether it comes in pages.
    pub fn is_list(&self, resource: &Resource) -> bool {
        self.member(&resource.kind, "page").is_some()
    }

    /// What a row of a list is.
    pub fn row<'a>(&'a self, resource: &'a Resource) -> &'a Kind {
        match self
            .member(&resource.kind, "items")
            .map(|items| &items.kind)
        {
            Some(Kind::List(row)) => row,
            _ => &resource.kind,
        }
    }

    /// The kind itself of a named one.
    pub fn resolved<'a>(&'a self, kind: &'a Kind) -> &'a Kind {
        let Kind::Named(name) = kind else {
            return kind;
        };
        let mut lines = self.lines.iter();
        let line = lines.find(|(known, _)| known == name);
        line.map_or(kind, |(_, kind)| kind)
    }

    /// The members of an object; none of anything else.
    pub fn members<'a>(&'a self, kind: &'a Kind) -> &'a [Member] {
        match self.resolved(kind) {
            Kind::Object(members) => members,
            _ => &[],
        }
    }

    /// A member of an object.
    pub fn member<'a>(&'a self, kind: &'a Kind, name: &str) -> Option<&'a Member> {
        self.members(kind).iter().find(|member| member.name == name)
    }

    /// The paths of all members that are no objects: `counts.total`.
    pub fn paths(&self, kind: &Kind) -> Vec<String> {
        let mut paths = Vec::new();
        self.collect(kind, "", &mut paths);
        paths
    }

    fn collect(&self, kind: &Kind, before: &str, paths: &mut Vec<String>) {
        for member in self.members(kind) {
            let path = [before, member.name].concat();
            if self.members(&member.kind).is_empty() {
                paths.push(path);
            } else {
                self.collect(&member.kind, &[&*path, "."].concat(), paths);
            }
        }
    }
}

fn members(rest: &mut &'static str) -> Vec<Member> {
    let mut members = Vec::new();
    while let Some((name, after)) = rest.split_once(['!', ':']) {
        let is_required = rest.as_bytes().get(name.len()) == Some(&b'!');
        *rest = after;
        members.push(Member {
            name,
            is_required,
            kind: kind(rest),
        });
        match rest.strip_prefix(' ') {
            Some(more) => *rest = more,
            None => break,
        }
    }
    members
}

fn kind(rest: &mut &'static str) -> Kind {
    if let Some(inside) = rest.strip_prefix('[') {
        *rest = inside;
        let kind = Kind::List(Box::new(kind(rest)));
        *rest = rest.strip_prefix(']').unwrap_or(rest);
        return kind;
    }
    if let Some(inside) = rest.strip_prefix('{') {
        *rest = inside;
        let kind = Kind::Object(members(rest));
        *rest = rest.strip_prefix('}').unwrap_or(rest);
        return kind;
    }
    let end = rest.find([' ', ']', '}']).unwrap_or(rest.len());
    let (word, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
    *rest = after;
    match word {
        "t" => Kind::Text,
        "w" => Kind::Whole,
        "n" => Kind::Number,
        "f" => Kind::Flag,
        "i" => Kind::Instant,
        "c" => Kind::Tally,
        "j" => Kind::Any,
        name => Kind::Named(name),
    }
}

#[cfg(test)]
mod tests;
