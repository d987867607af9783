"""What comes in from elsewhere: feeds that are polled, pages and files that are brought."""
