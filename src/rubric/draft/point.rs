//! A marking point drafted: its title, ideas, signals and questions.

use super::Given;
use super::advice::{self, Questions};
use super::chunk::chunks;
use super::cue_words::signals;
use super::idea::Ideas;
use super::page::Page;
use super::rung::{asked, rung};
use super::title::{fresh, slug, title};
use crate::rubric::{Grade, Verb};

/// A point being drafted.
#[derive(Clone, Debug)]
pub(super) struct Drafted {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) credit: String,
    pub(super) worth: usize,
    pub(super) grade: Option<Grade>,
    pub(super) ideas: Vec<String>,
    pub(super) seeks: Vec<(String, String)>,
    pub(super) rung: Verb,
    pub(super) questions: Questions,
}

/// A point asks for at most this many ideas and signals.
const IDEAS: usize = 7;
const SEEKS: usize = 8;

/// Every marking point of the page, its worth as given or an even share of 100.
pub(super) fn points(page: &Page, given: &Given, ideas: &mut Ideas) -> Vec<Drafted> {
    let none =
        ["Explain the subject of this unit and support what is said with evidence.".to_owned()];
    let credits: &[String] = if page.points.is_empty() { &none } else { &page.points };
    let mut drafted: Vec<Drafted> = Vec::new();
    let worths = worths(credits.len(), &given.weights);
    for (at, credit) in credits.iter().enumerate() {
        let id = fresh(&slug(&title(&asked(credit))), |id| drafted.iter().any(|it| it.id == id));
        let drafted_here = point(id, credit, ideas);
        drafted.push(Drafted {
            worth: worths[at],
            grade: given.grades.get(at).copied(),
            ..drafted_here
        });
    }
    drafted
}

/// Whole numbers that make 100: what rounding takes from one point, the next one gets.
fn worths(count: usize, weights: &[f64]) -> Vec<usize> {
    let sum: f64 = weights.iter().sum();
    let usable = weights.len() == count
        && sum > 0.0
        && weights.iter().all(|it| it.is_finite() && *it >= 0.0);
    let weights = if usable { weights.to_vec() } else { vec![1.0; count] };
    let sum: f64 = weights.iter().sum();
    let (mut exact, mut given) = (0.0, 0);
    let worths = weights.iter().map(|weight| {
        exact += 100.0 * weight / sum;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
        let upto = exact.round() as usize;
        let worth = upto - given;
        given = upto;
        worth
    });
    worths.collect()
}

fn point(id: String, credit: &str, ideas: &mut Ideas) -> Drafted {
    let asked = asked(credit);
    let mut wanted: Vec<String> = Vec::new();
    for chunk in chunks(&asked).iter().take(IDEAS) {
        let idea = ideas.ask(chunk, &meaning(&asked, &chunk.halves[0]));
        wanted.extend(idea.filter(|id| !wanted.contains(id)));
    }
    if wanted.is_empty() {
        wanted.push(ideas.subject.id.clone());
    }
    let rung = rung(credit);
    let seeks = seeks(credit, &wanted, rung, ideas);
    let questions = advice::questions(&wanted, rung, ideas);
    Drafted {
        id,
        title: title(&asked),
        credit: credit.to_owned(),
        worth: 0,
        grade: None,
        ideas: wanted,
        seeks,
        rung,
        questions,
    }
}

/// The clause in which a phrase stands, or the whole sentence where the clause is only the phrase.
fn meaning(sentence: &str, phrase: &str) -> String {
    let clause = sentence
        .split(['(', ')', ';'])
        .flat_map(|part| part.split(", "))
        .find(|clause| clause.contains(phrase));
    let clause = clause
        .map(str::trim)
        .filter(|it| it.split_whitespace().count() > phrase.split_whitespace().count() + 2);
    clause
        .map_or(sentence, |clause| {
            ["and ", "or ", "including ", "of "]
                .iter()
                .fold(clause, |it, small| it.trim_start_matches(small))
        })
        .to_owned()
}

/// The rung on each of the first ideas, then the cues that the words call for.
fn seeks(credit: &str, wanted: &[String], rung: Verb, ideas: &Ideas) -> Vec<(String, String)> {
    let mut seeks: Vec<(String, String)> = Vec::new();
    for id in wanted.iter().take(3) {
        let lacks = match rung {
            Verb::Weighs => format!("{} judged, or set against another view", ideas.title(id)),
            Verb::Applies => format!("{} put to work on a case", ideas.title(id)),
            _ => format!("how or why {} {}", ideas.title(id), matter_s(ideas.title(id))),
        };
        seeks.push((format!("idea:{id} & {}", rung.name()), lacks));
    }
    seeks.extend(signals(credit));
    if seeks.len() < 4 {
        seeks.push((
            "applies & explains".to_owned(),
            "an example that is explained and not only told".to_owned(),
        ));
    }
    seeks.truncate(SEEKS);
    seeks
}
/// "matters", or "matter" after several: by the last word of the phrase before its first small word.
fn matter_s(title: &str) -> &'static str {
    const SMALL: &[&str] = &["of", "in", "for", "within", "on", "to", "between", "with"];
    let head = title.split_whitespace().take_while(|word| !SMALL.contains(word)).last();
    let several = |word: &str| {
        word.ends_with('s')
            && !["ss", "us", "is", "ics"].iter().any(|ending| word.ends_with(ending))
    };
    if head.is_some_and(several) || title.contains(" and ") { "matter" } else { "matters" }
}

#[test]
fn one_thing_matters_and_several_matter() {
    for (title, verb) in [
        ("victims", "matter"),
        ("access to services", "matters"),
        ("needs of carers", "matter"),
        ("consensus", "matters"),
        ("ethics", "matters"),
        ("Health and Care", "matter"),
    ] {
        assert_eq!(matter_s(title), verb, "{title}");
    }
}
