//! Essays by the thousand: `cargo run --release --example generate -- NUMBER FOLDER SEED`.
//!
//! Each is about 2,100 words of plausible Markdown with headings, citations, a quotation, a list and references, and no two are
//! alike; the same seed gives the same bytes. They are for measuring, and say nothing.
#![allow(clippy::print_stdout, reason = "printing is what this program is for")]

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [number, folder, seed] = &arguments[..] else {
        panic!("usage: generate NUMBER FOLDER SEED")
    };
    let number: u64 = number.parse().expect("NUMBER is a number");
    let seed: u64 = seed.parse().expect("SEED is a number");
    let folder = PathBuf::from(folder);
    fs::create_dir_all(&folder).expect("the folder can be made");
    for at in 0..number {
        let essay = essay(&mut Chance::new(seed, at));
        fs::write(folder.join(format!("essay-{at:06}.md")), essay)
            .expect("the folder can be written to");
    }
    println!("{number} essays in {}", folder.display());
}

/// A row of numbers that looks like chance and repeats.
struct Chance(u64);

impl Chance {
    fn new(seed: u64, essay: u64) -> Chance {
        Chance(
            seed.wrapping_mul(0x9e37_79b9_7f4a_7c15)
                ^ essay.wrapping_add(1).wrapping_mul(0xd6e8_feb8_6659_fd93),
        )
    }

    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % bound as u64)
            .expect("below a bound of its own size")
    }

    fn of<'a>(&mut self, words: &'a str) -> &'a str {
        let all: Vec<&str> = words.split('|').collect();
        all[self.below(all.len())]
    }
}

const WORDS: usize = 2_050;

fn essay(chance: &mut Chance) -> String {
    let sources: Vec<(String, u32)> = (0..8 + chance.below(8)).map(|_| source(chance)).collect();
    let mut text =
        format!("# {} in {}\n\n## Introduction\n\n", capital(chance.of(IDEAS)), chance.of(PLACES));
    while text.split_whitespace().count() < WORDS {
        match chance.below(12) {
            0 => heading(chance, &mut text),
            1 => list(chance, &mut text),
            2 => quotation(chance, &sources, &mut text),
            _ => paragraph(chance, &sources, &mut text),
        }
    }
    text.push_str("## Conclusion\n\n");
    paragraph(chance, &sources, &mut text);
    text.push_str("## References\n\n");
    let mut sources = sources;
    sources.sort();
    for (author, year) in sources {
        let _ = write!(
            text,
            "{author}, {}. ({year}) *{} and {}*. {}: {} Press.\n\n",
            chance.of(INITIALS),
            capital(chance.of(IDEAS)),
            chance.of(IDEAS),
            chance.of(CITIES),
            chance.of(NAMES)
        );
    }
    text
}

fn heading(chance: &mut Chance, text: &mut String) {
    let _ = write!(text, "## {} and {}\n\n", capital(chance.of(IDEAS)), chance.of(IDEAS));
}

fn list(chance: &mut Chance, text: &mut String) {
    for _ in 0..3 {
        let _ =
            writeln!(text, "- {} {} {}", capital(chance.of(WHO)), chance.of(DO), chance.of(WHAT));
    }
    text.push('\n');
}

fn quotation(chance: &mut Chance, sources: &[(String, u32)], text: &mut String) {
    let (author, year) = &sources[chance.below(sources.len())];
    let _ = write!(
        text,
        "> {} ({author}, {year}, p. {})\n\n",
        sentence(chance, &[]),
        1 + chance.below(300)
    );
}

fn paragraph(chance: &mut Chance, sources: &[(String, u32)], text: &mut String) {
    for _ in 0..4 + chance.below(5) {
        text.push_str(&sentence(chance, sources));
        text.push(' ');
    }
    text.push_str("\n\n");
}

/// Who does what, where and when, and what comes of it.
fn sentence(chance: &mut Chance, sources: &[(String, u32)]) -> String {
    let mut text = String::new();
    if chance.below(3) == 0 {
        let _ = write!(text, "{} ", chance.of(OPENERS));
    }
    let _ = write!(
        text,
        "{} in {} {} {} {}",
        chance.of(WHO),
        chance.of(PLACES),
        chance.of(DO),
        chance.of(QUALITIES),
        chance.of(WHAT)
    );
    if chance.below(2) == 0 {
        let _ = write!(
            text,
            " {} {} {} {}",
            chance.of(JOINS),
            chance.of(WHO),
            chance.of(DO),
            chance.of(WHAT)
        );
    }
    if chance.below(3) == 0 {
        let _ = write!(
            text,
            ", which {} {} for {} {}",
            chance.of(LEADS),
            chance.of(IDEAS),
            2 + chance.below(97),
            chance.of(PEOPLE)
        );
    }
    if !sources.is_empty() && chance.below(5) == 0 {
        let (author, year) = &sources[chance.below(sources.len())];
        let _ = write!(text, " ({author}, {year})");
    }
    capital(&text) + "."
}

