/*
 * An ISDN switch or PBX on libpri, driven by lines on stdin, telling what it sees as one JSON object a line on stdout.
 *
 *   peer LOCALPORT PEERPORT network|cpe euroisdn|qsig|ni2|dms100|5ess|4ess
 *
 * D-channel: one LAPD frame and two dummy octets in place of the FCS per UDP datagram on 127.0.0.1. LOCALPORT 0 takes a free port, the
 * first line tells which. PEERPORT 0 answers whoever sends the first datagram.
 *
 * Calls are numbered 1, 2, 3 ... in the order they begin. Commands:
 *
 *   call NUMBER [CALLER [NAME]]   set up a call            proceed N | alert N | answer N
 *   hangup N CAUSE                                          transfer A B         pri_channel_bridge
 *   accept N | refuse N           the transfer request that named call N first
 *   hold N | holdack N | holdrej N CAUSE                    retrieve N | retrieveack N | retrieverej N CAUSE
 *   notify N VALUE                                          connected N NUMBER [NAME]
 *   facility N HEX                contents of a Facility element, as they are
 *   quit
 *
 * Clearing that the far end began is finished here without a command.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include <libpri.h>

/* Exported by the library, missing from its header. */
int pri_call_apdu_queue(q931_call *call, int messagetype, const unsigned char *apdu, int apdu_len, void *response);
int q931_facility(struct pri *ctrl, q931_call *call);

enum { MAX_CALLS = 1024, MAX_FRAME = 1024, FACILITY = 0x62, DUMMY_FCS = 2 };

struct leg {
	q931_call *call;	/* NULL when it is gone */
	int channel;
	int transfer_other;	/* the other call of a transfer request, 0 when there is none */
	int transfer_invoke;
};

static struct leg legs[MAX_CALLS];	/* from 1 */
static int last_leg;
static int fd = -1;
static struct sockaddr_in peer;
static struct pri *ctrl;
static int channels = 30;

static void tell(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	vprintf(format, arguments);
	va_end(arguments);
	putchar('\n');
	fflush(stdout);
}

/* A string as JSON, in one of a few buffers in turn. */
static const char *quoted(const char *text)
{
	static char buffers[8][1200];
	static int turn;
	char *out = buffers[turn = (turn + 1) % 8], *at = out;
	*at++ = '"';
	for (; *text && at - out < 1100; text++) {
		unsigned char c = (unsigned char) *text;
		if (c == '"' || c == '\\' || c < 0x20)
			at += sprintf(at, "\\u%04x", c);
		else
			*at++ = (char) c;
	}
	*at++ = '"';
	*at = 0;
	return out;
}

static int leg_of(q931_call *call)
{
	for (int i = last_leg; call && i > 0; i--)
		if (legs[i].call == call)
			return i;
	return 0;
}

static int new_leg(q931_call *call, int channel)
{
	if (last_leg + 1 >= MAX_CALLS) {
		fprintf(stderr, "peer: too many calls\n");
		exit(1);
	}
	legs[++last_leg] = (struct leg) { .call = call, .channel = channel };
	return last_leg;
}

static void forget(q931_call *call)
{
	int leg = leg_of(call);
	if (leg)
		legs[leg].call = NULL;
}

/* Time slot 16 of an E1 is the D-channel. */
static int free_channel(void)
{
	for (int channel = 1; channel <= channels + 1; channel++) {
		int taken = channels == 30 && channel == 16;
		for (int i = 1; i <= last_leg; i++)
			taken |= legs[i].call && (legs[i].channel & 0xff) == channel;
		if (!taken)
			return channel;
	}
	return 1;
}

static void tell_wire(const char *direction, const unsigned char *octets, int length)
{
	char hex[2 * MAX_FRAME + 1];
	if (length > MAX_FRAME || length < 4 || octets[2] & 1)
		return;		/* information frames only */
	for (int i = 0; i < length; i++)
		sprintf(hex + 2 * i, "%02x", octets[i]);
	tell("{\"event\":\"%s\",\"hex\":\"%s\"}", direction, hex);
}

