//! Writes the drafted rubric as YAML that reads back word for word.

use std::fmt::Write as _;

use super::Given;
use super::idea::{Idea, heading};
use super::page::Page;
use super::point::Drafted;
use super::title::{capital, fresh, slug};
use super::verdict::Verdict;
use crate::rubric::schema::MODELINE;

pub(super) struct Yaml {
    text: String,
    /// Ids of points, mistakes and practices written so far.
    taken: Vec<String>,
}

/// The widest line.
const WIDTH: usize = 110;

impl Yaml {
    pub(super) fn new() -> Yaml {
        Yaml { text: String::new(), taken: Vec::new() }
    }

    pub(super) fn written(self) -> String {
        self.text
    }

    pub(super) fn head(&mut self, page: &Page, given: &Given) {
        let title = capital(&heading(page));
        self.line(0, MODELINE);
        self.line(0, "# Drafted from a topic page. It reads and judges as it stands; each `# refine:` says what your knowledge adds.");
        if page.points.is_empty() {
            self.line(
                0,
                "# refine: the page shows no marking points; write them under `points` below.",
            );
        }
        self.key(0, "id", &slug(&title));
        self.text(0, "title", &title);
        self.key(
            0,
            "source",
            if given.points.is_empty() { "topic page" } else { "imported rubric" },
        );
        self.line(
            0,
            "# refine: delete the next line when the ideas below hold the words of your students.",
        );
        self.line(0, "drafted: true");
        self.line(0, "# refine: the question as the students are given it.");
        self.text(0, "question", &format!("{}.", title.trim_end_matches('.')));
        self.line(0, "# refine: words: {target: 1500, tolerance: 10}");
        self.key(
            0,
            "scale",
            if given.grades.is_empty() { "pass-merit-distinction" } else { "btec" },
        );
        self.line(0, "");
        self.line(0, "# refine: name your learning outcomes, and give each point the one that it belongs to.");
        self.line(0, "criteria:");
        self.line(2, "- id: marking-points");
        self.line(4, "title: Marking points");
    }

    pub(super) fn subject(&mut self, subject: &Idea) {
        self.line(
            0,
            "\n# What an essay on this subject speaks of; an essay that hardly does is off it.",
        );
        self.line(0, "subject:");
        self.idea(2, subject);
    }

    pub(super) fn ideas(&mut self, list: &str, ideas: &[Idea]) {
        if ideas.is_empty() {
            return self.line(0, &format!("\n{list}: []"));
        }
        self.line(0, "");
        if list == "ideas" {
            self.line(0, "# refine: add phrases in the words that your students use; ` .. ` stands for up to four words.");
        }
        self.line(0, &format!("{list}:"));
        for idea in ideas {
            self.open(&idea.id);
            self.text(4, "title", &idea.title);
            self.text(4, "means", &idea.means);
            self.list(4, "phrases", &idea.phrases);
            if !idea.cues.is_empty() {
                self.line(4, &format!("cues: [{}]", idea.cues.join(", ")));
            }
        }
    }

    fn idea(&mut self, indent: usize, idea: &Idea) {
        self.key(indent, "id", &idea.id);
        self.text(indent, "title", &idea.title);
        self.text(indent, "means", if idea.means.is_empty() { &idea.title } else { &idea.means });
        self.list(indent, "phrases", &idea.phrases);
    }

    pub(super) fn points(&mut self, points: &[Drafted]) {
        self.line(0, "\n# refine: the worth of each point; together they make 100.\npoints:");
        for point in points {
            self.open(&point.id);
            self.taken.push(point.id.clone());
            self.key(4, "criterion", "marking-points");
            self.text(4, "title", &point.title);
            self.text(4, "credit", &point.credit);
            self.key(4, "worth", &point.worth.to_string());
            if let Some(grade) = point.grade {
                self.key(4, "grade", &grade.name().to_lowercase());
            }
            self.line(4, &format!("ideas: [{}]", point.ideas.join(", ")));
            self.line(
                4,
                &format!("# The examiner's verb asks that a student {} these ideas.", asks(point)),
            );
            self.seeks("seeks", &point.seeks);
            self.line(4, "advice:");
            self.text(6, "limited", &point.questions.limited);
            self.text(6, "sound", &point.questions.sound);
            self.text(6, "strong", &point.questions.strong);
            self.line(4, "# refine: two or three passages of your students that meet the point, and as many that miss it.");
            self.line(4, "examples: {meets: [], misses: []}");
        }
    }

    pub(super) fn mistakes(&mut self, mistakes: &[Verdict]) {
        self.verdicts("mistakes", mistakes, |yaml, mistake| {
            yaml.key(4, "costs", "3");
            yaml.seeks("spared_by", &mistake.spared_by);
            yaml.seeks("shown_by", &mistake.shown_by);
        });
    }

