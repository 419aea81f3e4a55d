//! The show essays earn what they should.

use critique::critique;
use critique::judge::{Critique, Lens};
use critique::language::{Engine, Reader};
use critique::rubric::{bundled, read};

fn partnership(essay: &str) -> Critique {
    let yaml = bundled("partnership-working").expect("it is bundled");
    let lens = Lens::new(read(yaml, "partnership-working").expect("it reads").0);
    critique(essay, &lens, &Reader::new(Engine::best()))
}

#[test]
fn the_seed_essay_fails_with_a_reason_for_each_mistake() {
    let critique = partnership(include_str!("../../examples/partnership-working-seed.md"));
    assert!(critique.mark < 40, "{}", critique.mark);
    assert_eq!(critique.mistakes.len(), 6);
    assert!(critique.mistakes.iter().all(|it| !it.reason.is_empty() || !it.evidence.is_empty()));
}

#[test]
fn the_strong_example_is_a_merit_or_better() {
    let critique = partnership(include_str!("../../examples/partnership-working-strong.md"));
    assert!(critique.mark >= 55, "{}", critique.mark);
}

#[test]
fn the_sum_adds_up_and_marks_stay_within_their_worth() {
    for essay in [
        include_str!("../../examples/partnership-working-seed.md"),
        include_str!("../essays/stuffed.md"),
    ] {
        let critique = partnership(essay);
        assert_eq!(
            critique.sum.iter().map(|line| line.amount).sum::<i64>(),
            i64::from(critique.mark)
        );
        assert!(
            critique
                .criteria
                .iter()
                .flat_map(|it| &it.points)
                .all(|point| point.marks <= point.out_of)
        );
    }
}

#[test]
fn essays_written_for_the_tool_earn_next_to_nothing() {
    for (name, essay) in [
        ("stuffed", include_str!("../essays/stuffed.md")),
        ("off the subject", include_str!("../essays/off-subject.md")),
        ("pasted", include_str!("../essays/pasted.md")),
    ] {
        let critique = partnership(essay);
        assert!(
            critique.mark <= 15 && !critique.caps.is_empty(),
            "{name}: {} {:?}",
            critique.mark,
            critique.caps
        );
    }
}

#[test]
fn every_verdict_shows_its_evidence_or_what_is_missing() {
    let critique = partnership(include_str!("../essays/recovery-pass.md"));
    for point in critique.criteria.iter().flat_map(|it| &it.points) {
        assert!(
            !point.evidence.is_empty() || !point.missing.is_empty() || !point.advice.is_empty(),
            "{}",
            point.id
        );
    }
    assert!(critique.next_steps.is_sorted_by(|a, b| a.gain >= b.gain));
}