static int read_frame(struct pri *pri, void *buffer, int size)
{
	struct sockaddr_in from;
	socklen_t length = sizeof(from);
	ssize_t got = recvfrom(fd, buffer, (size_t) size, MSG_DONTWAIT, (struct sockaddr *) &from, &length);
	(void) pri;
	if (got <= 0)
		return 0;
	if (!peer.sin_port)
		peer = from;
	tell_wire("received", buffer, (int) got - DUMMY_FCS);
	return (int) got;
}

static int write_frame(struct pri *pri, void *buffer, int length)
{
	(void) pri;
	if (peer.sin_port && sendto(fd, buffer, (size_t) length, 0, (struct sockaddr *) &peer, sizeof(peer)) == length)
		tell_wire("sent", buffer, length - DUMMY_FCS);
	return length;	/* a lost frame is layer 2's business */
}

static void tell_subcommands(struct pri_subcommands *list)
{
	for (int i = 0; list && i < list->counter_subcmd; i++) {
		struct pri_subcommand *sub = &list->subcmd[i];
		if (sub->cmd == PRI_SUBCMD_CONNECTED_LINE) {
			struct pri_party_id *id = &sub->u.connected_line.id;
			tell("{\"event\":\"CONNECTED_LINE\",\"number\":%s,\"presentation\":%d,\"name\":%s}",
				quoted(id->number.valid ? id->number.str : ""), id->number.presentation, quoted(id->name.valid ? id->name.str : ""));
		} else if (sub->cmd == PRI_SUBCMD_TRANSFER_CALL) {
			struct pri_subcmd_transfer *transfer = &sub->u.transfer;
			int first = leg_of(transfer->call_1), second = leg_of(transfer->call_2);
			legs[first].transfer_other = second;
			legs[first].transfer_invoke = transfer->invoke_id;
			tell("{\"event\":\"TRANSFER_CALL\",\"call\":%d,\"other\":%d,\"held\":%s,\"otherHeld\":%s,\"invokeId\":%d}", first, second,
				transfer->is_call_1_held ? "true" : "false", transfer->is_call_2_held ? "true" : "false", transfer->invoke_id);
		} else if (sub->cmd == PRI_SUBCMD_REDIRECTING) {
			tell("{\"event\":\"REDIRECTING\",\"to\":%s,\"from\":%s}",
				quoted(sub->u.redirecting.to.number.str), quoted(sub->u.redirecting.from.number.str));
		} else {
			tell("{\"event\":\"SUBCOMMAND\",\"value\":%d}", sub->cmd);
		}
	}
}

static void tell_call(const char *event, q931_call *call, struct pri_subcommands *list)
{
	tell("{\"event\":\"%s\",\"call\":%d}", event, leg_of(call));
	tell_subcommands(list);
}

static void tell_cause(const char *event, q931_call *call, int cause, struct pri_subcommands *list)
{
	tell("{\"event\":\"%s\",\"call\":%d,\"cause\":%d}", event, leg_of(call), cause);
	tell_subcommands(list);
}

