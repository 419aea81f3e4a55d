//! A mark as the sheet wants it: points out of a maximum, or a word of a scale.

use crate::batch::gradebook::column::{Columns, Platform};
use crate::batch::gradebook::sheet::Sheet;
use crate::batch::gradebook::student::Slip;

/// What to write into the grade cell of a row; the error says why nothing can be.
pub(super) fn grade(
    slip: &Slip,
    sheet: &Sheet,
    columns: &Columns,
    row: usize,
) -> Result<String, String> {
    if let Some(column) = columns.scale {
        return on_scale(&slip.band, &sheet.value(row, column));
    }
    let maximum = match columns.platform {
        Platform::Moodle => columns.maximum.map(|column| sheet.value(row, column)),
        Platform::Canvas => (1..sheet.rows().min(4))
            .find(|row| sheet.is_points_possible(*row))
            .map(|row| sheet.value(row, columns.grade)),
    };
    let maximum = maximum.map(|it| it.trim().to_owned()).filter(|it| !it.is_empty());
    match maximum.as_deref().map(number) {
        None => Ok(slip.mark.to_string()),
        Some(Some(hundredths)) => Ok(points(slip.mark, hundredths)),
        Some(None) => on_scale(&slip.band, &maximum.unwrap_or_default()),
    }
}

/// "100.00", "30" or "30,5" in hundredths.
fn number(text: &str) -> Option<u64> {
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let digits = part.trim_end_matches('0');
    let hundredths = match digits.len() {
        0 => 0,
        1 => digits.parse::<u64>().ok()? * 10,
        2 => digits.parse().ok()?,
        _ => return None,
    };
    whole.parse::<u64>().ok()?.checked_mul(100)?.checked_add(hundredths)
}

/// A mark out of a hundred as points out of a maximum, with at most two places.
fn points(mark: u32, maximum: u64) -> String {
    let hundredths = (u128::from(mark) * u128::from(maximum) + 50) / 100;
    let (whole, part) = (hundredths / 100, hundredths % 100);
    match (part, part % 10) {
        (0, _) => whole.to_string(),
        (_, 0) => format!("{whole}.{}", part / 10),
        _ => format!("{whole}.{part:02}"),
    }
}

/// Words of scales that mean a band, in the order of preference.
const MEANS: &[(&str, &[&str])] = &[
    (
        "Fail",
        &[
            "fail",
            "refer",
            "referred",
            "unclassified",
            "not yet achieved",
            "not achieved",
            "not yet competent",
            "f",
            "u",
        ],
    ),
    (
        "Refer",
        &["referred", "referral", "not yet achieved", "not achieved", "fail", "unclassified", "u"],
    ),
    ("Pass", &["pass", "achieved", "competent", "satisfactory", "p"]),
    ("Merit", &["merit", "m"]),
    ("Distinction", &["distinction", "d"]),
];

/// The scale's own word for a band, letter for letter.
fn on_scale(band: &str, scale: &str) -> Result<String, String> {
    let words: Vec<&str> = scale.split(',').map(str::trim).filter(|it| !it.is_empty()).collect();
    let same = words.iter().find(|word| word.eq_ignore_ascii_case(band));
    let means = MEANS.iter().find(|(name, _)| *name == band).map_or(&[][..], |(_, means)| means);
    let near =
        || means.iter().find_map(|mean| words.iter().find(|word| word.eq_ignore_ascii_case(mean)));
    let found = same.or_else(near).map(|word| (*word).to_owned());
    found.ok_or_else(|| format!("the scale `{scale}` has no word for {band}"))
}

#[test]
fn marks_fit_maxima_and_scales() {
    assert_eq!(points(54, number("100.00").unwrap_or(0)), "54");
    assert_eq!(points(54, number("30").unwrap_or(0)), "16.2");
    assert_eq!(points(55, number("25,5").unwrap_or(0)), "14.03");
    assert_eq!(points(50, number("100000000858783921.56").unwrap_or(0)), "50000000429391960.78");
    assert_eq!(on_scale("Fail", "Refer,Pass,Merit,Distinction").as_deref(), Ok("Refer"));
    assert_eq!(on_scale("Merit", "D, M, P, U").as_deref(), Ok("M"));
    assert_eq!(on_scale("Refer", "D, M, P, U").as_deref(), Ok("U"));
    assert!(on_scale("Upper second", "Refer,Pass").is_err());
}
