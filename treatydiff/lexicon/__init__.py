"""The words of the law in one language: operators, qualifiers, numbers, actors. Data in TOML, one file a language."""
