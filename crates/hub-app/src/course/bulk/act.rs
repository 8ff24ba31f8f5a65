//! The publications of a batch, one after another.

use hub_core::act::{Act, Changed, Thing};
use hub_core::course::{CourseText, Version};
use hub_core::listing::Listing;
use hub_core::rights::Actor;
use hub_core::text::EmailAddress;
use hub_core::{TextId, VersionId};
use hub_db::Tx;
use hub_db::batch::{Batch, Item, ItemState};
use hub_db::screenshot::Screenshot;
use jiff::Timestamp;

use super::{BulkAct, undo};
use crate::course::decide::{Decision, carry_out};
use crate::course::edit::replace_text;
use crate::course::publish::tidy_text;
use crate::jobs::Job;
use crate::mail::{Draft, queue};
use crate::{App, AppError, Missing};

/// Publications done before the door answers; more are left to a job.
pub(super) const AT_ONCE: i64 = 200;
/// Publications of one transaction: other writers wait for it.
const CHUNK: i64 = 50;
/// Chunks of one job, which must end long before another worker takes it for dead.
const CHUNKS: usize = 20;

/// What a publication was before, and became.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(super) struct State {
    pub(super) listing: Listing,
    pub(super) accepted_early: bool,
    pub(super) text: TextId,
    pub(super) waiting: Option<TextId>,
    /// Pictures of both texts: a text that is no longer shown gives them up.
    #[serde(default)]
    pub(super) pictures: Vec<(TextId, Vec<Screenshot>)>,
}

impl State {
    pub(super) fn of(version: &Version) -> Self {
        Self {
            listing: version.listing.clone(),
            accepted_early: version.accepted_early,
            text: version.text_id,
            waiting: version.waiting_text_id,
            pictures: Vec::new(),
        }
    }

    async fn with_pictures(version: &Version, tx: &mut Tx) -> Result<Self, AppError> {
        let mut state = Self::of(version);
        for text in [Some(version.text_id), version.waiting_text_id].into_iter().flatten() {
            let pictures = hub_db::screenshot::list(tx.cx(), text).await?;
            if !pictures.is_empty() {
                state.pictures.push((text, pictures));
            }
        }
        Ok(state)
    }
}

/// Does, or undoes, what is left of a batch; what is too much for one job is left to the next.
pub(crate) async fn go_on(app: &App, id: i64) -> Result<(), AppError> {
    for _ in 0..CHUNKS {
        if !chunk(app, id).await? {
            return Ok(());
        }
    }
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    Job::Batch { batch: id }.enqueue(tx.cx(), now).await?;
    tx.commit().await?;
    app.wake();
    Ok(())
}

/// One transaction; `false` if nothing is left.
async fn chunk(app: &App, id: i64) -> Result<bool, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    // The lock keeps two workers from doing the same ones.
    let batch = hub_db::batch::lock(tx.cx(), id).await?.ok_or(AppError::NotFound(Missing::Course))?;
    let act: BulkAct = serde_json::from_str(&batch.act).map_err(AppError::internal)?;
    let actor: Actor = serde_json::from_str(&batch.actor).map_err(AppError::internal)?;
    let undoing = batch.undone_at.is_some();
    let wanted = if undoing { ItemState::Done } else { ItemState::Planned };
    let items = hub_db::batch::items(tx.cx(), id, wanted, CHUNK).await?;
    let is_last = i64::try_from(items.len()).is_ok_and(|count| count < CHUNK);
    for item in items {
        let item = if undoing {
            undo::one(&mut tx, actor, item, now).await?
        } else {
            one(app, &mut tx, actor, &act, item, now).await?
        };
        hub_db::batch::update_item(tx.cx(), id, &item).await?;
    }
    if is_last {
        end(&mut tx, &batch, actor, undoing, now).await?;
    }
    tx.commit().await?;
    app.wake();
    Ok(!is_last)
}

async fn end(
    tx: &mut Tx,
    batch: &Batch,
    actor: Actor,
    undoing: bool,
    now: Timestamp,
) -> Result<(), AppError> {
    let counts = hub_db::batch::counts(tx.cx(), batch.id).await?;
    let counts: serde_json::Map<String, serde_json::Value> =
        counts.into_iter().map(|(state, count)| (state.name().to_owned(), count.into())).collect();
    let (name, before) =
        if undoing { ("courses.batch_undone", "done") } else { ("courses.batch_done", "planned") };
    if !undoing {
        if batch.ended_at.is_some() {
            return Ok(());
        }
        hub_db::batch::ended(tx.cx(), batch.id, now).await?;
    }
    let act = Act::new(name, Thing::Hub)
        .before(serde_json::json!({ "batch": batch.id, before: batch.total }))
        .after(serde_json::json!({ "batch": batch.id, "courses": counts }));
    Ok(hub_db::audit::record(tx.cx(), actor, &act, now).await?)
}

