//! Ignores written into the essay: `<!-- critique-ignore RULE: reason -->` for the next block, or for its own line where
//! it stands at a line's end, and `<!-- critique-ignore-file RULE: reason -->`; and what is said of those that the
//! project file makes by path.

use crate::detect::detector::{Pattern, finding, pattern};
use crate::detect::{Conventions, Detector, Fault, Finding, Severity, explain, suggest};
use crate::language::Essay;
use crate::text::Span;

pub(crate) const UNUSED: Detector = Detector {
    id: "unused-ignore",
    severity: Severity::Note,
    what: "An ignore that silences nothing.",
    why: "An ignore that outlives its reason hides the next fault that happens to stand there.",
    example: "
<!-- critique-ignore citation-without-entry: the tutor asked for it -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Trust is slow (Harris, 2015).
",
    near_miss: "
Trust is slow (Harris, 2015). <!-- critique-ignore missing-reference-list: it is handed in apart -->
",
    detect: |_| Vec::new(),
};

pub(crate) const WITHOUT_REASON: Detector = Detector {
    id: "ignore-without-reason",
    severity: Severity::Warning,
    what: "An ignore that does not say why.",
    why: "A reason lets the next reader agree or disagree; without one the ignore does not count.",
    example: "
Trust is slow (Harris, 2015). <!-- critique-ignore missing-reference-list -->
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
",
    near_miss: "
Trust is slow (Harris, 2015). <!-- critique-ignore missing-reference-list: it is handed in apart -->
",
    detect: |_| Vec::new(),
};

pub(crate) const UNKNOWN: Detector = Detector {
    id: "ignore-of-unknown-rule",
    severity: Severity::Warning,
    what: "An ignore of a rule that does not exist.",
    why: "A misspelt rule silences nothing, and the writer thinks that it does.",
    example: "
<!-- critique-ignore citation-near-mis: both spellings are in use -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Trust is slow.
",
    near_miss: "
<!-- critique-ignore citation-near-miss: both spellings are in use -->
Trust is slow.
",
    detect: |_| Vec::new(),
};

pub(crate) const FORBIDDEN: Detector = Detector {
    id: "forbidden-ignore",
    severity: Severity::Note,
    what: "An ignore in an essay whose rubric allows none.",
    why: "The tutor wants to see every finding; the ignore is left without effect.",
    example: "
Trust is slow (Harris, 2015). <!-- critique-ignore missing-reference-list: it is handed in apart -->
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
",
    near_miss: "
Trust is slow (Harris, 2015). <!-- the list is handed in apart -->
",
    detect: |_| Vec::new(),
};

static COMMENT: Pattern = Pattern::new(|| {
    pattern(
        r"<!--\s*critique-ignore(?P<file>-file)?\s+(?P<rule>[\w-]+)\s*(?::(?P<reason>[^>]*?))?\s*-->",
    )
});

struct Ignore {
    at: Span,
    rule: String,
    has_reason: bool,
    /// The first and last line silenced.
    lines: (usize, usize),
}

/// The findings without those ignored, and with those that the ignores themselves deserve.
pub(crate) fn obey(
    essay: &Essay,
    conventions: &Conventions,
    findings: Vec<Finding>,
) -> Vec<Finding> {
    let source = essay.document.source().text();
    if !source.contains("critique-ignore") {
        return findings;
    }
    let ignores: Vec<Ignore> =
        COMMENT.captures_iter(source).filter_map(|it| ignore(essay, &it)).collect();
    if conventions.ignores_forbidden {
        let forbidden = ignores.iter().map(|it| {
            fault(it, "ignores are not allowed here", "ask the tutor whether the finding can stand")
        });
        return forbidden.map(|it| finding(essay, &FORBIDDEN, it)).chain(findings).collect();
    }
    let mut used = vec![false; ignores.len()];
    let mut kept: Vec<Finding> = Vec::new();
    for found in findings {
        match ignores.iter().position(|it| it.silences(&found)) {
            Some(at) => used[at] = true,
            None => kept.push(found),
        }
    }
    kept.extend(ignores.iter().zip(used).filter_map(|(it, used)| about(essay, it, used)));
    kept
}

impl Ignore {
    fn silences(&self, finding: &Finding) -> bool {
        let line = finding.place.start.line;
        self.has_reason
            && self.rule == finding.rule
            && (self.lines.0..=self.lines.1).contains(&line)
    }
}

fn ignore(essay: &Essay, found: &regex::Captures) -> Option<Ignore> {
    let whole = found.get(0)?;
    let at = Span::new(whole.start(), whole.end());
    let has_reason =
        found.name("reason").is_some_and(|it| it.as_str().contains(char::is_alphabetic));
    let lines = if found.name("file").is_some() { (0, usize::MAX) } else { lines(essay, at) };
    Some(Ignore { at, rule: found["rule"].to_owned(), has_reason, lines })
}

/// The lines of the comment's own line where words stand on it, else those of the next block.
fn lines(essay: &Essay, at: Span) -> (usize, usize) {
    let document = &essay.document;
    let source = document.source();
    let line = source.position(at.start).line;
    let before = source.text()[..at.start].rsplit('\n').next().unwrap_or_default();
    if !before.trim().is_empty() {
        return (line, line);
    }
    let after = document.blocks.partition_point(|it| document.place(it.span).start.line <= line);
    let next = document.blocks.get(after).map(|it| document.place(it.span));
    next.map_or((line, line), |place| (place.start.line, place.end.line))
}

/// The project file ignores this rule where the rubric allows no ignores.
pub fn forbidden_by_rubric(essay: &Essay, rule: &str) -> Finding {
    let message = format!("the project file ignores `{rule}` here, and ignores are not allowed");
    let help = "ask the tutor whether the finding can stand";
    finding(essay, &FORBIDDEN, at_the_top(essay, message, help))
}

/// The project file ignores this rule in some files, and none of them breaks it.
pub fn unused_in_project(essay: &Essay, rule: &str, path: &str) -> Finding {
    let message =
        format!("the project file ignores `{rule}` in `{path}`, and nothing there breaks it");
    finding(essay, &UNUSED, at_the_top(essay, message, "take the ignore out"))
}

/// The project file has no place in the essay; its first line stands for it.
fn at_the_top(essay: &Essay, message: String, help: &str) -> Fault {
    let text = essay.document.source().text();
    let end = text.find(['\n', '\r']).unwrap_or(text.len());
    Fault { at: Span::new(0, end), message, help: help.into() }
}

fn fault(ignore: &Ignore, message: impl Into<String>, help: impl Into<String>) -> Fault {
    Fault { at: ignore.at, message: message.into(), help: help.into() }
}

fn about(essay: &Essay, ignore: &Ignore, used: bool) -> Option<Finding> {
    let rule = &ignore.rule;
    if explain(rule).is_none() {
        let help = suggest(rule)
            .map_or("see the list of rules".to_owned(), |it| format!("did you mean `{it}`?"));
        return Some(finding(
            essay,
            &UNKNOWN,
            fault(ignore, format!("there is no rule `{rule}`"), help),
        ));
    }
    if !ignore.has_reason {
        let help = format!("write `critique-ignore {rule}: ` and the reason");
        return Some(finding(
            essay,
            &WITHOUT_REASON,
            fault(ignore, "the ignore gives no reason", help),
        ));
    }
    let message = format!("nothing here breaks `{rule}`");
    (!used).then(|| finding(essay, &UNUSED, fault(ignore, message, "take the ignore out")))
}
