"""What is kept for a person on this machine. Every file is private, and one that cannot be read is as good as none."""
