//! How far the verdicts agree with assessors, for a terminal and for programs.

use std::fmt::Write as _;

use serde_json::json;

use crate::judge::{Agreement, Calibration};
use crate::report::inert;

/// Agreement as a table, then the worst disagreements with their evidence.
pub fn calibration_terminal(calibration: &Calibration, left_out: bool) -> String {
    let it = calibration;
    let how = if left_out {
        "each judged by models fitted without it"
    } else {
        "judged by the built-in models"
    };
    let mut text = format!("{} essays, {how}\n\n", it.essays);
    let _ = writeln!(
        text,
        "points     qwk {:.2}   exact {:.0} %   within one {:.0} %   bias {:+.2}",
        it.points.kappa,
        100.0 * it.points.exact,
        100.0 * it.points.adjacent,
        it.points.bias
    );
    let _ = writeln!(text, "mistakes   kappa {:.2}", it.mistakes);
    let _ = writeln!(text, "practices  kappa {:.2}", it.practices);
    let _ = writeln!(text, "bands      qwk {:.2}", it.bands);
    let _ = writeln!(text, "mark       error {:.1}   bias {:+.1}", it.mark_error, it.mark_bias);
    let _ = writeln!(
        text,
        "length     correlation with our mark {:.2}, with the assessors' {:.2}\n",
        it.length.0, it.length.1
    );
    it.by_point.iter().for_each(|(id, agreement)| point(&mut text, id, agreement));
    let rest = it.by_mistake.iter().chain(&it.by_practice);
    for (id, kappa) in rest {
        let _ = writeln!(text, "{id:<32} kappa {kappa:.2}");
    }
    if !it.worst.is_empty() {
        text.push_str("\nWorst disagreements\n");
    }
    for worst in &it.worst {
        let _ = writeln!(
            text,
            "{} {}: assessor {}, program {}",
            worst.file, worst.point, worst.assessor, worst.program
        );
        for evidence in &worst.evidence {
            let _ = writeln!(
                text,
                "    {}: {} “{}”",
                evidence.place.start.line,
                evidence.does,
                inert(&evidence.text)
            );
        }
    }
    text
}

fn point(text: &mut String, id: &str, agreement: &Agreement) {
    let rows = agreement.confusion.iter().map(|row| row.map(|count| count.to_string()).join(" "));
    let rows = rows.collect::<Vec<_>>().join(" / ");
    let _ = writeln!(
        text,
        "{id:<32} qwk {:.2}   bias {:+.2}   assessor's rows: {rows}",
        agreement.kappa, agreement.bias
    );
}

/// The same for programs, `critique-calibration/1`.
pub fn calibration_json(calibration: &Calibration, left_out: bool) -> String {
    let it = calibration;
    let agreement = |it: &Agreement| json!({"qwk": round(it.kappa), "exact": round(it.exact), "adjacent": round(it.adjacent), "bias": round(it.bias), "confusion": it.confusion});
    let named = |list: &[(String, f64)]| {
        list.iter().map(|(id, kappa)| json!({"id": id, "kappa": round(*kappa)})).collect::<Vec<_>>()
    };
    let value = json!({
        "schema": "critique-calibration/1",
        "essays": it.essays,
        "left_out": left_out,
        "points": agreement(&it.points),
        "by_point": it.by_point.iter().map(|(id, one)| json!({"id": id, "agreement": agreement(one)})).collect::<Vec<_>>(),
        "mistakes": {"kappa": round(it.mistakes), "each": named(&it.by_mistake)},
        "practices": {"kappa": round(it.practices), "each": named(&it.by_practice)},
        "band": {"qwk": round(it.bands)},
        "mark": {"error": round(it.mark_error), "bias": round(it.mark_bias)},
        "length": {"program": round(it.length.0), "assessors": round(it.length.1)},
        "worst": it.worst.iter().map(|worst| json!({
            "file": worst.file, "point": worst.point, "assessor": worst.assessor, "program": worst.program,
            "evidence": worst.evidence.iter().map(|one| json!({"line": one.place.start.line, "does": one.does, "text": one.text})).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
    });
    let mut text =
        serde_json::to_string_pretty(&value).expect("numbers and strings always serialise");
    text.push('\n');
    text
}

fn round(number: f64) -> f64 {
    (number * 1000.0).round() / 1000.0
}
