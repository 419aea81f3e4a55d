//! The rung that an examiner's verb demands, and the examiner's sentence without its opening.

use super::lexicon::words;
use crate::rubric::Verb;

/// Openings of marking points, the longer before the shorter.
const OPENINGS: &[&str] = &[
    "assessors will expect",
    "examiners will expect",
    "markers will expect",
    "credit should be awarded for",
    "credit will be awarded for",
    "credit is awarded for",
    "evidence of how",
    "assessors will look for evidence of",
    "assessors will look for",
    "assessors look for",
    "examiners will look for evidence of",
    "examiners will look for",
    "examiners look for",
    "examiners expect",
    "examiners reward",
    "credit should be given for",
    "credit will be given for",
    "credit is given for",
    "credit can be given for",
    "marks should be awarded for",
    "marks will be awarded for",
    "marks are awarded for",
    "award marks for",
    "award credit for",
    "award credit to",
    "award credit where",
    "give credit for",
    "look for evidence of",
    "look for evidence that",
    "look out for",
    "look for",
    "evidence of",
    "evidence that",
    "students should be able to",
    "students should",
    "students must",
    "students need to",
    "learners should be able to",
    "learners should",
    "learners must",
    "learners need to",
    "learners can",
    "candidates should be able to",
    "candidates should",
    "candidates must",
    "the student should",
    "the learner can",
    "the learner should",
    "the essay should",
    "the answer should",
    "answers should",
    "responses should",
    "higher marks for",
    "top marks for",
    "reward",
    "expect",
    "require",
    "credit",
    "award",
    "accept",
    "demonstrating",
    "demonstration of",
    "demonstrate",
    "showing",
    "show",
    "the ability to",
    "ability to",
    "a",
    "an",
    "the",
];

/// Openings of mistakes.
const FAULTS: &[&str] = &[
    "students often",
    "students tend to",
    "students sometimes",
    "many students",
    "some students",
    "learners often",
    "many learners",
    "some learners",
    "candidates often",
    "many candidates",
    "weaker answers",
    "weak answers",
    "a common error is",
    "a common mistake is",
    "a frequent error is",
    "a frequent mistake is",
    "another common error is",
    "common errors include",
    "do not",
    "don't",
    "avoid",
    "failing to",
    "fail to",
    "neglect to",
    "neglecting to",
    "forgetting to",
    "forget to",
];

/// Words of quality and of thought before "of": "critical understanding of", "analytical depth when evaluating how".
const DOING: &[&str] = &[
    "understanding",
    "knowledge",
    "analysis",
    "evaluation",
    "explanation",
    "discussion",
    "assessment",
    "appraisal",
    "examination",
    "application",
    "depth",
    "consideration",
    "awareness",
    "recognition",
    "identification",
    "use",
    "comparison",
    "interpretation",
    "grasp",
    "links",
    "exploration",
    "account",
    "description",
    "review",
    "insight",
    "evaluating",
    "analysing",
    "explaining",
    "assessing",
    "discussing",
    "comparing",
    "applying",
    "describing",
    "examining",
    "critiquing",
    "justifying",
    "identifying",
    "evaluate",
    "analyse",
    "explain",
    "assess",
    "discuss",
    "compare",
    "apply",
    "describe",
    "examine",
    "review",
    "identify",
    "outline",
    "justify",
    "critique",
];

/// The sentence without the words that only address the examiner.
pub(super) fn asked(credit: &str) -> String {
    let mut rest = stripped(credit.trim().trim_end_matches('.'), OPENINGS);
    while let Some(shorter) = without_doing(&rest) {
        rest = stripped(&shorter, &["how", "the", "a", "an"]);
    }
    rest
}

/// A mistake without the words that only accuse.
pub(super) fn fault(says: &str) -> String {
    stripped(says.trim().trim_end_matches('.'), FAULTS)
}

fn stripped(text: &str, openings: &[&str]) -> String {
    let mut rest = text.to_owned();
    'again: loop {
        let lower = rest.to_lowercase();
        for opening in openings {
            // Lower case may differ in length; then nothing is stripped.
            if lower.starts_with(&format!("{opening} ")) && rest.is_char_boundary(opening.len()) {
                rest = String::from(rest[opening.len()..].trim_start());
                continue 'again;
            }
        }
        return rest;
    }
}

