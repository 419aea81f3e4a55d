//! A comparison for programs, `critique-comparison/1`.

use serde_json::{Value, json};

use crate::report::compare::{Comparison, PointChange, Receipt, Side};
use crate::report::pretty;

pub fn compare_json(comparison: &Comparison) -> String {
    pretty(&json!({
        "schema": "critique-comparison/1",
        "old": side(&comparison.old),
        "new": side(&comparison.new),
        "points": comparison.points.iter().map(point).collect::<Vec<_>>(),
        "receipts": comparison.receipts.iter().map(receipt).collect::<Vec<_>>(),
        "open": comparison.open,
    }))
}

fn side(it: &Side) -> Value {
    json!({"path": it.path, "mark": it.mark, "band": it.band, "words": it.words, "counts": it.counts})
}

fn point(it: &PointChange) -> Value {
    json!({
        "id": it.id,
        "before": {"level": it.before.0.number(), "marks": it.before.1},
        "after": {"level": it.after.0.number(), "marks": it.after.1},
        "out_of": it.out_of,
        "change": it.change.map(crate::report::Change::name),
    })
}

fn receipt(it: &Receipt) -> Value {
    json!({"change": it.change.name(), "what": it.what, "line": it.line})
}
