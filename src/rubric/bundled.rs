//! The rubrics that the program brings along.

/// Id and YAML of each.
pub const BUNDLED: &[(&str, &str)] =
    &[("partnership-working", include_str!("../../rubrics/partnership-working.yaml"))];

/// The YAML of a bundled rubric.
pub fn bundled(id: &str) -> Option<&'static str> {
    BUNDLED.iter().find(|(name, _)| *name == id).map(|(_, yaml)| *yaml)
}
