"""What readers say under a story, and the queue in which it is moderated."""
