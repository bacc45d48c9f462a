// The target's first file; see its types for what it does.
