//! The names before a year: which words can be names, and where one author ends and the next begins.

/// Surnames parted from "Glasby, J. and Dickinson, H." or "Glasby & Dickinson" or "NHS England".
pub(crate) struct Authors {
    pub(crate) names: Vec<String>,
    pub(crate) et_al: bool,
    pub(crate) ampersand: bool,
}

impl Authors {
    pub(crate) fn parse(raw: &str) -> Authors {
        let list = without_others(raw);
        let ampersand = list.contains('&');
        let organisation = is_organisation(&list);
        let names = if organisation {
            vec![list.clone()]
        } else {
            list.split(',').flat_map(parted).collect()
        };
        let names = names.iter().map(|it| it.trim().trim_end_matches(['.', ',']).trim());
        let names =
            names.map(|name| if organisation { strip_the(name) } else { without_initials(name) });
        let names = names.filter(|name| !name.is_empty() && !is_initials(name)).collect();
        Authors { names, et_al: list.trim() != raw.trim(), ampersand }
    }
}

/// The list without its "et al.".
fn without_others(raw: &str) -> String {
    let mut list = raw;
    if may_hold_others(raw) {
        for others in OTHERS {
            if let Some(at) = list.find(others) {
                list = &list[..at];
            }
        }
    }
    list.trim().trim_end_matches([',', '&']).trim_end().trim_end_matches(" and").to_owned()
}

/// Asked of every list of names, most of which name all their authors.
fn may_hold_others(list: &str) -> bool {
    let begins =
        |it: &[u8]| matches!(it, b" et" | b" co" | b" ot" | b" as" | b" he" | b" hi" | b" th");
    list.as_bytes().windows(3).any(begins)
}

const OTHERS: &[&str] = &[
    " et al",
    ", et al",
    " et. al",
    " and colleagues",
    " & colleagues",
    " and others",
    " and associates",
    " et alia",
    " and her colleagues",
    " and his colleagues",
    " and their colleagues",
    " and co-authors",
    " and coauthors",
];

fn parted(text: &str) -> Vec<String> {
    text.replace('&', " and ").split(" and ").map(str::to_owned).collect()
}

fn strip_the(name: &str) -> String {
    let bare = name.strip_prefix("The ").or_else(|| name.strip_prefix("the "));
    bare.or_else(|| name.strip_prefix("and ")).unwrap_or(name).to_owned()
}

/// "J. Glasby" and "Glasby J" are both Glasby.
fn without_initials(name: &str) -> String {
    let name = strip_the(name);
    let words: Vec<&str> = name.split(' ').filter(|it| !it.is_empty()).collect();
    let kept: Vec<&str> = words.iter().copied().filter(|word| !is_initials(word)).collect();
    // "Glasby JR" as medical lists have it; but "WHO" alone is a name.
    let kept = match kept.as_slice() {
        [surname, last]
            if last.len() <= 3
                && last.chars().all(char::is_uppercase)
                && has_small_letter(surname) =>
        {
            vec![*surname]
        }
        _ => kept,
    };
    kept.join(" ")
}

fn has_small_letter(word: &str) -> bool {
    word.contains(char::is_lowercase)
}

/// "J.", "R.C.", "H": initials and no surname.
pub(super) fn is_initials(name: &str) -> bool {
    !name.is_empty()
        && name
            .split(['.', ' ', '-'])
            .all(|part| part.chars().count() <= 1 && part.chars().all(char::is_uppercase))
}

/// "Department of Health and Social Care", "Royal College of Nursing": one name, whatever "and" it holds.
pub(crate) fn is_organisation(name: &str) -> bool {
    name.split_whitespace()
        .any(|word| ORGANISATIONS.contains(&word.trim_matches([',', '.', '(', ')', '[', ']'])))
}

/// Words that only names of organisations hold.
const ORGANISATIONS: &[&str] = &[
    "Department",
    "Ministry",
    "Office",
    "Royal",
    "National",
    "NHS",
    "Committee",
    "Commission",
    "Council",
    "Government",
    "Association",
    "Institute",
    "College",
    "Trust",
    "Board",
    "Foundation",
    "Society",
    "Agency",
    "Authority",
    "Service",
    "Services",
    "Parliament",
    "Assembly",
    "University",
    "Centre",
    "Care",
    "Health",
    "Education",
    "Fund",
    "Union",
    "Alliance",
    "Federation",
    "Network",
    "Executive",
    "Inspectorate",
    "Organisation",
    "Organization",
    "UK",
    "England",
    "Scotland",
    "Wales",
    "Ireland",
    "Mind",
    "Age",
    "HM",
    "Collaborative",
    "Group",
    "Partnership",
    "Taskforce",
    "House",
    "Lords",
    "Commons",
    "Nations",
    "Improvement",
    "Forum",
    "Carers",
    "Bureau",
    "Ombudsman",
    "Coalition",
    "Team",
    "Unit",
    "Programme",
    "International",
    "Review",
    "Inquiry",
    "Report",
    "Press",
    "News",
    "Standards",
    "Work",
];

/// Small words inside the name of an author or organisation.
pub(super) const PARTICLES: &[&str] = &[
    "of", "for", "the", "and", "&", "in", "on", "to", "de", "van", "der", "den", "von", "la", "le",
    "di", "del", "da", "ten", "al", "bin", "ibn", "y", "with", "et", "dos", "du",
];