static void take(pri_event *e)
{
	if (!e)
		return;
	switch (e->e) {
	case PRI_EVENT_DCHAN_UP:
		tell("{\"event\":\"DCHAN_UP\"}");
		break;
	case PRI_EVENT_DCHAN_DOWN:
		tell("{\"event\":\"DCHAN_DOWN\"}");
		break;
	case PRI_EVENT_RING: {
		int leg = leg_of(e->ring.call);
		if (!leg)
			leg = new_leg(e->ring.call, e->ring.channel);
		tell("{\"event\":\"RING\",\"call\":%d,\"called\":%s,\"calling\":%s,\"name\":%s,\"channel\":%d}", leg, quoted(e->ring.callednum),
			quoted(e->ring.callingnum), quoted(e->ring.callingname), e->ring.channel & 0xff);
		tell_subcommands(e->ring.subcmds);
		break;
	}
	case PRI_EVENT_RINGING:
		tell_call("RINGING", e->ringing.call, e->ringing.subcmds);
		break;
	case PRI_EVENT_PROCEEDING:
		tell_call("PROCEEDING", e->proceeding.call, e->proceeding.subcmds);
		break;
	case PRI_EVENT_PROGRESS:
		tell_call("PROGRESS", e->proceeding.call, e->proceeding.subcmds);
		break;
	case PRI_EVENT_SETUP_ACK:
		tell_call("SETUP_ACK", e->setup_ack.call, e->setup_ack.subcmds);
		break;
	case PRI_EVENT_ANSWER:
		tell_call("ANSWER", e->answer.call, e->answer.subcmds);
		break;
	case PRI_EVENT_CONNECT_ACK:
		tell_call("CONNECT_ACK", e->connect_ack.call, e->connect_ack.subcmds);
		break;
	case PRI_EVENT_FACILITY:
		tell_call("FACILITY", e->facility.call, e->facility.subcmds);
		break;
	case PRI_EVENT_NOTIFY:
		tell("{\"event\":\"NOTIFY\",\"call\":%d,\"value\":%d}", leg_of(e->notify.call), e->notify.info);
		tell_subcommands(e->notify.subcmds);
		break;
	case PRI_EVENT_HANGUP_REQ:
		tell_cause("HANGUP_REQ", e->hangup.call, e->hangup.cause, e->hangup.subcmds);
		pri_hangup(ctrl, e->hangup.call, e->hangup.cause);
		break;
	case PRI_EVENT_HANGUP:
		tell_cause("HANGUP", e->hangup.call, e->hangup.cause, e->hangup.subcmds);
		pri_hangup(ctrl, e->hangup.call, e->hangup.cause);
		forget(e->hangup.call);
		break;
	case PRI_EVENT_HANGUP_ACK:
		tell_cause("HANGUP_ACK", e->hangup.call, e->hangup.cause, e->hangup.subcmds);
		forget(e->hangup.call);
		break;
	case PRI_EVENT_HOLD:
		tell_call("HOLD", e->hold.call, e->hold.subcmds);
		break;
	case PRI_EVENT_HOLD_ACK:
		tell_call("HOLD_ACK", e->hold_ack.call, e->hold_ack.subcmds);
		break;
	case PRI_EVENT_HOLD_REJ:
		tell_cause("HOLD_REJ", e->hold_rej.call, e->hold_rej.cause, e->hold_rej.subcmds);
		break;
	case PRI_EVENT_RETRIEVE:
		tell_call("RETRIEVE", e->retrieve.call, e->retrieve.subcmds);
		break;
	case PRI_EVENT_RETRIEVE_ACK:
		tell_call("RETRIEVE_ACK", e->retrieve_ack.call, e->retrieve_ack.subcmds);
		break;
	case PRI_EVENT_RETRIEVE_REJ:
		tell_cause("RETRIEVE_REJ", e->retrieve_rej.call, e->retrieve_rej.cause, e->retrieve_rej.subcmds);
		break;
	default:
		tell("{\"event\":%s}", quoted(pri_event2str(e->e)));
		break;
	}
}

static void place(char *number, char *caller, char *name)
{
	q931_call *call = pri_new_call(ctrl);
	struct pri_sr *request = pri_sr_new();
	int channel = free_channel();
	int leg = new_leg(call, channel);
	pri_sr_set_channel(request, channel, 1, 0);
	pri_sr_set_bearer(request, PRI_TRANS_CAP_SPEECH, PRI_LAYER_1_ALAW);
	pri_sr_set_called(request, number, PRI_NATIONAL_ISDN, 1);
	if (caller)
		pri_sr_set_caller(request, caller, name, PRI_NATIONAL_ISDN, PRES_ALLOWED_USER_NUMBER_PASSED_SCREEN);
	tell("{\"event\":\"CALLING\",\"call\":%d,\"result\":%d}", leg, pri_setup(ctrl, call, request));
	pri_sr_free(request);
}

