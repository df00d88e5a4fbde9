// Says to MariaDB what the responders said, statement by statement, for other rows.
//
//   replay SOCKET USER DATABASE CONNECTIONS < script      (the password in REPLAY_PASSWORD)
//
// Words of a script are separated by tabs, texts are in hexadecimal. Its lines:
//
//   session SQL               said once on each connection
//   text SQL                  said as it is
//   prepared SQL VALUE…       prepared at its first use; `nothing`, `integer:5`, `text:6162`, `bytes:00ff`; or else
//                             `integer:=2` and `text:=2`: what stands in that place of the row,
//                             `inserted:4`: the id that the script's statement 4 (from 0) has inserted,
//                             `next`: one more than the column `sequence` that was read last
//   row WORD…                 one transaction, with what stands in its places
//
// The first line of the output is the time from the first statement to the last answer, in microseconds; then, for each
// row, how often it was begun (deadlocks and waits that are too long begin again) and its time in microseconds.

#define _GNU_SOURCE
#include <err.h>
#include <mysql.h>
#include <mysqld_error.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST_STATEMENTS = 128, MOST_VALUES = 64, MOST_COLUMNS = 128, CELL = 256 };

enum kind { NOTHING, INTEGER, BYTES, INTEGER_OF_ROW, TEXT_OF_ROW, INSERTED, NEXT };

struct value {
    enum kind kind;
    enum enum_field_types type;
    long long integer;
    char *bytes;
    unsigned long length;
};

struct statement {
    int is_prepared;
    char *sql;
    int value_count;
    struct value values[MOST_VALUES];
};

struct row {
    char *places[MOST_VALUES];
    int tries;
    long microseconds;
};

struct line {
    MYSQL *connection;
    MYSQL_STMT *prepared[MOST_STATEMENTS];
    unsigned column_count[MOST_STATEMENTS];
    int sequence_column[MOST_STATEMENTS]; // -1 where there is none
    long long inserted[MOST_STATEMENTS];
    long long sequence;
};

static char **words;
static char *session;
static struct statement statements[MOST_STATEMENTS];
static int statement_count;
static struct row *rows;
static size_t row_count;
static atomic_size_t next_row;
static pthread_barrier_t start;

static void read_script(void);
static void *keep_saying(void *);

static long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

int main(int count, char **given) {
    if (count != 5) errx(64, "usage: replay SOCKET USER DATABASE CONNECTIONS < script");
    words = given;
    int connection_count = atoi(words[4]);
    mysql_library_init(0, NULL, NULL);
    read_script();
    pthread_t *threads = calloc((size_t)connection_count, sizeof *threads);
    pthread_barrier_init(&start, NULL, (unsigned)connection_count + 1);
    for (int i = 0; i < connection_count; i++)
        if (pthread_create(&threads[i], NULL, keep_saying, NULL)) errx(1, "no more threads");
    pthread_barrier_wait(&start);
    long began = now();
    for (int i = 0; i < connection_count; i++) pthread_join(threads[i], NULL);
    printf("%ld\n", now() - began);
    for (size_t i = 0; i < row_count; i++) printf("%d %ld\n", rows[i].tries, rows[i].microseconds);
}

static int say_all(struct line *, struct row *);
static void prepare(struct line *, int);

static void *keep_saying(void *nothing) {
    struct line *line = calloc(1, sizeof *line);
    line->connection = mysql_init(NULL);
    mysql_options(line->connection, MYSQL_SET_CHARSET_NAME, "utf8mb4");
    if (!mysql_real_connect(line->connection, NULL, words[2], getenv("REPLAY_PASSWORD"), words[3], 0, words[1],
            CLIENT_FOUND_ROWS) || (session && mysql_query(line->connection, session)))
        errx(1, "%s", mysql_error(line->connection));
    for (int i = 0; i < statement_count; i++) prepare(line, i);
    pthread_barrier_wait(&start);
    for (size_t i; (i = next_row++) < row_count;) {
        long began = now();
        do rows[i].tries++;
        while (!say_all(line, &rows[i]));
        rows[i].microseconds = now() - began;
    }
    mysql_close(line->connection);
    return nothing;
}

