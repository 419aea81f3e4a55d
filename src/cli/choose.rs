//! Which rubric an essay is held against, and why.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::Mutex;

use anyhow::{Result, anyhow, bail};

use crate::batch::{Submissions, essay_document, plain_text};
use crate::document::Document;
use crate::judge::{Lens, subject_share};
use crate::language::{Engine, Essay, Reader};
use crate::rubric::{BUNDLED, Project, bundled, named_in_front_matter, read};

/// Rubrics read so far, by name; each is made ready once.
#[derive(Debug, Default)]
pub(crate) struct Rubrics {
    ready: Mutex<BTreeMap<String, Arc<Lens>>>,
}

/// A rubric, and why it was taken where nobody named it.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    pub(crate) lens: Arc<Lens>,
    pub(crate) why: Option<String>,
}

/// An essay treats a rubric's subject if this share of its sentences names it.
const TREATS: f32 = 0.05;
/// Essays of a folder that are looked at to choose its rubric.
const FIRST_ESSAYS: usize = 5;
/// Needs no subject.
const ANY_SUBJECT: &str = "academic-writing";

impl Rubrics {
    /// The rubric of this id or path; a path is taken from `beside`.
    pub(crate) fn named(&self, name: &str, beside: Option<&Path>) -> Result<Arc<Lens>> {
        let path = beside.map_or_else(|| PathBuf::from(name), |folder| folder.join(name));
        let is_bundled = bundled(name).is_some();
        let key = if is_bundled { name.to_owned() } else { path.display().to_string() };
        if let Some(lens) =
            self.ready.lock().map_err(|_| anyhow!("another thread stopped"))?.get(&key)
        {
            return Ok(Arc::clone(lens));
        }
        let lens = match Lens::bundled(name) {
            Some(lens) => lens,
            None => Lens::new(read(&from_file(name, &path)?, &key)?.0),
        };
        let lens = Arc::new(lens);
        self.ready
            .lock()
            .map_err(|_| anyhow!("another thread stopped"))?
            .insert(key, Arc::clone(&lens));
        Ok(lens)
    }

    /// The rubric for an essay whose rubric nobody named on the command line.
    pub(crate) fn choose(&self, path: &Path, essay: &Essay) -> Result<Choice> {
        if let Some(name) = front_matter(&essay.document) {
            let lens = self.named(&name, path.parent()).or_else(|_| self.named(&name, None));
            return Ok(Choice {
                lens: lens?,
                why: Some("named in the essay's front matter".into()),
            });
        }
        match self.of_project(path)? {
            Some(choice) => Ok(choice),
            None => self.bundled_for(essay),
        }
    }

    /// One rubric for a whole folder: the one asked for, the project's, or what most of its first essays are about. What
    /// front matter says does not count here, since students write it.
    pub(crate) fn for_folder(
        &self,
        asked: Option<&str>,
        folder: &Path,
        submissions: &Submissions,
    ) -> Result<Choice> {
        if let Some(name) = asked {
            return Ok(Choice { lens: self.named(name, None)?, why: None });
        }
        if let Some(choice) = self.of_project(&folder.join("essay"))? {
            return Ok(choice);
        }
        let reader = Reader::new(Engine::Fast);
        let files = submissions.iter().flat_map(|it| it.files).map(|file| folder.join(file));
        let essays = files
            .filter_map(|file| essay_document(&file).ok())
            .take(FIRST_ESSAYS)
            .map(|it| Essay::read(it, &reader));
        let choices = essays.map(|essay| self.bundled_for(&essay)).collect::<Result<Vec<_>>>()?;
        let votes = |choice: &&Choice| {
            choices.iter().filter(|it| it.lens.rubric.id == choice.lens.rubric.id).count()
        };
        let most = choices.iter().rev().max_by_key(votes).cloned();
        most.map_or_else(|| self.any_subject(), Ok)
    }

    /// The rubric for a text without a file: the one asked for, that of the project one stands in, or by its subject.
    pub(crate) fn for_text(&self, asked: Option<&str>, essay: &Essay) -> Result<Choice> {
        if let Some(name) = asked {
            return Ok(Choice { lens: self.named(name, None)?, why: None });
        }
        match self.of_project(Path::new("essay"))? {
            Some(choice) => Ok(choice),
            None => self.bundled_for(essay),
        }
    }

    /// The rubric of the nearest project file above.
    fn of_project(&self, path: &Path) -> Result<Option<Choice>> {
        let Some((file, project)) = project_above(path)? else { return Ok(None) };
        let Some(name) = project.rubric else { return Ok(None) };
        let lens = self.named(&name, file.parent())?;
        Ok(Some(Choice { lens, why: Some(format!("named in {}", file.display())) }))
    }

    /// The bundled rubric on the essay's subject, or the one that needs none.
    fn bundled_for(&self, essay: &Essay) -> Result<Choice> {
        if let Some(lens) = self.by_subject(essay)? {
            return Ok(Choice { lens, why: Some("chosen by the essay's subject".into()) });
        }
        self.any_subject()
    }

    fn any_subject(&self) -> Result<Choice> {
        let (id, why) = if bundled(ANY_SUBJECT).is_some() {
            (ANY_SUBJECT, "it fits any subject")
        } else {
            (BUNDLED[0].0, "the only one")
        };
        Ok(Choice { lens: self.named(id, None)?, why: Some(why.into()) })
    }

    /// The bundled rubric whose subject the essay names most often, if it does so at all.
    fn by_subject(&self, essay: &Essay) -> Result<Option<Arc<Lens>>> {
        let mut best: Option<(f32, Arc<Lens>)> = None;
        for (id, _) in BUNDLED.iter().filter(|(id, _)| *id != ANY_SUBJECT) {
            let lens = self.named(id, None)?;
            let share = subject_share(essay, &lens);
            if share >= TREATS && best.as_ref().is_none_or(|(most, _)| share > *most) {
                best = Some((share, lens));
            }
        }
        Ok(best.map(|(_, lens)| lens))
    }
}

fn from_file(name: &str, path: &Path) -> Result<String> {
    if !path.exists() {
        let ids = BUNDLED.iter().map(|(id, _)| *id).collect::<Vec<_>>();
        let near = ids.iter().min_by_key(|id| strsim::damerau_levenshtein(id, name));
        let hint = near
            .filter(|id| strsim::damerau_levenshtein(id, name) <= 4)
            .map(|id| format!("; did you mean `{id}`?"));
        bail!(
            "no rubric `{name}`: neither a file nor one of {}{}",
            ids.join(", "),
            hint.unwrap_or_default()
        );
    }
    plain_text(path)
        .map_err(|reason| anyhow!("cannot read the rubric {}: {reason}", path.display()))
}

fn front_matter(document: &Document) -> Option<String> {
    named_in_front_matter(document.front_matter?.of(document.source().text()))
}

/// The nearest `critique.yaml` in the folders above a file.
pub(crate) fn project_above(path: &Path) -> Result<Option<(PathBuf, Project)>> {
    let start = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let Some(file) = start
        .ancestors()
        .skip(1)
        .map(|folder| folder.join("critique.yaml"))
        .find(|file| file.is_file())
    else {
        return Ok(None);
    };
    let text =
        plain_text(&file).map_err(|reason| anyhow!("cannot read {}: {reason}", file.display()))?;
    let project = Project::read(&text).map_err(|error| anyhow!("{}: {error}", file.display()))?;
    Ok(Some((file, project)))
}
