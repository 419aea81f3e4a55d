//! A topic page taken apart: its title, synopsis, concepts, tips, mistakes and marking points, word for word.

use super::heading::{Part, is_shaped, opened};

/// The parts of a page; every list is in the page's order.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    pub(super) title: Option<String>,
    /// What the page says first, where that is no title.
    pub(super) teaser: String,
    pub(super) synopsis: String,
    /// A title, and what it covers.
    pub(super) concepts: Vec<(String, String)>,
    pub(super) tips: Vec<String>,
    pub(super) mistakes: Vec<String>,
    pub(super) points: Vec<String>,
}

/// An entry has at least this many words; less is a button or an advertisement.
const FEWEST: usize = 4;
/// A title has at most this many words.
const TITLE: usize = 12;

impl Page {
    pub(super) fn read(text: &str) -> Page {
        let text = plain(text);
        let mut page = Page::default();
        let (mut part, mut lines) = (None, Vec::new());
        let all: Vec<&str> = text.lines().collect();
        for (at, line) in all.iter().copied().enumerate() {
            let rest = &all[at + 1..];
            let opens = || opened(line).or_else(|| opened_by_list(line, rest));
            match bullet(line).is_none().then(opens).flatten() {
                Some(next) => {
                    page.take(part, &lines);
                    (part, lines) = (Some(next), Vec::new());
                }
                None => lines.push(line),
            }
        }
        page.take(part, &lines);
        if page.points.is_empty() {
            page.points = entries(&all).into_iter().filter(|it| is_credit(it)).collect();
        }
        page
    }

    fn take(&mut self, part: Option<Part>, lines: &[&str]) {
        match part {
            None => self.take_head(lines),
            Some(Part::Synopsis) => {
                self.synopsis = lines.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
            }
            Some(Part::Concepts) => {
                self.concepts.extend(entries(lines).iter().map(|it| concept(it)));
            }
            Some(Part::Tips) => self.tips.extend(entries(lines)),
            Some(Part::Mistakes) => self.mistakes.extend(entries(lines)),
            Some(Part::Points) => self.points.extend(entries(lines)),
            Some(Part::Other) => {}
        }
    }

    /// What stands before the first heading we know: a title, or a teaser.
    fn take_head(&mut self, lines: &[&str]) {
        let mut lines = lines
            .iter()
            .map(|line| line.trim().trim_matches(['#', '*', ' ']))
            .filter(|line| !line.is_empty());
        let Some(first) = lines.next() else { return };
        if first.split_whitespace().count() <= TITLE && !first.ends_with(['.', ',']) {
            self.title = Some(first.to_owned());
        } else {
            first.clone_into(&mut self.teaser);
        }
    }

    /// Every entry of the page, to count which words belong to the subject.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        let concepts =
            self.concepts.iter().flat_map(|(title, about)| [title.as_str(), about.as_str()]);
        let lists = self.points.iter().chain(&self.mistakes).chain(&self.tips).map(String::as_str);
        [self.synopsis.as_str()]
            .into_iter()
            .chain(self.title.as_deref())
            .chain(concepts)
            .chain(lists)
    }
}

/// The part that a heading in unknown words opens, by the list right under it.
fn opened_by_list(line: &str, rest: &[&str]) -> Option<Part> {
    if !is_shaped(line) {
        return None;
    }
    let below = rest.iter().skip_while(|line| line.trim().is_empty());
    let list: Vec<&str> = below.map_while(|line| bullet(line)).collect();
    let credits = list.iter().filter(|entry| is_credit(&clean(entry))).count();
    (credits * 2 > list.len()).then_some(Part::Points)
}

/// Without control characters, Markdown links and the commonest entities.
fn plain(text: &str) -> String {
    let text = text
        .replace("&amp;", "&")
        .replace("&nbsp;", " ")
        .replace("&#39;", "'")
        .replace("&quot;", "\"");
    text.chars()
        .map(|c| if c.is_control() && c != '\n' || c == '\u{feff}' { ' ' } else { c })
        .collect()
}

