//! Entity tags: whether an answer would be the same again.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use crate::answer::why;
use crate::campaign::{Campaign, Status};
use crate::problem::Problem;
use crate::world::World;
use crate::zone::MINUTE;

/// The tag of a campaign's snapshot: its version, and what it shows of the others.
/// Time that passes without a change of any row does not change it, except that a running
/// campaign is told anew every minute, because its pace and the age of its calls change by time alone.
pub fn of(world: &World, campaign: &Campaign) -> String {
    let share = world.dialer.shared_share(campaign);
    let gate = crate::gate::Gate::of(&world.dialer, campaign);
    let breaker = campaign
        .pool
        .as_ref()
        .and_then(why::failing_trunk)
        .map(|trunk| format!("{:?}", trunk.breaker))
        .unwrap_or_default();
    let others = if campaign.status.is_ended() {
        String::new()
    } else {
        let minute = (campaign.status == Status::Running).then(|| world.now() / MINUTE);
        format!("{}.{gate:?}.{breaker}.{minute:?}", share.taken)
    };
    format!(
        "\"{}-{}-{:x}-{:x}\"",
        world.edition,
        campaign.index,
        campaign.version,
        mark(&others)
    )
}

/// The tag of an answer that tells its content and nothing else.
pub fn of_content(world: &World, content: &Value) -> String {
    format!("\"{}-{:x}\"", world.edition, mark(&content.to_string()))
}

fn mark(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |mark, byte| {
        (mark ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}

/// The tags that a request names.
pub fn known(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::IF_NONE_MATCH)?.to_str();
    value.ok().map(str::to_owned)
}

/// 304 where the tag is known, else what is asked for; the tag with both.
pub fn answer<T: IntoResponse>(
    known: Option<&str>,
    tag: &str,
    content: impl FnOnce() -> Result<T, Problem>,
) -> Result<Response, Problem> {
    let mut response = if known.is_some_and(|known| matches(known, tag)) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        content()?.into_response()
    };
    if let Ok(tag) = HeaderValue::from_str(tag) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    Ok(response)
}

/// Whether an `If-None-Match` header names the tag.
fn matches(header: &str, tag: &str) -> bool {
    header
        .split(',')
        .map(|known| known.trim().trim_start_matches("W/"))
        .any(|known| known == tag || known == "*")
}
