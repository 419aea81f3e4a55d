//! The rubrics that the program brings along.

use crate::rubric::read::nearest;

/// Id and YAML of each; the one that serves any subject comes last.
pub const BUNDLED: &[(&str, &str)] =
    &[("partnership-working", include_str!("../../rubrics/partnership-working.yaml"))];

/// The YAML of a bundled rubric.
pub fn bundled(id: &str) -> Option<&'static str> {
    BUNDLED.iter().find(|(name, _)| *name == id).map(|(_, yaml)| *yaml)
}

/// The bundled rubric that an unknown id was probably meant to be.
pub fn meant(id: &str) -> Option<&'static str> {
    nearest(id, BUNDLED.iter().map(|(id, _)| *id))
}

#[test]
fn a_misspelt_id_leads_to_its_rubric() {
    assert_eq!(meant("partnership-workin"), Some("partnership-working"));
    assert_eq!(meant("geology"), None);
}
