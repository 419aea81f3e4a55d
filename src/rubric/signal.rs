//! Signals: what a point, mistake or practice looks for in one sentence, in the words of the rubric file.

use crate::language::Cue;

/// Terms joined by ` & `; a sentence shows the signal when it shows every term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signal {
    pub terms: Vec<Term>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    Cue(Cue),
    Verb(Verb),
    /// `idea:ID`.
    Idea(String),
    /// `in:conclusion`.
    InConclusion,
    /// `in:heading`: stands in a heading.
    InHeading,
}

/// What a sentence does with an idea.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verb {
    /// Mentions it.
    Names,
    /// Says how or why.
    Explains,
    /// Puts it to work on a case.
    Applies,
    /// Judges it, or sets one side against another.
    Weighs,
    /// Rests it on a source, a law or a figure.
    Cites,
}

pub const VERBS: [Verb; 5] =
    [Verb::Names, Verb::Explains, Verb::Applies, Verb::Weighs, Verb::Cites];

impl Verb {
    pub fn name(self) -> &'static str {
        match self {
            Verb::Names => "names",
            Verb::Explains => "explains",
            Verb::Applies => "applies",
            Verb::Weighs => "weighs",
            Verb::Cites => "cites",
        }
    }
}

impl Signal {
    /// Reads `idea:power & weighs`; the error is the term that means nothing.
    pub fn parse(text: &str) -> Result<Signal, String> {
        let terms =
            text.split(" & ").map(|term| Term::parse(term.trim())).collect::<Result<_, _>>()?;
        Ok(Signal { terms })
    }
}

impl Term {
    fn parse(text: &str) -> Result<Term, String> {
        if let Some(id) = text.strip_prefix("idea:") {
            return Ok(Term::Idea(id.to_owned()));
        }
        match text {
            "in:conclusion" => return Ok(Term::InConclusion),
            "in:heading" => return Ok(Term::InHeading),
            _ => {}
        }
        let verb = VERBS.into_iter().find(|verb| verb.name() == text);
        verb.map(Term::Verb)
            .or_else(|| Cue::named(text).map(Term::Cue))
            .ok_or_else(|| text.to_owned())
    }
}

#[test]
fn signals_are_read_and_strangers_named() {
    let signal =
        Signal::parse("idea:power & weighs & in:conclusion & barrier").expect("four good terms");
    assert_eq!(signal.terms[0], Term::Idea("power".into()));
    assert_eq!(signal.terms[3], Term::Cue(Cue::Barrier));
    assert_eq!(Signal::parse("weighs & barier"), Err("barier".into()));
}
