//! A rubric to begin with: a commented skeleton that reads.

/// The YAML of a small rubric with everything in it once; `id` must be kebab-case.
pub fn blank(id: &str) -> String {
    include_str!("blank.yaml").replacen("my-unit", id, 1)
}

#[test]
fn the_blank_rubric_reads_without_a_warning() {
    let (rubric, warnings) =
        crate::rubric::read(&blank("oral-health"), "blank.yaml").expect("it reads");
    assert_eq!((rubric.id.as_str(), warnings.len()), ("oral-health", 0));
}