/// The list items of a part or, where it has none, its sentences.
fn entries(lines: &[&str]) -> Vec<String> {
    let bulleted = lines.iter().any(|line| bullet(line).is_some());
    let mut found: Vec<String> = Vec::new();
    let mut open = false;
    for line in lines {
        let (start, text) = match bullet(line) {
            Some(text) => (true, text),
            None => (!bulleted && !open, line.trim()),
        };
        if text.is_empty() {
            open = false;
        } else if start {
            found.push(clean(text));
            open = !ends(text);
        } else if open {
            if let Some(last) = found.last_mut() {
                *last = format!("{last} {}", clean(text));
            }
            open = !ends(text);
        }
    }
    found.retain(|entry| entry.split_whitespace().count() >= FEWEST);
    found.dedup();
    found
}

fn ends(text: &str) -> bool {
    text.trim_end_matches(['*', '_', '"', '”', ')']).ends_with(['.', '!', '?'])
}

/// The text after a bullet or a number.
fn bullet(line: &str) -> Option<&str> {
    let line = line.trim();
    for sign in ["- ", "* ", "• ", "– ", "— ", "+ ", "● ", "▪ ", "✓ ", "o "] {
        if let Some(text) = line.strip_prefix(sign) {
            return Some(text.trim());
        }
    }
    let number = line.trim_start_matches('(');
    let digits = number.chars().take_while(char::is_ascii_digit).count();
    let digits = if digits == 0 && number.starts_with(|c: char| c.is_ascii_lowercase()) {
        1
    } else {
        digits
    };
    let rest = number.get(digits..).filter(|_| (1..=2).contains(&digits))?;
    rest.strip_prefix(['.', ')']).filter(|text| text.starts_with(' ')).map(str::trim)
}

/// Without emphasis marks, with single spaces.
fn clean(text: &str) -> String {
    text.replace("**", "").replace("__", "").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn concept(entry: &str) -> (String, String) {
    let cut = entry.find(": ").or_else(|| entry.find(" – ")).or_else(|| entry.find(" — "));
    match cut {
        Some(at) if entry[..at].split_whitespace().count() <= 8 => {
            let about = entry[at..].trim_start_matches([':', '–', '—', ' ']);
            (entry[..at].to_owned(), about.to_owned())
        }
        _ => {
            let title: Vec<&str> = entry.split_whitespace().take(6).collect();
            (title.join(" ").trim_end_matches([',', '.', ';']).to_owned(), entry.to_owned())
        }
    }
}

/// Does an entry outside any known heading read like a marking point?
fn is_credit(entry: &str) -> bool {
    const OPENINGS: &[&str] = &[
        "award ",
        "credit ",
        "look for ",
        "reward ",
        "expect ",
        "require ",
        "give credit",
        "assessors ",
        "examiners ",
        "marks ",
        "recognise ",
        "value ",
        "acknowledge ",
        "allow ",
        "there should be",
        "candidates should",
        "students should",
        "learners should",
        "responses should",
        "answers should",
    ];
    let entry = entry.to_lowercase();
    OPENINGS.iter().any(|opening| entry.starts_with(opening))
}

#[test]
fn a_list_of_credits_is_known_under_any_heading() {
    let page = Page::read(
        "Common errors\n- Candidates list the risks of care and stop.\n\nWhat Brings Success\n- Credit a judgement of risk in care.\n- Candidates should weigh choice against risk.\n",
    );
    assert_eq!(page.mistakes.len(), 1);
    assert_eq!(page.points.len(), 2);
}

#[test]
fn clutter_is_left_out_and_wrapped_lines_are_joined() {
    let page = Page::read(
        "Dignity in care\n2 min read\n\nMarking points\n- Award credit for analysis\n  of dignity in care.\nShare\n\n* **Reward** use of evidence about care.\n\nRelated topics\n- Ten tips for an excellent essay in care\n\nExam tips\nUse one case and return to it.\nEnd with a judgement.\n",
    );
    assert_eq!(page.title.as_deref(), Some("Dignity in care"));
    assert_eq!(
        page.points,
        ["Award credit for analysis of dignity in care.", "Reward use of evidence about care."]
    );
    assert_eq!(page.tips, ["Use one case and return to it.", "End with a judgement."]);
}
