//! How far each point is met.
//!
//! In: an [`Essay`](crate::language::Essay), a [`Lens`] made of a rubric, and the findings. Out: a [`Critique`]. Cannot
//! fail: an essay that shows nothing earns nothing, and is told why.

mod achieved;
mod agreement;
mod aim;
mod built;
mod calibration;
mod counts;
mod critique;
mod fit;
mod gather;
mod general;
mod groundwork;
mod judging;
mod lens;
mod mark;
mod models;
mod mutants;
mod next_steps;
mod ordinal;
mod passage;
mod proof;
mod shingle;
mod signals;
mod specimen;
mod strength;
mod together;
mod told;
mod verdict;
mod worth_reading;

pub use agreement::{correlation, kappa, quadratic_kappa};
pub use calibration::{Agreement, Answer, Calibration, Disagreement, Labels, calibrate};
pub use critique::*;
pub use fit::{Fitted, fit};
pub use judging::{judge, judge_with, subject_share, weigh};
pub use lens::Lens;
pub use models::Models;
pub use mutants::{Law, Mutant, mutants};
pub use ordinal::{Case, Ordinal};
pub use proof::{Kind, Proof, Weakness, prove};
pub use verdict::Counts;
