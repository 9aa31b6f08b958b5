"""Cross-references of a draft, and the provisions that they point to: what rules and checks share."""