static void connected(q931_call *call, const char *number, const char *name)
{
	struct pri_party_connected_line line;
	memset(&line, 0, sizeof(line));
	line.id.number.valid = 1;
	line.id.number.presentation = PRES_ALLOWED_USER_NUMBER_PASSED_SCREEN;
	line.id.number.plan = PRI_NATIONAL_ISDN;
	snprintf(line.id.number.str, sizeof(line.id.number.str), "%s", number);
	if (name) {
		line.id.name.valid = 1;
		line.id.name.presentation = PRI_PRES_ALLOWED;
		line.id.name.char_set = 1;
		snprintf(line.id.name.str, sizeof(line.id.name.str), "%s", name);
	}
	pri_connected_line_update(ctrl, call, &line);
}

static int facility(q931_call *call, const char *hex)
{
	unsigned char octets[256];
	int length = 0;
	unsigned int octet;
	for (; length < 255 && sscanf(hex + 2 * length, "%2x", &octet) == 1; length++)
		octets[length] = (unsigned char) octet;
	if (pri_call_apdu_queue(call, FACILITY, octets, length, NULL))
		return -1;
	return q931_facility(ctrl, call);
}

static void answer_transfer(int leg, int success)
{
	int other = legs[leg].transfer_other;
	pri_transfer_rsp(ctrl, legs[leg].call, legs[leg].transfer_invoke, success);
	legs[leg].transfer_other = 0;
	if (!success)
		return;
	pri_hangup(ctrl, legs[leg].call, PRI_CAUSE_NORMAL_CLEARING);
	if (legs[other].call)
		pri_hangup(ctrl, legs[other].call, PRI_CAUSE_NORMAL_CLEARING);
}

static void command(char *line)
{
	char *verb = strtok(line, " \n"), *first = strtok(NULL, " \n"), *second = strtok(NULL, " \n"), *rest = strtok(NULL, "\n");
	int leg = first ? atoi(first) : 0, number = second ? atoi(second) : 0, result = 0;
	q931_call *call;
	if (!verb)
		return;
	if (!strcmp(verb, "quit"))
		exit(0);
	if (!strcmp(verb, "call") && first) {
		place(first, second, rest);
		return;
	}
	call = leg > 0 && leg <= last_leg ? legs[leg].call : NULL;
	if (!call) {
		tell("{\"event\":\"NO_SUCH_CALL\",\"call\":%d,\"command\":%s}", leg, quoted(verb));
		return;
	}
	if (!strcmp(verb, "proceed"))
		result = pri_proceeding(ctrl, call, legs[leg].channel, 0);
	else if (!strcmp(verb, "alert"))
		result = pri_acknowledge(ctrl, call, legs[leg].channel, 0);
	else if (!strcmp(verb, "answer"))
		result = pri_answer(ctrl, call, legs[leg].channel, 0);
	else if (!strcmp(verb, "hangup"))
		result = pri_hangup(ctrl, call, number ? number : PRI_CAUSE_NORMAL_CLEARING);
	else if (!strcmp(verb, "transfer") && number > 0 && number <= last_leg && legs[number].call)
		result = pri_channel_bridge(call, legs[number].call);
	else if (!strcmp(verb, "accept") || !strcmp(verb, "refuse"))
		answer_transfer(leg, verb[0] == 'a');
	else if (!strcmp(verb, "hold"))
		result = pri_hold(ctrl, call);
	else if (!strcmp(verb, "holdack"))
		result = pri_hold_ack(ctrl, call);
	else if (!strcmp(verb, "holdrej"))
		result = pri_hold_rej(ctrl, call, number);
	else if (!strcmp(verb, "retrieve"))
		result = pri_retrieve(ctrl, call, 0);
	else if (!strcmp(verb, "retrieveack"))
		result = pri_retrieve_ack(ctrl, call, legs[leg].channel);
	else if (!strcmp(verb, "retrieverej"))
		result = pri_retrieve_rej(ctrl, call, number);
	else if (!strcmp(verb, "notify"))
		result = pri_notify(ctrl, call, legs[leg].channel, number);
	else if (!strcmp(verb, "connected") && second)
		connected(call, second, rest);
	else if (!strcmp(verb, "facility") && second)
		result = facility(call, second);
	else
		result = -2;
	tell("{\"event\":\"DONE\",\"command\":%s,\"call\":%d,\"result\":%d}", quoted(verb), leg, result);
}

