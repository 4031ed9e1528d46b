//! The worked example of docs/your-api.md, exactly as it stands there.

use super::server::Server;
use ringside::domain::block::good_rows;
use ringside::domain::campaign::CampaignPage;
use ringside::domain::page::Total;
use ringside::domain::snapshot::Snapshot;

const GUIDE: &str = include_str!("../../docs/your-api.md");
const CAMPAIGNS: &str = include_str!("../recorded/vapi_v2_campaigns.json");

/// The only block of the guide that is a whole mapping.
fn example() -> &'static str {
    let blocks = GUIDE.split("```json\n").skip(1);
    let mut blocks = blocks.filter_map(|block| block.split("\n```").next());
    let example = blocks.find(|block| block.contains("\"mapping\": 1,"));
    example.expect("the guide has an example")
}

#[test]
fn the_example_of_the_guide_shows_the_list_and_a_campaign() {
    let server = Server::new(example()).with("/v2/campaign", CAMPAIGNS);
    let page: CampaignPage = server.read("campaigns");
    assert_eq!(page.page.known_total(), Total::Exact(3));
    let rows: Vec<_> = good_rows(&page.items).collect();
    assert_eq!(
        (rows[0].name.as_str(), rows[0].status.as_str()),
        ("Q2 Sales Campaign", "running")
    );
    assert_eq!(rows[0].counts.value().map(|counts| counts.total), Some(500));
    let address = ["campaigns/", &rows[0].id.0, "/snapshot"].concat();
    let snapshot: Snapshot = server.read(&address);
    assert_eq!(snapshot.campaign.name, "Q2 Sales Campaign");
    assert_eq!(snapshot.campaign.concurrency.copied(), Some(10));
}
