//! One essay on the page: its layout, and where each verdict stands in it.

use std::collections::BTreeMap;

use crate::document::{Document, Place};
use crate::judge::Evidence;
use crate::report::{Judged, inert};
use crate::text::{Position, Span};

/// An essay read again for its layout, with ways from places to elements of the page.
#[derive(Debug)]
pub(super) struct Sheet<'a> {
    number: usize,
    pub(super) judged: &'a Judged,
    pub(super) document: &'a Document,
    /// Sentences of the document by where they start.
    starts: BTreeMap<Position, usize>,
    /// The verdict of each sentence of the document that has one.
    pub(super) verdicts: Vec<Option<usize>>,
    /// The criteria that each sentence is evidence for, by index.
    pub(super) criteria: Vec<Vec<usize>>,
    /// Where each finding stands in the bytes of the source.
    pub(super) findings: Vec<Span>,
    /// The findings by where they start, each with how far it and those before it reach.
    reach: Vec<(usize, usize)>,
    /// The findings that begin in each sentence.
    pub(super) begun: Vec<Vec<usize>>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(number: usize, judged: &'a Judged) -> Sheet<'a> {
        let document = &judged.document;
        let starts: BTreeMap<Position, usize> = document
            .sentences
            .iter()
            .enumerate()
            .map(|(at, it)| (document.place(it.span).start, at))
            .collect();
        let mut verdicts = vec![None; document.sentences.len()];
        for (verdict, it) in judged.critique.sentences.iter().enumerate() {
            if let Some(sentence) = starts.get(&it.place.start) {
                verdicts[*sentence] = Some(verdict);
            }
        }
        let findings = findings(judged);
        let criteria = vec![Vec::new(); document.sentences.len()];
        let reach = reach(&findings);
        let begun = vec![Vec::new(); document.sentences.len()];
        let mut sheet =
            Sheet { number, judged, document, starts, verdicts, criteria, findings, reach, begun };
        sheet.link_criteria();
        for (at, finding) in judged.critique.findings.iter().enumerate() {
            let sentence = sheet.sentence_at(finding.place).unwrap_or_default();
            if let Some(begun) = sheet.begun.get_mut(sentence) {
                begun.push(at);
            }
        }
        sheet
    }

    fn link_criteria(&mut self) {
        for (at, criterion) in self.judged.critique.criteria.iter().enumerate() {
            for evidence in criterion.points.iter().flat_map(|it| &it.evidence) {
                let Some(sentence) = self.sentence_at(evidence.place) else { continue };
                if !self.criteria[sentence].contains(&at) {
                    self.criteria[sentence].push(at);
                }
            }
        }
    }

    /// The findings that stand in a piece of the source, at least in part.
    pub(super) fn findings_within(&self, source: Span) -> Vec<usize> {
        let past = self.reach.partition_point(|(at, _)| self.findings[*at].start < source.end);
        let before = self.reach[..past].iter().rev();
        let near = before.take_while(|(_, end)| *end > source.start).map(|(at, _)| *at);
        near.filter(|at| self.findings[*at].end > source.start).collect()
    }

    /// The name of an element, its own among all essays of the page.
    pub(super) fn id(&self, kind: &str, number: impl std::fmt::Display) -> String {
        format!("e{}-{kind}{number}", self.number)
    }

    pub(super) fn sentence_at(&self, place: Place) -> Option<usize> {
        self.starts.range(..=place.start).next_back().map(|(_, at)| *at)
    }

    /// A place, to begin a sentence with.
    pub(super) fn place(&self, line: usize) -> String {
        let spot = self.spot(line);
        let (first, rest) = spot.split_at(1);
        first.to_uppercase() + rest
    }

    /// The same within a sentence.
    pub(super) fn spot(&self, line: usize) -> String {
        inert(&self.judged.spot(line).to_string()).into_owned()
    }

    /// Where a link to evidence leads.
    pub(super) fn link(&self, evidence: &Evidence) -> Option<String> {
        self.sentence_at(evidence.place).map(|at| format!("#{}", self.id("s", at)))
    }

    /// Where a link to a line leads: the first sentence on it or after it.
    pub(super) fn line_link(&self, line: usize) -> Option<String> {
        let from = Position { line, column: 1 };
        let sentence = self.starts.range(from..).next().or_else(|| self.starts.iter().next_back());
        sentence.map(|(_, at)| format!("#{}", self.id("s", at)))
    }

    /// The bytes of the source that a piece of the prose was read from.
    pub(super) fn source_of(&self, span: Span) -> Span {
        self.document.prose.to_source(span)
    }
}

fn reach(findings: &[Span]) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..findings.len()).collect();
    order.sort_by_key(|at| findings[*at].start);
    let ends = order.into_iter().scan(0, |end, at| {
        *end = findings[at].end.max(*end);
        Some((at, *end))
    });
    ends.collect()
}

fn findings(judged: &Judged) -> Vec<Span> {
    let text = judged.source();
    let starts: Vec<usize> =
        std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    // Findings come in the order of the text: each is counted on from the last where both stand in one line.
    let (mut last, mut reached) = (Position { line: 0, column: 1 }, 0);
    let mut offset = |at: Position| {
        if at.line != last.line || at.column < last.column {
            last = Position { line: at.line, column: 1 };
            reached = starts.get(at.line.saturating_sub(1)).copied().unwrap_or(text.len());
        }
        let column = text[reached..].char_indices().nth(at.column.saturating_sub(last.column));
        let found = column.map_or(text.len(), |(further, _)| reached + further);
        (last, reached) = (Position { line: at.line, column: at.column.max(1) }, found);
        found
    };
    let mut span = |place: Place| {
        let start = offset(place.start);
        Span::new(start, offset(place.end).max(start))
    };
    judged.critique.findings.iter().map(|it| span(it.place)).collect()
}
