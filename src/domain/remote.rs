//! A value that lives elsewhere: *have I got it?* and *am I asking?* are two
//! separate facts, and a failed refresh never costs the value.

/// What is known of a remote value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remote<T, E> {
    /// Asked for the first time; no answer yet.
    Loading,
    /// No value, because asking failed.
    Failed {
        /// Why the last attempt failed.
        error: E,
        /// Whether it is being asked for again. The error stays visible.
        retrying: bool,
    },
    /// The value is there.
    Ready {
        /// The last good answer.
        value: T,
        /// When it was received or confirmed, in milliseconds since
        /// 1970-01-01T00:00:00Z.
        fetched_at: i64,
        /// What became of asking for a newer one.
        refresh: Refresh<E>,
    },
}

/// What became of asking for a newer value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refresh<E> {
    /// Nothing was asked since the last good answer.
    Idle,
    /// Asked; no answer yet.
    InFlight,
    /// Asked, and failed.
    Failed(E),
}

impl<T, E> Remote<T, E> {
    /// A request is on its way.
    pub fn start(&mut self) {
        match self {
            Self::Loading => {}
            Self::Failed { retrying, .. } => *retrying = true,
            Self::Ready { refresh, .. } => *refresh = Refresh::InFlight,
        }
    }

    /// An answer is there, at `now` (milliseconds since 1970-01-01T00:00:00Z).
    /// A failure keeps the value that was there before.
    pub fn finish(&mut self, answer: Result<T, E>, now: i64) {
        match (answer, &mut *self) {
            (Ok(value), _) => {
                *self = Self::Ready {
                    value,
                    fetched_at: now,
                    refresh: Refresh::Idle,
                };
            }
            (Err(error), Self::Ready { refresh, .. }) => *refresh = Refresh::Failed(error),
            (Err(error), _) => {
                *self = Self::Failed {
                    error,
                    retrying: false,
                };
            }
        }
    }

    /// The answer is that nothing has changed, at `now`. Without a value there
    /// is nothing to confirm, and nothing happens.
    pub fn unchanged(&mut self, now: i64) {
        if let Self::Ready {
            fetched_at,
            refresh,
            ..
        } = self
        {
            *fetched_at = now;
            *refresh = Refresh::Idle;
        }
    }

    /// The last good answer.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Ready { value, .. } => Some(value),
            Self::Loading | Self::Failed { .. } => None,
        }
    }

    /// When the last good answer was received or confirmed.
    pub fn fetched_at(&self) -> Option<i64> {
        match self {
            Self::Ready { fetched_at, .. } => Some(*fetched_at),
            Self::Loading | Self::Failed { .. } => None,
        }
    }

    /// Why the last attempt failed, until another one succeeds or, with a value
    /// on screen, is on its way.
    pub fn error(&self) -> Option<&E> {
        match self {
            Self::Failed { error, .. }
            | Self::Ready {
                refresh: Refresh::Failed(error),
                ..
            } => Some(error),
            Self::Loading | Self::Ready { .. } => None,
        }
    }

    /// Whether a request is on its way.
    pub fn is_asking(&self) -> bool {
        matches!(
            self,
            Self::Loading
                | Self::Failed { retrying: true, .. }
                | Self::Ready {
                    refresh: Refresh::InFlight,
                    ..
                }
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Figures = Remote<&'static str, &'static str>;

    fn after(steps: &[fn(&mut Figures)]) -> Figures {
        let mut figures = Remote::Loading;
        for step in steps {
            step(&mut figures);
        }
        figures
    }

    #[test]
    fn a_first_failure_stays_visible_while_it_is_tried_again() {
        let failed = after(&[|r| r.start(), |r| r.finish(Err("504"), 1)]);
        assert_eq!((failed.error(), failed.is_asking()), (Some(&"504"), false));
        let again = after(&[|r| r.finish(Err("504"), 1), |r| r.start()]);
        assert_eq!((again.error(), again.is_asking()), (Some(&"504"), true));
    }

    #[test]
    fn a_failed_refresh_keeps_the_value_and_its_age() {
        let stale = after(&[
            |r| r.finish(Ok("good"), 1),
            |r| r.start(),
            |r| {
                r.finish(Err("504"), 9);
            },
        ]);
        assert_eq!(
            (stale.value(), stale.fetched_at()),
            (Some(&"good"), Some(1))
        );
        assert_eq!((stale.error(), stale.is_asking()), (Some(&"504"), false));
    }

    #[test]
    fn a_good_answer_clears_every_failure() {
        let first = after(&[|r| r.finish(Err("504"), 1), |r| r.finish(Ok("good"), 2)]);
        let later = after(&[
            |r| r.finish(Ok("old"), 0),
            |r| r.finish(Err("504"), 1),
            |r| r.finish(Ok("good"), 2),
        ]);
        for remote in [first, later] {
            assert_eq!((remote.value(), remote.error()), (Some(&"good"), None));
            assert_eq!(remote.fetched_at(), Some(2));
        }
    }

    #[test]
    fn an_unchanged_answer_makes_the_value_young_and_clears_the_failure() {
        let confirmed = after(&[
            |r| r.finish(Ok("good"), 1),
            |r| r.finish(Err("504"), 2),
            |r| r.start(),
            |r| r.unchanged(3),
        ]);
        assert_eq!(
            (confirmed.value(), confirmed.fetched_at()),
            (Some(&"good"), Some(3))
        );
        assert_eq!((confirmed.error(), confirmed.is_asking()), (None, false));
        assert_eq!(after(&[|r| r.unchanged(3)]), Remote::Loading);
    }

    #[test]
    fn a_refresh_in_flight_does_not_change_what_is_shown() {
        let ready = after(&[|r| r.finish(Ok("good"), 1)]);
        let asking = after(&[|r| r.finish(Ok("good"), 1), |r| r.start()]);
        assert!(!ready.is_asking() && asking.is_asking());
        assert_eq!(asking.value(), ready.value());
    }
}
