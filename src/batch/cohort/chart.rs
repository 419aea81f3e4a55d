//! Charts as inline SVG, each with its content in words beside it.

use maud::{Markup, html};

use crate::batch::cohort::count::{BIN, bins, percent};
use crate::batch::cohort::length::Lengths;

const WIDTH: usize = 640;
const HEIGHT: usize = 220;
/// Room for the numbers of the axes.
const LEFT: usize = 36;
const RIGHT: usize = 12;
const BELOW: usize = 28;

/// How many essays have which mark, from the number with each; `bounds` are the lowest marks of the bands.
pub(super) fn histogram(marks: &[usize; 101], bounds: &[(&str, u32)]) -> Markup {
    let bins = bins(marks);
    let most = bins.iter().copied().max().unwrap_or(0).max(1);
    let wide = (WIDTH - LEFT - RIGHT) / bins.len();
    let said = bins.iter().enumerate().filter(|(_, count)| **count > 0);
    let said: Vec<String> = said
        .map(|(at, count)| format!("{} to {}: {count}", at * BIN, top(at, bins.len())))
        .collect();
    html! {
        svg viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" aria-label=(format!("Essays by mark. {}", said.join(", "))) {
            @for (at, count) in bins.iter().enumerate().filter(|(_, count)| **count > 0) {
                @let tall = (HEIGHT - BELOW - 16) * count / most;
                @let y = HEIGHT - BELOW - tall;
                rect.bar x=(LEFT + at * wide + 1) y=(y) width=(wide - 2) height=(tall) {}
                text.count x=(LEFT + at * wide + wide / 2) y=(y - 4) text-anchor="middle" { (count) }
            }
            @for (name, from) in bounds {
                @let x = LEFT + *from as usize * wide / BIN;
                line.bound x1=(x) x2=(x) y1="4" y2=(HEIGHT - BELOW) {}
                text.band x=(x + 3) y="12" { (name) }
            }
            line.axis x1=(LEFT) x2=(WIDTH) y1=(HEIGHT - BELOW) y2=(HEIGHT - BELOW) {}
            @for mark in (0..=100).step_by(10) {
                text x=(LEFT + mark * wide / BIN) y=(HEIGHT - 10) text-anchor="middle" { (mark) }
            }
        }
    }
}

fn top(at: usize, bins: usize) -> usize {
    if at + 1 == bins { 100 } else { (at + 1) * BIN - 1 }
}

/// A row of shares that fill the width; each has a class for its colour, a name and a count.
pub(super) fn stack(parts: &[(&str, &str, usize)]) -> Markup {
    let whole: usize = parts.iter().map(|(_, _, count)| count).sum();
    let said: Vec<String> =
        parts.iter().map(|(_, name, count)| format!("{name} {count}")).collect();
    let starts = parts.iter().scan(0, |from, (_, _, count)| {
        let start = *from;
        *from += count;
        Some(start)
    });
    let starts: Vec<usize> = starts.collect();
    html! {
        svg.stack viewBox="0 0 1000 36" preserveAspectRatio="none" role="img" aria-label=(said.join(", ")) {
            @for ((class, _, count), start) in parts.iter().zip(starts).filter(|((_, _, count), _)| *count > 0) {
                rect class=(class) x=(start * 1000 / whole.max(1)) y="0" height="36" width=(count * 1000 / whole.max(1)) {}
            }
        }
        p.key {
            @for (class, name, count) in parts {
                span.entry { span class={"swatch " (class)} {} (name) " " b { (count) } " (" (percent(*count, whole)) " %)" } " "
            }
        }
    }
}

/// Words across, marks upwards; the wanted length as a line.
pub(super) fn scatter(lengths: &Lengths, target: Option<usize>) -> Markup {
    let longest = lengths.longest.max(target.unwrap_or(1)).max(1);
    let across = |words: usize| LEFT + words * (WIDTH - LEFT - 8) / longest;
    let up = |mark: usize| HEIGHT - BELOW - mark * (HEIGHT - BELOW - 16) / 100;
    html! {
        svg viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" aria-label=(said(lengths, longest)) {
            @for mark in (0..=100).step_by(20) {
                line.grid x1=(LEFT) x2=(WIDTH) y1=(up(mark)) y2=(up(mark)) {}
                text x=(LEFT - 4) y=(up(mark) + 4) text-anchor="end" { (mark) }
            }
            @if let Some(target) = target {
                line.bound x1=(across(target)) x2=(across(target)) y1="4" y2=(HEIGHT - BELOW) {}
                text.band x=(across(target) - 3) y="12" text-anchor="end" { (target) " words asked" }
            }
            @for (words, mark) in &lengths.dots {
                circle.dot cx=(across(*words)) cy=(up(*mark as usize)) r="4" {}
            }
            text x=(LEFT) y=(HEIGHT - 10) { "0 words" }
            text x=(WIDTH - 4) y=(HEIGHT - 10) text-anchor="end" { (longest) " words" }
        }
        @if lengths.every > 1 { p.note { "Every " (lengths.every) "th essay is drawn." } }
    }
}

fn said(lengths: &Lengths, longest: usize) -> String {
    let r = lengths.correlation();
    format!("Length against mark, to {longest} words; correlation {r:.2}")
}
