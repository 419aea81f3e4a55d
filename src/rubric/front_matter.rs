//! What an essay's front matter says about its rubric.

use serde::Deserialize;

#[derive(Deserialize)]
struct FrontMatter {
    #[serde(default)]
    rubric: Option<String>,
}

/// The `rubric:` of an essay's front matter, if it has one; front matter that cannot be read has none.
pub fn named_in_front_matter(yaml: &str) -> Option<String> {
    let yaml = yaml.trim().trim_start_matches("---").trim_end_matches("---");
    serde_yaml::from_str::<FrontMatter>(yaml).ok()?.rubric
}

#[test]
fn the_rubric_is_named_or_not() {
    assert_eq!(
        named_in_front_matter("title: x\nrubric: safeguarding\n").as_deref(),
        Some("safeguarding")
    );
    assert_eq!(named_in_front_matter("title: x"), None);
    assert_eq!(named_in_front_matter("{{{"), None);
}
