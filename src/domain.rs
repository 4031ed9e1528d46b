//! What Ringside knows about outbound dialing: the dialer's answers as values,
//! the words and signs they are shown with, and the conclusions drawn from them.
//!
//! Nothing here touches a browser, a signal or the network, and the present
//! moment is always an argument.

pub mod ab_test;
pub mod action;
pub mod activity;
pub mod announce;
pub mod attempt_state;
pub mod banner;
pub mod block;
pub mod blocker;
pub mod breakdown;
pub mod calendar;
pub mod call_hours;
pub mod campaign;
pub mod campaign_row;
pub mod campaign_summary;
pub mod capabilities;
pub mod capacity;
pub mod carrier_health;
pub mod cause;
pub mod cell;
pub mod contradiction;
pub mod cost;
pub mod cost_summary;
pub mod counts;
pub mod details;
pub mod dialing_pace;
pub mod dispatch;
pub mod dispatch_notes;
pub mod effect;
pub mod ending;
pub mod eta;
pub mod evidence;
pub mod failure_class;
pub mod field;
pub mod figures;
pub mod forecast;
pub mod format;
pub mod glyph;
pub mod goal;
pub mod history;
pub mod json;
pub mod json_text;
pub mod kpi;
pub mod later;
pub mod launch;
pub mod lifecycle;
pub mod limits;
pub mod link;
pub mod moment;
pub mod money;
pub mod number;
pub mod number_row;
pub mod number_status;
pub mod outcome;
pub mod pace;
pub mod page;
pub mod percent;
pub mod previous_run;
pub mod raw_json;
pub mod remote;
pub mod retries;
pub mod rich;
pub mod route;
pub mod severity;
pub mod signal;
pub mod snapshot;
pub mod sort;
pub mod spelling;
pub mod state_age;
pub mod status;
pub mod task;
pub mod task_detail;
pub mod task_event;
pub mod task_row;
pub mod timeline;
pub mod timestamp;
pub mod tone;
pub mod upload;
pub mod verdict;
pub mod vocabulary;
pub mod waterfall;

#[cfg(test)]
mod mock;
