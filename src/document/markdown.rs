//! Markdown to blocks of prose.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::document::prose::Prose;
use crate::document::{BlockKind, Role, Section};
use crate::text::Span;

/// What the Markdown parser saw: prose in blocks, not yet cut into sentences.
pub(crate) struct Layout {
    pub(crate) prose: Prose,
    pub(crate) front_matter: Option<Span>,
    pub(crate) sections: Vec<Section>,
    /// Kind, span of the prose, section.
    pub(crate) blocks: Vec<(BlockKind, Span, usize)>,
    pub(crate) images: Vec<Span>,
}

/// What stands before the first heading has this role.
pub(crate) fn lay_out(source: &str, role: Role) -> Layout {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut walk = Walk::new(role);
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        walk.step(event, range, source);
    }
    walk.close();
    walk.layout
}

/// What a paragraph is, where a word processor says so itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Plain,
    /// 1 for a title, 6 for the smallest.
    Heading(u8),
    ListItem,
    TableCell,
    BlockQuote,
    Caption,
    Footnote,
}

/// Where the walk through the events stands.
pub(crate) struct Walk {
    pub(crate) layout: Layout,
    /// The block being filled, where it starts in the prose.
    open: Option<(BlockKind, usize)>,
    quotes: usize,
    lists: usize,
    footnotes: usize,
    cells: usize,
    codes: usize,
    captions: usize,
    images: usize,
    metadata: bool,
    heading: Option<u8>,
    strong: usize,
    /// Bytes of the open block inside bold type, to find bold lines that serve as headings.
    strong_bytes: usize,
}

impl Walk {
    pub(crate) fn new(role: Role) -> Walk {
        let first = Section { heading: None, level: 0, role };
        let layout = Layout {
            prose: Prose::default(),
            front_matter: None,
            sections: vec![first],
            blocks: Vec::new(),
            images: Vec::new(),
        };
        Walk {
            layout,
            open: None,
            quotes: 0,
            lists: 0,
            footnotes: 0,
            cells: 0,
            codes: 0,
            captions: 0,
            images: 0,
            metadata: false,
            heading: None,
            strong: 0,
            strong_bytes: 0,
        }
    }

    fn step(&mut self, event: Event, range: Range<usize>, source: &str) {
        match event {
            Event::Start(tag) => self.enter(&tag, range),
            Event::End(tag) => self.leave(tag),
            Event::Text(_) if self.metadata => {}
            Event::Text(text) | Event::Code(text) => self.text(&text, &range, source),
            Event::SoftBreak | Event::HardBreak => {
                self.line_break(range.start, &source[range.end..]);
            }
            _ => {}
        }
    }

    fn enter(&mut self, tag: &Tag, range: Range<usize>) {
        match tag {
            Tag::Paragraph | Tag::Item => self.close(),
            Tag::Heading { level, .. } => {
                self.close();
                self.heading = Some(depth(*level));
            }
            Tag::BlockQuote(_) => self.enclose(|walk| walk.quotes += 1),
            Tag::CodeBlock(_) => self.enclose(|walk| walk.codes += 1),
            Tag::List(_) => self.enclose(|walk| walk.lists += 1),
            Tag::FootnoteDefinition(_) => self.enclose(|walk| walk.footnotes += 1),
            Tag::TableCell => self.enclose(|walk| walk.cells += 1),
            Tag::Strong => self.strong += 1,
            Tag::Image { .. } => {
                self.layout.images.push(Span::new(range.start, range.end));
                self.images += 1;
            }
            Tag::MetadataBlock(_) => {
                self.layout.front_matter = Some(Span::new(range.start, range.end));
                self.metadata = true;
            }
            _ => {}
        }
    }

