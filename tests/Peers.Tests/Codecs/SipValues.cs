using System.Globalization;
using System.Text;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Headers.Digest;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Sdp;
using Gateway.Codecs.Sip.Uris;

namespace Peers.Tests.Codecs;

/// <summary>Random SIP messages: every method, responses of every class, every header we have a type for, and every kind of body.</summary>
internal sealed class SipValues(int seed)
{
    private static readonly SipMethod[] Methods =
    [
        SipMethod.Invite, SipMethod.Ack, SipMethod.Bye, SipMethod.Cancel, SipMethod.Options, SipMethod.Register, SipMethod.Refer, SipMethod.Notify,
        SipMethod.Subscribe, SipMethod.Update, SipMethod.Prack, SipMethod.Info, SipMethod.Message, SipMethod.Publish,
    ];

    private readonly RecordValues values = new(seed);
    private Dictionary<string, string> meant = [];

    /// <summary>A message, and by the name of tshark's field what was meant by it.</summary>
    public (SipMessage Message, IReadOnlyDictionary<string, string> Meant) Next(int number)
    {
        meant = [];
        var method = Methods[values.Below(Methods.Length)];
        var status = 100 + number % 600;
        SipMessage message = number % 2 == 0 ? new SipRequest(method, SipUri.Create(User(), "example.net")) : new SipResponse(status);
        meant[number % 2 == 0 ? "sip.Method" : "sip.Status-Code"] = number % 2 == 0 ? method.Name : $"{status}";
        var (sequence, tag) = ((uint)values.Below(int.MaxValue), Token());
        message = message with
        {
            Vias = [Via.Create("UDP", "192.0.2.1", 5060, "z9hG4bK" + Token())],
            MaxForwards = values.Below(71),
            From = Address().WithTag(tag),
            To = Address(),
            CallId = $"{number}.{values.Digits()}@{values.Below(256)}.example",
            CSeq = new CSeq(sequence, method),
        };
        meant["sip.Call-ID"] = message.CallId;
        meant["sip.CSeq.seq"] = sequence.ToString(CultureInfo.InvariantCulture);
        meant["sip.CSeq.method"] = method.Name;
        meant["sip.from.tag"] = tag;
        foreach (var header in (Func<SipMessage, SipMessage>[])[Transfer, Identity, History, Secret, Reliability, Session, Events, Registration, Cause])
        {
            if (values.Below(3) == 0)
                message = header(message);
        }
        return (Body(message), meant);
    }

    private SipMessage Transfer(SipMessage message)
    {
        var replaces = new Replaces($"{Token()}@{values.Below(9)}", Token(), Token(), values.Below(2) == 0);
        var dialog = new TargetDialog($"{Token()}@{values.Below(9)}", Token(), Token());
        var referTo = ReferTo.Create(SipUri.Create(User(), "example.org"), values.Below(2) == 0 ? replaces : null);
        meant["sip.Refer-To"] = referTo.ToString();
        meant["sip.Target-Dialog"] = $"{dialog.CallId};local-tag={dialog.LocalTag};remote-tag={dialog.RemoteTag}";
        meant["sip.Refer-Sub"] = "false";
        var by = Address();
        meant["sip.Referred-by"] = by.ToString();
        return message with { ReferTo = referTo, ReferredBy = by, TargetDialog = dialog, ReferSub = false, ReferEventsAt = Address() };
    }

    private SipMessage Identity(SipMessage message)
    {
        NameAddr[] asserted = [Address(), NameAddr.Create(SipUri.Parse("tel:+" + values.Digits())!)];
        var (preferred, local, remote) = (Address(), Hexadecimal(32), Hexadecimal(32));
        var data = Hexadecimal(2 + 2 * values.Below(60)) + ";encoding=hex;purpose=isdn-uui";
        meant["sip.P-Asserted-Identity"] = string.Join(',', asserted.AsEnumerable());
        meant["sip.P-Preferred-Identity"] = preferred.ToString();
        meant["sip.Privacy"] = "id;history";
        meant["sip.Session-ID.local_uuid"] = Guid.Parse(local).ToString();
        meant["sip.Session-ID.remote_uuid"] = Guid.Parse(remote).ToString();
        meant["sip.uui"] = data;
        return message with
        {
            AssertedIdentities = asserted, PreferredIdentities = [preferred], Privacy = ["id", "history"],
            SessionId = TokenValue.Parse($"{local};remote={remote}"), UserToUser = [data],
        };
    }

