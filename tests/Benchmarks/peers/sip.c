/* Parses and writes one SIP message many times with sofia-sip and with libosip2; prints the best round in nanoseconds: "library parse serialise". */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <osipparser2/osip_parser.h>
#include <sofia-sip/msg.h>
#include <sofia-sip/msg_addr.h>
#include <sofia-sip/sip.h>
#include <sofia-sip/sip_header.h>
#include <sofia-sip/sip_protos.h>
#include <sofia-sip/su_wait.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e9 + t.tv_nsec;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int count, char **arguments)
{
    enum { rounds = 151, times = 400 };
    static char data[65536];
    double parse[rounds], write[rounds];
    FILE *file = fopen(arguments[1], "rb");
    size_t length = file ? fread(data, 1, sizeof data - 1, file) : 0;
    if (count != 2 || length == 0) return 2;

    su_init();
    for (int round = 0; round < rounds; round++) {
        double start = now();
        for (int i = 0; i < times; i++) {
            msg_t *message = msg_make(sip_default_mclass(), 0, data, (ssize_t)length);
            if (!message || !sip_object(message)->sip_call_id) return 3;
            msg_unref(message);
        }
        parse[round] = (now() - start) / times;
        msg_t *message = msg_make(sip_default_mclass(), 0, data, (ssize_t)length);
        static char out[65536];
        start = now();
        for (int i = 0; i < times; i++) {
            /* Header by header from its fields, as a message of one's own making is written. */
            size_t at = 0;
            for (msg_header_t *h = (msg_header_t *)*msg_chain_head(message); h; h = (msg_header_t *)h->sh_succ)
                at += (size_t)msg_header_e(out + at, (isize_t)(sizeof out - at), h, 0);
            if (at == 0) return 4;
        }
        write[round] = (now() - start) / times;
        msg_unref(message);
    }
    qsort(parse, rounds, sizeof *parse, by_value);
    qsort(write, rounds, sizeof *write, by_value);
    printf("sofia-sip %.0f %.0f\n", parse[0], write[0]);

    parser_init();
    for (int round = 0; round < rounds; round++) {
        double start = now();
        for (int i = 0; i < times; i++) {
            osip_message_t *message;
            osip_message_init(&message);
            if (osip_message_parse(message, data, length) != 0) return 5;
            osip_message_free(message);
        }
        parse[round] = (now() - start) / times;
        osip_message_t *message;
        osip_message_init(&message);
        osip_message_parse(message, data, length);
        start = now();
        for (int i = 0; i < times; i++) {
            char *text = NULL;
            size_t octets;
            osip_message_force_update(message);
            if (osip_message_to_str(message, &text, &octets) != 0) return 6;
            osip_free(text);
        }
        write[round] = (now() - start) / times;
        osip_message_free(message);
    }
    qsort(parse, rounds, sizeof *parse, by_value);
    qsort(write, rounds, sizeof *write, by_value);
    printf("libosip2 %.0f %.0f\n", parse[0], write[0]);
    return 0;
}
