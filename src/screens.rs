//! The screens, one for each address, and the widget that they draw remote
//! values through.

pub mod age_table;
pub mod attention;
pub mod calls;
pub mod campaign;
pub mod campaigns;
pub mod export_list;
pub mod jobs;
pub mod list_empty;
pub mod list_foot;
pub mod list_head;
pub mod list_notes;
pub mod listed;
pub mod listing;
pub mod live_ops;
pub mod loaded;
pub mod not_found;
pub mod not_provided;
pub mod outcome_cell;
pub mod part;
pub mod provided;
pub mod record_actions;
pub mod record_outcome;
pub mod records;
pub mod text_cell;
pub mod triage;
