//! Essays altered in ways that must not pay: by these a rubric, and the judge itself, are put to the proof.

use crate::document::{BlockKind, Document};
use crate::language::Engine;
use crate::rubric::Rubric;

/// An altered essay, and what its mark may do.
#[derive(Clone, Debug)]
pub struct Mutant {
    pub name: &'static str,
    pub text: String,
    pub law: Law,
}

/// What the mark of an altered essay may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Law {
    /// Not rise.
    NoGain,
    /// Neither rise nor fall.
    NoChange,
    /// Lie in the lowest band, whatever the essay was.
    Fails,
}

/// Marks that an alteration may move without a marker noticing: two levels of a point that is worth a fifth. The fast reader
/// is coarser.
fn unnoticed(engine: Engine) -> i64 {
    if engine == Engine::Fast { 10 } else { 7 }
}
/// Changes of spelling and slips of the keyboard may move the reading a little either way.
const SLIPS: i64 = 6;
/// The mark below which an essay fails.
const PASS: u32 = 40;

/// Percent of a point's worth that one level more may be worth. A mark that hangs on few points moves in steps as large as
/// that, and one step near a bound proves nothing.
const A_LEVEL: i64 = 18;

impl Law {
    /// Does the mark by this rubric keep the law as it moves?
    pub fn holds(self, before: u32, after: u32, engine: Engine, rubric: &Rubric) -> bool {
        let dearest = rubric.points.iter().map(|it| i64::from(it.worth)).max().unwrap_or(0);
        let step = (A_LEVEL * dearest + 99) / 100;
        let gain = i64::from(after) - i64::from(before);
        match self {
            Law::NoGain => gain <= unnoticed(engine).max(step),
            Law::NoChange => gain.abs() <= SLIPS.max(step),
            Law::Fails => after < PASS,
        }
    }
}

pub(crate) const SHUFFLED: &str = "sentences shuffled";

/// Every way of altering an essay for this rubric; no text is off the subject of a rubric that has none.
pub fn mutants(essay: &str, rubric: &Rubric) -> Vec<Mutant> {
    let mutant = |name, law, text| Mutant { name, text, law };
    let mut all = vec![
        mutant("marker words sprinkled", Law::NoGain, sprinkled(essay)),
        mutant("the rubric's terms as a list", Law::NoGain, with(essay, &keyword_list(rubric))),
        mutant("the marking points copied", Law::NoGain, with(essay, &marking_points(rubric))),
        mutant("a paragraph twice", Law::NoGain, repeated(essay)),
        mutant("everything twice", Law::NoGain, with(essay, essay)),
        mutant(SHUFFLED, Law::NoGain, shuffled(essay)),
        mutant("quotations heaped up", Law::NoGain, with(essay, &quotations(rubric))),
        mutant("invented citations", Law::NoGain, cited(essay)),
        mutant("American spelling", Law::NoChange, respelt(essay)),
        mutant("slips of the keyboard", Law::NoChange, mistyped(essay)),
        mutant("fluent nonsense", Law::Fails, nonsense(rubric)),
        mutant("only the terms", Law::Fails, keyword_list(rubric)),
        mutant("only the marking points", Law::Fails, marking_points(rubric)),
        mutant("everything denied", Law::Fails, denied(rubric)),
    ];
    if rubric.subject.is_some() {
        all.push(mutant("a quarter off the subject", Law::NoGain, off_subject(essay)));
    }
    all
}

/// The essay with text added before its reference list.
fn with(essay: &str, added: &str) -> String {
    let document = Document::parse(essay);
    let list = document.blocks.iter().find(|block| {
        block.kind == BlockKind::Heading
            && document.sections[block.section].role == crate::document::Role::References
    });
    let line = list.map(|block| document.place(block.span).start.line);
    let Some(line) = line else { return format!("{essay}\n\n{added}\n") };
    let before = essay.lines().take(line - 1).collect::<Vec<_>>().join("\n");
    let after = essay.lines().skip(line - 1).collect::<Vec<_>>().join("\n");
    format!("{before}\n\n{added}\n\n{after}\n")
}

