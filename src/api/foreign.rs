//! An API that speaks a contract of its own: the questions of ours go through
//! its mapping. It comes with the piece of the module that signs requests, so
//! that consoles of our contract load and run nothing of it.

use super::access::Access;
use super::client::Fetched;
use super::config::settings::{Named, Settings};
use super::error::{ApiError, ErrorKind};
use super::exchange::{Incoming, Outgoing, Verb};
use super::mapping::{Mapping, Memory, Question, Setting, Step};
use super::relay::{Asked, Awaited, Relay};
use gloo_net::http::Response;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;
use web_sys::AbortSignal;

/// Asks a foreign API in the contract's stead.
pub struct Foreign {
    inside: Rc<Inside>,
}

struct Inside {
    access: Rc<Access>,
    mapping: Mapping,
    base: String,
    variables: Vec<(String, String)>,
    workspace: Option<Named>,
    memory: Memory,
}

impl Foreign {
    /// By this way and this mapping, with the settings' variables in place of
    /// the mapping's.
    pub fn new(access: Rc<Access>, mapping: Mapping, settings: &Settings) -> Self {
        let base = absolute(access.base());
        Self {
            inside: Rc::new(Inside {
                access,
                mapping,
                base,
                variables: settings
                    .mapping
                    .as_ref()
                    .map_or_else(Vec::new, |source| source.variables.clone()),
                workspace: settings.workspace.clone(),
                memory: Memory::default(),
            }),
        }
    }
}

impl Relay for Foreign {
    fn ask(&self, asked: Asked) -> Awaited<Fetched<Vec<u8>>> {
        let inside = Rc::clone(&self.inside);
        Box::pin(async move { inside.answer(asked).await })
    }

    fn open(&self, asked: Asked) -> Awaited<Response> {
        let inside = Rc::clone(&self.inside);
        Box::pin(async move {
            let request = inside
                .mapping
                .report(&question(&asked), &inside.setting())?;
            let forever = || AbortSignal::timeout_with_u32(u32::MAX);
            let signal = asked.signal.clone().unwrap_or_else(forever);
            inside.access.open(&request, &signal).await
        })
    }
}

impl Inside {
    fn setting(&self) -> Setting<'_> {
        let workspace = self.workspace.as_ref();
        Setting {
            base: &self.base,
            variables: &self.variables,
            workspace: workspace.map(|named| (named.id.as_str(), named.name.as_str())),
            now: js_sys::Date::now() as i64,
            memory: &self.memory,
        }
    }

    async fn answer(&self, asked: Asked) -> Result<Fetched<Vec<u8>>, ApiError> {
        let setting = self.setting();
        let question = question(&asked);
        let mut dialogue = self.mapping.ask(&question, &setting);
        let mut step = dialogue.next(Vec::new());
        // Only an answer that was made of one answer has an ETag to come back with.
        let mut etag = asked.etag.as_deref().filter(|_| asked.verb == Verb::Get);
        loop {
            let mut requests = match step {
                Step::Send(requests) => requests,
                Step::Answered(json) => {
                    return Ok(Fetched::New {
                        value: json.into_bytes(),
                        etag: dialogue.etag().map(str::to_owned),
                    });
                }
                Step::Refused(error) => {
                    if error.kind == ErrorKind::SignedOut {
                        // Whoever signs in next may be somebody else.
                        self.memory.forget();
                    }
                    return Err(error);
                }
            };
            if let (Some(etag), [request]) = (etag, requests.as_mut_slice()) {
                let header = ("If-None-Match".to_owned(), etag.to_owned());
                request.headers.push(header);
            }
            let mut answers = self.send(&requests, asked.signal.as_ref()).await;
            if etag.take().is_some()
                && let [Ok(Incoming { status: 304, .. })] = answers.as_slice()
            {
                return Ok(Fetched::Unchanged);
            }
            step = dialogue.next(std::mem::take(&mut answers));
        }
    }

    /// Sends requests, all at once, and awaits all of their answers.
    async fn send(
        &self,
        requests: &[Outgoing],
        signal: Option<&AbortSignal>,
    ) -> Vec<Result<Incoming, ApiError>> {
        let sent = requests
            .iter()
            .map(|request| OnTheWay::Sent(Box::pin(self.access.send(request, signal))));
        let mut sent: Vec<OnTheWay<'_>> = sent.collect();
        poll_fn(|context| {
            let mut all_are_there = true;
            for one in &mut sent {
                if let OnTheWay::Sent(future) = one {
                    match future.as_mut().poll(context) {
                        Poll::Ready(answer) => *one = OnTheWay::There(answer),
                        Poll::Pending => all_are_there = false,
                    }
                }
            }
            if all_are_there {
                Poll::Ready(())
            } else {
                Poll::Pending
            }
        })
        .await;
        let answers = sent.into_iter().filter_map(|one| match one {
            OnTheWay::There(answer) => Some(answer),
            OnTheWay::Sent(_) => None,
        });
        answers.collect()
    }
}

/// One of several requests.
enum OnTheWay<'a> {
    Sent(Pin<Box<dyn Future<Output = Result<Incoming, ApiError>> + 'a>>),
    There(Result<Incoming, ApiError>),
}

fn question(asked: &Asked) -> Question<'_> {
    Question {
        verb: asked.verb,
        address: &asked.address,
        body: asked.body.as_deref(),
        key: asked.key.as_deref(),
    }
}

/// The API's address with its origin, so that an address that the API sends
/// can be told from one that leads elsewhere.
fn absolute(base: &str) -> String {
    let page = web_sys::window().and_then(|window| window.location().href().ok());
    let url = page.and_then(|page| web_sys::Url::new_with_base(base, &page).ok());
    url.map_or_else(|| base.to_owned(), |url| url.href())
}
