//! `coursehub vocabulary`.

use anyhow::Context as _;
use hub_app::vocabulary as words;
use hub_app::vocabulary::{NewTerm, Place, Used, named};
use hub_app::{App, AppError, Missing};
use hub_core::rights::Actor;
use hub_core::vocabulary::{FacetKey, LicenceFacts, Names, Term, Vocabulary, VocabularyKey};
use serde_json::json;

use super::say;
use crate::args::{Allows, FacetCommand, Form, LicenceWords, To, VocabularyCommand};
use crate::print;

/// Who acts here.
const WHO: Actor = Actor::CommandLine;

/// Runs it.
///
/// # Errors
/// What the use case refused.
pub async fn run(app: &App, command: VocabularyCommand) -> anyhow::Result<()> {
    use VocabularyCommand as Do;
    match command {
        Do::List(form) => list(app, form),
        Do::Show { vocabulary, term: Some(term), form, .. } => one(app, &vocabulary, &term, form)?,
        Do::Show { vocabulary, term: None, all, form } => show(app, &vocabulary, all, form)?,
        Do::Add { vocabulary, name, lang, key, below, classic, licence } => {
            let vocabulary = key_of(&vocabulary)?;
            let facts = described(LicenceFacts::default(), &licence);
            let names = Names::from([(lang, name)]);
            let new = NewTerm { key, names, parent: below, classic, licence: Some(facts) };
            let key = words::add(app, WHO, &vocabulary, new).await?;
            say(true, &format!("{vocabulary} {key} is added"));
        }
        Do::Rename { vocabulary, term, name, lang } => {
            let vocabulary = key_of(&vocabulary)?;
            let changed = words::rename(app, WHO, &vocabulary, &term, &lang, &name).await?;
            let name = if name.is_empty() { "no name".to_owned() } else { print::one_line(&name) };
            say(changed, &format!("{vocabulary} {term} has {name} in {lang}"));
        }
        Do::Move { vocabulary, term, to } => {
            let vocabulary = key_of(&vocabulary)?;
            let changed = words::place(app, WHO, &vocabulary, &term, &place(to)).await?;
            say(changed, &format!("{vocabulary} {term} is at its place"));
        }
        Do::Retire { vocabulary, term } => {
            let vocabulary = key_of(&vocabulary)?;
            let changed = words::retire(app, WHO, &vocabulary, &term).await?;
            say(changed, &format!("{vocabulary} {term} is no longer offered"));
        }
        Do::Restore { vocabulary, term } => {
            let vocabulary = key_of(&vocabulary)?;
            let changed = words::bring_back(app, WHO, &vocabulary, &term).await?;
            say(changed, &format!("{vocabulary} {term} is offered"));
        }
        Do::Merge { vocabulary, from, into } => {
            let vocabulary = key_of(&vocabulary)?;
            let changed = words::merge(app, WHO, &vocabulary, &from, &into).await?;
            say(changed, &format!("{vocabulary} {into} stands for {from}"));
        }
        Do::Map { vocabulary, term, classic } => {
            let vocabulary = key_of(&vocabulary)?;
            let changed = words::map(app, WHO, &vocabulary, &term, classic.as_deref()).await?;
            let told = told(app, &vocabulary, &term)?;
            say(changed, &format!("old Moodles are told {told} for {vocabulary} {term}"));
        }
        Do::Licence { licence, words: said } => {
            let all = app.vocabularies();
            let facts = named(all.licence(), &licence)?.licence.clone().unwrap_or_default();
            let changed = words::describe_licence(app, WHO, &licence, described(facts, &said)).await?;
            say(changed, &format!("licence {licence} is described"));
        }
        Do::Facet(command) => facet(app, command).await?,
        Do::Export { file } => export(app, file.as_deref())?,
        Do::Import { file } => import(app, &file).await?,
    }
    Ok(())
}

fn key_of(word: &str) -> anyhow::Result<VocabularyKey> {
    VocabularyKey::parse(word).with_context(|| format!("\"{}\" is no vocabulary", print::one_line(word)))
}

