//! Each of the student's own sentences, seen through the rubric: which ideas it treats, and what it does.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::document::{Block, BlockKind, Document, Role};
use crate::judge::general::general_words;
use crate::judge::lens::Lens;
use crate::judge::worth_reading::Doubts;
use crate::language::{Agreement, Cue, Essay, Found, Reading, Stance, Stem, bare, opener_words};
use crate::text::words;

/// One sentence, or a heading, as evidence.
#[derive(Clone, Debug, Default)]
pub(crate) struct Told {
    /// The index in the document; none for a sentence that is only supposed.
    pub(crate) sentence: Option<usize>,
    pub(crate) block: usize,
    pub(crate) place: Standing,
    /// Takes up the sentence before: by a word of it, or by one that points back.
    pub(crate) follows: bool,
    pub(crate) reading: Reading,
    /// How surely it treats each idea of the lens, 0 to 1.
    pub(crate) links: Vec<f32>,
    /// At which marking points of the rubric it aims, shares of 1; empty where no model asks for it.
    pub(crate) aims: Vec<f32>,
    /// Rests on a source, a law or a figure.
    pub(crate) supported: bool,
    /// Its words, and the general ones among them; not counted where no model asks for them.
    pub(crate) words: usize,
    pub(crate) general: usize,
    /// 1 for an honest sentence; 0 for one that was copied, repeated or stuffed.
    pub(crate) credit: f32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Standing {
    #[default]
    Body,
    Conclusion,
    Heading,
}

/// A phrase of an idea that stands in a heading speaks for the sentences under it, but not as loudly as their own.
const UNDER_HEADING: f32 = 0.35;
/// A cue shows an idea less surely than its words do.
const BY_CUE: f32 = 0.7;

/// The rubric's phrases in each sentence of the document; an opening marker treats nothing ("Critically" is no critic).
pub(crate) fn hits(essay: &Essay, lens: &Lens) -> Vec<Vec<Found>> {
    let hits = essay.document.sentences.iter().map(|sentence| {
        let mut found = lens.phrases.find(essay.stems_of(sentence));
        if !found.is_empty() {
            let opener = opener_words(essay.text(sentence));
            found.retain(|it| it.first >= opener);
        }
        found
    });
    hits.collect()
}

/// Every own sentence and heading, in order, each by itself: [`connect`] sees them beside each other.
pub(crate) fn told(essay: &Essay, lens: &Lens, hits: &[Vec<Found>], doubts: &Doubts) -> Vec<Told> {
    let document = &essay.document;
    let mut headings: Vec<f32> = vec![0.0; lens.ideas.len()];
    let concluding = concluding(document);
    let mut all = Vec::with_capacity(document.sentences.len());
    for (at, sentence) in document.sentences.iter().enumerate() {
        let section = document.section_of(sentence);
        let heading = document.blocks[sentence.block].kind == BlockKind::Heading;
        if matches!(section.role, Role::References | Role::Appendix)
            || !(heading || sentence.scope.is_own())
        {
            continue;
        }
        let mut told = one(essay, lens, at, &hits[at]);
        if concluding.contains(&sentence.block) {
            told.place = Standing::Conclusion;
        }
        told.credit = if doubts.doubted(at) { 0.0 } else { 1.0 };
        if heading {
            told.place = Standing::Heading;
            headings.clone_from(&told.links);
        } else {
            told.links
                .iter_mut()
                .zip(&headings)
                .for_each(|(link, above)| *link = link.max(above * UNDER_HEADING));
        }
        all.push(told);
    }
    all
}

fn one(essay: &Essay, lens: &Lens, at: usize, hits: &[Found]) -> Told {
    let sentence = &essay.document.sentences[at];
    let reading = essay.readings[at];
    let mut links = vec![0.0; lens.ideas.len()];
    for found in hits {
        let words = &essay.document.words[sentence.words.clone()][found.first..=found.last];
        if words.iter().any(|word| !word.quoted) {
            links[found.owner] = 1.0_f32;
        }
    }
    for (link, idea) in links.iter_mut().zip(&lens.ideas).filter(|(_, it)| !it.cues.is_empty()) {
        let shown = idea.cues.iter().map(|cue| share(reading.cue(*cue))).fold(0.0, f32::max);
        *link = link.max(BY_CUE * shown);
    }
    let supported =
        !essay.acts_within(sentence.span).is_empty() || reading.holds(Cue::OutcomeQuantitative);
    let (words, general) = if lens.rubric.drafted {
        (sentence.words.len(), general_words(essay.stems_of(sentence)))
    } else {
        (0, 0)
    };
    let (sentence, block) = (Some(at), sentence.block);
    Told {
        sentence,
        block,
        reading,
        links,
        supported,
        words,
        general,
        credit: 1.0,
        ..Told::default()
    }
}

/// Does a word point back to what was just said?
fn points_back(word: &str) -> bool {
    const LONGEST: usize = 7;
    let mut lower = [0; LONGEST];
    let Some(lower) = lower.get_mut(..word.len()) else { return false };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    matches!(
        &*lower,
        b"this"
            | b"that"
            | b"these"
            | b"those"
            | b"it"
            | b"its"
            | b"they"
            | b"their"
            | b"them"
            | b"he"
            | b"his"
            | b"she"
            | b"her"
            | b"such"
            | b"here"
            | b"both"
            | b"neither"
            | b"each"
            | b"another"
            | b"other"
            | b"but"
            | b"and"
            | b"so"
            | b"yet"
            | b"because"
            | b"even"
            | b"instead"
            | b"then"
            | b"still"
            | b"also"
            | b"nor"
            | b"or"
            | b"first"
            | b"second"
            | b"third"
            | b"one"
            | b"for"
            | b"without"
    )
}

/// Shorter words hold any two sentences together.
const TELLING: usize = 4;

/// Sees each sentence beside the rest of the essay: does it take up the one before, and do its sources hold?
pub(crate) fn connect(essay: &Essay, all: &mut [Told]) {
    let backed = backed(essay);
    let mut last: Option<(usize, Vec<Stem>)> = None;
    for told in all {
        let Some(at) = told.sentence else { continue };
        let span = essay.document.sentences[at].span;
        told.supported |=
            essay.citations_within(span).iter().any(|it| backed.contains(&it.span.start));
        let here = Gist::of(essay, at);
        if let Some(before) = at.checked_sub(1) {
            let earlier = match last {
                Some((seen, stems)) if seen == before => stems,
                _ => Gist::of(essay, before).telling,
            };
            told.follows = here.points_back
                || here.telling.iter().any(|stem| earlier.binary_search(stem).is_ok());
        }
        last = Some((at, here.telling));
    }
}

/// What ties a sentence to the one before it: [`bare`], so that openers and sources tie nothing.
#[derive(Default)]
struct Gist {
    /// One of its first words points back.
    points_back: bool,
    /// The stems of its longer words, in order of their numbers.
    telling: Vec<Stem>,
}

impl Gist {
    fn of(essay: &Essay, sentence: usize) -> Gist {
        let sentence = &essay.document.sentences[sentence];
        let telling = Vec::with_capacity(sentence.words.len());
        let mut gist = Gist { telling, ..Gist::default() };
        match bare(essay.text(sentence)) {
            Cow::Borrowed(kept) => {
                let words = essay.document.words[sentence.words.clone()].iter();
                let words = words.zip(essay.stems_of(sentence));
                let opener = sentence.span.end - kept.len();
                let kept = words.filter(|(word, _)| word.span.start >= opener);
                gist.fill(kept.map(|(word, stem)| (essay.document.text(word.span), *stem)));
            }
            Cow::Owned(kept) => {
                gist.fill(words(&kept).map(|(_, word)| (word, Stem::of(word))));
            }
        }
        gist.telling.sort_unstable();
        gist
    }

