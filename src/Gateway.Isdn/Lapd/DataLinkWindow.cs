using System.Collections.Immutable;

namespace Gateway.Isdn.Lapd;

/// <summary>The variables of a link in multiple frame operation, ITU-T Q.921 (09/1997) clause 5.6 and 3.5.2.</summary>
/// <param name="Acknowledged">V(A): the next N(S) the peer has to acknowledge.</param>
/// <param name="Sent">V(S) - V(A): how many of the outbox are on the way.</param>
/// <param name="Received">V(R): the next N(S) expected.</param>
/// <param name="Outbox">Information from V(A) on: first what is on the way, then what waits.</param>
/// <param name="PeerBusy">The peer said RNR.</param>
/// <param name="Rejecting">REJ was sent and the frame it asks for has not come.</param>
/// <param name="AcknowledgePending">Information was received and not yet acknowledged.</param>
/// <param name="T200Running">Whether T200 runs, which decides if a transmission starts it.</param>
public sealed record DataLinkWindow(
    byte Acknowledged, int Sent, byte Received, ImmutableArray<byte[]> Outbox, bool PeerBusy, bool Rejecting, bool AcknowledgePending, bool T200Running)
{
    internal const int Modulus = 128;

    /// <summary>All variables zero, nothing to send.</summary>
    public static DataLinkWindow Fresh { get; } = new(0, 0, 0, [], false, false, false, false);

    /// <summary>V(S).</summary>
    public byte SendState => (byte)((Acknowledged + Sent) % Modulus);

    /// <summary>V(A) &lt;= N(R) &lt;= V(S).</summary>
    internal bool Covers(byte receiveSequence) => Count(receiveSequence) <= Sent;

    internal DataLinkWindow Acknowledge(byte receiveSequence)
    {
        var count = Count(receiveSequence);
        return count == 0 ? this : this with { Acknowledged = receiveSequence, Sent = Sent - count, Outbox = Outbox.RemoveRange(0, count) };
    }

    private int Count(byte receiveSequence) => (receiveSequence - Acknowledged + Modulus) % Modulus;
}