    fn leave(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.close();
                self.heading = None;
            }
            TagEnd::Paragraph | TagEnd::Item => self.close(),
            TagEnd::BlockQuote(_) => self.enclose(|walk| walk.quotes -= 1),
            TagEnd::CodeBlock => self.enclose(|walk| walk.codes -= 1),
            TagEnd::List(_) => self.enclose(|walk| walk.lists -= 1),
            TagEnd::FootnoteDefinition => self.enclose(|walk| walk.footnotes -= 1),
            TagEnd::TableCell => self.enclose(|walk| walk.cells -= 1),
            TagEnd::Strong => self.strong -= 1,
            TagEnd::Image => self.images -= 1,
            TagEnd::MetadataBlock(_) => self.metadata = false,
            _ => {}
        }
    }

    /// Ends the open block, then moves into or out of a container.
    fn enclose(&mut self, step: impl FnOnce(&mut Walk)) {
        self.close();
        step(self);
    }

    fn text(&mut self, text: &str, range: &Range<usize>, source: &str) {
        if self.images > 0 {
            return;
        }
        // A code span's range holds its backticks; everything else begins where its text begins.
        let whole = &source[range.clone()];
        let inside = if whole.starts_with(text) { 0 } else { whole.find(text).unwrap_or(0) };
        self.push(text, range.start + inside);
    }

    /// Begins a paragraph of a known shape, outside everything before it.
    pub(crate) fn begin(&mut self, shape: Shape) {
        self.close();
        self.heading = if let Shape::Heading(level) = shape { Some(level) } else { None };
        self.lists = usize::from(shape == Shape::ListItem);
        self.cells = usize::from(shape == Shape::TableCell);
        self.quotes = usize::from(shape == Shape::BlockQuote);
        self.captions = usize::from(shape == Shape::Caption);
        self.footnotes = usize::from(shape == Shape::Footnote);
    }

    /// Adds text that stands at `at` in the source, bold or not.
    pub(crate) fn run(&mut self, text: &str, at: usize, bold: bool) {
        self.strong = usize::from(bold);
        self.push(text, at);
        self.strong = 0;
    }

    fn push(&mut self, text: &str, at: usize) {
        if self.open.is_none() {
            self.open = Some((self.kind(), self.layout.prose.len()));
            self.strong_bytes = 0;
        }
        self.layout.prose.push(text, at);
        if self.strong > 0 {
            self.strong_bytes += text.len();
        }
    }

    /// A line break inside a block is a space; in a reference list it may part two entries.
    pub(crate) fn line_break(&mut self, at: usize, after: &str) {
        if self.open.is_none() {
            return;
        }
        let parts = || {
            self.entry_is_endless()
                || self.entry_is_whole()
                || self.is_dated() && begins_entry(after)
        };
        if self.in_references() && parts() {
            self.close();
        } else {
            self.layout.prose.push(" ", at);
            self.strong_bytes += usize::from(self.strong > 0);
        }
    }

    /// Is the open entry longer than any is?
    fn entry_is_endless(&self) -> bool {
        self.open.is_some_and(|(_, start)| self.layout.prose.len() - start > LONGEST_ENTRY)
    }

    /// Does the open entry already hold a year, and end like a sentence or an address?
    fn entry_is_whole(&self) -> bool {
        let Some((_, start)) = self.open else { return false };
        let entry = self.layout.prose.text()[start..].trim_end();
        self.is_dated() && (entry.ends_with(['.', ')', '/']) || entry.contains("http"))
    }

    /// Does the open entry hold a year?
    fn is_dated(&self) -> bool {
        self.open.is_some_and(|(_, start)| holds_year(&self.layout.prose.text()[start..]))
    }

    fn in_references(&self) -> bool {
        self.layout.sections.last().is_some_and(|section| section.role == Role::References)
    }

    fn kind(&self) -> BlockKind {
        if self.heading.is_some() {
            BlockKind::Heading
        } else if self.codes > 0 {
            BlockKind::Code
        } else if self.in_references() {
            BlockKind::Reference
        } else if self.footnotes > 0 {
            BlockKind::Footnote
        } else if self.captions > 0 {
            BlockKind::Caption
        } else if self.quotes > 0 {
            BlockKind::BlockQuote
        } else if self.cells > 0 {
            BlockKind::TableCell
        } else if self.lists > 0 {
            BlockKind::ListItem
        } else {
            BlockKind::Paragraph
        }
    }

    /// Ends the open block, if there is one, and says what it turned out to be.
    pub(crate) fn close(&mut self) {
        let Some((kind, start)) = self.open.take() else { return };
        let end = self.layout.prose.len();
        let raw = &self.layout.prose.text()[start..end];
        let lead = raw.len() - raw.trim_start().len();
        let span = Span::new(start + lead, start + raw.trim_end().len().max(lead));
        let text = span.of(self.layout.prose.text());
        let (kind, level) = match (kind, self.heading) {
            (BlockKind::Heading, Some(level)) => (kind, level),
            _ if self.is_bold_heading(kind, text) || is_bare_reference_heading(kind, text) => {
                (BlockKind::Heading, 7)
            }
            (BlockKind::Paragraph, _) if is_caption(text) => (BlockKind::Caption, 0),
            _ => (kind, 0),
        };
        if kind == BlockKind::Heading {
            let role = self.role_under(Role::of_heading(text), level);
            self.layout.sections.push(Section { heading: Some(span), level, role });
        }
        let section = self.layout.sections.len() - 1;
        let pieces = pieces(self.layout.prose.text(), span);
        self.layout.blocks.extend(pieces.into_iter().map(|piece| (kind, piece, section)));
        // Parts two blocks, so that no sentence or phrase reaches over their border.
        self.layout.prose.push("\n", end);
    }

    /// A sub-heading of the reference list or of an appendix stays within it.
    fn role_under(&self, role: Role, level: u8) -> Role {
        match self.layout.sections.last() {
            Some(above)
                if role == Role::Body
                    && level > above.level
                    && matches!(above.role, Role::References | Role::Appendix) =>
            {
                above.role
            }
            _ => role,
        }
    }

    /// A short paragraph that is bold from end to end serves as a heading.
    fn is_bold_heading(&self, kind: BlockKind, text: &str) -> bool {
        matches!(kind, BlockKind::Paragraph | BlockKind::Reference)
            && self.strong_bytes >= text.len()
            && !text.is_empty()
            && text.split_whitespace().count() <= BOLD_HEADING_WORDS
    }
}