fn get<'a>(
    all: &'a hub_core::vocabulary::Vocabularies,
    key: &VocabularyKey,
) -> Result<&'a Vocabulary, AppError> {
    all.get(key).ok_or(AppError::NotFound(Missing::Vocabulary))
}

fn told(app: &App, key: &VocabularyKey, term: &str) -> anyhow::Result<String> {
    let all = app.vocabularies();
    let vocabulary = get(&all, key)?;
    Ok(vocabulary.classic(&named(vocabulary, term)?.key).to_owned())
}

fn place(to: To) -> Place {
    match to {
        To { before: Some(other), .. } => Place::Before(other),
        To { after: Some(other), .. } => Place::After(other),
        To { below: Some(other), .. } => Place::Below(other),
        To { .. } => Place::Top,
    }
}

/// What was known of a licence, with what was said now.
fn described(known: LicenceFacts, said: &LicenceWords) -> LicenceFacts {
    let allows = |what: Allows, known: bool| said.allows.as_ref().map_or(known, |all| all.contains(&what));
    LicenceFacts {
        reuse: allows(Allows::Reuse, known.reuse),
        commercial: allows(Allows::Commercial, known.commercial),
        derivatives: allows(Allows::Derivatives, known.derivatives),
        spdx: said.spdx.clone().unwrap_or(known.spdx),
        url: said.url.clone().unwrap_or(known.url),
    }
}

fn list(app: &App, form: Form) {
    let all = app.vocabularies();
    let rows = all.all().map(|vocabulary| {
        let number = |number: usize| print::number(i64::try_from(number).unwrap_or(i64::MAX));
        let own = vocabulary.terms().iter().filter(|term| term.classic_name.is_none()).count();
        vec![
            print::text(vocabulary.key.as_str()),
            print::both(any_name(&vocabulary.names), json!(vocabulary.names)),
            number(vocabulary.offered().count()),
            number(vocabulary.terms().len()),
            number(own),
        ]
    });
    let columns =
        [("id", "id"), ("names", "name"), ("offered", "offered"), ("terms", "terms"), ("own", "own")];
    print::list(form, &columns, rows.collect(), "");
}

fn any_name(names: &Names) -> String {
    names.get("en").or_else(|| names.values().next()).cloned().unwrap_or_default()
}

fn show(app: &App, word: &str, with_all: bool, form: Form) -> anyhow::Result<()> {
    let all = app.vocabularies();
    let vocabulary = get(&all, &key_of(word)?)?;
    let terms = vocabulary.terms().iter().filter(|term| with_all || term.is_offered());
    let rows = terms.map(|term| {
        let indent = "  ".repeat(vocabulary.depth(&term.key));
        let state = match &term.merged_into {
            Some(into) => format!("merged into {into}"),
            None if term.retired => "retired".to_owned(),
            None => String::new(),
        };
        let told = vocabulary.classic(&term.key);
        let is_same = told == term.key;
        vec![
            print::text(term.key.clone()),
            print::both(format!("{indent}{}", term.plain_name()), term.plain_name()),
            print::both(other_names(term), json!(term.names)),
            print::both(state, json!(term.retired)),
            print::both(if is_same { "" } else { told }, told),
            print::hidden(json!(term.parent)),
            print::hidden(json!(term.merged_into)),
            print::hidden(json!(term.licence)),
            print::hidden(json!(term.number)),
        ]
    });
    let columns = [
        ("id", "id"),
        ("name", "name"),
        ("names", "other names"),
        ("retired", "state"),
        ("classic", "old Moodles are told"),
        ("parent", ""),
        ("merged_into", ""),
        ("licence", ""),
        ("number", ""),
    ];
    print::list(form, &columns, rows.collect(), "No terms yet.");
    Ok(())
}