    private SipMessage History(SipMessage message)
    {
        var diversion = Address().WithParameter("reason", "user-busy").WithParameter("counter", values.Digits()[..1]);
        var left = Address();
        NameAddr[] history =
        [
            NameAddr.Create(left.Uri.WithHeader("Reason", Reason.Sip(486, "Busy, here").ToString())).WithParameter("index", "1"),
            Address().WithParameter("index", "1.1").WithParameter("mp", "1"),
        ];
        meant["sip.Diversion"] = diversion.ToString();
        meant["sip.History-Info"] = string.Join(',', history.AsEnumerable());
        return message with { Diversions = [diversion], HistoryInfo = history };
    }

    private SipMessage Secret(SipMessage message)
    {
        var (realm, nonce, opaque, count, cnonce) = (Text(), Token(), Text(), (uint)values.Below(int.MaxValue), Token());
        var algorithm = values.Below(2) == 0 ? "SHA-256" : "MD5-sess";
        (meant["sip.auth.realm"], meant["sip.auth.nonce"], meant["sip.auth.opaque"], meant["sip.auth.algorithm"]) = (Quoted(realm), Quoted(nonce), Quoted(opaque), algorithm);
        if (message is SipResponse response)
        {
            (meant["sip.auth.qop"], meant["sip.auth.domain"], meant["sip.auth.stale"]) = ("\"auth, auth-int\"", "\"sip:a sip:b\"", "true");
            var challenge = new DigestChallenge(realm, nonce) { Algorithm = algorithm, Opaque = opaque, Qop = ["auth", "auth-int"], Domain = "sip:a sip:b", Stale = true }.ToValue();
            return values.Below(2) == 0 ? response with { WwwAuthenticate = [challenge] } : response with { ProxyAuthenticate = [challenge] };
        }
        var (user, proof) = (Text(), Hexadecimal(64));
        (meant["sip.auth.username"], meant["sip.auth.uri"], meant["sip.auth.digest.response"]) = (Quoted(user), "\"sip:b@example.net\"", Quoted(proof));
        (meant["sip.auth.qop"], meant["sip.auth.nc"], meant["sip.auth.cnonce"]) = ("auth", count.ToString("x8", CultureInfo.InvariantCulture), Quoted(cnonce));
        var credentials = new DigestCredentials(user, realm, nonce, "sip:b@example.net", proof)
        {
            Algorithm = algorithm, Opaque = opaque, Qop = "auth", NonceCount = count, CNonce = cnonce,
        }.ToValue();
        return values.Below(2) == 0 ? message with { Authorization = [credentials] } : message with { ProxyAuthorization = [credentials] };
    }

    private SipMessage Reliability(SipMessage message)
    {
        var (number, acknowledged, sequence) = (values.Below(int.MaxValue), (uint)values.Below(int.MaxValue), (uint)values.Below(int.MaxValue));
        meant["sip.RSeq"] = $"{number}";
        (meant["sip.RAck.RSeq.seq"], meant["sip.RAck.CSeq.seq"], meant["sip.RAck.CSeq.method"]) = ($"{acknowledged}", $"{sequence}", "INVITE");
        (meant["sip.Require"], meant["sip.Supported"], meant["sip.Unsupported"]) = ("100rel", "replaces, timer, norefersub", "path");
        return message with
        {
            RSeq = number, RAck = (acknowledged, new CSeq(sequence, SipMethod.Invite)), Require = ["100rel"], Supported = ["replaces", "timer", "norefersub"], Unsupported = ["path"],
        };
    }

    private SipMessage Session(SipMessage message)
    {
        var (interval, least) = (new SessionExpires(values.Below(100_000), values.Below(2) == 0 ? Refresher.Uac : Refresher.Uas), values.Below(1000));
        meant["sip.Session-Expires"] = $"{interval.Seconds};refresher={(interval.Refresher == Refresher.Uac ? "uac" : "uas")}";
        (meant["sip.Min-SE"], meant["sip.Allow"]) = ($"{least}", "INVITE, REFER");
        return message with { SessionExpires = interval, MinSe = least, Allow = ["INVITE", "REFER"] };
    }

    private SipMessage Events(SipMessage message)
    {
        var (id, left, later) = (values.Below(1000), values.Below(1000), values.Below(1000));
        (meant["sip.Event"], meant["sip.Subscription-State"], meant["sip.Allow-Events"]) = ($"refer;id={id}", $"active;expires={left}", "refer, dialog");
        // A comment behind the seconds (RFC 3261 20.33) is nothing tshark 4.0 can read.
        meant["sip.Retry-After"] = $"{later}";
        return message with
        {
            Event = TokenValue.Parse($"refer;id={id}"), SubscriptionState = TokenValue.Parse($"active;expires={left}"), AllowEvents = ["refer", "dialog"], RetryAfter = later,
        };
    }

