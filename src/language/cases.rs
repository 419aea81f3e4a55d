//! Precision and recall of a parser on a list of cases, for the tests of citations and Acts.

/// A case is a text, ` => `, and what should be read in it, parted by ` | `; lines that open with `#` are notes. Fails below
/// 97 percent of either.
pub(crate) fn read_well(cases: &str, read: impl Fn(&str) -> Vec<String>) {
    let (mut right, mut found_in_all, mut wanted_in_all, mut wrong) = (0, 0, 0, Vec::new());
    for case in cases.lines().filter(|it| !it.is_empty() && !it.starts_with('#')) {
        let (text, wanted) = case.split_once(" =>").expect("a case has ` =>`");
        let wanted: Vec<String> =
            wanted.split('|').map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect();
        let found = read(text);
        right += found.iter().filter(|it| wanted.contains(it)).count();
        found_in_all += found.len();
        wanted_in_all += wanted.len();
        if found != wanted {
            wrong.push(format!("{text}\n  wanted {wanted:?}\n  found  {found:?}"));
        }
    }
    let percent = |part: usize, of: usize| 100 * part / of;
    let figures = (percent(right, found_in_all), percent(right, wanted_in_all));
    assert!(figures.0.min(figures.1) >= 97, "precision, recall {figures:?}\n{}", wrong.join("\n"));
}
