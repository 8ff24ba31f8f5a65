# Vocabularies.
