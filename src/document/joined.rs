//! Several files as one document, each place of which leads back to its file.

use std::fmt;

use crate::document::parse::mark_introduction;
use crate::document::{Block, Document, Role, Sentence, Unit, Word, WordCount};
use crate::text::{Source, Span};

/// One of the files that a document was joined from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub name: String,
    /// What its lines count.
    pub unit: Unit,
    /// Where it begins among the lines of the whole.
    first: usize,
}

/// A line as a reader finds it: "line 12", "paragraph 3 of part two.docx".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot<'a> {
    /// The name of the file, where there are several.
    pub file: Option<&'a str>,
    pub unit: Unit,
    pub line: usize,
}

impl fmt::Display for Spot<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.unit.name(), self.line)?;
        self.file.map_or(Ok(()), |file| write!(f, " of {file}"))
    }
}

impl Document {
    /// The documents of several files, by name, as one essay in this order; of one file, that file's.
    pub fn joined(files: Vec<(String, Document)>) -> Document {
        let is_one = files.len() < 2;
        let mut files = files.into_iter();
        let Some((name, mut whole)) = files.next() else { return Document::parse("") };
        if is_one {
            return whole;
        }
        whole.parts.push(Part { name, unit: whole.unit, first: 1 });
        let mut text = whole.source.text().to_owned();
        for (name, document) in files {
            if !text.ends_with('\n') {
                text.push('\n');
            }
            let first = 1 + text.matches('\n').count();
            whole.parts.push(Part { name, unit: document.unit, first });
            let at = text.len();
            text.push_str(document.source.text());
            whole.append(document, at);
        }
        whole.source = Source::new(text);
        mark_introduction(&mut whole.sections);
        whole.word_count = WordCount::of(&whole);
        whole
    }

    /// Adds the layout of a document whose source begins at `at` in the whole.
    fn append(&mut self, mut other: Document, at: usize) {
        other.unmark_introduction();
        let prose = self.prose.len();
        let [sections, blocks, sentences, words] =
            [self.sections.len(), self.blocks.len(), self.sentences.len(), self.words.len()];
        self.prose.append(&other.prose, at);
        let heading = |heading: Option<Span>| heading.map(|it| it.shifted(prose));
        self.sections.extend(
            other
                .sections
                .into_iter()
                .map(|it| super::Section { heading: heading(it.heading), ..it }),
        );
        self.blocks.extend(other.blocks.into_iter().map(|it| Block {
            span: it.span.shifted(prose),
            section: it.section + sections,
            sentences: it.sentences.start + sentences..it.sentences.end + sentences,
            ..it
        }));
        self.sentences.extend(other.sentences.into_iter().map(|it| Sentence {
            span: it.span.shifted(prose),
            block: it.block + blocks,
            words: it.words.start + words..it.words.end + words,
            ..it
        }));
        let moved = |it: Word| Word { span: it.span.shifted(prose), ..it };
        self.words.extend(other.words.into_iter().map(moved));
        self.quotations.extend(other.quotations.iter().map(|it| it.shifted(prose)));
        self.images.extend(other.images.iter().map(|it| it.shifted(at)));
    }

    /// The title of a later file announces no introduction.
    fn unmark_introduction(&mut self) {
        let heading = self.sections.get(1).and_then(|it| it.heading);
        let role = heading.map(|it| Role::of_heading(self.text(it)));
        if let (Some(Role::Body), Some(section)) = (role, self.sections.get_mut(1))
            && section.role == Role::Introduction
        {
            section.role = Role::Body;
        }
    }

    /// The index of the part that a line stands in; none where the document is of one file.
    pub fn part_at(&self, line: usize) -> Option<usize> {
        self.parts.partition_point(|it| it.first <= line).checked_sub(1)
    }

    /// Where a line of the source stands for the reader.
    pub fn spot(&self, line: usize) -> Spot<'_> {
        match self.part_at(line).map(|at| &self.parts[at]) {
            Some(part) => {
                Spot { file: Some(&part.name), unit: part.unit, line: line + 1 - part.first }
            }
            None => Spot { file: None, unit: self.unit, line },
        }
    }
}

#[test]
fn every_place_leads_back_to_its_file() {
    let one = "# Trust\n\nTrust is slow. It grows.";
    let two = "# Power\n\nPower is “never quite given away”.\n\nIt is taken (Lee, 2014).\n";
    let list = "Lee, A. (2014) *Power*. Bath: Bath Press.\n";
    let files = [("a.md", Document::parse(one)), ("b.md", Document::parse(two))];
    let list = ("list.md", Document::parse_in(list, Role::References));
    let files = files.into_iter().chain([list]).map(|(name, it)| (name.to_owned(), it));
    let whole = Document::joined(files.collect());
    let told = |words: &str| {
        let at = whole.prose().find(words).expect("it is there");
        let place = whole.place(Span::new(at, at + words.len()));
        assert_eq!(
            &whole.source().line(place.start.line)[place.start.column - 1..][..4],
            &words[..4]
        );
        whole.spot(place.start.line).to_string()
    };
    assert_eq!(told("Trust is slow"), "line 3 of a.md");
    assert_eq!(told("It grows"), "line 3 of a.md");
    assert_eq!(told("Power is"), "line 3 of b.md");
    assert_eq!(told("It is taken"), "line 5 of b.md");
    assert_eq!(told("Lee, A."), "line 1 of list.md");
    assert_eq!(whole.references().count(), 1);
    let roles: Vec<Role> = whole.sections.iter().map(|it| it.role).collect();
    assert_eq!(roles, [Role::Body, Role::Introduction, Role::Body, Role::Body, Role::References]);
    for sentence in &whole.sentences {
        let block = &whole.blocks[sentence.block];
        assert!(block.span.contains(sentence.span));
        assert!(
            whole.words[sentence.words.clone()].iter().all(|it| sentence.span.contains(it.span))
        );
    }
}
