//! `JUnit`: a suite an essay, a case a marking point, mistake and practice, for servers that show test reports.

use quick_junit::{NonSuccessKind, Report as Suites, TestCase, TestCaseStatus, TestSuite};

use crate::detect::Finding;
use crate::document::Unit;
use crate::judge::{Evidence, Level, MistakeVerdict, PointVerdict, PracticeVerdict};
use crate::report::{Judged, Report, inert};

/// A point without evidence and a mistake that was made fail; a practice not yet met is skipped; a finding that is an error
/// fails.
pub fn junit(report: &Report) -> String {
    let mut suites = Suites::new("critique");
    suites.add_test_suites(report.essays.iter().map(suite));
    for failure in &report.failed {
        let mut suite = TestSuite::new(inert(&failure.path).into_owned());
        suite.add_test_case(case(
            "read",
            &failure.path,
            fault(NonSuccessKind::Error, &failure.reason),
        ));
        suites.add_test_suite(suite);
    }
    let mut text = suites.to_string().unwrap_or_default();
    text.push('\n');
    text
}

fn suite(essay: &Judged) -> TestSuite {
    let it = &essay.critique;
    let mut suite = TestSuite::new(inert(&essay.path).into_owned());
    for (name, value) in [
        ("rubric", essay.rubric.id.clone()),
        ("mark", it.mark.to_string()),
        ("band", it.band.clone()),
    ] {
        suite.add_property((name, inert(&value).as_ref()));
    }
    suite.add_property(("note", "indicative: an assessor decides"));
    let points = it.criteria.iter().flat_map(|criterion| &criterion.points);
    suite.add_test_cases(points.map(|point| of_point(essay, point)));
    suite.add_test_cases(it.mistakes.iter().map(|mistake| of_mistake(essay, mistake)));
    suite.add_test_cases(it.practices.iter().map(|practice| of_practice(essay, practice)));
    suite.add_test_cases(it.findings.iter().map(|finding| of_finding(essay, finding)));
    suite
}

fn of_point(essay: &Judged, point: &PointVerdict) -> TestCase {
    let told = format!(
        "{}: {} of {} marks. {}",
        point.level.label(),
        point.marks,
        point.out_of,
        point.advice
    );
    let status = match point.level {
        Level::NotEvidenced => fault(NonSuccessKind::Failure, &told),
        _ => TestCaseStatus::success(),
    };
    let mut case = case(&point.id, &essay.path, status);
    case.set_system_out(format!("{}\n{}", inert(&told), passages(&point.evidence)));
    case
}

fn of_mistake(essay: &Judged, mistake: &MistakeVerdict) -> TestCase {
    let told = format!("{}. {}", mistake.reason, mistake.advice);
    let status = if mistake.present {
        fault(NonSuccessKind::Failure, &told)
    } else {
        TestCaseStatus::success()
    };
    let mut case = case(&format!("mistake/{}", mistake.id), &essay.path, status);
    case.set_system_out(passages(&mistake.evidence));
    case
}

fn of_practice(essay: &Judged, practice: &PracticeVerdict) -> TestCase {
    let mut status = TestCaseStatus::success();
    if !practice.met {
        status = TestCaseStatus::skipped();
        status.set_message(inert(&practice.reason).into_owned());
    }
    let mut case = case(&format!("practice/{}", practice.id), &essay.path, status);
    case.set_system_out(passages(&practice.evidence));
    case
}

fn of_finding(essay: &Judged, finding: &Finding) -> TestCase {
    let at = finding.place.start;
    let place = match essay.document.unit {
        Unit::Line => format!("{}:{}", at.line, at.column),
        Unit::Paragraph => essay.spot(at.line).to_string(),
    };
    let told = format!("{place}: {}. {}", finding.message, finding.help);
    let is_error = finding.severity == crate::detect::Severity::Error;
    let status =
        if is_error { fault(NonSuccessKind::Failure, &told) } else { TestCaseStatus::success() };
    let mut case = case(&format!("finding/{}:{}", finding.rule, at.line), &essay.path, status);
    case.set_system_out(inert(&told).into_owned());
    case
}

fn case(name: &str, path: &str, status: TestCaseStatus) -> TestCase {
    let mut case = TestCase::new(inert(name).into_owned(), status);
    case.set_classname(inert(path).into_owned());
    case
}

fn fault(kind: NonSuccessKind, told: &str) -> TestCaseStatus {
    let mut status = TestCaseStatus::non_success(kind);
    status.set_message(inert(told).into_owned());
    status
}

fn passages(evidence: &[Evidence]) -> String {
    let lines = evidence
        .iter()
        .map(|it| format!("{}: {}: {}", it.place.start.line, it.does, inert(&it.text)));
    lines.collect::<Vec<_>>().join("\n")
}