fn other_names(term: &Term) -> String {
    let others = term.names.iter().filter(|(_, name)| name.as_str() != term.plain_name());
    others.map(|(code, name)| format!("{code}: {name}")).collect::<Vec<_>>().join(", ")
}

fn one(app: &App, word: &str, term: &str, form: Form) -> anyhow::Result<()> {
    let all = app.vocabularies();
    let vocabulary = get(&all, &key_of(word)?)?;
    let term = named(vocabulary, term)?;
    if form.json {
        print::json(&json!({
            "id": term.key, "name": term.plain_name(), "names": term.names, "number": term.number,
            "parent": term.parent, "retired": term.retired, "merged_into": term.merged_into,
            "classic": vocabulary.classic(&term.key), "licence": term.licence,
        }));
        return Ok(());
    }
    let path: Vec<&str> = vocabulary.path(&term.key).iter().map(|term| term.plain_name()).collect();
    let mut sheet = print::Sheet::default();
    sheet.line("id", &term.key).line("name", term.plain_name()).line("names", other_names(term));
    sheet.line("stands at", path.join(" > "));
    sheet.line("retired", if term.retired { "yes" } else { "" });
    sheet.line("merged into", term.merged_into.as_deref().unwrap_or_default());
    sheet.line("old Moodles", vocabulary.classic(&term.key));
    if let Some(licence) = &term.licence {
        let allows = [
            (licence.reuse, "reuse"),
            (licence.commercial, "commercial"),
            (licence.derivatives, "derivatives"),
        ];
        let allows: Vec<&str> = allows.into_iter().filter(|(is, _)| *is).map(|(_, word)| word).collect();
        sheet.line("SPDX", &licence.spdx).line("text", &licence.url).line("allows", allows.join(", "));
    }
    print::out(&sheet.text());
    Ok(())
}

async fn facet(app: &App, command: FacetCommand) -> anyhow::Result<()> {
    let parse = |key: &str| FacetKey::parse(key).with_context(|| format!("\"{key}\" is no facet"));
    match command {
        FacetCommand::Add { key, name, lang } => {
            words::make_facet(app, WHO, &key, Names::from([(lang, name)])).await?;
            say(true, &format!("facet {key} is made; add its terms: coursehub vocabulary add {key} NAME"));
        }
        FacetCommand::Rename { key, name, lang } => {
            let changed = words::rename_facet(app, WHO, &parse(&key)?, &lang, &name).await?;
            let name = if name.is_empty() { "no name".to_owned() } else { print::one_line(&name) };
            say(changed, &format!("facet {key} has {name} in {lang}"));
        }
        FacetCommand::Move { key, place } => {
            let changed = words::order_facet(app, WHO, &parse(&key)?, place).await?;
            say(changed, &format!("facet {key} is at place {place}"));
        }
        FacetCommand::Remove { key, force } => {
            let used = if force { Used::TakeOff } else { Used::Refuse };
            words::remove_facet(app, WHO, &parse(&key)?, used).await?;
            say(true, &format!("facet {key} is removed"));
        }
    }
    Ok(())
}

fn export(app: &App, file: Option<&std::path::Path>) -> anyhow::Result<()> {
    let exchange = words::export(&app.vocabularies());
    let Some(file) = file else {
        print::json(&exchange);
        return Ok(());
    };
    let text = serde_json::to_string_pretty(&exchange)?;
    std::fs::write(file, text).with_context(|| format!("{} cannot be written", file.display()))?;
    let terms = print::count(exchange.terms.len(), "term", "terms");
    say(true, &format!("{terms} written to {}", file.display()));
    Ok(())
}

async fn import(app: &App, file: &std::path::Path) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let exchange = serde_json::from_str(&text)
        .with_context(|| format!("{} is no export of vocabularies", file.display()))?;
    let imported = words::import(app, WHO, exchange).await?;
    let facets = print::count(imported.facets, "facet", "facets");
    let terms = print::count(imported.terms, "term", "terms");
    say(imported != words::Imported::default(), &format!("{facets} and {terms} are as in the file"));
    Ok(())
}
