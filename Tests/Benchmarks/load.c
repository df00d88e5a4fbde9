// Sends prepared requests over connections that are kept, each the next one as soon as its last one was answered.
//
//   load HOST PORT CA-FILE CONNECTIONS < requests
//
// A request on standard input is a line with its length in bytes, then its bytes. The first line of the output is the
// time from the first request to the last answer, in microseconds; then, for each request in its order, the status of
// the answer and its time in microseconds. The handshakes come before. Each connection has a loopback address of its own,
// another one at each run, as clients have, of whom each may do only so much.

#define _GNU_SOURCE
#include <err.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

struct request {
    const char *bytes;
    size_t length;
    int status;
    long microseconds;
};

static const char *host, *port;
static SSL_CTX *tls;
static struct request *requests;
static size_t request_count;
static atomic_size_t next_request;
static pthread_barrier_t start;

static void *keep_asking(void *);
static SSL *connect_to_host(size_t own);
static int ask(SSL *, struct request *);
static void read_requests(void);
static long now(void);

int main(int count, char **words) {
    if (count != 5) errx(64, "usage: load HOST PORT CA-FILE CONNECTIONS < requests");
    host = words[1], port = words[2];
    int connection_count = atoi(words[4]);
    tls = SSL_CTX_new(TLS_client_method());
    if (!tls || !SSL_CTX_load_verify_locations(tls, words[3], NULL)) errx(1, "%s is no authority", words[3]);
    SSL_CTX_set_verify(tls, SSL_VERIFY_PEER, NULL);
    read_requests();

    pthread_t *threads = calloc((size_t)connection_count, sizeof *threads);
    pthread_barrier_init(&start, NULL, (unsigned)connection_count + 1);
    for (int i = 0; i < connection_count; i++)
        if (pthread_create(&threads[i], NULL, keep_asking, (void *)(size_t)i)) errx(1, "no more threads");
    pthread_barrier_wait(&start);
    long began = now();
    for (int i = 0; i < connection_count; i++) pthread_join(threads[i], NULL);
    printf("%ld\n", now() - began);
    for (size_t i = 0; i < request_count; i++) printf("%d %ld\n", requests[i].status, requests[i].microseconds);
}

static void *keep_asking(void *own) {
    SSL *connection = connect_to_host((size_t)own);
    pthread_barrier_wait(&start);
    for (size_t i; (i = next_request++) < request_count;) {
        if (!connection) connection = connect_to_host((size_t)own);
        long began = now();
        int stays = ask(connection, &requests[i]);
        requests[i].microseconds = now() - began;
        if (stays) continue;
        close(SSL_get_fd(connection));
        SSL_free(connection);
        connection = NULL;
    }
    return NULL;
}

static SSL *connect_to_host(size_t own) {
    struct addrinfo wanted = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM}, *found;
    if (getaddrinfo(host, port, &wanted, &found)) errx(1, "%s is not known", host);
    int descriptor = socket(found->ai_family, found->ai_socktype, 0);
    unsigned network = 0x7f010000 + ((unsigned)getpid() & 0x7fff) * 0x100; // 127.1.0.0/24 and those that follow
    struct sockaddr_in from = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(network + 1 + (unsigned)own % 254)};
    if (bind(descriptor, (struct sockaddr *)&from, sizeof from)) err(1, "an address of loopback");
    if (connect(descriptor, found->ai_addr, found->ai_addrlen)) err(1, "%s:%s", host, port);
    freeaddrinfo(found);
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
    SSL *connection = SSL_new(tls);
    SSL_set_tlsext_host_name(connection, host);
    SSL_set1_host(connection, host);
    SSL_set_fd(connection, descriptor);
    if (SSL_connect(connection) != 1) errx(1, "%s", ERR_error_string(ERR_get_error(), NULL));
    return connection;
}

// True when the connection stays open. Without an answer, the status is 0.
static int ask(SSL *connection, struct request *request) {
    static _Thread_local char answer[1 << 20];
    size_t length = 0, end = 0;
    if (SSL_write(connection, request->bytes, (int)request->length) <= 0) return 0;
    while (!end || length < end) {
        if (length + 1 >= sizeof answer) errx(1, "an answer larger than a mebibyte");
        int got = SSL_read(connection, answer + length, (int)(sizeof answer - length - 1));
        if (got <= 0) return 0;
        length += (size_t)got;
        answer[length] = 0;
        char *body = strstr(answer, "\r\n\r\n"), *said;
        if (!body) continue;
        body += 4;
        if ((said = strcasestr(answer, "\r\ncontent-length:")) && said < body)
            end = (size_t)(body - answer) + strtoul(said + 17, NULL, 10);
        else if (length >= 5 && !memcmp(answer + length - 5, "0\r\n\r\n", 5)) // the last chunk
            end = length;
    }
    request->status = atoi(answer + strlen("HTTP/1.1 "));
    char *said = strcasestr(answer, "\r\nconnection: close");
    return !said || said > strstr(answer, "\r\n\r\n");
}

static void read_requests(void) {
    size_t room = 0;
    unsigned long length;
    while (scanf("%lu", &length) == 1) {
        getchar(); // the end of the line
        if (request_count == room) {
            room = room ? 2 * room : 1024;
            requests = realloc(requests, room * sizeof *requests);
        }
        char *bytes = malloc(length);
        if (!requests || !bytes) errx(1, "out of memory");
        if (fread(bytes, 1, length, stdin) != length) errx(1, "the last request is not whole");
        requests[request_count++] = (struct request){.bytes = bytes, .length = length};
    }
}

static long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000 + time.tv_nsec / 1000;
}
