//! What a facet of the hub's own has besides its values: names, and an end.

use hub_core::vocabulary::{Vocabulary, VocabularyKey};

use super::words::{FACET, languages, name_fields};
use crate::view::field::{Field, FormErrors};
use crate::view::ui::Ui;

/// Both forms.
#[derive(Clone, Debug)]
pub(super) struct FacetForms {
    pub(super) names: Vec<Field>,
    pub(super) typed: Field,
}

impl FacetForms {
    /// Of a vocabulary that is a facet.
    pub(super) fn of(
        ui: &Ui,
        hub_language: &str,
        vocabulary: &Vocabulary,
        wrong: &FormErrors,
    ) -> Option<Self> {
        let VocabularyKey::Own(key) = &vocabulary.key else { return None };
        let codes = languages(hub_language, std::iter::once(&vocabulary.names));
        let names = name_fields(ui, FACET, &codes, &vocabulary.names, |_| None);
        let label = ui.with("words-facet-type", "key", key.as_str());
        let typed = Field::line(ui.lang, "typed", "words-facet-remove").labelled(label).left_to_right();
        Some(Self { names, typed: typed.autocomplete("off").checked(wrong) })
    }
}
