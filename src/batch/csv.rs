//! Cells of a sheet, quoted where they must be, and never a formula.

use crate::report::harmless;

/// A cell with quotation marks where its text needs them.
pub(super) fn quoted(text: &str, delimiter: char) -> String {
    let plain = !text.contains([delimiter, '"', '\n', '\r']) && text.trim() == text;
    if plain { text.to_owned() } else { format!("\"{}\"", text.replace('"', "\"\"")) }
}

/// One line of our own sheets.
pub(super) fn row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(&harmless(cell), ',')).collect();
    cells.join(",") + "\n"
}

#[test]
fn formulas_are_text() {
    assert_eq!(
        row(&["=HYPERLINK(\"x\")".into(), " @a".into(), "a, b".into(), "54".into()]),
        "\"'=HYPERLINK(\"\"x\"\")\",' @a,\"a, b\",54\n"
    );
}
