using System.Net;

namespace Peers.Tests.Phones;

/// <summary>One SIP message as the telephone's own trace shows it.</summary>
/// <param name="IsSent">By the telephone.</param>
/// <param name="Text">One character for each octet.</param>
internal sealed record TracedMessage(bool IsSent, IPEndPoint From, IPEndPoint To, string Text)
{
    private readonly TimeOnly at = TimeOnly.FromDateTime(DateTime.UtcNow);

    public string StartLine => Text[..Text.IndexOf("\r\n", StringComparison.Ordinal)];

    public bool IsRequest => !StartLine.StartsWith("SIP/2.0 ", StringComparison.Ordinal);

    /// <summary>Of a request, and of a response by its CSeq.</summary>
    public string Method => Header("CSeq").Split(' ')[^1];

    /// <summary>Null of a request.</summary>
    public int? Status => IsRequest ? null : int.Parse(StartLine.AsSpan(8, 3));

    public string CallId => Header("Call-ID");

    public string Body => Text[(Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

    /// <summary>Where the sender of this message wants to receive audio; null without SDP.</summary>
    public IPEndPoint? Audio =>
        Header("Content-Type").StartsWith("application/sdp", StringComparison.OrdinalIgnoreCase)
            ? new IPEndPoint(IPAddress.Parse(Line("c=IN IP")[2..]), int.Parse(Line("m=audio ").Split(' ')[0]))
            : null;

    /// <summary><c>sendrecv</c> unless the SDP says otherwise; null without SDP.</summary>
    public string? Direction =>
        Audio is null ? null
        : new[] { "sendonly", "recvonly", "inactive" }.FirstOrDefault(direction => Body.Contains($"a={direction}\r\n", StringComparison.Ordinal)) ?? "sendrecv";

    /// <summary>The first header of this name, empty when there is none.</summary>
    public string Header(string name)
    {
        string head = Text[..(Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 2)];
        int at = head.IndexOf($"\r\n{name}:", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? "" : head[(at + name.Length + 3)..head.IndexOf("\r\n", at + 2, StringComparison.Ordinal)].Trim();
    }

    /// <summary>One that is in no dialog yet.</summary>
    public bool IsInitialInvite => IsRequest && Method == "INVITE" && Tag("To") is null;

    /// <summary>Whether this is a response to that request.</summary>
    public bool Answers(TracedMessage request) =>
        !IsRequest && IsSent != request.IsSent && CallId == request.CallId && Header("CSeq") == request.Header("CSeq");

    /// <summary>The user part of the Request-URI.</summary>
    public string Called => StartLine.Split(' ')[1].Split('@')[0]["sip:".Length..];

    /// <summary>The tag in From or To, null before there is one.</summary>
    public string? Tag(string header) => Header(header).Split(";tag=") is [_, var tag, ..] ? tag.Split(';')[0] : null;

    public override string ToString() => $"{at:HH:mm:ss.fff} {(IsSent ? "sent" : "received")}\n{Text}";

    private string Line(string start)
    {
        int at = Body.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return Body[at..Body.IndexOf("\r\n", at, StringComparison.Ordinal)];
    }
}
