using System.Collections.Immutable;
using Gateway.Codecs.Asn1;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Isdn.Transfer;

namespace Gateway.Isdn;

/// <summary>What a trunk wants done or known, in this order. A closed set.</summary>
public abstract record IsdnOutput
{
    private IsdnOutput()
    {
    }

    /// <summary>One LAPD frame without flags and FCS.</summary>
    public sealed record SendFrame(byte[] Octets) : IsdnOutput;

    /// <summary>Start, or start anew.</summary>
    public sealed record StartTimer(IsdnTimerKey Key, TimeSpan Duration) : IsdnOutput;

    /// <summary>Only told of a timer that runs.</summary>
    public sealed record StopTimer(IsdnTimerKey Key) : IsdnOutput;

    /// <summary>The data link is established: calls can be made.</summary>
    public sealed record LinkUp : IsdnOutput;

    /// <summary>The data link is lost. Active calls live on until T309; the trunk tries to come back by itself.</summary>
    public sealed record LinkDown : IsdnOutput;

    /// <summary>Something happened to a call.</summary>
    public sealed record Indication(IsdnCallId Call, CallIndication What) : IsdnOutput;

    /// <summary>The transfer services tell something, right after the indication it follows from and before the end of its call.</summary>
    public sealed record TransferIndicated(TransferIndication What) : IsdnOutput;

    /// <summary>A FACILITY message that belongs to no call.</summary>
    public sealed record UnboundFacilityReceived(ImmutableArray<FacilityElement> Facilities, Q931Message Message) : IsdnOutput;

    /// <summary>Our <see cref="IsdnInput.Restart"/> was acknowledged, or not.</summary>
    public sealed record RestartEnded(bool Acknowledged) : IsdnOutput;

    /// <summary>A machine took an input; for the line of the turn.</summary>
    /// <param name="Call">Null for the data link and the restart procedure.</param>
    public sealed record Moved(IsdnCallId? Call, string Machine, string From, string Input, string To) : IsdnOutput;

    /// <summary>One line for the log: what was wrong and what was done about it.</summary>
    /// <param name="Fault">Octet and clause, when octets were at fault; offsets count from the first octet of the layer named by its path.</param>
    public sealed record Observed(IsdnCallId? Call, string Line, DecodeFault? Fault = null) : IsdnOutput;
}
