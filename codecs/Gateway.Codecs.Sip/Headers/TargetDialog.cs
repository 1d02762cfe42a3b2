using System.Text;

namespace Gateway.Codecs.Sip.Headers;

/// <summary>
/// <c>callid *( SEMI remote-tag / local-tag / generic )</c> (RFC 4538 7). Local and remote are seen by the party that receives the request.
/// </summary>
public sealed record TargetDialog(string CallId, string LocalTag, string RemoteTag)
{
    public static TargetDialog? Parse(string text) => Parse(Encoding.UTF8.GetBytes(text), out _);

    internal static TargetDialog? Parse(ReadOnlySpan<byte> text, out int fault) =>
        DialogText.Read(text, "local-tag"u8, "remote-tag"u8, out string callId, out string local, out string remote, out _, out fault)
            ? new TargetDialog(callId, local, remote) : null;

    public override string ToString() => $"{CallId};local-tag={LocalTag};remote-tag={RemoteTag}";
}