fn source(chance: &mut Chance) -> (String, u32) {
    let year = 1995 + u32::try_from(chance.below(30)).expect("a small number");
    let second =
        if chance.below(3) == 0 { format!(" and {}", chance.of(NAMES)) } else { String::new() };
    (format!("{}{second}", chance.of(NAMES)), year)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

const WHO: &str = "the ward manager|social workers|the care coordinator|district nurses|the housing officer|a keyworker|the general practitioner|carers|the safeguarding board|commissioners|the voluntary sector|an advocate|the mental health team|occupational therapists|the local authority|the integrated care board|families|the resident|people who use services|the police liaison|the day centre|a link worker|the hospital trust|school staff|the hospice|pharmacists|the discharge team|the charity|volunteers|the registered manager";
const DO: &str = "shared|argued over|agreed|put off|reviewed|wrote down|paid for|questioned|explained|measured|challenged|left out|brought together|lost sight of|set out|held on to|passed on|weighed up|rebuilt|planned|audited|misread|backed|tested|tracked|ignored|negotiated|recorded|shaped|delayed";
const QUALITIES: &str = "a shared|an early|a costly|a joint|a hurried|an honest|a missing|a pooled|a narrow|a lasting|a vague|a careful|a monthly|an unequal|a quiet|a rushed|a second|a written|a contested|a promising|a fragile|a local|a national|a balanced|an overdue";
const WHAT: &str = "care plan|budget for equipment|assessment of need|record of consent|risk register|discharge meeting|referral pathway|protocol for crises|review of outcomes|training day|complaint|visit from the nurse|decision about housing|data agreement|set of targets|duty of care|conversation with the daughter|medication chart|rota|eligibility letter|step-down bed|point of contact|reading of the Care Act 2014|safeguarding enquiry|best interests decision|waiting list|evaluation|survey of residents|handover|contract";
const JOINS: &str =
    "because|although|so that|while|until|even though|after|whereas|unless|before|since|as soon as";
const LEADS: &str = "improved|weakened|delayed|called into question|made room for|cost|protected|slowed|strengthened|hid|tested|changed";
const IDEAS: &str = "empowerment|trust between agencies|information sharing|dignity|autonomy|continuity of care|accountability|joint funding|co-production|choice and control|safety at home|equal status|staff turnover|professional identity|independence|informed consent|early help|prevention|recovery|inclusion|wellbeing|respect for carers|leadership|confidentiality|shared purpose|integrated working|power|risk enablement|quality of life|readmission";
const PLACES: &str = "Ashford|the northern clinic|a rural practice|Beech Ward|the reablement unit|a city hostel|the memory service|an extra care scheme|the stroke unit|a special school|the family hub|Marlow House|a coastal town|the outreach team|a prison healthcare wing|the walk-in centre|Elm Court|a suburb of Leeds|the respite centre|a small charity|the virtual ward|Dale View|a community hospital|the night shelter|one borough|the pilot site";
const PEOPLE: &str = "residents|patients|older people|families|young carers|tenants|adults with a learning disability|visitors|referrals|households|people leaving hospital|volunteers";
const OPENERS: &str = "However,|In practice,|By contrast,|For example,|As a result,|At first,|On balance,|Over time,|In this case,|Even so,|Despite this,|More importantly,|Within six weeks,|Last winter,|According to the audit,|From the start,|At the second review,|To its credit,|Without warning,|In the end,";
const NAMES: &str = "Harris|Petch|Glasby|Dickinson|Miller|Okafor|Singh|Cameron|Lewis|Martin|Huxham|Vangen|Ovretveit|Hudson|Carnwell|Buchanan|Douglas|Ranade|Barrett|Sellman|Thomas|Whittington|Leathard|Ham|Goodwin|Curry|Beresford|Needham|Carr|Hunter|Perkins|Baxter|Weare|Adebayo|Kowalski|Fernandez|Wistow|Rummery|Powell|Exworthy";
const INITIALS: &str = "A|B|C|D|E|F|G|H|J|K|L|M|N|P|R|S|T|W";
const CITIES: &str =
    "London|Bristol|Glasgow|Maidenhead|Oxford|Leeds|Cardiff|Belfast|Exeter|Birmingham";
