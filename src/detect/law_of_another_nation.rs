//! A law of one nation put to work in another.

use crate::detect::{Detector, Fault, Look, Nation, Severity, laws, places};

pub(crate) const DETECTOR: Detector = Detector {
    id: "law-of-another-nation",
    severity: Severity::Warning,
    what: "An Act that does not hold in the nation where the essay is set.",
    why: "Health and social care are devolved: the duty that the essay relies on may not exist there.",
    example: "
The home is in Scotland. Its residents are Scottish, and Scotland funds their care. The Care Act 2014 makes the council assess them.
                                                                                        ^^^^^^^^^^^^^
",
    near_miss: "
The home is in Scotland, and Scotland funds care. In England the Care Act 2014 gives a like duty.
",
    detect,
};

fn detect(look: &Look) -> Vec<Fault> {
    if look.essay.acts.iter().all(|it| it.short) {
        return Vec::new();
    }
    let Some(nation) = look.conventions.nation.or_else(|| setting(look)) else { return Vec::new() };
    let mut seen: Vec<&str> = Vec::new();
    let mut faults = Vec::new();
    for act in look.essay.acts.iter().filter(|it| !it.short) {
        let foreign = laws::known(&act.name).filter(|law| !law.holds_in(nation));
        let Some(law) = foreign.filter(|_| !seen.contains(&act.name.as_str())) else { continue };
        seen.push(&act.name);
        let message = format!(
            "the {} is the law of {} and the essay is set in {}",
            act.name,
            law.nations,
            nation.name()
        );
        faults.push(look.fault(
            act.span,
            message,
            format!("which law holds in {}?", nation.name()),
        ));
    }
    faults
}

/// Mentions that make a nation the setting, where no other nation is named.
const MENTIONS: usize = 2;

/// The one nation that the essay speaks of, if it is outside England.
fn setting(look: &Look) -> Option<Nation> {
    let prose = look.essay.document.prose();
    let counts = Nation::ALL.map(|nation| {
        let adjective = ["English", "Scottish", "Welsh", "Northern Irish"][nation as usize];
        let mut own = Vec::new();
        if look.holds(&[
            nation.name().to_ascii_lowercase().as_str(),
            adjective.to_ascii_lowercase().as_str(),
        ]) {
            own = places(prose, &[nation.name(), adjective]);
        }
        own.retain(|place| !look.own_blocks_at([*place]).is_empty());
        own.len()
    });
    let named: Vec<usize> = (0..4).filter(|at| counts[*at] > 0).collect();
    match named.as_slice() {
        [only] if counts[*only] >= MENTIONS && *only > 0 => Some(Nation::ALL[*only]),
        _ => None,
    }
}
