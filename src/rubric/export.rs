//! A rubric as other people's tools and papers want it: a Canvas rubric CSV, a printable marking sheet.

use std::fmt::Write as _;

use crate::rubric::{Point, Rubric, Scale};

/// The columns of a Canvas rubric CSV before its ratings.
const COLUMNS: [&str; 4] =
    ["Rubric Name", "Criteria Name", "Criteria Description", "Criteria Enable Range"];
const RATING: [&str; 3] = ["Rating Name", "Rating Description", "Rating Points"];
/// The levels from the best to the least, and the percent of a point's worth at which each stands in a gradebook.
const LEVELS: [(&str, u32); 4] =
    [("Strong", 100), ("Sound", 65), ("Limited", 45), ("Not evidenced", 0)];

/// The CSV that Canvas imports: a criterion for each marking point, a rating for each level.
pub fn canvas(rubric: &Rubric) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header = COLUMNS.into_iter().chain(LEVELS.iter().flat_map(|_| RATING));
    let rows = std::iter::once(header.map(str::to_owned).collect())
        .chain(rubric.points.iter().map(|point| row(rubric, point)));
    for row in rows {
        let row: Vec<String> = row;
        // Writing to memory does not fail.
        let _ = writer.write_record(&row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

fn row(rubric: &Rubric, point: &Point) -> Vec<String> {
    let credit = point.credit.trim().to_owned();
    let mut row = vec![
        rubric.title.trim().to_owned(),
        point.title.trim().to_owned(),
        credit,
        "true".to_owned(),
    ];
    for (at, (name, percent)) in LEVELS.into_iter().enumerate() {
        let asks = [
            &point.advice.strong,
            &point.advice.strong,
            &point.advice.sound,
            &point.advice.limited,
        ][at];
        let description = if at == 0 {
            "Critical, supported and applied.".to_owned()
        } else {
            format!("To go further: {}", asks.trim())
        };
        row.extend([name.to_owned(), description, (point.worth * percent / 100).to_string()]);
    }
    row
}

/// A marking sheet for the desk, in Markdown: a row for each point, boxes for mistakes and practices, a place to sign.
pub fn marking_sheet(rubric: &Rubric) -> String {
    let mut text = format!("# {}\n\n{}\n\n", rubric.title.trim(), one_line(&rubric.question));
    text.push_str(
        "Student: ______________________  Assessor: ______________________  Date: ____________\n",
    );
    for criterion in &rubric.criteria {
        let _ = writeln!(text, "\n## {}\n", one_line(&criterion.title));
        text.push_str("| Marking point | out of | not evidenced | limited | sound | strong |\n|---|--:|:-:|:-:|:-:|:-:|\n");
        for point in rubric.points.iter().filter(|point| point.criterion == criterion.id) {
            let credit = one_line(&point.credit).replace('|', "\\|");
            let _ = writeln!(
                text,
                "| **{}** {credit} | {} | ☐ | ☐ | ☐ | ☐ |",
                one_line(&point.title).replace('|', "\\|"),
                point.worth
            );
        }
    }
    boxes(
        &mut text,
        "Mistakes (tick what you see)",
        rubric.mistakes.iter().map(|it| it.says.as_str()),
    );
    boxes(
        &mut text,
        "Good practice (tick what you see)",
        rubric.practices.iter().map(|it| it.says.as_str()),
    );
    let bands: Vec<String> = match rubric.scale {
        Scale::Btec => {
            ["Refer", "Pass", "Merit", "Distinction"].map(|it| format!("☐ {it}")).to_vec()
        }
        _ => {
            rubric.scale.bands().iter().map(|(name, from)| format!("{name} from {from}")).collect()
        }
    };
    let _ = writeln!(
        text,
        "\n## Assessor's decision\n\nMark: ______  {}\n\nWhat to do next:\n",
        bands.join(", ")
    );
    text
}

fn boxes<'a>(text: &mut String, title: &str, lines: impl Iterator<Item = &'a str>) {
    let lines: Vec<String> = lines.map(|line| format!("- ☐ {}\n", one_line(line))).collect();
    if !lines.is_empty() {
        let _ = write!(text, "\n## {title}\n\n{}", lines.concat());
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
