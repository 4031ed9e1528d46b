//! How long tasks have been where they are.

use super::field::Field;
use super::json::wire;

mod board;

pub use board::{AgeBoard, AgeRow, ExemptRow, board, board_of};

wire! {
    /// The tasks in one state that is not final, by how long they are in it.
    #[derive(Clone, Debug, PartialEq)]
    pub struct StateAge {
        /// An attempt state; open.
        pub state: String,
        /// Tasks in it now.
        pub count: i64,
        /// Those past half of the limit and not past it.
        pub over_half: Field<i64>,
        /// Those past the limit; for callbacks those past due while the campaign
        /// runs inside its window.
        pub over_limit: Field<i64>,
        /// Time that the oldest has been in it, in seconds.
        pub oldest_seconds: Field<f64>,
        /// The limit, in seconds; `null` for waiting that is normal however long.
        pub limit_seconds: Field<f64>,
    }
}
