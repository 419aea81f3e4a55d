//! The arguments, and the command they ask for.

use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use crate::cli::{calibrate, check, compare, completions, explain, init, mark, rubric, schema};

/// Holds a student's essay against a marking rubric and says, with evidence, what to fix first.
///
/// Offline and repeatable. Marks are indicative: an assessor decides.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100)]
pub struct Program {
    #[command(subcommand)]
    command: Command,
    /// When to colour the report.
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    color: Colour,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check essays: mark, evidence, and what to fix first.
    Check(check::Arguments),
    /// Mark a folder of submissions: feedback for each, a sheet of marks, a page about the class.
    Mark(mark::Arguments),
    /// Compare two drafts: what was resolved, and what only looks so.
    Compare(compare::Arguments),
    /// Show the rubrics that come with the program, or one of your own.
    Rubric(rubric::Arguments),
    /// What a rule checks, and why a marker cares.
    Explain(explain::Arguments),
    /// How far do the verdicts agree with assessors?
    Calibrate(calibrate::Arguments),
    /// Make a coursework folder ready: its rubric, and its checks on GitHub.
    Init(init::Arguments),
    /// Print the JSON Schema of what this program writes.
    Schema(schema::Arguments),
    /// Print a script that completes arguments in a shell.
    Completions(completions::Arguments),
    /// Print the man page, in roff.
    Man,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Colour {
    Auto,
    Always,
    Never,
}

impl Program {
    /// Does what the arguments ask; whatever stops it is told on stderr.
    pub fn run(self) -> ExitCode {
        match self.color {
            Colour::Always => colored::control::set_override(true),
            Colour::Never => colored::control::set_override(false),
            Colour::Auto => {}
        }
        let outcome = match self.command {
            Command::Check(arguments) => check::run(&arguments),
            Command::Mark(arguments) => mark::run(&arguments),
            Command::Compare(arguments) => compare::run(&arguments),
            Command::Rubric(arguments) => rubric::run(&arguments),
            Command::Explain(arguments) => explain::run(&arguments),
            Command::Calibrate(arguments) => calibrate::run(&arguments),
            Command::Init(arguments) => init::run(&arguments),
            Command::Schema(arguments) => schema::run(&arguments),
            Command::Completions(arguments) => completions::run(&arguments),
            Command::Man => completions::man(),
        };
        outcome.unwrap_or_else(|error| {
            crate::cli::write::complain(&format!("critique: {error:#}"));
            ExitCode::from(2)
        })
    }
}