static void find_columns(struct line *, int);

static void prepare(struct line *line, int i) {
    struct statement *statement = &statements[i];
    if (!statement->is_prepared) return;
    // The same text is prepared once, as the responders do.
    for (int j = 0; j < i && !line->prepared[i]; j++)
        if (line->prepared[j] && !strcmp(statements[j].sql, statement->sql)) line->prepared[i] = line->prepared[j];
    if (!line->prepared[i]) {
        line->prepared[i] = mysql_stmt_init(line->connection);
        if (mysql_stmt_prepare(line->prepared[i], statement->sql, strlen(statement->sql)))
            errx(1, "%s", mysql_stmt_error(line->prepared[i]));
    }
    if (mysql_stmt_param_count(line->prepared[i]) != (unsigned long)statement->value_count)
        errx(1, "not as many values as places in: %s", statement->sql);
    find_columns(line, i);
}

static void find_columns(struct line *line, int i) {
    line->column_count[i] = mysql_stmt_field_count(line->prepared[i]);
    line->sequence_column[i] = -1;
    if (line->column_count[i] > MOST_COLUMNS) errx(1, "too many columns in: %s", statements[i].sql);
    if (!line->column_count[i]) return;
    MYSQL_RES *columns = mysql_stmt_result_metadata(line->prepared[i]);
    for (unsigned j = 0; j < line->column_count[i]; j++)
        if (!strcmp(mysql_fetch_field_direct(columns, j)->name, "sequence")) line->sequence_column[i] = (int)j;
    mysql_free_result(columns);
}

static int say(struct line *, int, struct row *);

// False when the server has rolled the transaction back, and it is to begin again.
static int say_all(struct line *line, struct row *row) {
    for (int i = 0; i < statement_count; i++) {
        unsigned error = 0;
        if (statements[i].is_prepared) {
            if (say(line, i, row)) continue;
            error = mysql_stmt_errno(line->prepared[i]);
            if (error == ER_LOCK_DEADLOCK || error == ER_LOCK_WAIT_TIMEOUT) {
                if (!mysql_query(line->connection, "ROLLBACK")) return 0;
            }
            errx(1, "%s: %s", mysql_stmt_error(line->prepared[i]), statements[i].sql);
        }
        if (mysql_query(line->connection, statements[i].sql)) errx(1, "%s", mysql_error(line->connection));
        mysql_free_result(mysql_store_result(line->connection));
    }
    return 1;
}

static void bind(struct line *, struct value *, struct row *, MYSQL_BIND *, long long *);
static int read_answer(struct line *, int);

static int say(struct line *line, int i, struct row *row) {
    MYSQL_STMT *prepared = line->prepared[i];
    MYSQL_BIND binds[MOST_VALUES];
    long long integers[MOST_VALUES];
    for (int j = 0; j < statements[i].value_count; j++)
        bind(line, &statements[i].values[j], row, &binds[j], &integers[j]);
    if (statements[i].value_count && mysql_stmt_bind_param(prepared, binds)) return 0;
    if (mysql_stmt_execute(prepared)) return 0;
    if (line->column_count[i]) return read_answer(line, i);
    line->inserted[i] = (long long)mysql_stmt_insert_id(prepared);
    return 1;
}

static void bind(struct line *line, struct value *value, struct row *row, MYSQL_BIND *bind, long long *integer) {
    *bind = (MYSQL_BIND){.buffer_type = value->type, .buffer = integer};
    switch (value->kind) {
    case NOTHING: break;
    case INTEGER: *integer = value->integer; break;
    case INTEGER_OF_ROW: *integer = atoll(row->places[value->integer]); break;
    case INSERTED: *integer = line->inserted[value->integer]; break;
    case NEXT: *integer = line->sequence + 1; break;
    case TEXT_OF_ROW:
        bind->buffer = row->places[value->integer];
        bind->buffer_length = strlen(row->places[value->integer]);
        break;
    case BYTES:
        bind->buffer = value->bytes;
        bind->buffer_length = value->length;
    }
}

