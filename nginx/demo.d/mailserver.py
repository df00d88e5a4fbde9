"""The demo's mail server: takes what NeedMe sends, keeps it in a folder and shows it; nothing goes any further.

Usage: mailserver.py PORT SOCKET FOLDER, for SMTP on loopback and for nginx, which asks for the pages.
"""

import asyncio
import sys

from aiosmtpd.handlers import Mailbox
from aiosmtpd.smtp import SMTP

import mailpages


class Keeper(Mailbox):
    """Keeps every message, but behaves like other people's servers for two names."""

    put_off = set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.partition("@")[0]
        if name == "inconnu":
            return "550 5.1.1 nobody has this address"
        if name == "occupe" and address not in self.put_off:
            self.put_off.add(address)
            return "451 4.3.2 come back later"
        envelope.rcpt_tos.append(address)
        return "250 fine"


async def serve(port, socket, folder):
    keeper = Keeper(folder)
    mailpages.serve(socket, folder)
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(keeper), "127.0.0.1", port)
    await server.serve_forever()


asyncio.run(serve(int(sys.argv[1]), *sys.argv[2:]))
