using Gateway.Codecs.H323.H450;

namespace Gateway.H323.Transfer;

/// <summary>How a peer answered a callTransferIdentify or callTransferInitiate, or did not.</summary>
public abstract record TransferOutcome
{
    private TransferOutcome() { }

    /// <summary>A return result. To callTransferInitiate it says that the transferred-to party is alerted or has answered, no more.</summary>
    public sealed record Succeeded : TransferOutcome;

    /// <summary>A return error: the codes of H.450.2 (02/1998) clause 6 and the general list of H.450.1.</summary>
    public sealed record Refused(ErrorCode Error) : TransferOutcome;

    /// <summary>A reject: the peer did not understand the invoke. <paramref name="NotSupported"/> when it does not know the operation at all.</summary>
    public sealed record Rejected(bool NotSupported) : TransferOutcome;

    /// <summary>CT-T1 or CT-T3 ran out.</summary>
    public sealed record TimedOut : TransferOutcome;

    /// <summary>The call ended and the peer never said how the transfer went.</summary>
    public sealed record CallCleared : TransferOutcome;
}