// Every row of the answer is fetched, and the column `sequence` remembered.
static int read_answer(struct line *line, int i) {
    static _Thread_local char cells[MOST_COLUMNS][CELL];
    MYSQL_STMT *prepared = line->prepared[i];
    MYSQL_BIND binds[MOST_COLUMNS];
    for (unsigned j = 0; j < line->column_count[i]; j++)
        binds[j] = (int)j == line->sequence_column[i]
            ? (MYSQL_BIND){.buffer_type = MYSQL_TYPE_LONGLONG, .buffer = &line->sequence, .buffer_length = 8}
            : (MYSQL_BIND){.buffer_type = MYSQL_TYPE_STRING, .buffer = cells[j], .buffer_length = CELL};
    if (mysql_stmt_bind_result(prepared, binds)) return 0;
    int status;
    while ((status = mysql_stmt_fetch(prepared)) == 0 || status == MYSQL_DATA_TRUNCATED) {}
    return status == MYSQL_NO_DATA;
}

static char *unhex(const char *text, unsigned long *length) {
    *length = strlen(text) / 2;
    char *bytes = malloc(*length + 1);
    if (!bytes) errx(1, "out of memory");
    for (unsigned long i = 0; i < *length; i++) sscanf(text + 2 * i, "%2hhx", (unsigned char *)bytes + i);
    bytes[*length] = 0;
    return bytes;
}

static struct value read_value(const char *);

static void read_script(void) {
    char *text = NULL, *rest, *word;
    size_t room = 0, row_room = 0;
    unsigned long length;
    for (ssize_t got; (got = getline(&text, &room, stdin)) > 0;) {
        text[got - 1] = 0;
        char *what = strtok_r(text, "\t", &rest);
        if (!strcmp(what, "session")) {
            session = unhex(strtok_r(NULL, "\t", &rest), &length);
        } else if (!strcmp(what, "row")) {
            if (row_count == row_room) rows = realloc(rows, (row_room = 2 * row_room + 1024) * sizeof *rows);
            if (!rows) errx(1, "out of memory");
            struct row *row = &rows[row_count++];
            *row = (struct row){0};
            for (int i = 0; i < MOST_VALUES && (word = strtok_r(NULL, "\t", &rest)); i++) row->places[i] = strdup(word);
        } else {
            if (statement_count == MOST_STATEMENTS) errx(1, "too many statements");
            struct statement *statement = &statements[statement_count++];
            statement->is_prepared = !strcmp(what, "prepared");
            statement->sql = unhex(strtok_r(NULL, "\t", &rest), &length);
            while ((word = strtok_r(NULL, "\t", &rest))) {
                if (statement->value_count == MOST_VALUES) errx(1, "too many values");
                statement->values[statement->value_count++] = read_value(word);
            }
        }
    }
    free(text);
}

static struct value read_value(const char *word) {
    const char *said = strchr(word, ':');
    said = said ? said + 1 : "";
    struct value value = {.type = MYSQL_TYPE_LONGLONG, .integer = atoll(said + (*said == '='))};
    if (!strncmp(word, "nothing", 7)) value.kind = NOTHING, value.type = MYSQL_TYPE_NULL;
    else if (!strncmp(word, "inserted:", 9)) value.kind = INSERTED;
    else if (!strcmp(word, "next")) value.kind = NEXT;
    else if (!strncmp(word, "integer:", 8)) value.kind = *said == '=' ? INTEGER_OF_ROW : INTEGER;
    else if (!strncmp(word, "text:=", 6)) value.kind = TEXT_OF_ROW, value.type = MYSQL_TYPE_STRING;
    else {
        value.kind = BYTES;
        value.type = *word == 't' ? MYSQL_TYPE_STRING : MYSQL_TYPE_BLOB;
        value.bytes = unhex(said, &value.length);
    }
    return value;
}
