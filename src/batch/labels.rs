//! Assessors' verdicts, from JSON lines or CSV.
//!
//! A JSON line: `{"file": "D01.md", "P": {"P1": 3, …}, "M": {"M1": false, …}, "T": {"T1": true, …}, "mark": 76}`, numbered in
//! the order of the rubric; `"topic"` may name the page that the essay answers. A CSV line: `file,point id,level`.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::judge::Labels;
use crate::rubric::Rubric;

#[derive(Deserialize)]
struct Line {
    file: String,
    #[serde(default)]
    topic: Option<String>,
    #[serde(default, rename = "P", alias = "points")]
    points: Numbered<usize>,
    #[serde(default, rename = "M", alias = "mistakes")]
    mistakes: Numbered<bool>,
    #[serde(default, rename = "T", alias = "practices")]
    practices: Numbered<bool>,
    #[serde(default)]
    mark: Option<f64>,
}

/// `{"P1": 3, "P2": 1}`, or `[3, 1]`.
#[derive(Deserialize)]
#[serde(untagged)]
enum Numbered<T> {
    ByName(BTreeMap<String, T>),
    InOrder(Vec<T>),
}

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Numbered::InOrder(Vec::new())
    }
}

impl<T: Copy> Numbered<T> {
    fn get(&self, at: usize, id: &str, letter: char) -> Option<T> {
        match self {
            Numbered::ByName(map) => {
                let number = format!("{}", at + 1);
                let given = map.get(&format!("{letter}{number}")).or_else(|| map.get(&number));
                given.or_else(|| map.get(id)).copied()
            }
            Numbered::InOrder(list) => list.get(at).copied(),
        }
    }
}

/// The topic pages that lines of labels name, each once, in order.
pub fn label_topics(text: &str) -> Vec<String> {
    let lines = text.lines().filter_map(|line| serde_json::from_str::<Line>(line).ok());
    let topics: BTreeSet<String> = lines.filter_map(|line| line.topic).collect();
    topics.into_iter().collect()
}

/// The labels of a file; the error names the line. With a topic, only lines that name it.
pub fn read_labels(
    text: &str,
    rubric: &Rubric,
    topic: Option<&str>,
) -> Result<Vec<Labels>, String> {
    if text.trim_start().starts_with('{') {
        json_lines(text, rubric, topic)
    } else {
        csv(text, rubric)
    }
}

fn json_lines(text: &str, rubric: &Rubric, topic: Option<&str>) -> Result<Vec<Labels>, String> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| {
            let line: Line =
                serde_json::from_str(line).map_err(|error| format!("line {}: {error}", at + 1))?;
            let wanted = topic.is_none() || line.topic.as_deref() == topic;
            Ok(wanted.then(|| labels(&line, rubric)))
        })
        .filter_map(Result::transpose)
        .collect()
}

fn labels(line: &Line, rubric: &Rubric) -> Labels {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "marks are 0 to 100"
    )]
    let mark = line.mark.map(|mark| mark.clamp(0.0, 100.0).round() as u32);
    Labels {
        file: line.file.clone(),
        points: rubric
            .points
            .iter()
            .enumerate()
            .map(|(at, it)| line.points.get(at, &it.id, 'P'))
            .collect(),
        mistakes: rubric
            .mistakes
            .iter()
            .enumerate()
            .map(|(at, it)| line.mistakes.get(at, &it.id, 'M'))
            .collect(),
        practices: rubric
            .practices
            .iter()
            .enumerate()
            .map(|(at, it)| line.practices.get(at, &it.id, 'T'))
            .collect(),
        mark,
    }
}

fn csv(text: &str, rubric: &Rubric) -> Result<Vec<Labels>, String> {
    let mut by_file: BTreeMap<String, Labels> = BTreeMap::new();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let fields: Vec<&str> = line.split(',').map(|it| it.trim().trim_matches('"')).collect();
        let [file, id, level] = fields[..] else {
            return Err(format!("line {}: expected `file,point id,level`, found `{line}`", at + 1));
        };
        let Ok(level) = level.parse::<usize>() else {
            if at == 0 {
                continue; // a heading
            }
            return Err(format!("line {}: `{level}` is no level of 0 to 3", at + 1));
        };
        let point = rubric.points.iter().position(|point| point.id == id);
        let point = point.ok_or_else(|| {
            format!("line {}: the rubric {} has no point `{id}`", at + 1, rubric.id)
        })?;
        let empty = || Labels {
            file: file.to_owned(),
            points: vec![None; rubric.points.len()],
            ..Labels::default()
        };
        by_file.entry(file.to_owned()).or_insert_with(empty).points[point] = Some(level);
    }
    Ok(by_file.into_values().collect())
}
