// What nginx, FastCGI and the database cost by themselves: answers 10,000 bytes after so many SELECTs by primary key.
//
//   answer SELECTS SOCKET USER DATABASE INVOICE
//
// Descriptor 0 is the socket that listens; ANSWER_PASSWORD is the user's password.

#include <err.h>
#include <mysql.h>
#include <stdlib.h>
#include <string.h>

#include <fcgi_stdio.h>

int main(int count, char **words) {
    if (count != 6) errx(64, "usage: answer SELECTS SOCKET USER DATABASE INVOICE");
    int selects = atoi(words[1]);
    long long invoice = atoll(words[5]);
    char subject[1024], page[10000];
    memset(page, 'x', sizeof page);

    MYSQL *database = mysql_init(NULL);
    if (!mysql_real_connect(database, NULL, words[3], getenv("ANSWER_PASSWORD"), words[4], 0, words[2], 0))
        errx(1, "%s", mysql_error(database));
    MYSQL_STMT *statement = mysql_stmt_init(database);
    const char sql[] = "SELECT subject FROM invoices WHERE id = ?";
    MYSQL_BIND key = {.buffer_type = MYSQL_TYPE_LONGLONG, .buffer = &invoice};
    MYSQL_BIND column = {.buffer_type = MYSQL_TYPE_STRING, .buffer = subject, .buffer_length = sizeof subject};
    if (mysql_stmt_prepare(statement, sql, sizeof sql - 1) || mysql_stmt_bind_param(statement, &key) ||
        mysql_stmt_bind_result(statement, &column))
        errx(1, "%s", mysql_stmt_error(statement));

    while (FCGI_Accept() >= 0) {
        for (int i = 0; i < selects; i++) {
            if (mysql_stmt_execute(statement) || mysql_stmt_fetch(statement))
                errx(1, "invoice %lld: %s", invoice, mysql_stmt_error(statement));
            mysql_stmt_free_result(statement);
        }
        printf("Content-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n", (int)sizeof page);
        fwrite(page, 1, sizeof page, stdout);
    }
}
