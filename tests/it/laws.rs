//! The metamorphic laws: stuffing never pays, and what does not matter changes nothing.

use std::fmt::Write as _;

use critique::critique;
use critique::judge::{Lens, mutants};
use critique::language::{Engine, Reader};
use critique::rubric::{BUNDLED, read};

const ESSAYS: [(&str, &str); 6] = [
    ("care-home-distinction", include_str!("../essays/care-home-distinction.md")),
    ("asylum-health-merit", include_str!("../essays/asylum-health-merit.md")),
    ("camhs-merit", include_str!("../essays/camhs-merit.md")),
    ("recovery-pass", include_str!("../essays/recovery-pass.md")),
    ("day-service-pass", include_str!("../essays/day-service-pass.md")),
    ("prison-fail", include_str!("../essays/prison-fail.md")),
];

fn movements(engine: Engine) {
    let reader = Reader::new(engine);
    let mut broken = Vec::new();
    let mut table = String::new();
    for (id, yaml) in BUNDLED {
        let lens = Lens::new(read(yaml, id).expect("bundled rubrics read").0);
        let mark = |text: &str| critique(text, &lens, &reader).mark;
        for (name, essay) in ESSAYS {
            let before = mark(essay);
            for mutant in mutants(essay, &lens.rubric) {
                let after = mark(&mutant.text);
                let _ = writeln!(table, "{id} {name}: {}: {before} -> {after}", mutant.name);
                if !mutant.law.holds(before, after, engine, &lens.rubric) {
                    broken.push(format!(
                        "{id} {name}: {} ({:?}): {before} -> {after}",
                        mutant.name, mutant.law
                    ));
                }
            }
        }
    }
    assert!(
        broken.is_empty(),
        "{} laws broken:\n{}\n\nall movements:\n{table}",
        broken.len(),
        broken.join("\n")
    );
}

#[test]
fn the_deep_reader_cannot_be_stuffed() {
    movements(Engine::best());
}

#[test]
fn the_fast_reader_cannot_be_stuffed() {
    movements(Engine::Fast);
}
