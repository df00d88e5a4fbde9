"""The mails that the demo's mail server has kept."""

import email.policy
import mailbox
from pathlib import Path


def about(demo, address, words):
    """The mails to an address with these words in their subject."""
    kept = mailbox.Maildir(Path(demo.directory) / "mail", factory=read, create=False)
    return [letter for letter in kept if address in str(letter["To"]) and words in letter["Subject"]]


def text(letter):
    """What a mail says, as plain text."""
    return letter.get_body(("plain",)).get_content()


def read(file):
    return email.message_from_binary_file(file, policy=email.policy.default)
