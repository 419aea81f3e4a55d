//! Words of an examiner's sentence that call for a cue, and what a student lacks without it.

/// Beginnings of words, the signal they call for, and what it lacks.
const CUE_WORDS: &[(&[&str], &str, &str)] = &[
    (
        &["barrier", "obstacle", "challenge", "hinder", "undermine", "constraint"],
        "barrier",
        "what stands in the way",
    ),
    (
        &[
            "enabler",
            "facilitat",
            "promote",
            "foster",
            "support positive",
            "enable",
            "that support",
        ],
        "enabler",
        "what helps it along",
    ),
    (
        &["power", "hierarch", "status", "inequal", "dominan"],
        "power",
        "who holds the power, and what follows from it",
    ),
    (
        &[
            "quantitative",
            "metric",
            "statistic",
            "figures",
            "measur",
            "rates",
            "reduced",
            "attainment gap",
        ],
        "outcome-quantitative",
        "a result in figures",
    ),
    (
        &["qualitative", "satisfaction", "experience", "wellbeing", "well-being"],
        "outcome-qualitative",
        "a result in somebody's experience",
    ),
    (
        &["recommend", "action plan", "changes to", "improvements to", "proposals", "proposing"],
        "recommendation-grounded",
        "a recommendation with its reason",
    ),
    (
        &[
            "scenario",
            "case ",
            "cases",
            "incident",
            "case study",
            "case studies",
            "practice example",
            "patient's experience",
            "workplace",
        ],
        "case",
        "a concrete case",
    ),
    (
        &[
            "limitation",
            "its limits",
            "weakness",
            "criticism",
            "critique",
            "deterministic",
            "drawback",
            "shortcoming",
            "how far",
        ],
        "limitation",
        "where it stops, or what it cannot show",
    ),
    (
        &[
            "legislat",
            " law",
            "legal",
            " act ",
            " acts",
            "regulation",
            "statut",
            "gdpr",
            "article ",
        ],
        "law-used",
        "what the law obliges somebody to do here",
    ),
    (
        &["theor", "model", "framework", "philosoph", "sociological", "perspective"],
        "theory-applied",
        "a theory put to work on something real",
    ),
    (
        &["unintended", "side effect", "ethical consequence"],
        "unintended",
        "an effect that nobody meant",
    ),
    (&["sustainab", "long-term", "long term"], "sustainability", "whether it would last"),
    (
        &[
            "conflict",
            "compet",
            "balance",
            "contrast",
            "distinguish",
            "weigh",
            "compar",
            "both ",
            "different perspectives",
            "strengths and",
        ],
        "both-sides",
        "two sides weighed in one place",
    ),
    (
        &[
            "inclusive decision",
            "shared decision",
            "decision-making",
            "collaborat",
            "partnership",
            "co-produc",
        ],
        "shared-decision",
        "a decision taken together",
    ),
    (
        &[
            "service user",
            "participation",
            "involvement",
            "empower",
            "autonomy",
            "voice of",
            "person-centred",
            "patient-centred",
        ],
        "user-decides",
        "the person taking part in a decision",
    ),
    (
        &["judgement", "judgment", "conclusion"],
        "in:conclusion & conclusion-judgement",
        "a judgement at the end that follows from the argument",
    ),
    (
        &[
            "evidence",
            "research",
            "supported by",
            "sources",
            "inquiry",
            "studies",
            "literature",
            "data ",
        ],
        "cites",
        "a source on which it rests",
    ),
];

/// The signals that a sentence calls for, and what each lacks, in the order of the table.
pub(super) fn signals(text: &str) -> Vec<(String, String)> {
    let lower = format!(" {} ", text.to_lowercase().replace([',', '.', ';', '(', ')'], " "));
    // "Evidence-based" and "evidence of" speak of the student's own proof as well, and are left to count.
    let called =
        CUE_WORDS.iter().filter(|(words, ..)| words.iter().any(|word| begins(&lower, word)));
    called.map(|(_, signal, lacks)| ((*signal).to_owned(), (*lacks).to_owned())).collect()
}

/// The cues that may show an idea without any of its words.
pub(super) fn cues(idea: &str) -> Vec<&'static str> {
    const SHOWS: &[(&[&str], &str)] = &[
        (&["barrier", "obstacle"], "barrier"),
        (&["enabler"], "enabler"),
        (&["power", "hierarchy"], "power"),
        (&["limitation", "weaknesses"], "limitation"),
        (&["recommendation"], "recommendation"),
        (&["unintended"], "unintended"),
        (&["sustainability"], "sustainability"),
        (&["quantitative", "metrics"], "outcome-quantitative"),
        (&["qualitative", "satisfaction"], "outcome-qualitative"),
    ];
    let lower = idea.to_lowercase();
    SHOWS
        .iter()
        .filter(|(words, _)| words.iter().any(|word| lower.contains(word)))
        .map(|(_, cue)| *cue)
        .collect()
}

/// Does some word of the text begin so?
fn begins(padded: &str, word: &str) -> bool {
    padded.contains(&format!(" {}", word.trim_start()))
}

#[test]
fn words_call_for_their_cues() {
    let called: Vec<String> =
        signals("identification of barriers and enablers, supported by relevant legislation")
            .into_iter()
            .map(|it| it.0)
            .collect();
    assert_eq!(called, ["barrier", "enabler", "law-used", "cites"]);
}
