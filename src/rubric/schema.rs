//! The JSON Schema of a rubric, for completion and checks in an editor.

use schemars::generate::SchemaSettings;
use serde_json::Value;

use crate::rubric::Rubric;

/// The line at the head of a rubric by which editors find the schema that `critique rubric schema` writes.
pub const MODELINE: &str = "# yaml-language-server: $schema=rubric.schema.json";

/// The schema as JSON.
pub fn json() -> Value {
    let mut schema =
        SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Rubric>();
    schema.insert("title".to_owned(), "A rubric of critique".into());
    schema.into()
}

/// The schema as text, ending in a line break.
pub fn schema() -> String {
    format!("{:#}\n", json())
}

#[test]
fn unknown_keys_are_refused_and_keys_described() {
    let schema = json();
    assert_eq!(schema["additionalProperties"], false);
    assert_eq!(
        schema["$defs"]["Point"]["properties"]["credit"]["description"],
        "The examiner's sentence, word for word."
    );
}
