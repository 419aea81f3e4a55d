//! Any bytes may be called a gradebook; whatever is not a grade stays as it was.

#![no_main]

use critique::batch::{Gradebook, Marked, Outcome, Unread};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for assignment in [None, Some("77")] {
        let Ok(gradebook) = Gradebook::read(bytes.to_vec(), assignment) else { continue };
        let (unchanged, _) = gradebook.fill(&Marked::default(), true);
        assert_eq!(unchanged.as_bytes(), bytes);
        let outcomes = vec![outcome("Ana Lee", Some("101")), outcome("Bo Ek", None)];
        let unread = Unread {
            student: "Cy Fox".into(),
            identifier: Some("103".into()),
            folder: "Cy Fox_103".into(),
            reason: "a PDF".into(),
        };
        let marked = Marked { outcomes, unread: vec![unread], shared: Vec::new() };
        for overwrite in [false, true] {
            let (sheet, ledger) = gradebook.fill(&marked, overwrite);
            ledger.text();
            Gradebook::read(sheet.into_bytes(), assignment).expect("a filled sheet is a sheet");
        }
    }
});

fn outcome(student: &str, identifier: Option<&str>) -> Outcome {
    Outcome {
        key: String::new(),
        sizes: [0, 0],
        student: student.into(),
        identifier: identifier.map(str::to_owned),
        folder: student.into(),
        file: "essay.md".into(),
        beside: Vec::new(),
        mark: 54,
        band: "Pass".into(),
        words: 1000,
        within: Some(true),
        levels: vec![1, 2],
        made: vec![true],
        met: vec![false],
        stance: [1, 2, 3, 4],
        findings: 2,
        steps: Vec::new(),
        first_step: "=Whose \"words\", and\nwhy?".into(),
        citations: Vec::new(),
    }
}
