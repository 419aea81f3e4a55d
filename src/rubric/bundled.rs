//! The rubrics that the program brings along.

use crate::rubric::Rubric;
use crate::rubric::read::nearest;

/// Id and YAML of each; the one that serves any subject comes last.
pub const BUNDLED: &[(&str, &str)] = &[
    ("partnership-working", include_str!("../../rubrics/partnership-working.yaml")),
    ("safeguarding", include_str!("../../rubrics/safeguarding.yaml")),
    ("leadership-management", include_str!("../../rubrics/leadership-management.yaml")),
    ("academic-writing", include_str!("../../rubrics/academic-writing.yaml")),
];

/// The YAML of a bundled rubric.
pub fn bundled(id: &str) -> Option<&'static str> {
    BUNDLED.iter().find(|(name, _)| *name == id).map(|(_, yaml)| *yaml)
}

/// The same as `build.rs` wrote it, in the same order.
const BUILT: &[&str] = &[
    include_str!(concat!(env!("OUT_DIR"), "/partnership-working.json")),
    include_str!(concat!(env!("OUT_DIR"), "/safeguarding.json")),
    include_str!(concat!(env!("OUT_DIR"), "/leadership-management.json")),
    include_str!(concat!(env!("OUT_DIR"), "/academic-writing.json")),
];

/// A bundled rubric, without the checks that its YAML passed when the program was tested.
pub fn bundled_rubric(id: &str) -> Option<Rubric> {
    let at = BUNDLED.iter().position(|(name, _)| *name == id)?;
    let rubric = serde_json::from_str(BUILT[at]);
    Some(rubric.expect("a test compares it with its YAML"))
}

/// The bundled rubric that an unknown id was probably meant to be.
pub fn meant(id: &str) -> Option<&'static str> {
    nearest(id, BUNDLED.iter().map(|(id, _)| *id))
}

#[test]
fn what_was_built_is_what_the_yaml_says() {
    for (id, yaml) in BUNDLED {
        let (read, _) = crate::rubric::read(yaml, id).expect("a bundled rubric reads");
        let built = bundled_rubric(id).expect("it is bundled");
        assert_eq!(format!("{built:?}"), format!("{read:?}"), "{id}");
    }
}

#[test]
fn a_misspelt_id_leads_to_its_rubric() {
    assert_eq!(meant("partnership-workin"), Some("partnership-working"));
    assert_eq!(meant("geology"), None);
}
