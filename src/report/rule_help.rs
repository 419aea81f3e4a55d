//! What a rule checks and why, for faces that explain rules.

/// A rule in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleHelp {
    /// One sentence.
    pub what: String,
    /// Why a marker cares, or what to ask oneself.
    pub why: String,
}

/// Says what a rule checks; none for a rule that it does not know.
pub type Explain<'a> = &'a dyn Fn(&str) -> Option<RuleHelp>;
