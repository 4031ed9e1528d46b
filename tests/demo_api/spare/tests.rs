#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use tower::ServiceExt;

/// A stand-in for the API: one answer with more than is reported.
fn api() -> Router {
    let everything = || {
        json!({
            "captured_at": "2026-11-12T20:30:00Z", "page": {"size": 1, "total": 1},
            "status_counts": {"running": 1},
            "items": [{"id": "c", "name": "C", "status": "running", "priority": 2,
                "counts": {"total": 9, "processed": 3, "ready": 1}}],
        })
    };
    Router::new().fallback(move || async move { Json(everything()) })
}

async fn asked(spare: &Spare, address: &str) -> (StatusCode, Value) {
    let world = crate::tests::shared();
    let api = around(api(), spare.clone(), world);
    let request = Request::get(address).body(Body::empty()).unwrap();
    let (parts, body) = full(api.oneshot(request).await.unwrap()).await;
    (parts.status, serde_json::from_slice(&body).unwrap())
}

#[tokio::test]
async fn it_answers_with_what_it_says_it_reports_and_refuses_the_rest() {
    let spare = Spare::default();
    let (_, all) = asked(&spare, "/campaigns?q=x").await;
    assert_eq!(all["items"][0]["priority"], 2);
    spare.set(true);
    let (_, little) = asked(&spare, "/campaigns?status=running&sort=-created&page=1").await;
    assert_eq!(
        little["items"][0],
        json!({"id": "c", "name": "C", "status": "running", "counts": {"total": 9, "processed": 3}})
    );
    assert!(little.get("status_counts").is_none());
    for (address, status, words) in [
        ("/campaigns?q=x", 422, "cannot list campaigns by q"),
        ("/campaigns?sort=attention", 422, "by attention"),
        ("/records", 404, "does not report records"),
        ("/live/calls", 404, "does not report live/calls"),
    ] {
        let (refused, problem) = asked(&spare, address).await;
        assert_eq!(refused.as_u16(), status, "{address}");
        assert!(
            problem["detail"].as_str().unwrap().contains(words),
            "{address}"
        );
    }
    let (_, known) = asked(&spare, "/capabilities").await;
    assert_eq!(known["mapping"]["name"], "Basement dialer");
}