    pub(super) fn practices(&mut self, practices: &[Verdict]) {
        self.verdicts("practices", practices, |yaml, practice| {
            yaml.seeks("shown_by", &practice.spared_by);
        });
    }

    fn verdicts(
        &mut self,
        list: &str,
        verdicts: &[Verdict],
        signals: impl Fn(&mut Yaml, &Verdict),
    ) {
        let examples =
            if list == "mistakes" { "{caught: [], spared: []}" } else { "{meets: [], misses: []}" };
        if verdicts.is_empty() {
            return self.line(0, &format!("\n{list}: []"));
        }
        self.line(0, &format!("\n{list}:"));
        for verdict in verdicts {
            let id = fresh(&verdict.id, |id| self.taken.iter().any(|it| it == id));
            self.open(&id);
            self.taken.push(id);
            self.text(4, "title", &verdict.title);
            self.text(4, "says", &verdict.says);
            if verdict.kinds == 0 {
                self.line(4, "# refine: no usual kind was recognised; the sentence's own words decide. Say what would spare an essay.");
            }
            signals(self, verdict);
            self.line(4, &format!("need: {:.1}", verdict.need));
            self.text(4, "advice", &verdict.question);
            self.line(4, &format!("examples: {examples}"));
        }
    }

    fn seeks(&mut self, key: &str, seeks: &[(String, String)]) {
        if seeks.is_empty() {
            return self.line(4, &format!("{key}: []"));
        }
        self.line(4, &format!("{key}:"));
        for (signal, lacks) in seeks {
            self.line(6, &format!("- {{signal: {}, lacks: {}}}", plain(signal), plain(lacks)));
        }
    }

    fn open(&mut self, id: &str) {
        self.line(2, &format!("- id: {}", plain(id)));
    }

    fn key(&mut self, indent: usize, key: &str, value: &str) {
        self.line(indent, &format!("{key}: {}", plain(value)));
    }

    /// A short text on its key's line, a long one folded below it.
    fn text(&mut self, indent: usize, key: &str, value: &str) {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        if value.chars().count() + indent + key.len() + 4 <= WIDTH || value.starts_with([' ', '-'])
        {
            return self.line(indent, &format!("{key}: {}", plain(&value)));
        }
        self.line(indent, &format!("{key}: >-"));
        let mut row = String::new();
        for word in value.split(' ') {
            if !row.is_empty() && row.chars().count() + word.chars().count() + indent + 3 > WIDTH {
                self.line(indent + 2, &std::mem::take(&mut row));
            }
            row.push_str(if row.is_empty() { "" } else { " " });
            row.push_str(word);
        }
        self.line(indent + 2, &row);
    }

    fn list(&mut self, indent: usize, key: &str, values: &[String]) {
        if values.is_empty() {
            return self.line(indent, &format!("{key}: []"));
        }
        self.line(indent, &format!("{key}:"));
        let mut row = String::from("[");
        for (at, value) in values.iter().enumerate() {
            let value =
                format!("{}{}", plain(value), if at + 1 < values.len() { "," } else { "]" });
            if row.len() > 1 && row.chars().count() + value.chars().count() + indent + 3 > WIDTH {
                self.line(indent + 2, row.trim_end());
                row = String::from(" ");
            }
            let _ = write!(row, "{value} ");
        }
        self.line(indent + 2, row.trim_end());
    }

    fn line(&mut self, indent: usize, line: &str) {
        let pad = if line.is_empty() { 0 } else { indent };
        let _ = writeln!(self.text, "{}{line}", " ".repeat(pad));
    }
}

fn asks(point: &Drafted) -> &'static str {
    match point.rung.name() {
        "weighs" => "weigh",
        "applies" => "apply",
        _ => "explain",
    }
}

/// Plain where YAML reads it as the same text, quoted elsewhere.
fn plain(value: &str) -> String {
    const WORDS: [&str; 9] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    let safe = |c: char| {
        c.is_alphanumeric()
            || matches!(c, ' ' | '-' | '/' | '.' | '’' | '&' | ';' | '?' | '(' | ')')
    };
    let simple = value.starts_with(char::is_alphanumeric)
        && value.chars().all(safe)
        && !WORDS.contains(&value.to_lowercase().as_str())
        && (!value.starts_with(|c: char| c.is_ascii_digit())
            || value.chars().all(|c| c.is_ascii_digit()));
    if simple { value.to_owned() } else { quoted(value) }
}

fn quoted(value: &str) -> String {
    serde_json::Value::from(value).to_string()
}
