// Wired in the next commits.