    private SipMessage Registration(SipMessage message)
    {
        NameAddr Hop() => NameAddr.Create(SipUri.Create(null, $"p{values.Below(99)}.example").WithParameter("lr"));
        var (path, route, contact) = (Hop(), Hop(), Address());
        (meant["sip.Path.uri"], meant["sip.Service-Route.uri"], meant["sip.contact.uri"]) = (path.Uri.ToString(), route.Uri.ToString(), contact.Uri.ToString());
        var left = values.Below(10_000);
        meant["sip.Expires"] = $"{left}";
        return message with { Paths = [path], ServiceRoutes = [route], Contact = contact.WithParameter("expires", "60").WithParameter("q", "0.5"), Expires = left };
    }

    private SipMessage Cause(SipMessage message)
    {
        var (cause, text) = (1 + values.Below(127), "cause " + values.Digits());
        (meant["sip.reason_protocols"], meant["sip.reason_cause_q850"], meant["sip.reason_text"]) = ("Q.850", $"{cause}", text);
        meant["sip.Warning"] = "399 gw \"far network\"";
        return message with { Reasons = [Reason.Q850(cause, text, 2)], Warnings = ["399 gw \"far network\""] };
    }

    private SipMessage Body(SipMessage message)
    {
        switch (values.Below(4))
        {
            case 0:
                return message with { ContentType = TokenValue.Parse(SessionDescription.MediaType), Body = Description().ToOctets() };
            case 1:
                var told = new SipFragment(100 + values.Below(600)) { Reasons = [Reason.Q850(17)] };
                meant["sipfrag.line"] = $"SIP/2.0 {told.Status} {told.Phrase},Reason: Q.850;cause=17";
                return message with { ContentType = TokenValue.Parse(SipFragment.MediaType), Body = told.ToOctets() };
            case 2:
                var tunnelled = Q931Message.Of(MessageType.Setup, new CallReference(2, false, 1), ChannelIdentification.Primary(1), BearerCapability.Speech()).Encode()!;
                var parts = Multipart.Of(
                    BodyPart.Of(SessionDescription.MediaType, Description().ToOctets()),
                    BodyPart.Of("application/qsig", tunnelled, "signal;handling=optional"));
                (meant["mime_multipart.header.content-type"], meant["q931.message_type"]) = ("application/sdp,application/qsig", "0x05");
                return message with { ContentType = parts.ContentType(), Body = parts.Encode() };
            default:
                return message;
        }
    }

    private SessionDescription Description()
    {
        var (number, port, other, address) = (values.Below(int.MaxValue), 1 + values.Below(65535), values.Below(65536), $"192.0.2.{values.Below(256)}");
        meant["sdp.owner.sessionid"] = $"{number}";
        meant["sdp.connection_info.address"] = address;
        meant["sdp.media.port"] = $"{port},{other}";
        meant["sdp.mime.type"] = "PCMA,telephone-event";
        meant["sdp.media_attribute.field"] = "rtpmap,rtpmap,fmtp,ptime";
        return new SessionDescription
        {
            Origin = new Origin("gw", (ulong)number, 1, address),
            // tshark looks for the end of a quoted string over line ends, though RFC 8866 9 has none in text.
            SessionName = "call " + values.Digits(),
            Connection = new ConnectionData(address),
            Attributes = [new("sendrecv")],
            Media =
            [
                new MediaDescription("audio", port, "RTP/AVP", ["8", "101"])
                {
                    Attributes = [new("rtpmap", "8 PCMA/8000"), new("rtpmap", "101 telephone-event/8000"), new("fmtp", "101 0-15"), new("ptime", "20"), new("sendonly")],
                    Lines = [new SdpLine('b', "AS:64")],
                },
                new MediaDescription("image", other, "udptl", ["t38"]),
            ],
        };
    }

    private string Token() => Convert.ToHexStringLower(Encoding.ASCII.GetBytes(values.Digits()));

    private string Hexadecimal(int digits) => string.Concat(Enumerable.Range(0, digits).Select(_ => "0123456789abcdef"[values.Below(16)]));

    private string Text() => values.Below(3) switch { 0 => "a " + values.Digits(), 1 => "quote \" and \\ " + values.Digits(), _ => "x, y; z=" + values.Digits() };

    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private string User() => values.Below(3) switch { 0 => values.Digits(), 1 => "+" + values.Digits(), _ => "käthe " + values.Digits() };

    private NameAddr Address() => NameAddr.Create(
        SipUri.Create(User(), "example.com"), values.Below(3) switch { 0 => null, 1 => "Ann", _ => "a \"b\\ <" + values.Digits() });
}