/// Does it to one. What stands in the way of one stands in nobody else's.
async fn one(
    app: &App,
    tx: &mut Tx,
    actor: Actor,
    act: &BulkAct,
    item: Item,
    now: Timestamp,
) -> Result<Item, AppError> {
    let skipped = |why: &str| Item { state: ItemState::Skipped, why: why.to_owned(), ..item.clone() };
    let Some(version) = hub_db::version::lock(tx.cx(), item.version).await? else {
        return Ok(skipped("there is no such course"));
    };
    let before = State::with_pictures(&version, tx).await?;
    let after = match act {
        BulkAct::List => decide(tx, actor, version, &Decision::Accept { despite_findings: false }, now).await,
        BulkAct::Hide { reason } => {
            decide(tx, actor, version, &Decision::Hide { reason: reason.clone() }, now).await
        }
        BulkAct::Delete => decide(tx, actor, version, &Decision::Delete, now).await,
        BulkAct::AddTag { tag } => retag(tx, actor, version, tag, Tag::Added, now).await,
        BulkAct::RemoveTag { tag } => retag(tx, actor, version, tag, Tag::Removed, now).await,
        BulkAct::Mail { subject, body } => write(app, tx, actor, &version, (subject, body), now).await,
    };
    match after {
        Ok(Some(after)) => Ok(Item {
            state: ItemState::Done,
            before: serde_json::to_string(&before).map_err(AppError::internal)?,
            after: serde_json::to_string(&State::of(&after)).map_err(AppError::internal)?,
            ..item
        }),
        Ok(None) => Ok(skipped("nothing to do: it is so already")),
        Err(AppError::WrongState(why)) => Ok(skipped(&why.to_string())),
        Err(AppError::Invalid(why)) => Ok(skipped(&why.to_string())),
        Err(error) => Err(error),
    }
}

async fn decide(
    tx: &mut Tx,
    actor: Actor,
    version: Version,
    decision: &Decision,
    now: Timestamp,
) -> Result<Option<Version>, AppError> {
    let id = version.id;
    let decided = carry_out(tx, actor, version, decision, now).await?;
    if decided.was_so_already {
        return Ok(None);
    }
    reread(tx, id).await
}

/// As it stands in the database.
pub(super) async fn reread(tx: &mut Tx, id: VersionId) -> Result<Option<Version>, AppError> {
    Ok(hub_db::version::by_id(tx.cx(), id).await?)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tag {
    Added,
    Removed,
}

async fn retag(
    tx: &mut Tx,
    actor: Actor,
    mut version: Version,
    tag: &str,
    what: Tag,
    now: Timestamp,
) -> Result<Option<Version>, AppError> {
    let same = |other: &String| other.to_lowercase() == tag.trim().to_lowercase();
    let was = version.text.tags.clone();
    let mut tags = was.clone();
    tags.retain(|other| what == Tag::Added || !same(other));
    if what == Tag::Added && !tags.iter().any(same) {
        tags.push(tag.trim().to_owned());
    }
    let text = tidy_text(CourseText { tags, ..version.text.clone() });
    if text.tags == was {
        return Ok(None);
    }
    let act = Act::new("course.edited", Thing::Version(version.id))
        .before(serde_json::json!({ "tags": was }))
        .after(serde_json::json!({ "tags": text.tags }));
    replace_text(tx, &mut version, text, now).await?;
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Course(version.course_id), now).await?;
    Ok(Some(version))
}

async fn write(
    app: &App,
    tx: &mut Tx,
    actor: Actor,
    version: &Version,
    (subject, body): (&str, &str),
    now: Timestamp,
) -> Result<Option<Version>, AppError> {
    let Some(to) = EmailAddress::parse(&version.text.publisher_email) else {
        let mut errors = crate::FieldErrors::default();
        errors.add("publisher_email", "its publisher gave no mail address");
        return Err(AppError::Invalid(errors));
    };
    let page = app.address.join(&format!("/courses/{}", version.course_id));
    let body = format!("{}\n\nThis is about \"{}\":\n{page}\n", body.trim(), version.text.title);
    let subject = hub_core::text::cut_line(subject, 200);
    queue(app, tx.cx(), &Draft { kind: "to_publisher", to, subject: subject.clone(), body }, now).await?;
    let act = Act::new("course.publisher_mailed", Thing::Version(version.id))
        .after(serde_json::json!({ "subject": subject }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    Ok(Some(version.clone()))
}