static int switch_type(const char *name)
{
	static const struct { const char *name; int type; } types[] = {
		{ "euroisdn", PRI_SWITCH_EUROISDN_E1 }, { "qsig", PRI_SWITCH_QSIG }, { "ni2", PRI_SWITCH_NI2 },
		{ "dms100", PRI_SWITCH_DMS100 }, { "5ess", PRI_SWITCH_LUCENT5E }, { "4ess", PRI_SWITCH_ATT4ESS },
	};
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (!strcmp(name, types[i].name))
			return types[i].type;
	fprintf(stderr, "peer: unknown switch type %s\n", name);
	exit(2);
}

static void to_stderr(struct pri *pri, char *text)
{
	(void) pri;
	fputs(text, stderr);
}

static int milliseconds_to_wait(void)
{
	struct timeval now, *next = pri_schedule_next(ctrl);
	long wait;
	if (!next)
		return -1;
	gettimeofday(&now, NULL);
	wait = (next->tv_sec - now.tv_sec) * 1000 + (next->tv_usec - now.tv_usec) / 1000 + 1;
	return wait < 0 ? 0 : (int) wait;
}

int main(int argc, char **argv)
{
	struct sockaddr_in local = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t length = sizeof(local);
	char lines[4096];
	size_t kept = 0;
	int type;

	if (argc != 5) {
		fprintf(stderr, "usage: peer LOCALPORT PEERPORT network|cpe SWITCHTYPE\n");
		return 2;
	}
	type = switch_type(argv[4]);
	if (type != PRI_SWITCH_EUROISDN_E1 && type != PRI_SWITCH_QSIG)
		channels = 23;
	peer.sin_family = AF_INET;
	peer.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	peer.sin_port = htons((uint16_t) atoi(argv[2]));
	local.sin_port = htons((uint16_t) atoi(argv[1]));
	fd = socket(AF_INET, SOCK_DGRAM, 0);
	if (fd < 0 || bind(fd, (struct sockaddr *) &local, sizeof(local)) || getsockname(fd, (struct sockaddr *) &local, &length)) {
		perror("peer");
		return 1;
	}
	tell("{\"event\":\"PORT\",\"port\":%d}", ntohs(local.sin_port));

	pri_set_message(to_stderr);
	pri_set_error(to_stderr);
	ctrl = pri_new_cb(fd, strcmp(argv[3], "network") ? PRI_CPE : PRI_NETWORK, type, read_frame, write_frame, NULL);
	if (!ctrl)
		return 1;
	pri_facility_enable(ctrl);
	pri_transfer_enable(ctrl, 1);
	pri_hold_enable(ctrl, 1);
	pri_hangup_fix_enable(ctrl, 1);

	for (;;) {
		struct pollfd polled[2] = { { .fd = fd, .events = POLLIN }, { .fd = STDIN_FILENO, .events = POLLIN } };
		int ready = poll(polled, 2, milliseconds_to_wait());
		if (ready < 0 && errno != EINTR)
			return 1;
		take(pri_schedule_run(ctrl));
		if (ready > 0 && polled[0].revents)
			take(pri_check_event(ctrl));
		if (ready > 0 && polled[1].revents) {
			ssize_t got = read(STDIN_FILENO, lines + kept, sizeof(lines) - 1 - kept);
			char *begin = lines, *end;
			if (got <= 0)
				return 0;	/* whoever started us is gone */
			lines[kept += (size_t) got] = 0;
			for (; (end = strchr(begin, '\n')); begin = end + 1) {
				*end = 0;
				command(begin);
			}
			kept = strlen(begin);
			memmove(lines, begin, kept);
		}
	}
}