/// "critical understanding and evaluation of X" gives "X".
fn without_doing(text: &str) -> Option<String> {
    const ARMS: &[&str] = &[" of ", " for ", " when ", " to ", " in ", " between "];
    let words: Vec<&str> = text.split_whitespace().collect();
    let at = words
        .iter()
        .take(9)
        .rposition(|word| DOING.contains(&word.to_lowercase().trim_matches(',')))?;
    let lead = &words[..at];
    let plain = |word: &&&str| {
        let word = word.to_lowercase();
        let word = word.trim_matches(',');
        ["and", "or", "a", "an", "the", "critically", "both", "when", "of", "in"].contains(&word)
            || DOING.contains(&word)
            || super::lexicon::is_scheme(word)
            || word.ends_with("ly")
    };
    if !lead.iter().all(|word| plain(&word)) {
        return None;
    }
    let rest = words[at + 1..].join(" ");
    let arm = ARMS.iter().find(|arm| format!("{rest} ").starts_with(arm.trim_start()));
    match arm {
        Some(arm) => Some(rest[arm.trim_start().len().min(rest.len())..].to_owned())
            .filter(|it| it.split_whitespace().count() >= 2),
        None if words[at].ends_with('g')
            || words[at].ends_with('e')
            || words[at].ends_with('s')
            || words[at].ends_with('n') =>
        {
            Some(rest).filter(|it| it.split_whitespace().count() >= 2 && !it.starts_with("and "))
        }
        None => None,
    }
}

/// Does the sentence say what is to be done: "explain", "critical understanding of", "evaluation"?
pub(in crate::rubric) fn has_verb(credit: &str) -> bool {
    let lower = credit.to_lowercase();
    let doing = words(&lower).any(|word| {
        DOING.contains(&word) || DOING.iter().any(|it| word.strip_suffix('s') == Some(it))
    });
    doing || RUNGS.iter().any(|(_, words)| words.iter().any(|word| lower.contains(word)))
}

/// Words that demand a rung, the highest first.
const RUNGS: &[(Verb, &[&str])] = &[
    (
        Verb::Weighs,
        &[
            "critical",
            "evaluat",
            "weigh",
            "apprais",
            "judge",
            "judgement",
            "assess",
            "justif",
            "balanced",
            "recommend",
            "strengths",
            "limitation",
            "critique",
            "how far",
            "to what extent",
            "compet",
            "compar",
            "contrast",
        ],
    ),
    (Verb::Applies, &["appl", "scenario", "case", "in practice", "own feelings", "own practice"]),
    (
        Verb::Explains,
        &[
            "analys",
            "explain",
            "explanation",
            "understanding",
            "discuss",
            "interpret",
            "examin",
            "relationship",
            "how ",
            "why ",
        ],
    ),
];

/// What the sentence wants done with its ideas.
pub(super) fn rung(credit: &str) -> Verb {
    let lower = credit.to_lowercase();
    let found = RUNGS.iter().find(|(_, words)| words.iter().any(|word| lower.contains(word)));
    found.map_or(Verb::Explains, |(verb, _)| *verb)
}

#[test]
fn openings_fall_away() {
    let cases = [
        (
            "Award credit for demonstrating critical understanding of philosophies such as dignity.",
            "philosophies such as dignity",
        ),
        (
            "Look for evidence of analytical depth when evaluating how specific strategies work.",
            "specific strategies work",
        ),
        (
            "Credit should be given for a robust evaluation of partnership outcomes.",
            "partnership outcomes",
        ),
        ("Reward analysis of processes within schools.", "processes within schools"),
        ("Students should explain the causes of the war.", "causes of the war"),
    ];
    for (credit, wanted) in cases {
        assert_eq!(asked(credit), wanted);
    }
    assert_eq!(rung("Look for accurate application of data protection law"), Verb::Applies);
    assert_eq!(rung("Require a balanced evaluation"), Verb::Weighs);
}
