using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Sip.Dialogs;

namespace Gateway.Sip;

/// <summary>Session-ID: RFC 7989. Every message of a call says who talks, and with whom as far as is known.</summary>
public sealed partial class SipStack
{
    /// <summary>RFC 7989 4.2: stands for the one who is not known yet.</summary>
    private const string NobodyKnown = "00000000000000000000000000000000";

    /// <summary>The UUID that the peer of a call goes by; null when it says none.</summary>
    public string? SessionIdOf(CallHandle call) => calls.GetValueOrDefault(call)?.RemoteSession;

    private static void Meet(CallSession? call, SipMessage message)
    {
        if (call is not null && message.SessionId?.Token is { Length: 32 } name && name != NobodyKnown && name.All(char.IsAsciiHexDigit))
        {
            call.RemoteSession = name.ToLowerInvariant();
        }
    }

    private static TokenValue? SessionOf(CallSession? call) =>
        call?.LocalSession is { } local ? TokenValue.Parse($"{local};remote={call.RemoteSession ?? NobodyKnown}") : null;
}