/// An entry of a reference list longer than this (in bytes) is many.
const LONGEST_ENTRY: usize = 4_000;
/// Nobody writes ten thousand words without a new paragraph, and some questions about a block take the square of its
/// length (in bytes): a longer one is cut.
const LONGEST_BLOCK: usize = 64 * 1024;

/// A block as it is, or cut between words where it is too long.
fn pieces(text: &str, block: Span) -> Vec<Span> {
    let (mut pieces, mut start) = (Vec::new(), block.start);
    while block.end - start > LONGEST_BLOCK {
        let mut end = start + LONGEST_BLOCK;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        end = text[start..end].trim_end().rfind(char::is_whitespace).map_or(end, |at| start + at);
        pieces.push(Span::new(start, end));
        start = end + (text[end..block.end].len() - text[end..block.end].trim_start().len());
    }
    if start < block.end {
        pieces.push(Span::new(start, block.end));
    }
    pieces
}

/// A bold paragraph longer than this is emphasis, not a heading.
const BOLD_HEADING_WORDS: usize = 16;

/// "References" on a line of its own, without any mark-up.
fn is_bare_reference_heading(kind: BlockKind, text: &str) -> bool {
    kind == BlockKind::Paragraph
        && text.split_whitespace().nth(3).is_none()
        && !text.ends_with('.')
        && Role::of_heading(text) == Role::References
}

fn holds_year(text: &str) -> bool {
    text.as_bytes().windows(4).any(|it| it.iter().all(u8::is_ascii_digit))
}

/// Does a further entry begin with this line: a name, and soon a year?
fn begins_entry(after: &str) -> bool {
    let line = after.trim_start().lines().next().unwrap_or_default().trim_start_matches(['*', '_']);
    let year = line.find(['1', '2']).filter(|at| *at > 3 && *at < LONGEST_AUTHORS);
    let named = line.starts_with(char::is_uppercase) && !line.contains(": ");
    if named && begins_with_surname_and_initial(line) {
        return true;
    }
    named && year.is_some_and(|at| line.get(at..at + 4).is_some_and(holds_year))
}

/// "Oliver, M." and "Oliver M" begin an entry.
fn begins_with_surname_and_initial(line: &str) -> bool {
    let mut words = line.split(' ');
    let surname = words.next().unwrap_or_default().trim_end_matches(',');
    let initial = words.next().unwrap_or_default().trim_end_matches([',', '.']);
    surname.chars().count() > 2
        && surname.chars().skip(1).all(char::is_lowercase)
        && initial.chars().count() == 1
        && initial.chars().all(char::is_uppercase)
        && !["A", "I"].contains(&initial)
}

/// In an entry the year stands no further than this (in bytes) from its beginning.
const LONGEST_AUTHORS: usize = 90;

/// "Figure 2: Referrals by month".
fn is_caption(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let named =
        words.next().is_some_and(|word| ["Figure", "Fig.", "Table", "Diagram"].contains(&word));
    let number = words.next().unwrap_or_default();
    let numbered = number.starts_with(|c: char| c.is_ascii_digit());
    let parted = number.ends_with([':', '.'])
        || words.clone().next().is_some_and(|it| ["-", "–", ":"].contains(&it));
    named && numbered && parted && text.split_whitespace().count() <= CAPTION_WORDS
}

/// A paragraph longer than this talks about its figure and is no caption.
const CAPTION_WORDS: usize = 40;

fn depth(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