/// Do these words before a year name authors, and not an Act, a date, a place or a remark?
pub(super) fn is_author_list(raw: &str) -> bool {
    let raw = raw.trim_start_matches(['“', '"', '‘', '\'', '*']).trim_end_matches(['”', '"', '*']);
    let words: Vec<&str> = raw.split_whitespace().collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let begins = is_name_word(first)
        || is_small(first)
            && words.len() > 1
            && !["of", "in", "on", "to", "for", "with", "and", "&"].contains(first);
    begins
        && words.len() <= LONGEST_LIST
        && words.iter().all(|word| is_name_word(word) || is_small(word))
        && words.iter().any(|word| is_name_word(word) && !is_initials(word.trim_end_matches(',')))
        && !is_law(&words)
        && !is_date_or_label(first, last)
        && !is_place(raw)
}

/// A list of authors longer than this (in words) is running text.
const LONGEST_LIST: usize = 24;

fn is_name_word(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '[', '“', '‘', '\'', '"']);
    let mut letters = word.chars();
    let first = letters.next().unwrap_or(' ');
    let elided =
        matches!(first, 'd' | 'l') && letters.next().is_some_and(|c| c == '\'' || c == '’');
    (first.is_uppercase() || elided || word == "eHealth")
        && !word.contains(['=', '£', '%', '/', '?', '!', '<', '>'])
}

fn is_small(word: &str) -> bool {
    let bare = word.trim_end_matches([',', '.', '\'', '’']);
    PARTICLES.contains(&bare) || SMALL.contains(&bare) || matches!(bare, "al.'s" | "al.’s")
}

/// Small words that stand in a list of authors only.
const SMALL: &[&str] = &[
    "ed",
    "eds",
    "(ed",
    "(eds",
    "(ed.)",
    "(eds.)",
    "(eds)",
    "others",
    "colleagues",
    "associates",
    "her",
    "his",
    "their",
    "co-authors",
    "online",
];

fn is_law(words: &[&str]) -> bool {
    let bare = |word: &&str| word.trim_matches([',', '.', '(', ')', '\'', '’']).to_owned();
    let kinds = [
        "Act",
        "Acts",
        "Regulations",
        "Bill",
        "Measure",
        "Convention",
        "Order",
        "Rules",
        "Directive",
    ];
    let named = words.iter().any(|it| ["Act", "Acts", "Regulations"].contains(&bare(it).as_str()))
        || words.last().is_some_and(|it| words.len() > 1 && kinds.contains(&bare(it).as_str()));
    let short = words.len() == 1 && LAW_ABBREVIATIONS.contains(&bare(&words[0]).as_str());
    let case = words.iter().any(|it| ["v", "v."].contains(it));
    named || short || case
}

/// Abbreviations of laws, which are matched as Acts and not as authors.
const LAW_ABBREVIATIONS: &[&str] = &[
    "MCA", "MHA", "DPA", "HRA", "GDPR", "DoLS", "DOLS", "HSCA", "DDA", "CFA", "AWI", "SSWBA",
    "UNCRPD", "UNCRC", "ECHR", "COSHH",
];

fn is_date_or_label(first: &str, last: &str) -> bool {
    let bare = |word: &str| word.trim_end_matches([',', '.']).to_owned();
    let (first, last) = (bare(first), bare(last));
    let alone = first == last;
    LABELS.contains(&first.as_str())
        || LABELS.contains(&last.as_str())
        || SEASONS.contains(&last.as_str())
        || MONTHS.contains(&last.as_str()) && (alone || last != "May")
        || alone && MONTHS.contains(&first.as_str())
}

const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "Jun",
    "Jul",
    "Aug",
    "Sept",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
];

const SEASONS: &[&str] =
    &["Spring", "Summer", "Autumn", "Winter", "Easter", "Michaelmas", "Christmas"];

/// Capitalised words before a bracketed year that name no author.
const LABELS: &[&str] = &[
    "Figure",
    "Fig",
    "Table",
    "Section",
    "Chapter",
    "Appendix",
    "Part",
    "Article",
    "Regulation",
    "Since",
    "Until",
    "During",
    "Year",
    "Born",
    "Published",
    "Updated",
    "Accessed",
    "Est",
    "Circa",
    "From",
    "By",
    "Between",
    "Diagram",
    "Box",
    "Version",
    "Edition",
    "Opened",
    "Closed",
    "Founded",
    "Established",
    "Introduced",
    "Launched",
    "Revised",
    "Schedule",
    "Level",
    "Module",
    "Unit",
    "Week",
    "Day",
    "Term",
    "Semester",
    "Cohort",
    "Room",
    "Bay",
    "Wave",
    "Phase",
    "Ward",
    "Mr",
    "Mrs",
    "Ms",
    "Miss",
    "In",
    "He",
    "She",
    "It",
    "They",
    "We",
    "I",
    "This",
    "These",
];

pub(super) fn is_place(raw: &str) -> bool {
    PLACES.contains(&raw.trim_matches([',', ' ']))
}

/// Places and events that are followed by a year without being an author.
const PLACES: &[&str] = &[
    "England",
    "Scotland",
    "Wales",
    "Northern Ireland",
    "Ireland",
    "Britain",
    "Great Britain",
    "UK",
    "London",
    "Manchester",
    "Leeds",
    "Salford",
    "Glasgow",
    "Edinburgh",
    "Cardiff",
    "Belfast",
    "Birmingham",
    "Liverpool",
    "Brexit",
    "COVID-19",
    "Covid-19",
    "COVID",
    "Covid",
    "Europe",
    "America",
    "USA",
    "US",
    "Canada",
    "Australia",
    "New Zealand",
    "Sweden",
    "Norway",
    "Germany",
    "France",
    "Italy",
    "Japan",
    "China",
    "India",
    "Winterbourne View",
    "Mid Staffordshire",
    "Whorlton Hall",
    "Victoria Climbié",
    "Baby P",
    "Grenfell",
];
