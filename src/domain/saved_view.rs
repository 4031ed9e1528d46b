//! Views of a list that an operator keeps under a name.
//!
//! They stay in the operator's browser, and nothing about customers may: what
//! was searched for and whose attempts were looked at is never kept.

use super::percent::{QueryText, pairs};
use super::route::ListQuery;

/// Characters that a name may have.
pub const NAME_LIMIT: usize = 40;

/// Views that are kept at most.
pub const MOST: usize = 30;

/// One view under its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedView<Q> {
    /// 1 to 40 characters.
    pub name: String,
    /// Which rows, in which order.
    pub query: Q,
}

/// A name as it is kept: without space around it, cut to 40 characters; `None`
/// when nothing is left.
pub fn name(text: &str) -> Option<String> {
    let cut: String = text.trim().chars().take(NAME_LIMIT).collect();
    Some(cut.trim_end().to_owned()).filter(|name| !name.is_empty())
}

/// The views with one more under `name`, in place of one of the same name.
/// `None` when the name is empty or there are too many.
pub fn added<Q: ListQuery>(
    mut views: Vec<SavedView<Q>>,
    name: &str,
    query: Q,
) -> Option<Vec<SavedView<Q>>> {
    put(&mut views, name, query).then_some(views)
}

/// Whether there was room for one more.
fn put<Q: ListQuery>(views: &mut Vec<SavedView<Q>>, name: &str, query: Q) -> bool {
    let Some(name) = self::name(name) else {
        return false;
    };
    let query = query.keepable();
    if let Some(view) = views.iter_mut().find(|view| view.name == name) {
        view.query = query;
        return true;
    }
    let has_room = views.len() < MOST;
    if has_room {
        views.push(SavedView { name, query });
    }
    has_room
}

/// The views as one text: a query whose names are theirs.
pub fn written<Q: ListQuery>(views: &[SavedView<Q>]) -> String {
    let mut text = QueryText::default();
    for view in views {
        text.push(&view.name, &view.query.written());
    }
    text.finish()
}

/// The views of a text. What is no view is as if it were not there.
pub fn read<Q: ListQuery>(text: &str) -> Vec<SavedView<Q>> {
    let mut views = Vec::new();
    for (name, query) in pairs(text) {
        put(&mut views, &name, Q::read(&query));
    }
    views
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::route::{CallFilter, CallQuery};
    use proptest::prelude::*;

    fn busy() -> CallQuery {
        CallQuery::default().with(CallFilter::SipStatus, vec!["486".to_owned()])
    }

    #[test]
    fn nothing_about_customers_is_kept() {
        let query = busy()
            .with_q("+12175550148")
            .with_contact(Some("ct_1".to_owned()))
            .with_page(3);
        let views = added(Vec::new(), " Busy ", query).unwrap();
        assert_eq!(written(&views), "Busy=sip_status%3D486");
    }

    #[test]
    fn the_same_name_is_saved_over_and_too_many_are_refused() {
        let once = added(Vec::new(), "Busy", CallQuery::default()).unwrap();
        let twice = added(once, "Busy", busy()).unwrap();
        assert_eq!((twice.len(), &twice[0].query), (1, &busy()));
        let full = (0..MOST).fold(Vec::new(), |views, n| {
            added(views, &n.to_string(), busy()).unwrap()
        });
        assert_eq!(added(full.clone(), "one more", busy()), None);
        assert!(added(full, "7", busy()).is_some());
        assert_eq!(added(Vec::new(), " \n", busy()), None);
        assert_eq!(name(&"é".repeat(99)).unwrap().chars().count(), NAME_LIMIT);
    }

    proptest! {
        #[test]
        fn views_read_back(names in proptest::collection::vec(".{0,50}", 0..5)) {
            let views = names.iter().fold(Vec::new(), |views, name| {
                added(views.clone(), name, busy()).unwrap_or(views)
            });
            prop_assert_eq!(read(&written(&views)), views);
        }

        #[test]
        fn any_text_is_views(text: String) {
            let views = read::<CallQuery>(&text);
            prop_assert_eq!(read(&written(&views)), views);
        }
    }
}
