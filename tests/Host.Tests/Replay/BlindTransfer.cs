namespace Host.Tests.Replay;

/// <summary>
/// A phone (100) in a call with 101 refers it to 103 through a proxy, in the ways a published softphone example shows: written here
/// message by message, with the faults of that example or without them.
/// </summary>
internal static class BlindTransfer
{
    public const string Phone = "192.0.2.10:5070";
    public const string Exchange = "192.0.2.20:5060";

    /// <summary>202 with another CSeq and branch, one NOTIFY that ends the subscription at once, names the recipient as its contact and lacks a line end, BYE by the notifier.</summary>
    public static TestCapture Faulty() => new TestCapture()
        .Sip(Phone, Exchange, Refer)
        .Sip(Exchange, Phone, Accepted(branch: "z9hG4bKanother", cseq: 4))
        .Sip(Exchange, Phone, Notify("terminated;reason=noresource", "<sip:100@192.0.2.10:5070>", "SIP/2.0 200 OK"))
        .Sip(Phone, Exchange, Response("200 OK", "z9hG4bKnotify1", "2 NOTIFY"))
        .Sip(Exchange, Phone, ByeOfExchange)
        .Sip(Phone, Exchange, Response("200 OK", "z9hG4bKbye", "3 BYE"));

    /// <summary>The same as RFC 3515 and RFC 5589 want it.</summary>
    public static TestCapture Sound() => new TestCapture()
        .Sip(Phone, Exchange, Refer)
        .Sip(Exchange, Phone, Accepted(branch: "z9hG4bKrefer", cseq: 3))
        .Sip(Exchange, Phone, Notify("active;expires=60", "<sip:101@192.0.2.20>", "SIP/2.0 100 Trying\n"))
        .Sip(Phone, Exchange, Response("200 OK", "z9hG4bKnotify1", "2 NOTIFY"))
        .Sip(Exchange, Phone, Notify("terminated;reason=noresource", "<sip:101@192.0.2.20>", "SIP/2.0 200 OK\n").Replace("notify1", "notify2", StringComparison.Ordinal).Replace("2 NOTIFY", "3 NOTIFY", StringComparison.Ordinal))
        .Sip(Phone, Exchange, Response("200 OK", "z9hG4bKnotify2", "3 NOTIFY"))
        .Sip(Phone, Exchange, ByeOfPhone)
        .Sip(Exchange, Phone, Accepted("z9hG4bKbye2", 4).Replace("202 Accepted", "200 OK", StringComparison.Ordinal).Replace("4 REFER", "4 BYE", StringComparison.Ordinal));

    public const string Refer =
        """
        REFER sip:101@192.0.2.20 SIP/2.0
        Via: SIP/2.0/UDP 192.0.2.10:5070;branch=z9hG4bKrefer;rport
        Max-Forwards: 70
        From: <sip:100@192.0.2.20>;tag=phone
        To: <sip:101@192.0.2.20>;tag=exchange
        Call-ID: blind@192.0.2.10
        CSeq: 3 REFER
        Contact: <sip:100@192.0.2.10:5070>
        Refer-To: <sip:103@192.0.2.20>
        Referred-By: <sip:100@192.0.2.20>
        Content-Length: 0


        """;

    private const string ByeOfExchange =
        """
        BYE sip:100@192.0.2.10:5070 SIP/2.0
        Via: SIP/2.0/UDP 192.0.2.20:5060;branch=z9hG4bKbye
        Max-Forwards: 70
        From: <sip:101@192.0.2.20>;tag=exchange
        To: <sip:100@192.0.2.20>;tag=phone
        Call-ID: blind@192.0.2.10
        CSeq: 3 BYE
        Content-Length: 0


        """;

    private const string ByeOfPhone =
        """
        BYE sip:101@192.0.2.20 SIP/2.0
        Via: SIP/2.0/UDP 192.0.2.10:5070;branch=z9hG4bKbye2
        Max-Forwards: 70
        From: <sip:100@192.0.2.20>;tag=phone
        To: <sip:101@192.0.2.20>;tag=exchange
        Call-ID: blind@192.0.2.10
        CSeq: 4 BYE
        Content-Length: 0


        """;

    public static string Accepted(string branch, int cseq) =>
        $"""
        SIP/2.0 202 Accepted
        Via: SIP/2.0/UDP 192.0.2.10:5070;branch={branch};rport=5070;received=192.0.2.10
        From: <sip:100@192.0.2.20>;tag=phone
        To: <sip:101@192.0.2.20>;tag=exchange
        Call-ID: blind@192.0.2.10
        CSeq: {cseq} REFER
        Contact: <sip:101@192.0.2.20>
        Content-Length: 0


        """;

    private static string Notify(string state, string contact, string fragment) =>
        $"""
        NOTIFY sip:100@192.0.2.10:5070 SIP/2.0
        Via: SIP/2.0/UDP 192.0.2.20:5060;branch=z9hG4bKnotify1
        Max-Forwards: 70
        From: <sip:101@192.0.2.20>;tag=exchange
        To: <sip:100@192.0.2.20>;tag=phone
        Call-ID: blind@192.0.2.10
        CSeq: 2 NOTIFY
        Contact: {contact}
        Event: refer
        Subscription-State: {state}
        Content-Type: message/sipfrag
        Content-Length: {fragment.ReplaceLineEndings("\r\n").Length}

        {fragment}
        """;

    private static string Response(string status, string branch, string cseq) =>
        $"""
        SIP/2.0 {status}
        Via: SIP/2.0/UDP 192.0.2.20:5060;branch={branch}
        From: <sip:101@192.0.2.20>;tag=exchange
        To: <sip:100@192.0.2.20>;tag=phone
        Call-ID: blind@192.0.2.10
        CSeq: {cseq}
        Content-Length: 0


        """;
}
