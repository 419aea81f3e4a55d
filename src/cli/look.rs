//! What the terminal at hand can show.

use std::env;
use std::path::Path;

use clap::Args;

use crate::report::Look;

#[derive(Clone, Debug, Args)]
pub(crate) struct LookArguments {
    /// Show the evidence for every verdict, and every finding.
    #[arg(long)]
    all: bool,
    /// Columns of the terminal report; the terminal's own when left out.
    #[arg(long, value_name = "COLUMNS")]
    width: Option<usize>,
    /// Use no letters or signs but ASCII; so it is too when the locale is not UTF-8.
    #[arg(long)]
    ascii: bool,
}

/// Columns where there is no terminal.
const DEFAULT: usize = 80;

impl LookArguments {
    /// The look of a report that goes to this file, or to standard output.
    pub(crate) fn look(&self, output: Option<&Path>) -> Look {
        let width =
            terminal_size::terminal_size().map_or(DEFAULT, |(width, _)| usize::from(width.0));
        let opens_links =
            output.is_none() && supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout);
        Look {
            width: self.width.unwrap_or(width),
            all: self.all,
            ascii: self.ascii || !locale_is_utf8(),
            links_from: env::current_dir().ok().filter(|_| opens_links),
        }
    }
}

/// Where no locale is set, the terminal is taken to know UTF-8, as nearly all do.
fn locale_is_utf8() -> bool {
    let set = ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .filter_map(|name| env::var(name).ok())
        .find(|it| !it.is_empty());
    set.is_none_or(|locale| {
        let locale = locale.to_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    })
}
