"""What a settlement says to the database, by the server's own log, as a script to say again for other payments."""

import re
from dataclasses import dataclass

import books

LITERAL = re.compile(rb"NULL|-?\d+|(?:_binary ?|TIMESTAMP ?|DATE ?)?'(?:[^'\\]|\\.|'')*'|[xX]'[0-9A-Fa-f]*'", re.DOTALL)


class Recording:
    """Between `begin` and `end`, the server notes all it is told."""

    def begin(self):
        books.rows(
            # No payment's id may look like a line's place in its register.
            "ALTER TABLE payments AUTO_INCREMENT = 1000000;"
            "SET GLOBAL log_output = 'TABLE'; TRUNCATE mysql.general_log; SET GLOBAL general_log = ON"
        )

    def end(self):
        books.rows("SET GLOBAL general_log = OFF")
        self.lines = {}
        noted = books.rows(
            "SELECT thread_id, command_type, HEX(argument) FROM mysql.general_log "
            "WHERE user_host LIKE 'needme\\_webhook%'"
        )
        for thread, command, argument in noted:
            self.lines.setdefault(thread, []).append((command, bytes.fromhex(argument)))

    def session(self):
        """What a responder says first on a new connection."""
        for said in self.lines.values():
            for command, text in said:
                if command == "Query" and text.startswith(b"SET "):
                    return text
        raise AssertionError("no responder opened a connection while the server noted what it was told")

    def settlement_of(self, event):
        """The statements of the transaction that took an event, each with its values (None if it was not prepared)."""
        for said in self.lines.values():
            prepared = [text for command, text in said if command == "Prepare"]
            begun = None
            for command, text in said:
                if command == "Query" and text == b"START TRANSACTION":
                    begun = []
                if begun is None or command not in ("Query", "Execute"):
                    continue
                begun.append(Statement(text, None) if command == "Query" else with_values(text, prepared))
                if text == b"COMMIT":
                    if any(b"'%s'" % event.encode() in (statement.values or []) for statement in begun):
                        return begun
                    begun = None
        raise AssertionError(f"the server was not told of {event}")


@dataclass
class Statement:
    sql: bytes
    values: list


def with_values(text, prepared):
    """Finds the prepared statement behind an executed one, whose values the log has written in its places."""
    for sql in dict.fromkeys(prepared):
        pattern = (b"(%s)" % LITERAL.pattern).join(re.escape(part) for part in sql.split(b"?"))
        match = re.fullmatch(pattern, text, re.DOTALL)
        if match:
            return Statement(sql, list(match.groups()))
    raise AssertionError(f"executed, but never prepared: {text.decode(errors='replace')}")


def script(session, settlements, payments):
    """A script for the replayer without its rows, and the names of what its rows have to hold.

    What differs between recorded settlements must be something we know of each payment, or it is an error; what does
    not differ is said again as it is."""
    shapes = [[statement.sql for statement in settlement] for settlement in settlements]
    assert all(shape == shapes[0] for shape in shapes), "two settlements did not say the same statements"
    names = list(payments[0])
    booked = [
        books.rows(f"SELECT p.id, l.sequence FROM payments p JOIN register_lines l ON l.payment_id = p.id "
                   f"WHERE p.reference = '{payment['payment']}'")[0]
        for payment in payments
    ]
    lines = ["session\t" + session.hex()]
    for place, statements in enumerate(zip(*settlements)):
        sql = statements[0].sql
        if statements[0].values is None:
            lines.append("text\t" + sql.hex())
            continue
        before = shapes[0][:place]
        insertions = [index for index, other in enumerate(before) if other.startswith(b"INSERT INTO payments ")]
        known = {f"={index}": [str(payment[name]) for payment in payments] for index, name in enumerate(names)}
        known |= {f"inserted:{index}": [id for id, _ in booked] for index in insertions}
        known |= {"next": [sequence for _, sequence in booked]}
        words = [word(recorded, known, sql) for recorded in zip(*(statement.values for statement in statements))]
        lines.append("\t".join(["prepared", sql.hex(), *words]))
    return lines, names


def word(recorded, known, sql):
    """What the replayer puts where these values were recorded."""
    texts = [plain(literal) for literal in recorded]
    kind = "text" if recorded[0].endswith(b"'") else "integer"
    for name, values in known.items():
        if texts == [value.encode() for value in values]:
            return f"{kind}:{name}" if name.startswith("=") else name
    differs = len(set(texts)) > 1
    if not differs and recorded[0] == b"NULL":
        return "nothing"
    if not differs and kind == "integer":
        return f"integer:{int(texts[0])}"
    # Moments differ and may be the same in every replay; of a fingerprint, the database knows only how long it is.
    is_moment = all(re.fullmatch(rb"\d{4}-\d\d-\d\d[ T][\d:.]+", text) for text in texts)
    is_fingerprint = not any(map(is_text, texts))
    assert not differs or is_moment or is_fingerprint, f"what are {texts} in {sql.decode()}?"
    if is_fingerprint:
        return "bytes:" + "ab" * 32
    return f"text:{texts[0].hex()}"


def is_text(text):
    try:
        return text.decode().isprintable()
    except UnicodeDecodeError:
        return False


def plain(literal):
    """The text of a literal."""
    if not literal.endswith(b"'"):
        return literal
    escapes = {b"0": b"\0", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"Z": b"\x1a"}
    inside = literal[literal.index(b"'") + 1:-1]
    return re.sub(rb"\\(.)|''", lambda found: escapes.get(found[1], found[1]) or b"'", inside, flags=re.DOTALL)
