//! The names of stances and cues: the words that rubrics, reports and training data share.

/// What a sentence does with its matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stance {
    /// States, defines, narrates, reports without comment.
    Descriptive,
    /// Explains how or why, relates, contrasts, draws an implication.
    Analytical,
    /// Judges worth, strength, limit or extent; argues; recommends.
    Evaluative,
    /// Heading, signpost, reference, filler or nonsense.
    Other,
}

/// Every stance, in the order of [`Reading::stance`](crate::language::Reading).
pub const STANCES: [Stance; 4] =
    [Stance::Descriptive, Stance::Analytical, Stance::Evaluative, Stance::Other];

impl Stance {
    pub fn name(self) -> &'static str {
        match self {
            Stance::Descriptive => "descriptive",
            Stance::Analytical => "analytical",
            Stance::Evaluative => "evaluative",
            Stance::Other => "other",
        }
    }
}

macro_rules! cues {
    ($($(#[$doc:meta])* $variant:ident $name:literal,)*) => {
        /// One thing a sentence may do; several may hold at once.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Cue { $($(#[$doc])* $variant,)* }

        /// Every cue, in the order of [`Reading::cues`](crate::language::Reading).
        pub const CUES: [Cue; 23] = [$(Cue::$variant,)*];

        impl Cue {
            pub fn name(self) -> &'static str {
                match self { $(Cue::$variant => $name,)* }
            }

            pub fn named(name: &str) -> Option<Cue> {
                CUES.into_iter().find(|cue| cue.name() == name)
            }
        }
    };
}

cues! {
    /// Something that hinders what was wanted.
    Barrier "barrier",
    /// Something that makes it work.
    Enabler "enabler",
    /// A result in numbers.
    OutcomeQuantitative "outcome-quantitative",
    /// A result in people's experience.
    OutcomeQualitative "outcome-qualitative",
    /// The person concerned takes part in or makes the decision.
    UserDecides "user-decides",
    /// The person concerned is only informed, consulted for show, or done to.
    UserPassive "user-passive",
    /// Power, status, money or conflict discussed as such.
    Power "power",
    /// A concrete case or setting.
    Case "case",
    TheoryNamed "theory-named",
    /// A theory put to work on a case.
    TheoryApplied "theory-applied",
    LawNamed "law-named",
    /// A duty or consequence of the law applied.
    LawUsed "law-used",
    Recommendation "recommendation",
    /// A recommendation with its reason.
    RecommendationGrounded "recommendation-grounded",
    /// A limit of evidence, measure or argument.
    Limitation "limitation",
    Unintended "unintended",
    Sustainability "sustainability",
    /// Weighs two sides in one sentence.
    BothSides "both-sides",
    SharedDecision "shared-decision",
    InfoSharingOnly "info-sharing-only",
    /// Says that what was asked for was absent or failed.
    Negated "negated",
    ConclusionJudgement "conclusion-judgement",
    Definition "definition",
}

#[test]
fn names_lead_back_to_their_cues() {
    assert!(
        CUES.iter()
            .enumerate()
            .all(|(at, cue)| *cue as usize == at && Cue::named(cue.name()) == Some(*cue))
    );
}
