"""What keeps a site going: setting it up, backups, invitations. It knows the site from outside, as whoever runs it."""
