"""What GUI tests drive LazyGUI with: robots that speak user verbs, and a pytest plugin. Knows no widget's insides."""
