//! At which marking point each sentence aims: what a paragraph says beyond the rest of the essay is held against what a
//! point asks beyond the rest of the rubric, together with the phrases of the point's ideas.
//!
//! A sentence that mentions an idea in passing aims elsewhere; one that treats it without its words is still found.

use std::collections::BTreeMap;

use crate::judge::lens::{Lens, PointLens};
use crate::judge::strength::looks;
use crate::judge::told::Told;
use crate::language::{Essay, Meaning};

/// What each paragraph of the student's own is about, by block, in order.
fn paragraph_meanings(essay: &Essay) -> BTreeMap<usize, Meaning> {
    let mut blocks: Vec<usize> = essay.document.own_sentences().map(|(_, it)| it.block).collect();
    blocks.dedup();
    blocks.into_iter().map(|block| (block, essay.meaning_of(block))).collect()
}

/// How much a paragraph's phrases, a sentence's own and the section's meaning count beside the paragraph's meaning, and how
/// sharply the best point stands out. Chosen on whether assessors quoted the sentence for the point.
const BY_PARAGRAPH: f32 = 0.5;
const BY_SENTENCE: f32 = 0.2;
const BY_SECTION: f32 = 0.3;
const SHARPNESS: f32 = 1.0 / 0.15;
/// What aiming at no point scores: a sentence whose points all score less is mostly about something else.
const NOWHERE: f32 = 0.2;

/// Tells every sentence at which points it aims: shares that make 1 with the share of those that aim at none.
pub(crate) fn aim(essay: &Essay, lens: &Lens, all: &mut [Told]) {
    let paragraphs = paragraph_meanings(essay);
    let points = lens.points.len();
    let rest = Meaning::mean(paragraphs.values());
    let near = |meaning: &Meaning| {
        let beyond = meaning.beyond(&rest);
        lens.asks.iter().map(|asks| beyond.along(asks)).collect::<Vec<f32>>()
    };
    let by_paragraph: BTreeMap<usize, Vec<f32>> =
        paragraphs.iter().map(|(block, meaning)| (*block, near(meaning))).collect();
    let by_section =
        sections(essay, &paragraphs).map(|all| all.iter().map(near).collect::<Vec<_>>());
    let links: Vec<Vec<f32>> = looks(all)
        .iter()
        .map(|look| centred(lens.points.iter().map(|point| look.treats(&point.ideas)).collect()))
        .collect();
    let by_links = paragraph_links(all, &links, points);
    for (told, links) in all.iter_mut().zip(&links) {
        let section = told
            .sentence
            .map(|at| essay.document.blocks[essay.document.sentences[at].block].section);
        let scores = (0..points).map(|point| {
            let paragraph = by_paragraph.get(&told.block).map_or(0.0, |it| it[point]);
            let section = section.zip(by_section.as_ref()).map_or(0.0, |(at, all)| all[at][point]);
            let phrases = by_links.get(&told.block).map_or(0.0, |it| it[point]);
            paragraph + BY_SECTION * section + BY_PARAGRAPH * phrases + BY_SENTENCE * links[point]
        });
        told.aims = shares(&scores.collect::<Vec<_>>());
    }
}

/// The aims of a sentence of which only its links are known.
pub(crate) fn aims_by_links(told: &Told, points: &[PointLens]) -> Vec<f32> {
    let treats =
        |point: &PointLens| point.ideas.iter().map(|idea| told.links[*idea]).fold(0.0, f32::max);
    let treated: Vec<f32> = points.iter().map(treats).collect();
    let sum: f32 = treated.iter().sum();
    treated.iter().map(|it| it / sum.max(1.0)).collect()
}

/// What each section is about; none for an essay of one section.
fn sections(essay: &Essay, paragraphs: &BTreeMap<usize, Meaning>) -> Option<Vec<Meaning>> {
    let document = &essay.document;
    let mut all = vec![Vec::new(); document.sections.len()];
    for (block, meaning) in paragraphs {
        all[document.blocks[*block].section].push(meaning.clone());
    }
    let used = all.iter().filter(|it| !it.is_empty()).count();
    (used > 1).then(|| all.into_iter().map(|it| Meaning::sum(it.into_iter())).collect())
}

/// How much more each paragraph's phrases speak of a point than of others, and than the essay does elsewhere.
fn paragraph_links(all: &[Told], links: &[Vec<f32>], points: usize) -> BTreeMap<usize, Vec<f32>> {
    let mut by_block: BTreeMap<usize, (Vec<f32>, f32)> = BTreeMap::new();
    for (told, links) in all.iter().zip(links).filter(|(told, _)| !told.is_heading()) {
        let (sums, count) = by_block.entry(told.block).or_insert_with(|| (vec![0.0; points], 0.0));
        sums.iter_mut().zip(links).for_each(|(sum, link)| *sum += link);
        *count += 1.0;
    }
    let sentences: f32 = by_block.values().map(|(_, count)| count).sum();
    let everywhere: Vec<f32> = (0..points)
        .map(|point| {
            by_block.values().map(|(sums, _)| sums[point]).sum::<f32>() / sentences.max(1.0)
        })
        .collect();
    let beyond = |(sums, count): (Vec<f32>, f32)| {
        sums.iter().zip(&everywhere).map(|(sum, usual)| sum / count - usual).collect()
    };
    by_block.into_iter().map(|(block, it)| (block, beyond(it))).collect()
}

#[expect(clippy::cast_precision_loss, reason = "a few points")]
fn centred(mut numbers: Vec<f32>) -> Vec<f32> {
    let mean = numbers.iter().sum::<f32>() / numbers.len().max(1) as f32;
    for number in &mut numbers {
        *number -= mean;
    }
    numbers
}

/// Scores as shares, in which the highest stands out; what is wanting to 1 is aimed at none.
fn shares(scores: &[f32]) -> Vec<f32> {
    let most = scores.iter().copied().fold(NOWHERE, f32::max);
    let raise = |score: f32| ((score - most) * SHARPNESS).exp();
    let raised: Vec<f32> = scores.iter().map(|it| raise(*it)).collect();
    let sum = raised.iter().sum::<f32>() + raise(NOWHERE);
    raised.iter().map(|it| it / sum).collect()
}

#[test]
fn the_best_score_stands_out_and_low_ones_aim_at_nothing() {
    let clear = shares(&[0.1, 0.7, 0.0]);
    assert!(clear[1] > 0.9 && clear[0] > clear[2], "the best of three stands out: {clear:?}");
    let vague = shares(&[-0.1, 0.0, -0.2]);
    assert!(vague.iter().sum::<f32>() < 0.5, "none is treated: {vague:?}");
}
