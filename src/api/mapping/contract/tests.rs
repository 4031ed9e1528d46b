#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod published;

use super::*;
use published::{ADDRESSES, Published};

#[test]
fn the_table_is_the_published_contract() {
    let published = Published::table();
    if std::env::var_os("RINGSIDE_WRITE_CONTRACT").is_some() {
        std::fs::write("src/api/mapping/contract.txt", &published).unwrap();
    }
    let lines = |text: &'static str| text.lines().map(str::to_owned).collect::<Vec<String>>();
    let (ours, theirs) = (
        lines(TEXT),
        published
            .lines()
            .map(str::to_owned)
            .collect::<Vec<String>>(),
    );
    let missing: Vec<&String> = theirs.iter().filter(|line| !ours.contains(line)).collect();
    let wrong: Vec<&String> = ours.iter().filter(|line| !theirs.contains(line)).collect();
    assert!(
        missing.is_empty() && wrong.is_empty() && ours == theirs,
        "contract.txt is not docs/openapi.yaml; RINGSIDE_WRITE_CONTRACT=1 writes it anew.\nmissing: {missing:#?}\nwrong: {wrong:#?}"
    );
}

#[test]
fn the_table_is_read_to_its_end() {
    let contract = Contract::read();
    assert_eq!(contract.resources.len(), ADDRESSES.len());
    let lists = [
        "campaigns",
        "tasks",
        "numbers",
        "calls",
        "jobs",
        "records",
        "spinners",
    ];
    assert_eq!(contract.names(true), lists);
    for resource in &contract.resources {
        let paths = contract.paths(&resource.kind);
        assert!(!paths.is_empty(), "{}", resource.name);
        assert!(
            paths
                .iter()
                .all(|path| !path.contains([' ', '{', '[', '!', ':'])),
            "{paths:?}"
        );
    }
    let snapshot = contract.resource("snapshot").unwrap();
    let paths = contract.paths(&snapshot.kind);
    for path in [
        "campaign.pause.reason",
        "dispatch.capacity.tenant.line_cap",
        "cost.total.amount",
        "previous_run.spend.currency",
    ] {
        assert!(
            paths.iter().any(|known| known == path),
            "{path} is not in {paths:?}"
        );
    }
    let campaigns = contract.resource("campaigns").unwrap();
    assert_eq!(campaigns.filters, ["q", "status"]);
    assert!(campaigns.sorts.contains(&"-created"));
    assert!(
        contract
            .member(contract.row(campaigns), "name")
            .unwrap()
            .is_required
    );
    let by_status = contract.member(contract.row(campaigns), "counts").unwrap();
    assert_eq!(
        contract.member(&by_status.kind, "by_status").unwrap().kind,
        Kind::Tally
    );
    for (_, kind) in &contract.lines {
        named(&contract, kind);
    }
}

/// Every name in the table is one of its lines.
fn named(contract: &Contract, kind: &Kind) {
    match kind {
        Kind::Named(name) => assert_ne!(contract.resolved(kind), kind, "{name}"),
        Kind::List(inner) => named(contract, inner),
        Kind::Object(members) => members
            .iter()
            .for_each(|member| named(contract, &member.kind)),
        _ => {}
    }
}