    fn fill<'a>(&mut self, words: impl Iterator<Item = (&'a str, Stem)>) {
        for (at, (word, stem)) in words.enumerate() {
            self.points_back |= at < FIRST_WORDS && points_back(word);
            if word.len() > TELLING {
                self.telling.push(stem);
            }
        }
    }
}

/// A word that points back stands among so many.
const FIRST_WORDS: usize = 4;

/// One source carries so much and no more: citing it again and again is no further support.
const MOST_OF_ONE: usize = 3;

/// Where the citations start that a source stands behind: one in the reference list, if the essay has a list.
fn backed(essay: &Essay) -> BTreeSet<usize> {
    let answers = &essay.references.answers;
    let mut cited: BTreeMap<String, usize> = BTreeMap::new();
    let mut backed = BTreeSet::new();
    for (citation, (agreement, _)) in essay.citations.iter().zip(answers) {
        let listed = essay.works.is_empty() || *agreement > Agreement::None;
        let times = cited.entry(citation.to_string()).or_default();
        *times += 1;
        if listed && *times <= MOST_OF_ONE {
            backed.insert(citation.span.start);
        }
    }
    backed
}

/// The blocks of the conclusion; without one, the last paragraph concludes.
fn concluding(document: &Document) -> BTreeSet<usize> {
    let role = |block: &Block| document.sections[block.section].role;
    let blocks = document.blocks.iter().enumerate();
    if document.sections.iter().any(|section| section.role == Role::Conclusion) {
        return blocks.filter(|(_, it)| role(it) == Role::Conclusion).map(|(at, _)| at).collect();
    }
    let ends = |it: &Block| {
        it.kind == BlockKind::Paragraph && !matches!(role(it), Role::References | Role::Appendix)
    };
    document.blocks.iter().rposition(ends).into_iter().collect()
}

/// Percent to share; what is less likely than not by far counts as nothing.
pub(crate) fn share(percent: u8) -> f32 {
    if percent < DOUBTFUL { 0.0 } else { f32::from(percent) / 100.0 }
}

const DOUBTFUL: u8 = 25;

impl Told {
    /// A supposed sentence, to see what a fix would gain.
    pub(crate) fn supposed(ideas: usize) -> Told {
        Told { links: vec![0.0; ideas], credit: 1.0, ..Told::default() }
    }

    pub(crate) fn is_heading(&self) -> bool {
        self.place == Standing::Heading
    }

    pub(crate) fn cue(&self, cue: Cue) -> f32 {
        share(self.reading.cue(cue))
    }

    pub(crate) fn stance(&self, stance: Stance) -> f32 {
        f32::from(self.reading.stance[stance as usize]) / 100.0
    }

    /// Explains or judges.
    pub(crate) fn critical(&self) -> f32 {
        f32::from(self.reading.critical()) / 100.0
    }

    /// Judges, or sets one side against another.
    pub(crate) fn weighing(&self) -> f32 {
        [Cue::BothSides, Cue::Limitation, Cue::Unintended, Cue::ConclusionJudgement]
            .into_iter()
            .map(|cue| self.cue(cue))
            .fold(self.stance(Stance::Evaluative), f32::max)
    }

    /// Speaks of a case, or puts a theory or a law to work.
    pub(crate) fn applying(&self) -> f32 {
        [Cue::Case, Cue::TheoryApplied, Cue::LawUsed]
            .into_iter()
            .map(|cue| self.cue(cue))
            .fold(0.0, f32::max)
    }
}
