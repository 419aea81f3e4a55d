//! Arguments in, exit code out.

use std::process::ExitCode;

use clap::Parser;
use critique::cli::Program;

fn main() -> ExitCode {
    Program::parse().run()
}
