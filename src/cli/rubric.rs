//! `critique rubric`: the rubrics that come with the program, and one's own.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, anyhow};
use clap::{Args, Subcommand, ValueEnum};

use crate::batch::{essay_text, text_of};
use crate::cli::choose::Rubrics;
use crate::cli::rubric_check as check;
use crate::cli::write::{harmless, print};
use crate::rubric::{
    BUNDLED, Rubric, blank, bundled, canvas, draft, import, marking_sheet, read, schema,
};

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// The rubrics that come with the program.
    List,
    /// One rubric, readable; `--yaml` prints its file.
    Show {
        /// Id or path.
        rubric: String,
        #[arg(long)]
        yaml: bool,
    },
    /// Draft a rubric from a topic page: marking points, mistakes and tips, word for word.
    Draft {
        /// The page, as plain text or Markdown; `-` reads standard input.
        page: PathBuf,
    },
    /// A rubric to begin with, every part in its place.
    New {
        /// The id it gets, in kebab-case.
        id: String,
    },
    /// A rubric begun from a Canvas rubric (CSV) or a list of BTEC criteria.
    Import {
        /// The file; `-` reads standard input.
        file: PathBuf,
    },
    /// A rubric for people and gradebooks.
    Export {
        /// Id or path.
        rubric: String,
        #[arg(long = "as", value_enum)]
        form: Form,
    },
    /// Puts a rubric to the proof: its text, every example judged, and altered essays that must not pay; ends with whether it
    /// is safe to score with, and exits with 1 if there is anything to say.
    Check(check::Arguments),
    /// The JSON Schema by which an editor completes and checks a rubric.
    Schema,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    /// Canvas's rubric CSV.
    Canvas,
    /// A marking sheet in Markdown, to print.
    Sheet,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    match &arguments.action {
        Action::List => list()?,
        Action::Show { rubric, yaml: true } if bundled(rubric).is_some() => {
            print(bundled(rubric).unwrap_or_default())?;
        }
        Action::Show { rubric, yaml: true } => print(&page_text(Path::new(rubric))?)?,
        Action::Show { rubric, yaml: false } => {
            print(&harmless(&shown(&Rubrics::default().named(rubric, None)?.rubric)))?;
        }
        Action::Draft { page } => print(&draft(&page_text(page)?))?,
        Action::New { id } => print(&blank(id))?,
        Action::Import { file } => {
            let rubric = import(&page_text(file)?);
            print(&rubric.map_err(|error| anyhow!("{}: {error}", file.display()))?)?;
        }
        Action::Export { rubric, form } => {
            let rubric = &Rubrics::default().named(rubric, None)?.rubric;
            print(&match form {
                Form::Canvas => canvas(rubric),
                Form::Sheet => marking_sheet(rubric),
            })?;
        }
        Action::Check(arguments) => return check::run(arguments, &page_text(&arguments.file)?),
        Action::Schema => print(&schema::schema())?,
    }
    Ok(ExitCode::SUCCESS)
}

fn page_text(page: &Path) -> Result<String> {
    let text =
        if page == Path::new("-") { text_of(std::io::stdin().lock()) } else { essay_text(page) };
    text.map_err(|reason| anyhow!("{}: {reason}", page.display()))
}

fn list() -> Result<()> {
    let mut text = String::new();
    for (id, yaml) in BUNDLED {
        let (rubric, _) = read(yaml, id)?;
        let _ = writeln!(
            text,
            "{id}\n    {} ({} marking points, {} mistakes)",
            rubric.title,
            rubric.points.len(),
            rubric.mistakes.len()
        );
    }
    print(&text)
}

fn shown(rubric: &Rubric) -> String {
    let mut text = format!("{}\n\n{}\n", rubric.title, rubric.question.trim());
    for criterion in &rubric.criteria {
        let _ = writeln!(text, "\n{}: {}", criterion.id, criterion.title);
        for point in rubric.points.iter().filter(|point| point.criterion == criterion.id) {
            let _ = writeln!(
                text,
                "  {} ({} marks)\n    {}",
                point.id,
                point.worth,
                point.credit.trim()
            );
        }
    }
    let mistakes = rubric.mistakes.iter().map(|it| (&it.id, &it.says));
    let practices = rubric.practices.iter().map(|it| (&it.id, &it.says));
    section(&mut text, "Common mistakes", mistakes);
    section(&mut text, "Good practice", practices);
    text
}

fn section<'a>(
    text: &mut String,
    title: &str,
    entries: impl Iterator<Item = (&'a String, &'a String)>,
) {
    let _ = writeln!(text, "\n{title}");
    for (id, says) in entries {
        let _ = writeln!(text, "  {id}\n    {}", says.trim());
    }
}
