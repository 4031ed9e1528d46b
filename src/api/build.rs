//! Which build of the console a host has now.

use crate::domain::json::Document;
use gloo_net::http::Request;
use web_sys::RequestCache;

/// The name of the build in a folder of its host. `None` where it does not tell.
pub async fn build_in(folder: &str) -> Option<String> {
    let address = [folder, "version.json"].concat();
    let request = Request::get(&address).cache(RequestCache::NoCache);
    let answer = request.send().await.ok()?;
    if !answer.ok() {
        return None;
    }
    let text = answer.text().await.ok()?;
    let document = Document::parse(&text).ok()?;
    let build = document.root().get("build")?.text()?;
    Some(build.into_owned())
}