/// The essay with each line of running text passed through a change.
fn by_line(essay: &str, change: impl Fn(usize, &str) -> String) -> String {
    let mut listed = false;
    let lines = essay.lines().enumerate().map(|(at, line)| {
        let heading = line.starts_with('#');
        listed |= heading
            && ["reference", "bibliograph"].iter().any(|it| line.to_lowercase().contains(it));
        if heading || listed || line.split_whitespace().count() < 6 {
            line.to_owned()
        } else {
            change(at, line)
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The essay with each of the student's own sentences passed through a change; those with markup in them stay as they are.
fn by_sentence(essay: &str, mut change: impl FnMut(usize, &str) -> String) -> String {
    let document = Document::parse(essay);
    let (mut text, mut end) = (String::new(), 0);
    for (number, (_, sentence)) in document.own_sentences().enumerate() {
        let sentence = document.text(sentence.span);
        if let Some(before) = essay[end..].find(sentence) {
            text += &essay[end..end + before];
            text += &change(number, sentence);
            end += before + sentence.len();
        }
    }
    text + &essay[end..]
}

fn sprinkled(essay: &str) -> String {
    const MARKERS: [&str; 8] = [
        "However, ",
        "Therefore, ",
        "Furthermore, ",
        "On the other hand, ",
        "Critically, ",
        "Consequently, ",
        "Nevertheless, ",
        "In contrast, ",
    ];
    by_sentence(essay, |number, sentence| {
        format!("{}{}", MARKERS[number % MARKERS.len()], lower_first(sentence))
    })
}

fn lower_first(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let Some(first) = letters.next() else { return String::new() };
    let rest = letters.as_str();
    let is_word = rest.starts_with(|c: char| c.is_lowercase() || c == ' ');
    if is_word { first.to_lowercase().chain(rest.chars()).collect() } else { sentence.to_owned() }
}

fn phrases(rubric: &Rubric) -> impl Iterator<Item = String> + '_ {
    rubric
        .ideas
        .iter()
        .flat_map(|idea| idea.phrases.iter().take(4))
        .map(|phrase| phrase.replace(" .. ", " "))
}

fn keyword_list(rubric: &Rubric) -> String {
    let all: Vec<String> = phrases(rubric).collect();
    let lines = all.chunks(14).map(|chunk| format!("{}.", chunk.join(", ")));
    lines.collect::<Vec<_>>().join("\n\n")
}

fn marking_points(rubric: &Rubric) -> String {
    let says = rubric
        .points
        .iter()
        .map(|it| it.credit.trim())
        .chain(rubric.mistakes.iter().map(|it| it.says.trim()));
    says.collect::<Vec<_>>().join("\n\n")
}

/// Text on gardens, as critical as any essay.
const GARDEN: [&str; 4] = [
    "Clay holds water through a dry July, which is why roses do better in it than lavender, although a gardener who digs it wet will ruin its structure for a season.",
    "Pruning in March is usually advised, yet the evidence for it is thin, because the trials were run on a single cultivar and over two mild winters.",
    "A hedge of hornbeam is therefore the sounder choice on an exposed site, since it keeps its leaves and costs less than yew, even if it never looks as neat.",
    "Slugs ate nine seedlings in ten before the boards were laid and three in ten afterwards, so the boards seem to work, though rain also stopped in that week.",
];

fn off_subject(essay: &str) -> String {
    let wanted = essay.split_whitespace().count() / 3;
    let text = GARDEN.join(" ");
    let times = wanted.div_ceil(text.split_whitespace().count());
    let paragraphs = (0..times)
        .map(|at| GARDEN.iter().cycle().skip(at).take(4).copied().collect::<Vec<_>>().join(" "));
    with(essay, &paragraphs.collect::<Vec<_>>().join("\n\n"))
}

fn repeated(essay: &str) -> String {
    let longest = essay
        .lines()
        .filter(|line| !line.starts_with('#'))
        .max_by_key(|line| line.len())
        .unwrap_or_default();
    with(essay, longest)
}

/// All sentences of the running text, every third one first.
fn shuffled(essay: &str) -> String {
    let mut all = Vec::new();
    let kept = by_sentence(essay, |_, sentence| {
        all.push(sentence.to_owned());
        String::new()
    });
    let order = (0..3).flat_map(|start| all.iter().skip(start).step_by(3));
    let mixed: Vec<String> = order.cloned().collect();
    let paragraphs = mixed.chunks(6).map(|chunk| chunk.join(" ")).collect::<Vec<_>>().join("\n\n");
    format!("{paragraphs}\n\n{kept}\n")
}

fn quotations(rubric: &Rubric) -> String {
    let met = rubric.points.iter().flat_map(|point| point.examples.meets.iter());
    met.map(|text| format!("> {}", text.trim().replace('\n', " "))).collect::<Vec<_>>().join("\n\n")
}

fn cited(essay: &str) -> String {
    by_sentence(essay, |_, sentence| match sentence.strip_suffix('.') {
        Some(bare) if !bare.ends_with(')') => format!("{bare} (Marlowe, 2017)."),
        _ => sentence.to_owned(),
    })
}

/// British and American spellings of words that essays use.
const SPELLINGS: &[(&str, &str)] = &[
    ("isation", "ization"),
    ("ising", "izing"),
    ("centred", "centered"),
    ("behaviour", "behavior"),
    ("colour", "color"),
    ("programme", "program"),
    ("favour", "favor"),
    ("labour", "labor"),
    ("organise", "organize"),
    ("recognise", "recognize"),
    ("prioritise", "prioritize"),
    ("judgement", "judgment"),
    ("analyse", "analyze"),
    ("centre", "center"),
];

fn respelt(essay: &str) -> String {
    SPELLINGS
        .iter()
        .fold(essay.to_owned(), |text, (british, american)| text.replace(british, american))
}

/// Two letters change places in every thirtieth word.
fn mistyped(essay: &str) -> String {
    by_line(essay, |at, line| {
        let words = line.split(' ').enumerate().map(|(number, word)| {
            let letters: Vec<char> = word.chars().collect();
            let plain = letters.len() >= 6 && letters.iter().all(|c| c.is_lowercase());
            if !plain || (at * 7 + number) % 30 != 0 {
                return word.to_owned();
            }
            let mut letters = letters;
            letters.swap(3, 4);
            letters.into_iter().collect()
        });
        words.collect::<Vec<_>>().join(" ")
    })
}

/// Well-formed sentences about nothing, with the rubric's terms in them.
fn nonsense(rubric: &Rubric) -> String {
    let terms: Vec<String> = phrases(rubric).collect();
    let term = |at: usize| terms.get(at % terms.len().max(1)).map_or("it", String::as_str);
    let lines = (0..12).map(|at| {
        format!(
            "The {} of {} is the {} through which {} becomes {}, and so every {} remains the {} of its own {}. \
             Moreover {} flows into {} because {} is always already {}, which the {} of {} has shown to be {}.",
            term(7 * at), term(7 * at + 1), term(7 * at + 2), term(7 * at + 3), term(7 * at + 4), term(7 * at + 5), term(7 * at + 6), term(7 * at + 8),
            term(11 * at), term(11 * at + 1), term(11 * at + 2), term(11 * at + 3), term(11 * at + 4), term(11 * at + 5), term(11 * at + 6),
        )
    });
    lines.collect::<Vec<_>>().join("\n\n")
}

/// Everything asked for, said to be absent.
fn denied(rubric: &Rubric) -> String {
    let lines = phrases(rubric).map(|phrase| format!("There was no {phrase} at this place."));
    let all: Vec<String> = lines.collect();
    all.chunks(5).map(|chunk| chunk.join(" ")).collect::<Vec<_>>().join("\n\n")
}

#[test]
fn marker_words_go_into_the_text_alone() {
    let essay = "# One heading of many words here\n\nThe team met on Monday morning. They agreed a plan at once.\n\n## References\n\nAdams, R. (2008) A Book of many words here.";
    let text = sprinkled(essay);
    assert!(text.contains(", the team met on Monday") && text.contains(", they agreed"));
    assert!(text.contains("# One heading") && text.contains("\nAdams, R."));
}
