"""The mails that the demo's mail server has kept."""

import email.policy
import mailbox
import re
from pathlib import Path

from plain import until


def about(demo, address, words):
    """The mails to an address with these words in their subject."""
    kept = mailbox.Maildir(Path(demo.directory) / "mail", factory=read, create=False)
    return [letter for letter in kept if address in str(letter["To"]) and words in letter["Subject"]]


def link(demo, address, words):
    """The link of the newest mail to an address with these words in its subject, once the mail has come."""
    until(lambda: about(demo, address, words))
    newest = max(about(demo, address, words), key=lambda letter: letter["Date"].datetime)
    return re.search(rf"{re.escape(demo.url)}/\S+", text(newest))[0]


def text(letter):
    """What a mail says, as plain text."""
    return letter.get_body(("plain",)).get_content()


def read(file):
    return email.message_from_binary_file(file, policy=email.policy.default)
