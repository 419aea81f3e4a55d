//! Kinds of mistake and of good practice that every subject knows, told by their words.

use super::kind::Use::{Both, Mistake, Practice};

/// A kind: the words that tell it, what shows that an essay does well, what speaks against it, and how much is needed.
pub(super) struct Kind {
    pub(super) used: Use,
    /// Each a set of word beginnings of which one must stand in the sentence; all sets must.
    pub(super) words: &'static [&'static [&'static str]],
    pub(super) well: &'static [(&'static str, &'static str)],
    pub(super) ill: &'static [(&'static str, &'static str)],
    pub(super) need: f32,
    pub(super) question: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    Mistake,
    Practice,
    Both,
}

const LACKING: &[&str] = &[
    "without",
    "not ",
    "no ",
    "fail",
    "lack",
    "rather than",
    "instead",
    "in place of",
    "neglect",
    "only",
    "ignor",
    "overlook",
    "generic",
    "vague",
    "unsupported",
    "never",
    "little",
];

/// Every kind; a sentence may be of several.
pub(super) const KINDS: &[Kind] = &[
    Kind {
        used: Mistake,
        words: &[
            &["theor", "model", "concept", "framework", "definition", "defining"],
            &[
                "link",
                "appl",
                "practice",
                "example",
                "concrete",
                "headings only",
                "without",
                "context",
            ],
            LACKING,
        ],
        well: &[
            ("theory-applied", "a theory used to read a real situation"),
            ("theory-named & case", "a theory beside the case that it explains"),
            ("case & explains", "a concrete case that carries a point"),
            ("applies & explains", "an idea put to work and explained"),
        ],
        ill: &[("definition", "definitions without an example")],
        need: 0.0,
        question: "Where in your example can the reader see the theory at work, and what does it explain there?",
    },
    Kind {
        used: Mistake,
        words: &[&["outcome", "benefit", "impact", "effectiveness"], LACKING],
        well: &[
            ("outcome-quantitative", "an outcome in figures"),
            ("outcome-qualitative", "an outcome in somebody's experience"),
            ("limitation", "a limit of the evidence or of what was achieved"),
            ("unintended", "an effect that nobody meant"),
        ],
        ill: &[],
        need: 0.0,
        question: "How do you know that it worked, for whom, and what does the evidence leave open?",
    },
    Kind {
        used: Mistake,
        words: &[&[
            "legislat",
            "law",
            "legal",
            "act ",
            "acts ",
            "policy",
            "gdpr",
            "statut",
            "regulation",
        ]],
        well: &[
            ("law-used", "what a law obliges somebody to do here"),
            ("law-named & explains", "a law explained and not only named"),
            ("law-used & cites", "the section or source on which it rests"),
        ],
        ill: &[],
        need: 0.0,
        question: "What exactly does the law oblige these people to do, in which section, and did they do it?",
    },
    Kind {
        used: Mistake,
        words: &[&["power", "hierarch", "inequal", "conflict"]],
        well: &[
            ("power", "who has the last word or the money, and what follows from it"),
            ("power & explains", "how power shaped what happened"),
            ("both-sides", "two perspectives set against each other"),
        ],
        ill: &[],
        need: 0.0,
        question: "Who could say no here, and whose view counted less because of it?",
    },
    Kind {
        used: Mistake,
        words: &[
            &[
                "service user",
                "carer",
                "patient",
                "client",
                "resident",
                "child",
                "person-centred",
                "involvement",
                "tokenis",
            ],
            &[
                "overlook", "ignor", "token", "central", "without", "neglect", "forget", "exclud",
                "passive", "voice", "view of",
            ],
        ],
        well: &[
            ("user-decides", "the person taking part in a decision"),
            ("shared-decision", "a decision taken together with the person"),
            ("outcome-qualitative", "what the person made of it"),
            ("user-passive & weighs", "a critical look at being left out"),
        ],
        ill: &[("user-passive", "the person only informed or done to")],
        need: 0.0,
        question: "What did the person themselves say, choose or refuse, and what changed because of it?",
    },
    Kind {
        used: Mistake,
        words: &[&["communication", "information sharing", "sharing information"]],
        well: &[
            ("shared-decision", "a decision taken together"),
            ("user-decides", "a decision in which the person had a hand"),
            ("power", "what partners had to give up to one another"),
        ],
        ill: &[("info-sharing-only", "passing information on as the whole of it")],
        need: 0.0,
        question: "Once the information had been shared, what was decided or done that nobody could have done alone?",
    },
    Kind {
        used: Mistake,
        words: &[
            &[
                "opinion",
                "anecdot",
                "common sense",
                "common-sense",
                "assertion",
                "unsupported",
                "references",
                "referencing",
                "citation",
                "evidence",
                "outdated",
            ],
            &[
                "without",
                "no ",
                "lack",
                "rel",
                "in place of",
                "instead",
                "rather than",
                "unsupported",
                "fail",
                "little",
                "personal",
                "outdated",
                "asserti",
            ],
        ],
        well: &[
            ("cites", "a source on which a claim rests"),
            ("cites & explains", "a source put to use"),
            ("outcome-quantitative", "figures from a source"),
            ("cites & weighs", "a source judged"),
        ],
        ill: &[],
        need: 0.0,
        question: "Which published finding shows this, and what exactly did it find?",
    },
    Kind {
        used: Mistake,
        words: &[&[
            "one-sided",
            "one side",
            "unbalanced",
            "biased account",
            "single perspective",
            "opposing",
            "competing",
            "counter",
        ]],
        well: &[
            ("both-sides", "two views weighed in one place"),
            ("weighs", "a claim judged"),
            ("limitation", "what speaks against your own view"),
        ],
        ill: &[],
        need: 0.0,
        question: "What would somebody who disagrees say, and how would you answer?",
    },
    Kind {
        used: Mistake,
        words: &[&["conclusion", "judgement", "judgment"]],
        well: &[
            ("in:conclusion & conclusion-judgement", "a judgement in the conclusion"),
            ("in:conclusion & weighs", "what the argument amounts to"),
            ("both-sides", "two views weighed before the judgement"),
            ("weighs & explains", "a judgement with its reason"),
        ],
        ill: &[],
        need: 0.0,
        question: "Having weighed all this, what do you hold to be true, and why?",
    },
    Kind {
        used: Mistake,
        words: &[
            &["recommendation", "intention", "action point", "proposal", "solution", "action plan"],
            &[
                "vague",
                "generic",
                "general",
                "unrealistic",
                "unsupported",
                "no detail",
                "without",
                "such as",
                "complete",
            ],
        ],
        well: &[
            ("recommendation-grounded", "a recommendation with its reason"),
            ("recommendation & cites", "a recommendation that rests on evidence"),
            ("recommendation & limitation", "what the recommendation cannot do"),
        ],
        ill: &[],
        need: 0.0,
        question: "Who would do what, by when, at what cost, and how would anybody know that it had worked?",
    },
    Kind {
        used: Mistake,
        words: &[&[
            "responsib",
            "blam",
            "colleagues",
            "one's own",
            "their own",
            "own actions",
            "self",
        ]],
        well: &[
            ("idea:own-part & explains", "your own part, and why you acted so"),
            ("idea:own-part & weighs", "your own part, judged"),
            ("idea:own-part & negated", "what you did not do"),
        ],
        ill: &[],
        need: 0.0,
        question: "What did you yourself do, think or leave undone, and why?",
    },
    Kind {
        used: Mistake,
        words: &[&[
            "descri",
            "retell",
            "recount",
            "narrat",
            "story",
            "stories",
            "catalogue",
            "list of",
            "listing",
            "one after another",
            "summaris",
            "superficial",
            "juxtapos",
        ]],
        well: &[
            ("weighs", "a claim judged or set against another"),
            ("both-sides", "two views weighed in one place"),
            ("limitation", "the limit of an idea or of a piece of evidence"),
            ("case & explains", "what happened explained, and not only told"),
            ("cites & weighs", "a source judged, and not only reported"),
        ],
        ill: &[("definition", "definitions in place of argument")],
        need: 0.0,
        question: "Which sentence says why this matters or how far it is true, and not only what happened?",
    },
    Kind {
        used: Mistake,
        words: &[&["generic", "vague", "example", "concrete", "general"], LACKING],
        well: &[
            ("case", "a concrete case"),
            ("case & explains", "a case that carries a point"),
            ("applies", "an idea put to work in a setting"),
        ],
        ill: &[],
        need: 0.0,
        question: "Which real setting, person or event would let a reader check what you say?",
    },
    Kind {
        used: Both,
        words: &[&["confidential", "anonym", "pseudonym"]],
        well: &[(
            "idea:confidentiality-kept & names",
            "a sentence on how identities are protected",
        )],
        ill: &[],
        need: 0.0,
        question: "Where do you say how the people in your account are protected from being recognised?",
    },
    Kind {
        used: Practice,
        words: &[&[
            "case stud",
            "scenario",
            "real-life",
            "real-world",
            "practice example",
            "documented case",
            "example",
        ]],
        well: &[
            ("case & explains", "a case that carries a point"),
            ("theory-applied", "a theory used to read a case"),
            ("case & weighs", "a case from which something is judged"),
        ],
        ill: &[],
        need: 0.0,
        question: "Which case could you return to in each section, and what does it show?",
    },
    Kind {
        used: Practice,
        words: &[&["legislat", "law", " act ", "provision", "article", "section number"]],
        well: &[
            ("law-used", "what a law obliges somebody to do"),
            ("law-named & explains", "a law explained"),
        ],
        ill: &[],
        need: 0.0,
        question: "What does the provision oblige somebody to do in your case?",
    },
    Kind {
        used: Practice,
        words: &[&["unintended", "sustainab", "beyond", "long-term"]],
        well: &[
            ("unintended", "a consequence that nobody meant"),
            ("sustainability", "whether it will last"),
            ("limitation", "what the measure leaves out"),
        ],
        ill: &[],
        need: 0.0,
        question: "What came of it that nobody meant, and would it last?",
    },
    Kind {
        used: Practice,
        words: &[&["recommend", "action point", "proposing", "safeguard", "propose"]],
        well: &[
            ("recommendation-grounded", "a recommendation with its reason"),
            ("recommendation & cites", "a recommendation that rests on evidence"),
        ],
        ill: &[],
        need: 0.0,
        question: "What should whom do next, and which finding shows that it would help?",
    },
    Kind {
        used: Practice,
        words: &[&[
            "structure",
            "plan for",
            "organise",
            "learning outcome",
            "signpost",
            "wording of the question",
        ]],
        well: &[
            ("in:heading & names", "headings that name the parts of the question"),
            ("idea:signposting & names", "signposts that say what comes next"),
        ],
        ill: &[],
        need: 0.0,
        question: "Could a reader find each part of the answer from the headings or first words alone?",
    },
    Kind {
        used: Practice,
        words: &[&["conclu", "judgement", "judgment", "finish with", "end with"]],
        well: &[
            ("in:conclusion & conclusion-judgement", "a judgement in the conclusion"),
            ("in:conclusion & weighs", "what the argument amounts to"),
        ],
        ill: &[],
        need: 0.0,
        question: "Having weighed all this, what do you hold to be true that your introduction could not yet say?",
    },
    Kind {
        used: Practice,
        words: &[&[
            "evaluat",
            "weigh",
            "balance",
            "critical",
            "higher-order",
            "disagree",
            "justify",
            "limit",
        ]],
        well: &[
            ("weighs", "a claim judged"),
            ("both-sides", "two views weighed in one place"),
            ("limitation", "what an idea or a source cannot show"),
        ],
        ill: &[],
        need: 0.0,
        question: "Which claim could a reasonable person dispute, and what would settle it?",
    },
    Kind {
        used: Practice,
        words: &[&[
            "evidence",
            "research",
            "studies",
            "source",
            "findings",
            "up-to-date",
            "references",
        ]],
        well: &[
            ("cites", "a source on which a claim rests"),
            ("cites & explains", "a source put to use"),
            ("cites & weighs", "a source judged"),
        ],
        ill: &[],
        need: 0.0,
        question: "Which published finding shows this, and what does it not show?",
    },
];

impl Kind {
    /// Is a sentence, in small letters, of this kind?
    pub(super) fn fits(&self, sentence: &str, used: Use) -> bool {
        let padded = format!(
            " {} ",
            sentence.to_lowercase().replace([',', '.', ';', '(', ')', '\'', '’'], " ")
        );
        let has = |word: &&str| padded.contains(&format!(" {}", word.trim_start()));
        (self.used == used || self.used == Both)
            && self.words.iter().all(|set| set.iter().any(|word| has(&word)))
    }
}
