"""What a settlement says to the database, by the server's own log, as a script to say again for other payments."""

import re
from dataclasses import dataclass

import books

LITERAL = re.compile(rb"NULL|-?\d+|(?:_binary ?|TIMESTAMP ?|DATE ?)?'(?:[^'\\]|\\.|'')*'|[xX]'[0-9A-Fa-f]*'", re.DOTALL)

TABLES_THAT_COUNT = """
    SELECT table_name FROM information_schema.columns
    WHERE table_schema = DATABASE() AND extra LIKE '%auto_increment%' ORDER BY table_name
"""
COUNTED = 1_000_000_000_000


class Recording:
    """Between `begin` and `end`, the server notes all it is told."""

    def __init__(self):
        self.tables = {}
        self.lines = {}

    def begin(self):
        # An id that a settlement is given by the database tells its table, and looks like nothing else.
        for index, (table,) in enumerate(books.rows(TABLES_THAT_COUNT), start=1):
            self.tables[index] = table
            books.rows(f"ALTER TABLE {table} AUTO_INCREMENT = {index * COUNTED}")
        books.rows("SET GLOBAL log_output = 'TABLE'; TRUNCATE mysql.general_log; SET GLOBAL general_log = ON")

    def end(self):
        books.rows("SET GLOBAL general_log = OFF")
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


def script(recording, payments):
    """A script for the replayer without its rows, and the names of what its rows have to hold.

    What differs between recorded settlements must be something we know of each payment, or it is an error; what does
    not differ is said again as it is."""
    settlements = [recording.settlement_of(payment["event"]) for payment in payments]
    shapes = [[statement.sql for statement in settlement] for settlement in settlements]
    assert all(shape == shapes[0] for shape in shapes), "two settlements did not say the same statements"
    names = list(payments[0])
    known = {f"={index}": [str(payment[name]) for payment in payments] for index, name in enumerate(names)}
    known["next"] = [
        books.rows(f"SELECT sequence FROM register_lines WHERE reference = '{payment['payment']}'")[0][0]
        for payment in payments
    ]
    lines = ["session\t" + recording.session().hex()]
    for place, statements in enumerate(zip(*settlements)):
        sql = statements[0].sql
        if statements[0].values is None:
            lines.append("text\t" + sql.hex())
            continue
        words = [
            inserted(values, shapes[0][:place], recording.tables) or word(values, known, sql)
            for values in zip(*(statement.values for statement in statements))
        ]
        lines.append("\t".join(["prepared", sql.hex(), *words]))
    return lines, names


def inserted(recorded, before, tables):
    """Where the database gave these ids, if it did: the one statement before that inserts into their table."""
    if not all(literal.isdigit() and int(literal) >= COUNTED for literal in recorded):
        return None
    table = tables[int(recorded[0]) // COUNTED].encode()
    (place,) = [place for place, sql in enumerate(before) if sql.startswith(b"INSERT INTO %s " % table)]
    return f"inserted:{place}"


def word(recorded, known, sql):
    """What the replayer puts where these values were recorded."""
    texts = [plain(literal) for literal in recorded]
    kind = "text" if recorded[0].endswith(b"'") else "integer"
    found = [name for name, values in known.items() if texts == [value.encode() for value in values]]
    assert len(found) < 2, f"{texts} may be several things in {sql.decode()}"
    if found:
        return f"{kind}:{found[0]}" if found[0].startswith("=") else found[0]
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
        return all(letter.isprintable() or letter in "\n\r\t" for letter in text.decode())
    except UnicodeDecodeError:
        return False


def plain(literal):
    """The text of a literal."""
    if not literal.endswith(b"'"):
        return literal
    escapes = {b"0": b"\0", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"Z": b"\x1a"}
    inside = literal[literal.index(b"'") + 1:-1]
    return re.sub(rb"\\(.)|''", lambda found: escapes.get(found[1], found[1]) or b"'", inside, flags=re.DOTALL)
