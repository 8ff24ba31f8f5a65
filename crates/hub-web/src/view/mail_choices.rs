//! When somebody wants which mail: one form, on the own page and behind the link in each mail.

use hub_core::notice::{Delivery, Kind};

use super::field::{Choice, Field, Kind as FieldKind};
use crate::form::Form;
use crate::i18n::Lang;

/// What names of its fields begin with.
const BEGINS: &str = "mail-";

/// Fields that belong together.
#[derive(Clone, Debug)]
pub struct ChoiceGroup {
    /// Key of its heading.
    pub title: &'static str,
    /// One for each kind of mail.
    pub fields: Vec<Field>,
}

/// The form for these choices; what only staff gets is left out for others.
pub fn groups(lang: Lang, choices: &[(Kind, Delivery)], is_staff: bool) -> Vec<ChoiceGroup> {
    let fields = |for_staff: bool| -> Vec<Field> {
        let chosen = choices.iter().filter(|(kind, _)| kind.is_for_staff() == for_staff);
        chosen.map(|(kind, delivery)| field(lang, *kind, *delivery)).collect()
    };
    let mut groups = vec![ChoiceGroup { title: "mail-choice-own", fields: fields(false) }];
    if is_staff {
        groups.insert(0, ChoiceGroup { title: "mail-choice-staff", fields: fields(true) });
    }
    groups
}

fn field(lang: Lang, kind: Kind, delivery: Delivery) -> Field {
    let choice = |delivery: Delivery| {
        Choice::new(delivery.name(), lang.t(&format!("mail-choice-{}", delivery.name())))
    };
    let values = FieldKind::Select(Delivery::ALL.map(choice).to_vec());
    Field::new(lang, values, format!("{BEGINS}{}", kind.name()), &format!("notice-{}", kind.name()))
        .value(delivery.name())
}

/// What such a form says; fields that are none of it are passed over.
pub fn read(form: &Form) -> Vec<(Kind, Delivery)> {
    let choices = form.fields().iter().filter_map(|(name, value)| {
        Some((Kind::from_name(name.strip_prefix(BEGINS)?)?, Delivery::from_name(value)?))
    });
    choices.collect()
}

/// What a kind of mail is called; one that is no notice is shown by its name.
pub fn kind_name(lang: Lang, name: &str) -> String {
    let key = format!("notice-{name}");
    if lang.has(&key) { lang.t(&key).into_owned() } else { name.to_owned() }
}
