//! SARIF 2.1.0, for code hosts and editors that show remarks in place.

use std::collections::BTreeMap;

use crate::detect::Severity;
use crate::document::Place;
use crate::report::remark::{Remark, remarks};
use crate::report::sarif_log::{
    Artifact, Configuration, Driver, Invocation, Judgement, Location, Log, Marks, Notification,
    Outcome, Physical, Region, Rule, Run, Text, Tool,
};
use crate::report::{Explain, Judged, Report, inert, pretty};

/// Every remark as a result, with a rule for each kind; what `explain` knows of a rule becomes its help.
pub fn sarif(report: &Report, explain: Explain) -> String {
    let mut rules: BTreeMap<String, Rule> = BTreeMap::new();
    let mut results = Vec::new();
    for essay in &report.essays {
        name_rules(essay, &mut rules);
        for remark in remarks(essay) {
            let rule = rules.entry(remark.rule.clone()).or_insert_with(|| rule(&remark, explain));
            results.push(Outcome::of(&essay.path, &remark, rule.default_configuration.level));
        }
    }
    let order: Vec<String> = rules.keys().cloned().collect();
    for result in &mut results {
        result.rule_index = order.binary_search(&result.rule_id).unwrap_or_default();
    }
    pretty(&Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "critique",
                    version: env!("CARGO_PKG_VERSION"),
                    rules: rules.into_values().collect(),
                },
            },
            column_kind: "unicodeCodePoints",
            invocations: [invocation(report)],
            results,
            properties: Marks { essays: report.essays.iter().map(Judgement::of).collect() },
        }],
    })
}

impl Judgement {
    fn of(essay: &Judged) -> Judgement {
        Judgement {
            path: essay.path.clone(),
            rubric: essay.rubric.id.clone(),
            mark: essay.critique.mark,
            band: essay.critique.band.clone(),
            note: "indicative: an assessor decides",
        }
    }
}

/// Mistakes and steps carry the rubric's own words as their help.
fn name_rules(essay: &Judged, rules: &mut BTreeMap<String, Rule>) {
    let mut add = |id: String, severity, what: &str, help: &str| {
        rules.entry(id.clone()).or_insert_with(|| Rule::new(id, severity, what, help));
    };
    for it in &essay.critique.mistakes {
        add(format!("mistake/{}", it.id), Severity::Warning, &it.says, &it.advice);
    }
    for it in essay.critique.criteria.iter().flat_map(|it| &it.points) {
        add(format!("next-step/{}", it.id), Severity::Note, &it.title, &it.credit);
    }
}

fn rule(remark: &Remark, explain: Explain) -> Rule {
    let help = explain(&remark.rule).unwrap_or_default();
    let what = if help.what.is_empty() { remark.rule.replace(['-', '/'], " ") } else { help.what };
    let why = if help.why.is_empty() { remark.help.clone() } else { help.why };
    Rule::new(remark.rule.clone(), remark.severity, &what, &why)
}

impl Rule {
    fn new(id: String, severity: Severity, what: &str, help: &str) -> Rule {
        let help = if help.is_empty() { what } else { help };
        Rule {
            id,
            short_description: Text::of(what),
            help: Text::of(help),
            default_configuration: Configuration { level: severity.name() },
        }
    }
}

impl Text {
    fn of(text: &str) -> Text {
        Text { text: inert(text).into_owned() }
    }
}

impl Outcome {
    fn of(path: &str, remark: &Remark, level: &'static str) -> Outcome {
        let help =
            if remark.help.is_empty() { String::new() } else { format!(". {}", remark.help) };
        let physical_location = Physical {
            artifact_location: Artifact { uri: uri(path) },
            region: Region::of(remark.place),
        };
        Outcome {
            rule_id: remark.rule.clone(),
            rule_index: 0,
            level,
            message: Text::of(&format!("{}{help}", remark.message)),
            locations: [Location { physical_location }],
        }
    }
}

impl Region {
    fn of(Place { start, end }: Place) -> Region {
        Region {
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}

fn invocation(report: &Report) -> Invocation {
    let notifications = report.failed.iter().map(|it| Notification {
        level: "error",
        message: Text::of(&format!("{}: {}", it.path, it.reason)),
    });
    Invocation {
        execution_successful: !report.essays.is_empty(),
        tool_execution_notifications: notifications.collect(),
    }
}

/// A path as a relative or `file:` reference.
fn uri(path: &str) -> String {
    let path = path.strip_prefix("./").unwrap_or(path);
    let kept = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let encoded: String = path
        .bytes()
        .map(|byte| if kept(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect();
    if path.starts_with('/') { format!("file://{encoded}") } else { encoded }
}

#[test]
fn paths_become_references() {
    assert_eq!(uri("essays/my essay.md"), "essays/my%20essay.md");
    assert_eq!(uri("javascript:alert(1)"), "javascript%3Aalert%281%29");
    assert_eq!(uri("/tmp/a.md"), "file:///tmp/a.md");
}
