//! What changed in a git work tree.

use std::ffi::OsStr;
use std::ops::RangeInclusive;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The text that a file had at a commit; none if it was not there.
pub(crate) fn text_at(path: &Path, reference: &str) -> Result<Option<String>> {
    let commit = commit(path, reference)?;
    let mut object = std::ffi::OsString::from(format!("{commit}:./"));
    object.push(name(path)?);
    match git(path, &[OsStr::new("show"), &object]) {
        Ok(text) => Ok(Some(text)),
        Err(_) => Ok(None),
    }
}

/// The lines of a file that differ from a commit; all of a file that was not there.
pub(crate) fn changed_lines(path: &Path, reference: &str) -> Result<Vec<RangeInclusive<usize>>> {
    if text_at(path, reference)?.is_none() {
        return Ok(vec![1..=usize::MAX]);
    }
    let commit = commit(path, reference)?;
    let flags = ["diff", "-U0", "--no-color", "--no-ext-diff", "--no-textconv", &commit, "--"];
    let mut arguments: Vec<&OsStr> = flags.iter().map(OsStr::new).collect();
    arguments.push(name(path)?);
    let diff = git(path, &arguments)?;
    Ok(diff.lines().filter_map(new_lines).collect())
}

/// The lines of a hunk `@@ -1,2 +3,4 @@`; none where lines were only taken away.
fn new_lines(line: &str) -> Option<RangeInclusive<usize>> {
    let hunk = line.strip_prefix("@@ -")?.split_once(" +")?.1.split_once(" @@")?.0;
    let (start, count) = hunk.split_once(',').unwrap_or((hunk, "1"));
    let (start, count): (usize, usize) = (start.parse().ok()?, count.parse().ok()?);
    (count > 0).then(|| start..=start + count - 1)
}

/// The full name of a commit, so that no reference is taken for an option or a path.
fn commit(path: &Path, reference: &str) -> Result<String> {
    if reference.is_empty() || reference.starts_with('-') {
        bail!("`{reference}` names no commit");
    }
    let wanted = format!("{reference}^{{commit}}");
    let arguments = ["rev-parse", "--verify", "--quiet", &wanted].map(OsStr::new);
    let text = git(path, &arguments)
        .with_context(|| format!("`{reference}` names no commit here: has it been fetched?"))?;
    Ok(text.trim().to_owned())
}

fn name(path: &Path) -> Result<&OsStr> {
    path.file_name().with_context(|| format!("{} names no file", path.display()))
}

fn git(path: &Path, arguments: &[&OsStr]) -> Result<String> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // An essay may be called `:(top)*.md`, and is no pattern.
    let output = Command::new("git")
        .arg("--literal-pathspecs")
        .arg("-C")
        .arg(folder)
        .args(arguments)
        .output()
        .context("git could not be run")?;
    if !output.status.success() {
        let told = String::from_utf8_lossy(&output.stderr);
        bail!("git: {}", told.lines().next().unwrap_or("no answer"));
    }
    String::from_utf8(output.stdout).context("not UTF-8 text")
}

#[test]
fn hunks_name_the_new_lines() {
    assert_eq!(new_lines("@@ -1,2 +3,4 @@ heading"), Some(3..=6));
    assert_eq!(new_lines("@@ -1 +1 @@"), Some(1..=1));
    assert_eq!(new_lines("@@ -5,2 +4,0 @@"), None);
    assert_eq!(new_lines("+@@ text"), None);
}
