//! The report as one page: the essay itself beside what was found in it.
//!
//! In: a [`Report`](crate::report::Report). Out: a self-contained HTML file that asks nothing of the network and can be read
//! without its script. Templates escape every text; a policy in the head refuses any script but the page's own.

mod chart;
mod essay;
mod lists;
mod notes;
mod page;
mod sentence;
mod sheet;
mod tables;
mod told;
mod verdict;

pub use page::html;
