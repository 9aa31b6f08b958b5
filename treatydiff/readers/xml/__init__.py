"""Hierarchical XML to a tree of provisions: parsed safely, read by the grammar of its vocabulary."""
