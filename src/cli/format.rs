//! The faces by their names on the command line.

use clap::ValueEnum;

use crate::detect::explain;
use crate::report::{
    Look, Report, RuleHelp, csv, github, html, json, json_lines, junit, markdown, sarif, terminal,
};

/// What the report is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For reading here and now.
    Terminal,
    /// The contract critique-report/1, for programs.
    Json,
    /// One line of JSON an essay.
    Jsonl,
    /// One self-contained page with the essay and its evidence.
    Html,
    /// For a pull-request comment or a job summary.
    Markdown,
    /// SARIF 2.1.0, for code hosts and editors.
    Sarif,
    /// GitHub workflow commands: annotations on lines.
    Github,
    /// `JUnit` XML, for servers that show test reports.
    Junit,
    /// A row an essay, a column a marking point.
    Csv,
}

/// What some faces need to know besides the report.
#[derive(Clone, Debug)]
pub(crate) struct Show {
    pub(crate) look: Look,
    /// Add the notices of GitHub Classroom.
    pub(crate) classroom: bool,
}

impl Format {
    pub(crate) fn of(self, report: &Report, show: &Show) -> String {
        match self {
            Format::Terminal => terminal(report, show.look.clone()),
            Format::Json => json(report),
            Format::Jsonl => json_lines(report),
            Format::Html => html(report),
            Format::Markdown => markdown(report),
            Format::Sarif => sarif(report, &rule_help),
            Format::Github => github(report, show.classroom),
            Format::Junit => junit(report),
            Format::Csv => csv(report),
        }
    }
}

/// What a rule checks, where it is known.
fn rule_help(rule: &str) -> Option<RuleHelp> {
    explain(rule).map(|it| RuleHelp { what: it.what.to_owned(), why: it.why.to_owned() })
}
